//! Reading: one connection; the events of a block share one run of bytes.

use std::{
    collections::{HashMap, hash_map::Entry},
    hash::{BuildHasherDefault, Hasher},
    ops::Range,
    path::Path,
};

use bytes::Bytes;
use kernel::TenantId;
use rusqlite::{Connection, OptionalExtension, params};

use super::{
    Body, Filter, LogError, PAGE_EVENTS_MAX, Page, Position, Recorded, StreamName,
    blocks::Blocks,
    line::Line,
    position::Number,
    runs::{self, Runs},
    schema::{damaged, open_to_read, unreadable},
    type_name,
};

/// How many names of streams a reader keeps (about 150 bytes each).
const NAMES_KEPT_MAX: usize = 100_000;

/// One reader. Names of streams and types are kept, by their numbers in the file.
pub struct Reader {
    connection: Connection,
    names: Names,
}

#[derive(Default)]
struct Names {
    streams: Known<StreamName>,
    types: Known<&'static str>,
}

impl Reader {
    /// Opens the log in this file, also beside the process that writes it.
    ///
    /// # Errors
    ///
    /// [`LogError::Unreadable`] if there is no log or it is damaged.
    pub fn open(file: &Path) -> Result<Self, LogError> {
        open_to_read(file, true).map(Self::with)
    }

    /// The same for a few events here and there.
    pub(super) fn open_for_few(file: &Path) -> Result<Self, LogError> {
        open_to_read(file, false).map(Self::with)
    }

    fn with(connection: Connection) -> Self {
        Self { connection, names: Names::default() }
    }

    /// As [`super::EventLog::read_stream`]. `tail` are the positions of those events from `from` on
    /// whose places are not in the file yet; it has to be asked for before.
    pub(super) fn stream(
        &mut self,
        stream: &StreamName,
        from: u64,
        max: usize,
        tail: &[Number],
    ) -> Result<Vec<Recorded>, LogError> {
        let max = max.min(PAGE_EVENTS_MAX);
        let transaction = self.connection.unchecked_transaction().map_err(unreadable)?;
        let mut positions: Vec<Number> = transaction
            .prepare_cached(
                "SELECT position FROM places
                 WHERE stream = (SELECT id FROM streams WHERE name = ?1) AND revision >= ?2
                 ORDER BY revision LIMIT ?3",
            )
            .and_then(|mut query| {
                let params = params![stream.as_str(), clamp(from), clamp(max as u64)];
                query.query_map(params, |row| Ok(row.get::<_, i64>(0)?.cast_unsigned()))?.collect()
            })
            .map_err(unreadable)?;
        let placed = positions.last().copied().unwrap_or(0);
        positions.extend(tail.iter().filter(|position| **position > placed));
        positions.truncate(max);
        let mut blocks = Blocks::new(&transaction);
        let mut events = Vec::with_capacity(positions.len());
        for position in positions {
            let range = position..position + 1;
            self.names.take(&mut blocks, range, &Filter::default(), &mut events)?;
        }
        Ok(events)
    }

    /// As [`super::EventLog::read_all`].
    ///
    /// # Errors
    ///
    /// [`LogError::Unreadable`].
    pub fn all(&mut self, after: Position, filter: &Filter, max: usize) -> Result<Page, LogError> {
        self.between(after, Position::MAX, filter, max)
    }

    /// The same up to a position.
    pub(super) fn between(
        &mut self,
        after: Position,
        until: Position,
        filter: &Filter,
        max: usize,
    ) -> Result<Page, LogError> {
        let transaction = self.connection.unchecked_transaction().map_err(unreadable)?;
        let end = end(&transaction)?;
        let (after, until) = (after.into(), until.min(end).max(after).into());
        let max = max.min(PAGE_EVENTS_MAX);
        let mut blocks = Blocks::new(&transaction);
        let mut runs = Runs::up_to(max);
        match &filter.tenant {
            Some(tenant) => {
                self.names.runs(&mut blocks, tenant, after + 1..until + 1, &mut runs)?;
            }
            // Positions have no gaps.
            None => runs.add(after + 1..until + 1),
        }
        let next = if runs.is_full() { runs.last().unwrap_or(after) } else { until };
        let mut events = Vec::new();
        for run in runs.into_iter() {
            let mut from = run.start;
            while from < run.end {
                from += self.names.take(&mut blocks, from..run.end, filter, &mut events)?;
            }
        }
        let next = Position::at(next);
        Ok(Page { events, next, more: next < end })
    }

    /// The last position.
    ///
    /// # Errors
    ///
    /// [`LogError::Unreadable`].
    pub fn end(&mut self) -> Result<Position, LogError> {
        end(&self.connection)
    }

    /// After which position only so many more events come, or all if there are no more.
    ///
    /// # Errors
    ///
    /// [`LogError::Unreadable`].
    pub fn before_last(&mut self, events: u64) -> Result<Position, LogError> {
        // Positions have no gaps.
        Ok(Position::at(u64::from(self.end()?).saturating_sub(events)))
    }

    pub(super) fn position_at(&mut self, micros: i64) -> Result<Position, LogError> {
        let transaction = self.connection.unchecked_transaction().map_err(unreadable)?;
        let mut blocks = Blocks::new(&transaction);
        // Both grow together, so a binary search needs no index on the time.
        let (mut low, mut high): (Number, Number) = (0, end(&transaction)?.into());
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            let line = blocks.lines(middle..middle + 1).map_err(unreadable)?;
            match line.and_then(|mut lines| lines.next()).flatten() {
                Some(line) if line.recorded_micros <= micros => low = middle,
                _ => high = middle - 1,
            }
        }
        Ok(Position::at(low))
    }
}

