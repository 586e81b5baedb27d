//! Reading: one connection, pages whose events share one buffer.

use std::{path::Path, sync::Arc};

use bytes::Bytes;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row as SqlRow, ToSql, params};
use uuid::Uuid;

use super::{
    Filter, LogError, PAGE_EVENTS_MAX, Page, Recorded, StreamName,
    schema::{open_to_read, unreadable},
};

const COLUMNS: &str = "SELECT position, stream, revision, id, type, recorded_at, occurred_on, \
                       subject, meta, data FROM events";

/// One reader. Names of streams and types are kept, so that a page costs one buffer.
pub struct Reader {
    connection: Connection,
    /// By number in the file.
    streams: Vec<Option<StreamName>>,
    names: Vec<Arc<str>>,
}

/// An event before its texts are cut out of the page's buffer.
struct Row {
    position: u64,
    stream: StreamName,
    revision: u64,
    id: Uuid,
    name: Arc<str>,
    recorded_micros: i64,
    occurred_on: Date,
    subject: Option<Uuid>,
    meta_end: usize,
    data_end: usize,
}

impl Reader {
    /// Opens the log in this file, also beside the process that writes it.
    ///
    /// # Errors
    ///
    /// [`LogError::Unreadable`] if there is no log or it is damaged.
    pub fn open(file: &Path) -> Result<Self, LogError> {
        let connection = open_to_read(file)?;
        Ok(Self { connection, streams: Vec::new(), names: Vec::new() })
    }

    pub(super) fn stream(
        &mut self,
        stream: &StreamName,
        from: u64,
        max: usize,
    ) -> Result<Vec<Recorded>, LogError> {
        let id: Option<i64> = self
            .connection
            .prepare_cached("SELECT id FROM streams WHERE name = ?1")
            .and_then(|mut query| query.query_row([stream.as_str()], |row| row.get(0)).optional())
            .map_err(unreadable)?;
        let Some(id) = id else { return Ok(Vec::new()) };
        let sql =
            format!("{COLUMNS} WHERE stream = ?1 AND revision >= ?2 ORDER BY revision LIMIT ?3");
        let limit = clamp(max.min(PAGE_EVENTS_MAX) as u64);
        self.rows(&sql, params![id, clamp(from), limit], &Filter::default())
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
        let wanted =
            if marks.is_empty() { String::new() } else { format!("AND type IN ({marks})") };
        let sql =
            format!("{COLUMNS} WHERE position > ? AND position <= ? {wanted} ORDER BY position");
        let range = [clamp(after), clamp(next)];
        let range = range.iter().map(|edge| edge as &dyn ToSql);
        let names = filter.names.iter().map(|name| name as &dyn ToSql);
        let params: Vec<_> = range.chain(names).collect();
        let events = self.rows(&sql, &params, filter)?;
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

    /// The events of a query that pass.
    fn rows(
        &mut self,
        sql: &str,
        params: &[&dyn ToSql],
        filter: &Filter,
    ) -> Result<Vec<Recorded>, LogError> {
        let mut buffer = Vec::new();
        let mut found = Vec::new();
        let mut query = self.connection.prepare_cached(sql).map_err(unreadable)?;
        let mut rows = query.query(params).map_err(unreadable)?;
        while let Some(row) = rows.next().map_err(unreadable)? {
            let stream = stream_of(&self.connection, &mut self.streams, row)?;
            if passes(filter, stream) {
                let name = name_of(&mut self.names, row)?;
                found.push(read(row, stream.clone(), name, &mut buffer).map_err(unreadable)?);
            }
        }
        let buffer = Bytes::from(buffer);
        let mut start = 0;
        Ok(found.into_iter().map(|row| row.cut(&buffer, &mut start)).collect())
    }
}

impl Row {
    fn cut(self, buffer: &Bytes, start: &mut usize) -> Recorded {
        let meta = buffer.slice(*start..self.meta_end);
        let data = buffer.slice(self.meta_end..self.data_end);
        *start = self.data_end;
        Recorded {
            position: self.position,
            stream: self.stream,
            revision: self.revision,
            id: self.id,
            name: self.name,
            recorded_micros: self.recorded_micros,
            occurred_on: self.occurred_on,
            subject: self.subject,
            meta,
            data,
        }
    }
}

fn passes(filter: &Filter, stream: &StreamName) -> bool {
    (filter.kinds.is_empty() || filter.kinds.contains(&stream.kind()))
        && filter.tenant.as_ref().is_none_or(|tenant| tenant == stream.tenant())
}

fn stream_of<'a>(
    connection: &Connection,
    streams: &'a mut Vec<Option<StreamName>>,
    row: &SqlRow<'_>,
) -> Result<&'a StreamName, LogError> {
    let id: i64 = row.get(1).map_err(unreadable)?;
    let index = usize::try_from(id).map_err(|_| nameless(id))?;
    if index >= streams.len() {
        streams.resize(index + 1, None);
    }
    let slot = &mut streams[index];
    if slot.is_none() {
        let name: String = connection
            .prepare_cached("SELECT name FROM streams WHERE id = ?1")
            .and_then(|mut query| query.query_row([id], |row| row.get(0)))
            .map_err(unreadable)?;
        *slot = Some(StreamName::parse(&name).map_err(|_| nameless(id))?);
    }
    slot.as_ref().ok_or_else(|| nameless(id))
}

fn nameless(stream: i64) -> LogError {
    LogError::Unreadable(format!("stream {stream} has a name of no known shape"))
}

fn name_of(names: &mut Vec<Arc<str>>, row: &SqlRow<'_>) -> Result<Arc<str>, LogError> {
    let text = row.get_ref(4).map_err(unreadable)?;
    let text = text.as_str().map_err(|_| LogError::Unreadable("type is no text".to_owned()))?;
    if let Some(name) = names.iter().find(|name| ***name == *text) {
        return Ok(name.clone());
    }
    let name: Arc<str> = text.into();
    names.push(name.clone());
    Ok(name)
}

fn read(
    row: &SqlRow<'_>,
    stream: StreamName,
    name: Arc<str>,
    buffer: &mut Vec<u8>,
) -> rusqlite::Result<Row> {
    let subject = match row.get_ref(7)?.as_blob_or_null()? {
        Some(bytes) => Uuid::from_slice(bytes).ok(),
        None => None,
    };
    buffer.extend_from_slice(row.get_ref(8)?.as_bytes()?);
    let meta_end = buffer.len();
    buffer.extend_from_slice(row.get_ref(9)?.as_bytes()?);
    Ok(Row {
        position: row.get::<_, i64>(0)?.cast_unsigned(),
        stream,
        revision: row.get::<_, i64>(2)?.cast_unsigned(),
        id: Uuid::from_slice(row.get_ref(3)?.as_blob()?).unwrap_or_default(),
        name,
        recorded_micros: row.get(5)?,
        occurred_on: date(row.get(6)?),
        subject,
        meta_end,
        data_end: buffer.len(),
    })
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
