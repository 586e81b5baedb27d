//! Reading: one connection, pages whose events share one buffer.

use std::path::Path;

use bytes::BytesMut;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row as SqlRow, ToSql, params};

use super::{
    Body, Filter, LogError, PAGE_EVENTS_MAX, Page, Recorded, StreamName,
    schema::{open_to_read, unreadable},
    type_name,
};

const COLUMNS: &str = "SELECT position, stream, revision, type, recorded_at, occurred_on, \
                       meta_bytes, body FROM events";
/// Bytes that are reserved for the events of a page at a time.
const BUFFER_BYTES: usize = 64 * 1024;

/// One reader. Names of streams and types are kept, by their numbers in the file.
pub struct Reader {
    connection: Connection,
    streams: Vec<Option<StreamName>>,
    types: Vec<Option<&'static str>>,
}

impl Reader {
    /// Opens the log in this file, also beside the process that writes it.
    ///
    /// # Errors
    ///
    /// [`LogError::Unreadable`] if there is no log or it is damaged.
    pub fn open(file: &Path) -> Result<Self, LogError> {
        let connection = open_to_read(file)?;
        Ok(Self { connection, streams: Vec::new(), types: Vec::new() })
    }

    /// As [`super::EventLog::read_stream`]. `tail` are the positions of those events from `from` on
    /// whose places are not in the file yet; it has to be asked for before.
    pub(super) fn stream(
        &mut self,
        stream: &StreamName,
        from: u64,
        max: usize,
        tail: &[u64],
    ) -> Result<Vec<Recorded>, LogError> {
        let max = max.min(PAGE_EVENTS_MAX);
        let mut positions: Vec<u64> = self
            .connection
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
        let (mut events, mut buffer) = (Vec::with_capacity(positions.len()), BytesMut::new());
        let sql = format!("{COLUMNS} WHERE position = ?1");
        for position in positions {
            self.rows(
                &sql,
                params![clamp(position)],
                &Filter::default(),
                &mut events,
                &mut buffer,
            )?;
        }
        Ok(events)
    }

    /// As [`super::EventLog::read_all`].
    ///
    /// # Errors
    ///
    /// [`LogError::Unreadable`].
    pub fn all(&mut self, after: u64, filter: &Filter, max: usize) -> Result<Page, LogError> {
        // Positions have no gaps, so a page is a range of them, and SQLite itself can pass over
        // types that nobody wants without taking their data out.
        let end = self.end()?;
        let next = after.saturating_add(max.min(PAGE_EVENTS_MAX) as u64).min(end).max(after);
        let marks = vec!["?"; filter.names.len()].join(", ");
        let wanted = if marks.is_empty() {
            String::new()
        } else {
            format!("AND type IN (SELECT id FROM types WHERE name IN ({marks}))")
        };
        let sql =
            format!("{COLUMNS} WHERE position > ? AND position <= ? {wanted} ORDER BY position");
        let range = [clamp(after), clamp(next)];
        let range = range.iter().map(|edge| edge as &dyn ToSql);
        let names = filter.names.iter().map(|name| name as &dyn ToSql);
        let params: Vec<_> = range.chain(names).collect();
        let wanted = if filter.names.is_empty() { next - after } else { 0 };
        let mut events = Vec::with_capacity(usize::try_from(wanted).unwrap_or(0));
        let mut buffer = BytesMut::with_capacity(BUFFER_BYTES);
        self.rows(&sql, &params, filter, &mut events, &mut buffer)?;
        Ok(Page { events, next, more: next < end })
    }

    /// The last position.
    ///
    /// # Errors
    ///
    /// [`LogError::Unreadable`].
    pub fn end(&mut self) -> Result<u64, LogError> {
        self.connection
            .prepare_cached("SELECT coalesce(max(position), 0) FROM events")
            .and_then(|mut query| query.query_row([], |row| row.get(0)))
            .map(i64::cast_unsigned)
            .map_err(unreadable)
    }