fn end(connection: &Connection) -> Result<Position, LogError> {
    connection
        .prepare_cached("SELECT first + events - 1 FROM blocks ORDER BY first DESC LIMIT 1")
        .and_then(|mut query| query.query_row([], |row| row.get::<_, i64>(0)).optional())
        .map(|end| Position::at(end.unwrap_or(0).cast_unsigned()))
        .map_err(unreadable)
}

impl Names {
    /// Where a tenant's events stand within a range: as the file tells, and what it does not tell yet
    /// as the events themselves do.
    fn runs(
        &mut self,
        blocks: &mut Blocks<'_>,
        tenant: &TenantId,
        positions: Range<Number>,
        found: &mut Runs,
    ) -> Result<(), LogError> {
        let connection = blocks.connection();
        if !runs::read(connection, tenant, &positions, found).map_err(unreadable)? {
            return Err(damaged("where a tenant's events stand"));
        }
        let told = runs::written_until(connection).map_err(unreadable)?;
        let mut position = positions.start.max(told + 1);
        while position < positions.end && !found.is_full() {
            let lines = blocks.lines(position..positions.end).map_err(unreadable)?;
            for line in lines.ok_or_else(|| damaged("the order of events"))? {
                let line = line.ok_or_else(|| damaged("an event's line"))?;
                if self.stream(connection, line.stream)?.tenant() == tenant {
                    found.add(position..position + 1);
                }
                position += 1;
            }
        }
        Ok(())
    }

    /// Adds the events of a range that pass, as far as the range lies in one block. Answers how
    /// many it looked at. Bodies that nobody wants are not read, unless wanted ones lie around them.
    fn take(
        &mut self,
        blocks: &mut Blocks<'_>,
        positions: Range<Number>,
        filter: &Filter,
        events: &mut Vec<Recorded>,
    ) -> Result<u64, LogError> {
        let connection = blocks.connection();
        let first = positions.start;
        let lines = blocks.lines(positions).map_err(unreadable)?;
        let lines = lines.ok_or_else(|| damaged("the order of events"))?;
        let looked_at = lines.len() as u64;
        let mut wanted = Vec::with_capacity(lines.len());
        for (position, line) in (first..).zip(lines) {
            let line = line.ok_or_else(|| damaged("an event's line"))?;
            let name = self.name(connection, line.name)?;
            if filter.wants_name(name) {
                let stream = self.stream(connection, line.stream)?;
                if filter.wants(stream) {
                    wanted.push((position, line, stream.clone(), name));
                }
            }
        }
        let (Some((_, first, ..)), Some((_, last, ..))) = (wanted.first(), wanted.last()) else {
            return Ok(looked_at);
        };
        let (start, bodies) = (first.start, blocks.bodies(first, last).map_err(unreadable)?);
        events.reserve(wanted.len());
        for (position, line, stream, name) in wanted {
            let body = cut(&bodies, line.start - start, &line);
            events.push(Recorded {
                position: Position::at(position),
                stream,
                revision: line.revision,
                name,
                recorded_micros: line.recorded_micros,
                occurred_on: line.occurred_on,
                body: body.ok_or_else(|| damaged("an event's body"))?,
            });
        }
        Ok(looked_at)
    }

    fn stream(&mut self, connection: &Connection, number: u64) -> Result<&StreamName, LogError> {
        known(&mut self.streams, number, || {
            let name = name_of(connection, "streams", number)?;
            StreamName::parse(&name).map_err(|_| damaged("a stream's name"))
        })
    }

    fn name(&mut self, connection: &Connection, number: u64) -> Result<&'static str, LogError> {
        known(&mut self.types, number, || {
            name_of(connection, "types", number).map(|name| type_name(&name))
        })
        .copied()
    }
}

fn cut(bodies: &Bytes, start: u64, line: &Line) -> Option<Body> {
    let start = usize::try_from(start).ok()?;
    let end = start.checked_add(line.body_bytes).filter(|end| *end <= bodies.len())?;
    Body::read(bodies.slice(start..end), line.meta_bytes)
}

/// What numbers stand for, each looked up once until there are too many.
type Known<T> = HashMap<u64, T, BuildHasherDefault<Spread>>;

/// The file's numbers follow each other, so one multiplication is hash enough.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

fn known<T>(
    known: &mut Known<T>,
    number: u64,
    look_up: impl FnOnce() -> Result<T, LogError>,
) -> Result<&T, LogError> {
    if known.len() >= NAMES_KEPT_MAX && !known.contains_key(&number) {
        known.clear();
    }
    match known.entry(number) {
        Entry::Occupied(found) => Ok(found.into_mut()),
        Entry::Vacant(slot) => Ok(slot.insert(look_up()?)),
    }
}

fn name_of(connection: &Connection, table: &str, number: u64) -> Result<String, LogError> {
    connection
        .prepare_cached(&format!("SELECT name FROM {table} WHERE id = ?1"))
        .and_then(|mut query| query.query_row([clamp(number)], |row| row.get(0)))
        .map_err(unreadable)
}

fn clamp(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
