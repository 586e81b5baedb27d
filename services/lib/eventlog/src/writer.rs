//! The one writer: takes every append that waits, commits them together, answers them all.
//!
//! Invariant: nothing is answered before the commit that holds it is on disk, and after a failed
//! fsync nothing is answered at all until a restart (a second fsync may lie about the first). A full
//! disk and a file that another program holds pass: nothing was written, and the next commit may do.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
    thread,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode, OptionalExtension};
use tokio::sync::{mpsc, oneshot, watch};

use uuid::Uuid;

use super::{
    Append, Appended, Expected, LogError, Position, StreamName,
    blocks::{self, Blocks, Ending},
    embedded::Sizes,
    position::Number,
    runs,
    schema::{is_locked, unreadable},
    tail::{Place, Tail},
};

/// How long a commit waits for the next who may ask, at most.
const GATHER_QUIET_MICROS_MAX: u64 = 50;
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
type End = (u64, Option<u64>);

pub(super) struct Writer {
    connection: Connection,
    /// Where each stream ends, those of the running commit included.
    ends: HashMap<StreamName, End>,
    types: HashMap<String, u64>,
    /// Places of what is committed; readers look here too.
    tail: Arc<RwLock<Tail>>,
    /// Places of the running commit.
    running: Tail,
    /// Where the file ends, and the events of the running commit that are in no row yet.
    ending: Ending,
    /// Where it ends for everybody else.
    committed: Number,
    /// Whether `ending` may be wrong, because the last commit failed.
    uncertain: bool,
    sizes: Sizes,
    /// Whether the disk failed.
    stopped: bool,
    now: Box<dyn Fn() -> Timestamp + Send>,
}

impl Writer {
    pub(super) fn new(
        connection: Connection,
        tail: Arc<RwLock<Tail>>,
        sizes: Sizes,
        now: Box<dyn Fn() -> Timestamp + Send>,
    ) -> Result<Self, LogError> {
        let ending = Ending::load(&connection, sizes.block_events).map_err(unreadable)?;
        load_tail(&connection, &mut tail.write().unwrap_or_else(PoisonError::into_inner))?;
        Ok(Self {
            committed: ending.running.next() - 1,
            uncertain: false,
            connection,
            ends: HashMap::new(),
            types: HashMap::new(),
            tail,
            running: Tail::default(),
            ending,
            sizes,
            stopped: false,
            now,
        })
    }

    /// The last position that is committed.
    pub(super) fn last_position(&self) -> Position {
        Position::at(self.committed)
    }

    /// Works until nobody can ask any more, or the disk failed: whoever waits for the end of the log
    /// then learns that there is none any more.
    pub(super) fn run(
        mut self,
        mut requests: mpsc::Receiver<Request>,
        head: &watch::Sender<Position>,
    ) {
        let mut batch = Vec::with_capacity(COMMIT_APPENDS_MAX);
        let mut expected = 0;
        while requests.blocking_recv_many(&mut batch, COMMIT_APPENDS_MAX) > 0 {
            gather(&mut batch, &mut requests, expected);
            let answers = self.commit(&batch);
            // Those who wait already, and those who may ask again once they are answered.
            expected = requests.len() + batch.len();
            head.send_if_modified(|position| {
                std::mem::replace(position, self.last_position()) != self.last_position()
            });
            for (request, answer) in batch.drain(..).zip(answers) {
                // Whoever asked may be gone; a retry will find the events.
                let _ = request.answer.send(answer);
            }
            if self.stopped {
                return;
            }
        }
    }