    pub(super) fn position_at(&mut self, micros: i64) -> Result<u64, LogError> {
        // Both grow together, so a binary search needs no index on the time.
        let (mut low, mut high) = (0, clamp(self.end()?));
        while low < high {
            let middle = low + (high - low + 1) / 2;
            let at: Option<i64> = self
                .connection
                .prepare_cached("SELECT recorded_at FROM events WHERE position = ?1")
                .and_then(|mut query| query.query_row([middle], |row| row.get(0)).optional())
                .map_err(unreadable)?;
            match at {
                Some(at) if at <= micros => low = middle,
                _ => high = middle - 1,
            }
        }
        Ok(low.cast_unsigned())
    }

    /// Adds the events of a query that pass. Their bodies share the buffer.
    fn rows(
        &mut self,
        sql: &str,
        params: &[&dyn ToSql],
        filter: &Filter,
        events: &mut Vec<Recorded>,
        buffer: &mut BytesMut,
    ) -> Result<(), LogError> {
        let mut query = self.connection.prepare_cached(sql).map_err(unreadable)?;
        let mut rows = query.query(params).map_err(unreadable)?;
        while let Some(row) = rows.next().map_err(unreadable)? {
            let stream = known(&mut self.streams, row, 1, |number| {
                let name = name_of(&self.connection, "streams", number)?;
                StreamName::parse(&name).map_err(|_| damaged("a stream's name"))
            })?;
            if filter.wants(stream) {
                let name = known(&mut self.types, row, 3, |number| {
                    name_of(&self.connection, "types", number).map(|name| type_name(&name))
                })?;
                let (stream, name) = (stream.clone(), *name);
                let event = read(row, stream, name, buffer).map_err(unreadable)?;
                events.push(event.ok_or_else(|| damaged("an event's body"))?);
            }
        }
        Ok(())
    }
}

/// What the number in a column stands for, looked up once.
fn known<'a, T: Clone>(
    known: &'a mut Vec<Option<T>>,
    row: &SqlRow<'_>,
    column: usize,
    look_up: impl FnOnce(i64) -> Result<T, LogError>,
) -> Result<&'a T, LogError> {
    let number: i64 = row.get(column).map_err(unreadable)?;
    let index = usize::try_from(number).map_err(|_| damaged("a number"))?;
    if index >= known.len() {
        known.resize(index + 1, None);
    }
    let slot = &mut known[index];
    match slot {
        Some(found) => Ok(found),
        None => Ok(slot.insert(look_up(number)?)),
    }
}

fn name_of(connection: &Connection, table: &str, number: i64) -> Result<String, LogError> {
    connection
        .prepare_cached(&format!("SELECT name FROM {table} WHERE id = ?1"))
        .and_then(|mut query| query.query_row([number], |row| row.get(0)))
        .map_err(unreadable)
}

fn damaged(what: &str) -> LogError {
    LogError::Unreadable(format!("{what} is of no known shape"))
}

fn read(
    row: &SqlRow<'_>,
    stream: StreamName,
    name: &'static str,
    buffer: &mut BytesMut,
) -> rusqlite::Result<Option<Recorded>> {
    let body = row.get_ref(7)?.as_blob()?;
    if buffer.capacity() < body.len() {
        buffer.reserve(BUFFER_BYTES.max(body.len()));
    }
    buffer.extend_from_slice(body);
    let Some(body) = Body::read(buffer.split().freeze(), row.get(6)?) else { return Ok(None) };
    Ok(Some(Recorded {
        position: row.get::<_, i64>(0)?.cast_unsigned(),
        stream,
        revision: row.get::<_, i64>(2)?.cast_unsigned(),
        name,
        recorded_micros: row.get(4)?,
        occurred_on: date(row.get(5)?),
        body,
    }))
}

/// The date written as yyyymmdd.
fn date(number: i64) -> Date {
    let part = |divisor: i64, modulus: i64| i8::try_from(number / divisor % modulus).unwrap_or(1);
    let year = i16::try_from(number / 10_000).unwrap_or(1);
    Date::new(year, part(100, 100), part(1, 100)).unwrap_or(Date::MIN)
}

fn clamp(position: u64) -> i64 {
    i64::try_from(position).unwrap_or(i64::MAX)
}
