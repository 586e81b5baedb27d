//! How events stand in the file: a row holds a block of them that follow each other, a line of
//! fixed width for each and their bodies behind one another. A replay pays for every row.

use std::ops::Range;

use bytes::Bytes;
use rusqlite::{Connection, MAIN_DB, OptionalExtension, Row as SqlRow, blob::Blob, params};
use uuid::Uuid;

use super::{
    Body, NewEvent,
    line::{LINE_BYTES, Line},
    position::Number,
};

/// How many events a block holds: few enough to come to one of them quickly, enough for a row to
/// cost little beside them.
pub(super) const BLOCK_EVENTS: usize = 256;
/// How many bytes of bodies a block holds, one body more or less.
const BLOCK_BYTES: usize = 1 << 20;
/// Blocks smaller than this part of a full one are put together when they come to a full one.
const SMALL_PART: usize = 8;

/// Where an event belongs and when it was recorded.
pub(super) struct Place {
    pub(super) stream: u64,
    pub(super) revision: u64,
    pub(super) name: u64,
    pub(super) recorded_micros: i64,
}

/// A block as it is written.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Position of its first event.
    first: Number,
    /// Bytes of all bodies in the log before its own.
    start: u64,
    events_max: usize,
    lines: String,
    bodies: Vec<u8>,
}

impl Block {
    /// An empty one whose first event will have this position.
    pub(super) fn at(first: Number, start: u64, events_max: usize) -> Self {
        Self { first, start, events_max, ..Self::default() }
    }

    fn events(&self) -> usize {
        self.lines.len() / LINE_BYTES
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub(super) fn is_full(&self) -> bool {
        self.events() >= self.events_max || self.bodies.len() >= BLOCK_BYTES
    }

    /// Whether it should be put together with others.
    pub(super) fn is_small(&self) -> bool {
        self.events() * SMALL_PART < self.events_max && self.bodies.len() * SMALL_PART < BLOCK_BYTES
    }

    /// The position after its last event.
    pub(super) fn next(&self) -> Number {
        self.first + self.events() as u64
    }

    /// Empties it; its next event follows the last one that it had.
    pub(super) fn restart(&mut self) {
        (self.first, self.start) = (self.next(), self.start + self.bodies.len() as u64);
        self.lines.clear();
        self.bodies.clear();
    }

    pub(super) fn push(&mut self, place: &Place, event: &NewEvent) -> rusqlite::Result<()> {
        let before = self.bodies.len();
        let meta_bytes =
            Body::write(event, &mut self.bodies).map_err(|error| not_written(error.into()))?;
        let line = Line {
            stream: place.stream,
            revision: place.revision,
            name: place.name,
            recorded_micros: place.recorded_micros,
            occurred_on: event.occurred_on,
            start: self.start + before as u64,
            body_bytes: self.bodies.len() - before,
            meta_bytes,
        };
        if line.write(&mut self.lines) {
            Ok(())
        } else {
            Err(not_written("a number is too large for its column".into()))
        }
    }

    /// Adds what another one has, which follows it.
    pub(super) fn absorb(&mut self, next: &Self) {
        if self.is_empty() {
            (self.first, self.start) = (next.first, next.start);
        }
        self.lines.push_str(&next.lines);
        self.bodies.extend_from_slice(&next.bodies);
    }

    /// The id of the event at a position, if it is here.
    pub(super) fn id(&self, position: Number) -> Option<Uuid> {
        let index = usize::try_from(position.checked_sub(self.first)?).ok()?;
        let text = self.lines.as_bytes().get(index * LINE_BYTES..(index + 1) * LINE_BYTES)?;
        let start = usize::try_from(Line::read(text)?.start - self.start).ok()?;
        Uuid::from_slice(self.bodies.get(start..start + 16)?).ok()
    }

    /// Writes it as a row.
    pub(super) fn insert(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection
            .prepare_cached("INSERT INTO blocks VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![
                self.first.cast_signed(),
                i64::try_from(self.events()).unwrap_or(i64::MAX),
                self.start.cast_signed(),
                self.lines,
                self.bodies
            ])
            .map(drop)
    }

    /// Writes it as one row in place of those that hold its events.
    pub(super) fn replace(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection
            .prepare_cached("DELETE FROM blocks WHERE first >= ?1")?
            .execute([self.first.cast_signed()])?;
        self.insert(connection)
    }

    fn from_row(row: &SqlRow<'_>, events_max: usize) -> rusqlite::Result<Self> {
        Ok(Self {
            first: row.get::<_, i64>(0)?.cast_unsigned(),
            events_max,
            start: row.get::<_, i64>(1)?.cast_unsigned(),
            lines: row.get(2)?,
            bodies: row.get(3)?,
        })
    }
}

#[expect(clippy::needless_pass_by_value, reason = "what `map_err` hands over")]
fn not_written(error: Box<dyn std::error::Error + Send + Sync>) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(error.to_string().into())
}

/// Where the file ends.
pub(super) struct Ending {
    /// The small blocks at the end, together.
    pub(super) small: Block,
    /// What comes next.
    pub(super) running: Block,
    pub(super) last_micros: i64,
}