    /// Commits what can be, and answers every request. All or nothing on disk.
    fn commit(&mut self, batch: &[Request]) -> Vec<Result<Appended, LogError>> {
        if self.ends.len() > STREAMS_KEPT_MAX {
            self.ends.clear();
        }
        match self.try_commit(batch) {
            Ok(answers) => answers,
            Err(error) => {
                self.ends.clear();
                self.types.clear();
                self.running.clear();
                // SQLite may have rolled back by itself already.
                let _ = self.connection.execute_batch("ROLLBACK");
                self.uncertain = true;
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
        if self.uncertain {
            // What comes next follows what stands in the file, as after a restart.
            self.ending = Ending::load(&self.connection, self.sizes.block_events)?;
            self.uncertain = false;
        }
        let place = self.tail().count() >= self.sizes.tail_events;
        if place {
            self.write_places()?;
        }
        let mut answers = Vec::with_capacity(batch.len());
        for request in batch {
            answers.push(self.append(&request.append)?);
        }
        self.ending.write(&self.connection)?;
        self.connection.execute_batch("COMMIT")?;
        self.committed = self.ending.running.next() - 1;
        let mut tail = self.tail.write().unwrap_or_else(PoisonError::into_inner);
        if place {
            tail.clear();
        }
        tail.absorb(&mut self.running);
        Ok(answers)
    }

    fn tail(&self) -> std::sync::RwLockReadGuard<'_, Tail> {
        self.tail.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes the places of everything that is committed.
    fn write_places(&self) -> rusqlite::Result<()> {
        let mut insert =
            self.connection.prepare_cached("INSERT INTO places VALUES (?1, ?2, ?3)")?;
        for (stream, (revision, position)) in self.tail().in_order() {
            insert.execute([stream, revision, position].map(u64::cast_signed))?;
        }
        runs::write(&self.connection, self.committed, &self.tail().by_tenant())
    }

    /// A full disk and another program's lock pass; a disk that fails to write or sync does not.
    fn classify(&mut self, error: &rusqlite::Error) -> LogError {
        if error.sqlite_error_code() == Some(ErrorCode::DiskFull) {
            return LogError::DiskFull;
        }
        if is_locked(error) {
            return LogError::Locked;
        }
        self.stopped = true;
        LogError::Stopped(error.to_string())
    }

    /// The outer error fails the whole commit, the inner one only this append.
    fn append(&mut self, append: &Append) -> rusqlite::Result<Result<Appended, LogError>> {
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
                "SELECT id, (SELECT max(revision) FROM places WHERE stream = streams.id)
                 FROM streams WHERE name = ?1",
            )?
            .query_row([stream.as_str()], |row| {
                let revision: Option<i64> = row.get(1)?;
                Ok((row.get::<_, i64>(0)?.cast_unsigned(), revision.map(i64::cast_unsigned)))
            })
            .optional()?
            .map(|(number, placed)| {
                let newest = self.tail().of(stream).last().map(|(revision, _)| *revision);
                (number, newest.or(placed))
            });
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
        stream: u64,
        append: &Append,
    ) -> rusqlite::Result<Option<Result<Appended, LogError>>> {
        let mut blocks = Blocks::new(&self.connection);
        let mut wanted: HashMap<Uuid, Option<Place>> =
            append.events.iter().map(|event| (event.id, None)).collect();
        let mut missing = wanted.len();
        for (revision, position) in self.places(stream, &append.stream)? {
            let id = match self.ending.running.id(position) {
                Some(id) => Some(id),
                None => blocks.id(position)?,
            };
            if let Some(found @ None) = id.and_then(|id| wanted.get_mut(&id)) {
                *found = Some((revision, position));
                missing -= 1;
            }
            if missing == 0 {
                break;
            }
        }
        if missing == wanted.len() {
            return Ok(None);
        }
        let found: Vec<_> = append.events.iter().map(|event| wanted[&event.id]).collect();
        let together = found.windows(2).all(|pair| match (pair[0], pair[1]) {
            (Some((first, _)), Some((second, _))) => second == first + 1,
            _ => false,
        });
        Ok(Some(match found.last().copied().flatten() {
            Some((revision, position)) if together => {
                Ok(Appended { position: Position::at(position), revision })
            }
            _ => Err(LogError::PartialRetry),
        }))
    }

    /// Where all events of a stream stand, those of the running commit included.
    fn places(&self, number: u64, stream: &StreamName) -> rusqlite::Result<Vec<Place>> {
        let mut query = self.connection.prepare_cached(
            "SELECT revision, position FROM places WHERE stream = ?1 ORDER BY revision",
        )?;
        let rows = query.query_map([number.cast_signed()], |row| {
            Ok((row.get::<_, i64>(0)?.cast_unsigned(), row.get::<_, i64>(1)?.cast_unsigned()))
        })?;
        let mut places = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        let until = places.last().map_or(0, |(_, position)| *position);
        let tail = self.tail();
        let newer = tail.of(stream).iter().chain(self.running.of(stream));
        // Right after the tail was written, the running commit sees its places twice.
        places.extend(newer.filter(|(_, position)| *position > until));
        Ok(places)
    }

    fn insert(&mut self, append: &Append, end: Option<End>) -> rusqlite::Result<Appended> {
        let (stream, last) = match end {
            Some(end) => end,
            None => (self.new_stream(&append.stream)?, None),
        };
        let now = append.recorded_at.unwrap_or_else(&self.now).as_microsecond();
        self.ending.last_micros = self.ending.last_micros.max(now);
        let mut revision = last.map_or(0, |last| last + 1);
        for event in &append.events {
            let position = self.ending.running.next();
            let place = blocks::Place {
                stream,
                revision,
                name: self.type_number(&event.name)?,
                recorded_micros: self.ending.last_micros,
            };
            self.ending.running.push(&place, event)?;
            if self.ending.running.is_full() {
                self.ending.write(&self.connection)?;
            }
            self.running.add(&append.stream, stream, (revision, position));
            revision += 1;
        }
        let revision = revision - 1;
        self.ends.insert(append.stream.clone(), (stream, Some(revision)));
        let position = Position::at(self.ending.running.next() - 1);
        Ok(Appended { position, revision })
    }

    fn type_number(&mut self, name: &str) -> rusqlite::Result<u64> {
        if let Some(number) = self.types.get(name) {
            return Ok(*number);
        }
        self.connection.execute("INSERT OR IGNORE INTO types (name) VALUES (?1)", [name])?;
        let query = "SELECT id FROM types WHERE name = ?1";
        let number = self.connection.query_row(query, [name], |row| row.get::<_, i64>(0))?;
        let number = number.cast_unsigned();
        self.types.insert(name.to_owned(), number);
        Ok(number)
    }

    fn new_stream(&self, stream: &StreamName) -> rusqlite::Result<u64> {
        self.connection
            .prepare_cached("INSERT INTO streams (name) VALUES (?1)")?
            .insert([stream.as_str()])
            .map(i64::cast_unsigned)
    }
}

/// Lets those who were just answered ask again before the next commit, as long as they come quickly
/// beside an fsync. Without it the first of them would get a commit of its own, and the others wait
/// for that. A single writer never waits.
fn gather(batch: &mut Vec<Request>, requests: &mut mpsc::Receiver<Request>, expected: usize) {
    let quiet_max = Duration::from_micros(GATHER_QUIET_MICROS_MAX);
    let mut last = Instant::now();
    while batch.len() < expected.min(COMMIT_APPENDS_MAX) && last.elapsed() < quiet_max {
        match requests.try_recv() {
            Ok(request) => {
                batch.push(request);
                last = Instant::now();
            }
            Err(_) => thread::yield_now(),
        }
    }
}

/// The places that the file does not have yet.
fn load_tail(connection: &Connection, tail: &mut Tail) -> Result<(), LogError> {
    let mut load = || -> rusqlite::Result<()> {
        let mut name_of = connection.prepare("SELECT name FROM streams WHERE id = ?1")?;
        let until = runs::written_until(connection)?;
        let (mut position, mut blocks) = (until + 1, Blocks::new(connection));
        while let Some(lines) = blocks.lines(position..u64::MAX)? {
            for line in lines {
                let line = line.ok_or(rusqlite::Error::InvalidQuery)?;
                let name: String =
                    name_of.query_row([line.stream.cast_signed()], |row| row.get(0))?;
                let name = StreamName::parse(&name).map_err(|_| rusqlite::Error::InvalidQuery)?;
                tail.add(&name, line.stream, (line.revision, position));
                position += 1;
            }
        }
        Ok(())
    };
    load().map_err(unreadable)
}
