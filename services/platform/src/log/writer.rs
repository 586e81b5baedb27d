//! The one writer: takes every append that waits, commits them together, answers them all.
//!
//! Invariant: nothing is answered before the commit that holds it is on disk, and after a failed
//! fsync nothing is answered at all until a restart (a second fsync may lie about the first).

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};
use rusqlite::{Connection, ErrorCode, OptionalExtension, params};
use tokio::sync::{mpsc, oneshot, watch};
use uuid::Uuid;

use super::{
    APPEND_EVENTS_MAX, Append, Appended, EVENT_BYTES_MAX, Expected, LogError, StreamName,
    schema::unreadable,
};

/// How many appends one commit may hold.
const COMMIT_APPENDS_MAX: usize = 1_024;
/// How many streams' ends are kept in memory (about 100 bytes each).
const STREAMS_KEPT_MAX: usize = 200_000;

/// An append and where its answer goes.
pub(super) struct Request {
    pub(super) append: Append,
    pub(super) answer: oneshot::Sender<Result<Appended, LogError>>,
}

/// The end of a stream: its number in the file and its last revision.
type End = (i64, Option<u64>);

pub(super) struct Writer {
    connection: Connection,
    /// Where each stream ends, those of the running commit included.
    ends: HashMap<StreamName, End>,
    last_position: u64,
    last_micros: i64,
    stopped: Option<String>,
    now: Box<dyn Fn() -> Timestamp + Send>,
}

impl Writer {
    pub(super) fn new(
        connection: Connection,
        now: Box<dyn Fn() -> Timestamp + Send>,
    ) -> Result<Self, LogError> {
        let (last_position, last_micros) = connection
            .query_row(
                "SELECT position, recorded_at FROM events ORDER BY position DESC LIMIT 1",
                [],
                |row| Ok((row.get::<_, i64>(0)?.cast_unsigned(), row.get(1)?)),
            )
            .optional()
            .map_err(unreadable)?
            .unwrap_or((0, 0));
        let ends = HashMap::new();
        Ok(Self { connection, ends, last_position, last_micros, stopped: None, now })
    }

    pub(super) fn last_position(&self) -> u64 {
        self.last_position
    }

    /// Works until nobody can ask any more.
    pub(super) fn run(mut self, mut requests: mpsc::Receiver<Request>, head: &watch::Sender<u64>) {
        let mut batch = Vec::with_capacity(COMMIT_APPENDS_MAX);
        while requests.blocking_recv_many(&mut batch, COMMIT_APPENDS_MAX) > 0 {
            let answers = self.commit(&batch);
            head.send_if_modified(|position| {
                std::mem::replace(position, self.last_position) != self.last_position
            });
            for (request, answer) in batch.drain(..).zip(answers) {
                // Whoever asked may be gone; a retry will find the events.
                let _ = request.answer.send(answer);
            }
        }
    }

    /// Commits what can be, and answers every request. All or nothing on disk.
    fn commit(&mut self, batch: &[Request]) -> Vec<Result<Appended, LogError>> {
        if let Some(why) = &self.stopped {
            return batch.iter().map(|_| Err(LogError::Stopped(why.clone()))).collect();
        }
        if self.ends.len() > STREAMS_KEPT_MAX {
            self.ends.clear();
        }
        let before = (self.last_position, self.last_micros);
        match self.try_commit(batch) {
            Ok(answers) => answers,
            Err(error) => {
                (self.last_position, self.last_micros) = before;
                self.ends.clear();
                // SQLite may have rolled back by itself already.
                let _ = self.connection.execute_batch("ROLLBACK");
                let error = self.classify(&error);
                tracing::error!(%error, "commit failed");
                batch.iter().map(|_| Err(error.clone())).collect()
            }
        }
    }

