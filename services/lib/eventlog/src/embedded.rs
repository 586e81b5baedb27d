//! The embedded log: one SQLite file, one writer thread, a few readers.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, RwLock},
    thread,
    time::Duration,
};

use async_trait::async_trait;
use futures::{StreamExt, stream};
use jiff::Timestamp;
use tokio::sync::{Semaphore, mpsc, oneshot, watch};

use super::{
    Append, Appended, EventLog, Filter, LogError, PAGE_EVENTS_MAX, Page, Pages, Position, Recorded,
    StreamName,
    blocks::BLOCK_EVENTS,
    pages::in_turn,
    reader::Reader,
    schema::open_to_write,
    tail::Tail,
    writer::{Request, Writer},
};

/// How many appends may wait for the writer.
const APPENDS_WAITING_MAX: usize = 4_096;
/// How many pages of a replay are read ahead.
const PAGES_AHEAD_MAX: usize = 3;
/// How many events' places are written to the file together.
const TAIL_EVENTS_MAX: usize = 8_192;
/// Pause before a file that another program holds is opened again.
const LOCKED_PAUSE_MILLIS: u64 = 500;
/// How many reads run at once.
const READERS_MAX: usize = 4;

/// How the embedded log is kept.
#[derive(Default)]
pub struct Options {
    /// Largest size of the file, bytes; beyond it the log says that the disk is full.
    pub bytes_max: Option<u64>,
    /// Another clock than the machine's, for generators and tests.
    pub now: Option<Box<dyn Fn() -> Timestamp + Send>>,
    /// How many events the file takes together.
    pub sizes: Sizes,
}

/// How many events the file takes together. Tests take few, to come to every edge.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// In a row.
    pub block_events: usize,
    /// Whose places are written at once.
    pub tail_events: usize,
}

impl Default for Sizes {
    fn default() -> Self {
        Self { block_events: BLOCK_EVENTS, tail_events: TAIL_EVENTS_MAX }
    }
}

/// The log in one SQLite file. Cloning is cheap; the writer stops with the last clone.
#[derive(Clone)]
pub struct EmbeddedLog {
    requests: mpsc::Sender<Request>,
    head: watch::Receiver<Position>,
    tail: Arc<RwLock<Tail>>,
    readers: Arc<Readers>,
    _writer: Arc<WriterThread>,
}

/// Joins the writer when the log is dropped, so that a directory can be opened again at once.
struct WriterThread(Option<thread::JoinHandle<()>>, Option<mpsc::Sender<Request>>);

struct Readers {
    file: PathBuf,
    /// For a few events.
    idle: Mutex<Vec<Reader>>,
    /// For many. They keep what they read in memory, so they go when the reading is over.
    idle_bulk: Mutex<Vec<Reader>>,
    permits: Semaphore,
}

impl EmbeddedLog {
    /// Opens or makes the log in this file. As long as another program lets nobody read it, waits and
    /// says so.
    ///
    /// # Errors
    ///
    /// [`LogError::Unreadable`] if the file is no log of this version.
    pub fn open(file: &Path, options: Options) -> Result<Self, LogError> {
        let now = options.now.unwrap_or_else(|| Box::new(crate::clock::now));
        let tail = Arc::default();
        let connection = loop {
            match open_to_write(file, options.bytes_max) {
                Err(error @ LogError::Locked) => tracing::warn!(%error, "the start waits"),
                opened => break opened?,
            }
            thread::sleep(Duration::from_millis(LOCKED_PAUSE_MILLIS));
        };
        let writer = Writer::new(connection, Arc::clone(&tail), options.sizes, now)?;
        let (requests, receiver) = mpsc::channel(APPENDS_WAITING_MAX);
        let (publish, head) = watch::channel(writer.last_position());
        let thread = thread::Builder::new()
            .name("log-writer".to_owned())
            .spawn(move || writer.run(receiver, &publish))
            .map_err(|error| LogError::Unreadable(error.to_string()))?;
        let readers = Readers {
            file: file.to_owned(),
            idle: Mutex::default(),
            idle_bulk: Mutex::default(),
            permits: Semaphore::new(READERS_MAX),
        };
        let writer = WriterThread(Some(thread), Some(requests.clone()));
        Ok(Self { requests, head, tail, readers: Arc::new(readers), _writer: Arc::new(writer) })
    }

    /// Answers when the disk failed and nothing can be appended any more. Whoever serves the log
    /// should end then: a restart tells whether the disk works again.
    pub async fn stopped(&self) -> LogError {
        let mut head = self.head.clone();
        while head.changed().await.is_ok() {}
        LogError::Stopped("the log stopped".to_owned())
    }

    /// Whether a few pages lead from here to the end.
    fn is_near_the_end(&self, after: Position) -> bool {
        let near = (PAGES_AHEAD_MAX * PAGE_EVENTS_MAX) as u64;
        u64::from(*self.head.borrow()) <= u64::from(after).saturating_add(near)
    }

