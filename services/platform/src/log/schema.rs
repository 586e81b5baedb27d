//! The tables of the embedded log. An open format: an auditor can query it with stock tools.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags};

use super::LogError;

/// Version of the tables below, kept in the file as `user_version`.
pub const FORMAT_VERSION: i64 = 1;

/// SQLite's own page size.
const PAGE_BYTES: u64 = 4_096;
/// Bytes of the file that may be read without copying.
const MMAP_BYTES_MAX: i64 = 16 << 30;
/// Pages of the write-ahead log after which it is folded into the file (16 MiB).
const WAL_PAGES_MAX: i64 = 4_096;
const WAIT_FOR_LOCK: Duration = Duration::from_secs(5);

/// `log` is the same in one view, for people.
const TABLES: &str = "
CREATE TABLE IF NOT EXISTS streams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams (id),
    revision INTEGER NOT NULL,
    id BLOB NOT NULL,
    type TEXT NOT NULL,
    recorded_at INTEGER NOT NULL, -- microseconds since 1970 UTC
    occurred_on INTEGER NOT NULL, -- yyyymmdd
    subject BLOB,
    meta TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (stream, revision)
) STRICT;
CREATE VIEW IF NOT EXISTS log AS
    SELECT position, name AS stream, revision, hex(events.id) AS id, type,
           strftime('%Y-%m-%dT%H:%M:%fZ', recorded_at / 1e6, 'unixepoch') AS recorded_at,
           occurred_on, hex(subject) AS subject, meta, data
    FROM events JOIN streams ON streams.id = events.stream;
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
