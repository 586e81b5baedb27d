//! The tables of the embedded log. An open format: an auditor can query it with stock tools.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::LogError;

/// Version of the tables below, kept in the file as `user_version`.
pub const FORMAT_VERSION: i64 = 4;

/// SQLite's own page size.
const PAGE_BYTES: u64 = 4_096;
/// Bytes of the file that may be read without copying, where much is read at once.
const MMAP_BYTES_MAX: i64 = 16 << 30;
/// Pages of the write-ahead log after which it is folded into the file (16 MiB).
const WAL_PAGES_MAX: i64 = 4_096;
/// How long a start or a read waits for another program that holds the file.
const WAIT_FOR_LOCK: Duration = Duration::from_secs(5);
/// How long a commit waits for it. Who waits behind that commit waits twice as long, and is to be
/// answered before giving up.
const COMMIT_WAIT_FOR_LOCK: Duration = Duration::from_secs(2);

/// `blocks` has the events, many to a row; `log` shows them one by one, for people.
///
/// `places` finds the events of a stream, `tenant_places` those of a tenant. They are filled many
/// events at a time, because a stream's rows land on other pages than its neighbour's; `placed` tells
/// up to which position each time.
const TABLES: &str = "
CREATE TABLE IF NOT EXISTS streams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE IF NOT EXISTS types (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE IF NOT EXISTS blocks (
    first INTEGER PRIMARY KEY, -- position of its first event
    events INTEGER NOT NULL,
    start INTEGER NOT NULL, -- bytes of all bodies before its own
    lines TEXT NOT NULL, -- for each event 81 bytes, which log takes apart
    bodies BLOB NOT NULL -- of each event: id, subject or zeros (16 bytes each), meta and data as JSON
) STRICT;
CREATE TABLE IF NOT EXISTS places (
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (stream, revision)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS placed (
    until INTEGER PRIMARY KEY,
    since INTEGER NOT NULL -- the first position
) STRICT;
CREATE TABLE IF NOT EXISTS tenant_places (
    until INTEGER NOT NULL, -- as in placed
    tenant TEXT NOT NULL,
    first INTEGER NOT NULL, -- position of its first event
    runs TEXT NOT NULL, -- '0+3 35 7+2': three, after 35 of others one, after seven two
    PRIMARY KEY (until, tenant, first)
) STRICT, WITHOUT ROWID;
CREATE VIEW IF NOT EXISTS log AS
    WITH RECURSIVE
    numbers (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM numbers WHERE n < 511),
    line AS (
        SELECT first + n AS position, substr(lines, 81 * n + 1, 80) AS text, start, bodies
        FROM blocks CROSS JOIN numbers ON n < events -- in this order
    ),
    event AS (
        SELECT position, bodies,
               CAST(substr(text, 1, 10) AS INTEGER) AS stream,
               CAST(substr(text, 12, 10) AS INTEGER) AS revision,
               CAST(substr(text, 23, 5) AS INTEGER) AS type,
               CAST(substr(text, 29, 16) AS INTEGER) AS micros,
               CAST(substr(text, 46, 8) AS INTEGER) AS occurred_on,
               CAST(substr(text, 55, 13) AS INTEGER) - start + 1 AS body,
               CAST(substr(text, 69, 6) AS INTEGER) AS body_bytes,
               CAST(substr(text, 76, 5) AS INTEGER) AS meta_bytes
        FROM line
    )
    SELECT position, streams.name AS stream, revision, hex(substr(bodies, body, 16)) AS id,
           types.name AS type,
           strftime('%Y-%m-%dT%H:%M:%fZ', micros / 1e6, 'unixepoch') AS recorded_at,
           occurred_on, nullif(hex(substr(bodies, body + 16, 16)), hex(zeroblob(16))) AS subject,
           CAST(substr(bodies, body + 32, meta_bytes) AS TEXT) AS meta,
           CAST(substr(bodies, body + 32 + meta_bytes, body_bytes - 32 - meta_bytes) AS TEXT) AS data
    FROM event
    JOIN streams ON streams.id = event.stream
    JOIN types ON types.id = event.type;
";

/// Opens the log for its one writer and makes the tables.
pub(super) fn open_to_write(file: &Path, bytes_max: Option<u64>) -> Result<Connection, LogError> {
    let connection = Connection::open(file).map_err(unreadable)?;
    // Asked before anything is written: what is of another format stays as it is.
    let version = version(&connection).map_err(unreadable)?;
    if version.is_some_and(|version| version != FORMAT_VERSION) {
        return Err(LogError::Unreadable(format!(
            "its format is {}, this version reads {FORMAT_VERSION}: run the version that wrote it \
             (its stc log export gives every event as JSON), or give another --data",
            version.unwrap_or_default()
        )));
    }
    let prepare = || -> rusqlite::Result<()> {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "wal_autocheckpoint", WAL_PAGES_MAX)?;
        connection.pragma_update(None, "cache_size", -65_536)?;
        if let Some(bytes_max) = bytes_max {
            let pages = i64::try_from(bytes_max / PAGE_BYTES).unwrap_or(i64::MAX);
            connection.pragma_update(None, "max_page_count", pages)?;
        }
        if version.is_none() {
            connection.pragma_update(None, "user_version", FORMAT_VERSION)?;
        }
        connection.execute_batch(TABLES)?;
        connection.busy_timeout(COMMIT_WAIT_FOR_LOCK)
    };
    prepare().map_err(unreadable)?;
    Ok(connection)
}

/// The format of the file; `None` if it is new.
fn version(connection: &Connection) -> rusqlite::Result<Option<i64>> {
    connection.busy_timeout(WAIT_FOR_LOCK)?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok((tables > 0 || version != 0).then_some(version))
}

/// Opens the log to read; works beside the process that writes it. `mapped` is quicker for much, and
/// keeps what was read in the memory of the process for as long as the connection lives.
pub(super) fn open_to_read(file: &Path, mapped: bool) -> Result<Connection, LogError> {
    let open = || -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(file, flags)?;
        connection.busy_timeout(WAIT_FOR_LOCK)?;
        let mapped_bytes = if mapped { MMAP_BYTES_MAX } else { 0 };
        connection.pragma_update(None, "mmap_size", mapped_bytes)?;
        Ok(connection)
    };
    open().map_err(unreadable)
}

#[expect(clippy::needless_pass_by_value, reason = "reads better in `map_err`")]
pub(super) fn unreadable(error: rusqlite::Error) -> LogError {
    if is_locked(&error) { LogError::Locked } else { LogError::Unreadable(error.to_string()) }
}

pub(super) fn damaged(what: &str) -> LogError {
    LogError::Unreadable(format!("{what} is of no known shape"))
}

/// Whether another program is all that is in the way.
pub(super) fn is_locked(error: &rusqlite::Error) -> bool {
    use ErrorCode::{DatabaseBusy, DatabaseLocked, FileLockingProtocolFailed};
    let code = error.sqlite_error_code();
    matches!(code, Some(DatabaseBusy | DatabaseLocked | FileLockingProtocolFailed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_is_synced_before_it_is_answered() {
        let dir = tempfile::tempdir().unwrap();
        let connection = open_to_write(&dir.path().join("log.db"), None).unwrap();
        let synchronous: i64 =
            connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
        // 2 is FULL: the write-ahead log is synced with every commit.
        assert_eq!(synchronous, 2);
        let journal: String =
            connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(journal, "wal");
    }
}