impl Ending {
    pub(super) fn load(connection: &Connection, events_max: usize) -> rusqlite::Result<Self> {
        let mut query = connection
            .prepare_cached("SELECT first, start, lines, bodies FROM blocks ORDER BY first DESC")?;
        let mut rows = query.query([])?;
        let (mut running, mut last_micros) = (Block::at(1, 0, events_max), 0);
        let mut small = Vec::new();
        while let Some(row) = rows.next()? {
            let block = Block::from_row(row, events_max)?;
            if running.first == 1 {
                running =
                    Block::at(block.next(), block.start + block.bodies.len() as u64, events_max);
                let last = block.lines.len().saturating_sub(LINE_BYTES);
                last_micros = Line::read(&block.lines.as_bytes()[last..])
                    .map_or(0, |line| line.recorded_micros);
            }
            if !block.is_small() {
                break;
            }
            small.push(block);
        }
        let mut together = Block { events_max, ..Block::default() };
        for block in small.iter().rev() {
            together.absorb(block);
        }
        Ok(Self { small: together, running, last_micros })
    }

    /// Writes what runs as a row. Small blocks are put together when they come to a full one, or
    /// when one follows that is not small.
    pub(super) fn write(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let Self { small, running, .. } = self;
        if running.is_empty() {
            return Ok(());
        }
        let alone = !running.is_small();
        if !alone {
            small.absorb(running);
        }
        if !small.is_empty() && (alone || small.is_full()) {
            small.replace(connection)?;
            small.restart();
        }
        if alone || !small.is_empty() {
            running.insert(connection)?;
        }
        running.restart();
        Ok(())
    }
}

/// Reads blocks. All reads have to be in one transaction, for small blocks may be put together at
/// any time.
pub(super) struct Blocks<'c> {
    connection: &'c Connection,
    columns: Option<(Blob<'c>, Blob<'c>)>,
    /// Positions of the block that is open, and the start of its bodies.
    open: (Range<Number>, u64),
    text: Vec<u8>,
}

impl<'c> Blocks<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, columns: None, open: (0..0, 0), text: Vec::new() }
    }

    pub(super) fn connection(&self) -> &'c Connection {
        self.connection
    }

    /// The lines from a position on, up to another one or to the end of the block. `None` if the
    /// log ends before; a line is `None` if it is damaged.
    pub(super) fn lines(
        &mut self,
        positions: Range<Number>,
    ) -> rusqlite::Result<Option<impl ExactSizeIterator<Item = Option<Line>>>> {
        if !self.open.0.contains(&positions.start) && !self.seek(positions.start)? {
            return Ok(None);
        }
        let (Some((lines, _)), (block, _)) = (&self.columns, &self.open) else { return Ok(None) };
        let count = positions.end.min(block.end) - positions.start;
        self.text.resize(bytes(count) * LINE_BYTES, 0);
        lines.read_at_exact(&mut self.text, bytes(positions.start - block.start) * LINE_BYTES)?;
        Ok(Some(self.text.chunks_exact(LINE_BYTES).map(Line::read)))
    }

    /// The bodies of the open block from the one of a line to that of another.
    pub(super) fn bodies(&self, first: &Line, last: &Line) -> rusqlite::Result<Bytes> {
        let Some((_, bodies)) = &self.columns else { return Ok(Bytes::new()) };
        // Damaged lines may say anything: never more than the block has.
        let length = bytes(last.end().saturating_sub(first.start)).min(bodies.len());
        let mut content = vec![0; length];
        bodies.read_at_exact(&mut content, bytes(first.start.saturating_sub(self.open.1)))?;
        Ok(content.into())
    }

    /// The id of the event at a position.
    pub(super) fn id(&mut self, position: Number) -> rusqlite::Result<Option<Uuid>> {
        let line = self.lines(position..position + 1)?.and_then(|mut lines| lines.next()).flatten();
        let Some(line) = line else { return Ok(None) };
        let body = self.bodies(&line, &line)?;
        Ok(body.get(..16).and_then(|id| Uuid::from_slice(id).ok()))
    }

    fn seek(&mut self, position: Number) -> rusqlite::Result<bool> {
        let row = self
            .connection
            .prepare_cached(
                "SELECT first, events, start FROM blocks WHERE first <= ?1
                 ORDER BY first DESC LIMIT 1",
            )?
            .query_row([i64::try_from(position).unwrap_or(i64::MAX)], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
            })
            .optional()?;
        let Some((first, events, start)) = row else { return Ok(false) };
        let block = first.cast_unsigned()..(first + events).cast_unsigned();
        if !block.contains(&position) {
            return Ok(false);
        }
        if let Some((lines, bodies)) = &mut self.columns {
            lines.reopen(first)?;
            bodies.reopen(first)?;
        } else {
            let open = |column| self.connection.blob_open(MAIN_DB, "blocks", column, first, true);
            self.columns = Some((open("lines")?, open("bodies")?));
        }
        self.open = (block, start.cast_unsigned());
        Ok(true)
    }
}

/// A number of events or bytes as an index; one that is too large is beyond every block.
fn bytes(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