    fn try_commit(
        &mut self,
        batch: &[Request],
    ) -> rusqlite::Result<Vec<Result<Appended, LogError>>> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let mut answers = Vec::with_capacity(batch.len());
        for request in batch {
            answers.push(self.append(&request.append)?);
        }
        self.connection.execute_batch("COMMIT")?;
        Ok(answers)
    }

    /// A full disk passes; a disk that fails to write or sync does not.
    fn classify(&mut self, error: &rusqlite::Error) -> LogError {
        if error.sqlite_error_code() == Some(ErrorCode::DiskFull) {
            return LogError::DiskFull;
        }
        let why = error.to_string();
        self.stopped = Some(why.clone());
        LogError::Stopped(why)
    }

    /// The outer error fails the whole commit, the inner one only this append.
    fn append(&mut self, append: &Append) -> rusqlite::Result<Result<Appended, LogError>> {
        let within = (1..=APPEND_EVENTS_MAX).contains(&append.events.len())
            && append.events.iter().all(|event| event.data.len() <= EVENT_BYTES_MAX);
        if !within {
            return Ok(Err(LogError::OutOfBounds));
        }
        let end = self.end(&append.stream)?;
        let actual = end.and_then(|(_, revision)| revision);
        let fits = match append.expected {
            Expected::Any => true,
            Expected::NoStream => actual.is_none(),
            Expected::Exactly(revision) => actual == Some(revision),
        };
        if let (Some((stream, _)), true) = (end, !fits || append.expected == Expected::Any)
            && let Some(answer) = self.first_answer(stream, append)?
        {
            return Ok(answer);
        }
        if !fits {
            return Ok(Err(LogError::Conflict { expected: append.expected, actual }));
        }
        self.insert(append, end).map(Ok)
    }

    /// The end of a stream that exists.
    fn end(&mut self, stream: &StreamName) -> rusqlite::Result<Option<End>> {
        if let Some(end) = self.ends.get(stream) {
            return Ok(Some(*end));
        }
        let end = self
            .connection
            .prepare_cached(
                "SELECT id, (SELECT max(revision) FROM events WHERE stream = streams.id)
                 FROM streams WHERE name = ?1",
            )?
            .query_row([stream.as_str()], |row| {
                Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.map(i64::cast_unsigned)))
            })
            .optional()?;
        if let Some(end) = end {
            self.ends.insert(stream.clone(), end);
        }
        Ok(end)
    }

    /// What the first try of this append was answered, if there was one. Asked only when the
    /// expectation does not settle it: an exact one that fits is a first try by itself, because a
    /// retry finds the stream further on.
    fn first_answer(
        &self,
        stream: i64,
        append: &Append,
    ) -> rusqlite::Result<Option<Result<Appended, LogError>>> {
        let mut query = self.connection.prepare_cached(
            "SELECT revision, position FROM events WHERE stream = ?1 AND id = ?2
             ORDER BY revision LIMIT 1",
        )?;
        let mut places = Vec::new();
        for event in &append.events {
            let place = query.query_row(params![stream, event.id.as_bytes()], |row| {
                Ok((row.get::<_, i64>(0)?.cast_unsigned(), row.get::<_, i64>(1)?.cast_unsigned()))
            });
            places.push(place.optional()?);
        }
        if places.iter().all(Option::is_none) {
            return Ok(None);
        }
        let together = places.windows(2).all(|pair| match (pair[0], pair[1]) {
            (Some((first, _)), Some((second, _))) => second == first + 1,
            _ => false,
        });
        Ok(Some(match places.last().copied().flatten() {
            Some((revision, position)) if together => Ok(Appended { position, revision }),
            _ => Err(LogError::PartialRetry),
        }))
    }

    fn insert(&mut self, append: &Append, end: Option<End>) -> rusqlite::Result<Appended> {
        let (stream, last) = match end {
            Some(end) => end,
            None => (self.new_stream(&append.stream)?, None),
        };
        let now = append.recorded_at.unwrap_or_else(&self.now).as_microsecond();
        self.last_micros = self.last_micros.max(now);
        let mut revision = last.map_or(0, |last| last + 1);
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?;
        for event in &append.events {
            self.last_position += 1;
            let meta = serde_json::to_string(&event.meta)
                .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
            insert.execute(params![
                self.last_position.cast_signed(),
                stream,
                revision.cast_signed(),
                event.id.as_bytes(),
                event.name,
                self.last_micros,
                yyyymmdd(event.occurred_on),
                event.subject.as_ref().map(Uuid::as_bytes),
                meta,
                text(&event.data)?,
            ])?;
            revision += 1;
        }
        let revision = revision - 1;
        self.ends.insert(append.stream.clone(), (stream, Some(revision)));
        Ok(Appended { position: self.last_position, revision })
    }

    fn new_stream(&self, stream: &StreamName) -> rusqlite::Result<i64> {
        self.connection
            .prepare_cached("INSERT INTO streams (name) VALUES (?1)")?
            .insert([stream.as_str()])
    }
}

fn yyyymmdd(date: Date) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

fn text(data: &[u8]) -> rusqlite::Result<&str> {
    std::str::from_utf8(data).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}
