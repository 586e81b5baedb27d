//! The tables of the embedded log. An open format: an auditor can query it with stock tools.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags};

use super::LogError;

/// Version of the tables below, kept in the file as `user_version`.
pub const FORMAT_VERSION: i64 = 2;

/// SQLite's own page size.
const PAGE_BYTES: u64 = 4_096;
/// Bytes of the file that may be read without copying.
const MMAP_BYTES_MAX: i64 = 16 << 30;
/// Pages of the write-ahead log after which it is folded into the file (16 MiB).
const WAL_PAGES_MAX: i64 = 4_096;
const WAIT_FOR_LOCK: Duration = Duration::from_secs(5);

/// Columns are few and an event's bytes lie together, for a replay pays for every column of every
/// row. `log` is the same in one view, for people.
///
/// `places` finds the events of a stream. It is filled many events at a time, because each of its
/// rows lands on another page; `placed` tells up to which position.
const TABLES: &str = "
CREATE TABLE IF NOT EXISTS streams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE IF NOT EXISTS types (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams (id),
    revision INTEGER NOT NULL,
    type INTEGER NOT NULL REFERENCES types (id),
    recorded_at INTEGER NOT NULL, -- microseconds since 1970 UTC
    occurred_on INTEGER NOT NULL, -- yyyymmdd
    meta_bytes INTEGER NOT NULL,
    body BLOB NOT NULL -- id, subject or zeros (16 bytes each), meta and data as JSON
) STRICT;
CREATE TABLE IF NOT EXISTS places (
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (stream, revision)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS placed (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    until INTEGER NOT NULL
) STRICT;
INSERT OR IGNORE INTO placed VALUES (1, 0);
CREATE VIEW IF NOT EXISTS log AS
    SELECT position, streams.name AS stream, revision, hex(substr(body, 1, 16)) AS id,
           types.name AS type,
           strftime('%Y-%m-%dT%H:%M:%fZ', recorded_at / 1e6, 'unixepoch') AS recorded_at,
           occurred_on, nullif(hex(substr(body, 17, 16)), hex(zeroblob(16))) AS subject,
           CAST(substr(body, 33, meta_bytes) AS TEXT) AS meta,
           CAST(substr(body, 33 + meta_bytes) AS TEXT) AS data
    FROM events
    JOIN streams ON streams.id = events.stream
    JOIN types ON types.id = events.type;
";

/// Opens the log for its one writer and makes the tables.
pub(super) fn open_to_write(file: &Path, bytes_max: Option<u64>) -> Result<Connection, LogError> {
    let open = || -> rusqlite::Result<(Connection, i64)> {
        let connection = Connection::open(file)?;
        connection.busy_timeout(WAIT_FOR_LOCK)?;
        let fresh = !connection.table_exists(None, "events")?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "wal_autocheckpoint", WAL_PAGES_MAX)?;
        connection.pragma_update(None, "cache_size", -65_536)?;
        if let Some(bytes_max) = bytes_max {
            let pages = i64::try_from(bytes_max / PAGE_BYTES).unwrap_or(i64::MAX);
            connection.pragma_update(None, "max_page_count", pages)?;
        }
        if fresh {
            connection.pragma_update(None, "user_version", FORMAT_VERSION)?;
        }
        let version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        connection.execute_batch(TABLES)?;
        Ok((connection, version))
    };
    let (connection, version) = open().map_err(unreadable)?;
    if version != FORMAT_VERSION {
        return Err(LogError::Unreadable(format!(
            "its format is {version}, this version reads {FORMAT_VERSION}"
        )));
    }
    Ok(connection)
}

/// Opens the log to read; works beside the process that writes it.
pub(super) fn open_to_read(file: &Path) -> Result<Connection, LogError> {
    let open = || -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(file, flags)?;
        connection.busy_timeout(WAIT_FOR_LOCK)?;
        connection.pragma_update(None, "mmap_size", MMAP_BYTES_MAX)?;
        Ok(connection)
    };
    open().map_err(unreadable)
}

#[expect(clippy::needless_pass_by_value, reason = "reads better in `map_err`")]
pub(super) fn unreadable(error: rusqlite::Error) -> LogError {
    LogError::Unreadable(error.to_string())
}