    async fn read<T: Send + 'static>(
        &self,
        reading: Reading,
        work: impl FnOnce(&mut Reader) -> Result<T, LogError> + Send + 'static,
    ) -> Result<T, LogError> {
        let readers = self.readers.clone();
        let gone = || LogError::Unreadable("the reader stopped".to_owned());
        let permit = self.readers.permits.acquire().await.map_err(|_| gone())?;
        let result = tokio::task::spawn_blocking(move || {
            let mut reader = readers.take(reading)?;
            let result = work(&mut reader);
            readers.give_back(reading, reader);
            result
        });
        let result = result.await.map_err(|_| gone())?;
        drop(permit);
        result
    }
}

impl Readers {
    fn take(&self, reading: Reading) -> Result<Reader, LogError> {
        let idle = self.idle(reading).lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(
            || match reading {
                Reading::Bulk => Reader::open(&self.file),
                Reading::Few | Reading::AtTheEnd => Reader::open_for_few(&self.file),
            },
            Ok,
        )
    }

    fn give_back(&self, reading: Reading, reader: Reader) {
        self.idle(reading).lock().unwrap_or_else(PoisonError::into_inner).push(reader);
        if reading == Reading::AtTheEnd {
            self.idle_bulk.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }

    fn idle(&self, reading: Reading) -> &Mutex<Vec<Reader>> {
        match reading {
            Reading::Bulk => &self.idle_bulk,
            Reading::Few | Reading::AtTheEnd => &self.idle,
        }
    }
}

/// How much is going to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// Page after page of the whole log.
    Bulk,
    /// A few events, or one tenant's.
    Few,
    /// What was recorded last: whoever reads it has read the rest.
    AtTheEnd,
}

impl Drop for WriterThread {
    fn drop(&mut self) {
        self.1.take();
        // The other senders are gone already: the clone that owned this was the last.
        if let Some(thread) = self.0.take() {
            let _ = thread.join();
        }
    }
}

#[async_trait]
impl EventLog for EmbeddedLog {
    async fn append(&self, append: Append) -> Result<Appended, LogError> {
        append.check()?;
        let (answer, answered) = oneshot::channel();
        let stopped = || LogError::Stopped("the writer is gone".to_owned());
        self.requests.try_send(Request { append, answer }).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => LogError::Busy,
            mpsc::error::TrySendError::Closed(_) => stopped(),
        })?;
        answered.await.map_err(|_| stopped())?
    }

    async fn read_stream(
        &self,
        stream: &StreamName,
        from: u64,
        max: usize,
    ) -> Result<Vec<Recorded>, LogError> {
        let tail: Vec<u64> = {
            let tail = self.tail.read().unwrap_or_else(PoisonError::into_inner);
            let places = tail.of(stream).iter().filter(|(revision, _)| *revision >= from);
            places.map(|(_, position)| *position).collect()
        };
        let stream = stream.clone();
        self.read(Reading::Few, move |reader| reader.stream(&stream, from, max, &tail)).await
    }

    async fn at(&self, position: Position) -> Result<Option<Recorded>, LogError> {
        // Positions have no gaps.
        let Some(before) = u64::from(position).checked_sub(1).map(Position::at) else {
            return Ok(None);
        };
        let one = move |reader: &mut Reader| reader.all(before, &Filter::default(), 1);
        Ok(self.read(Reading::Few, one).await?.events.pop())
    }

    async fn read_all(
        &self,
        after: Position,
        filter: &Filter,
        max: usize,
    ) -> Result<Page, LogError> {
        let filter = filter.clone();
        let reading = match (&filter.tenant, self.is_near_the_end(after)) {
            (Some(_), _) => Reading::Few,
            (None, true) => Reading::AtTheEnd,
            (None, false) => Reading::Bulk,
        };
        self.read(reading, move |reader| reader.all(after, &filter, max)).await
    }

    fn pages(&self, after: Position, until: Position, filter: Filter) -> Pages {
        let one_tenant = filter.tenant.is_some();
        let reading = if one_tenant { Reading::Few } else { Reading::Bulk };
        let (log, filter) = (self.clone(), Arc::new(filter));
        let read = move |after| {
            let (log, filter) = (log.clone(), filter.clone());
            async move {
                let max = PAGE_EVENTS_MAX;
                log.read(reading, move |reader| reader.between(after, until, &filter, max)).await
            }
        };
        if one_tenant {
            return in_turn(after, until, read);
        }
        // Positions have no gaps, so every page is known beforehand and several are read at once.
        stream::iter((u64::from(after)..until.into()).step_by(PAGE_EVENTS_MAX))
            // Spawned, so that it is read while the page before is used.
            .map(move |after| tokio::spawn(read(Position::at(after))))
            .buffered(PAGES_AHEAD_MAX)
            .map(|joined| {
                joined.unwrap_or_else(|_| Err(LogError::Unreadable("a reader stopped".to_owned())))
            })
            .boxed()
    }

    async fn position_at(&self, instant: Timestamp) -> Result<Position, LogError> {
        self.read(Reading::Few, move |reader| reader.position_at(instant.as_microsecond())).await
    }

    async fn end(&self) -> Result<Position, LogError> {
        Ok(*self.head().borrow())
    }

    fn head(&self) -> watch::Receiver<Position> {
        self.head.clone()
    }
}
