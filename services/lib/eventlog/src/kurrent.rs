//! The log on a `KurrentDB` (formerly `EventStoreDB`) server, through its official client.
//!
//! Appends go through one streaming batch session: the client never sets `TCP_NODELAY`, and a call
//! per append waits for the other side's delayed acknowledgement (46 ms on loopback). The session
//! ends with its first refused append; whoever it took along asks again with a call of its own,
//! which finds the events if they were written, and says in full why not otherwise.
//!
//! The client keeps to the node it first found, and looks for no other when that one is gone
//! (`NodeConnection::next` of `kurrentdb` 1.2 hands out the same node again, and gives up for good
//! after its last attempt at discovery). So whoever follows the log's end makes a new client, with
//! a discovery of its own, whenever it was cut off; everybody asks with the newest.

mod asked;
mod head;
mod login;
mod moments;
mod position;
mod wire;

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use eventstore::{
    AppendToStreamOptions, BatchAppendClient, BatchAppendOptions, Client, CurrentRevision, Error,
    EventData, Position as ServerPosition, ReadAllOptions, ReadEvent, ReadStream,
    ReadStreamOptions, StreamPosition,
};
use jiff::Timestamp;
use tokio::sync::{Mutex, watch};
use tonic::Code;

use self::{
    asked::{server_side, state},
    head::{Follower, end, follow, raise},
    login::{By, Login},
    moments::Moments,
    wire::{outgoing, recorded},
};
use super::{
    Append, Appended, EventLog, Filter, LogError, PAGE_EVENTS_MAX, Page, Pages, Position, Recorded,
    StreamName, pages::in_turn,
};

/// How long an append may take before it counts as failed; a retry with the same ids is safe.
///
/// Less than half of what a request may take, so that the second try still fits into it.
const APPEND_SECONDS_MAX: u64 = 4;

/// The log on a server. Cloning is cheap.
#[derive(Clone)]
pub struct KurrentLog {
    client: watch::Receiver<Client>,
    login: Login,
    batch: Arc<Mutex<Option<Arc<BatchAppendClient>>>>,
    head: Arc<watch::Sender<Position>>,
    moments: Arc<Moments>,
    _follower: Arc<Follower>,
}

impl KurrentLog {
    /// Whether this is the address of a log server at all.
    ///
    /// # Errors
    ///
    /// [`LogError::Unreadable`] if it is none.
    pub fn check(url: &str) -> Result<(), LogError> {
        login::parse(url).map(|_| ())
    }

    /// Connects with a connection string such as
    /// `kurrentdb+discover://user:password@host:2113?tls=true&tlsCaFile=ca.crt`.
    ///
    /// # Errors
    ///
    /// [`LogError::Unreadable`] if the string is none, [`LogError::Unavailable`] if the server cannot
    /// be reached, [`LogError::Denied`] if it does not accept the credentials.
    pub async fn connect(url: &str) -> Result<Self, LogError> {
        let (settings, login) = login::parse(url)?;
        let client = Client::new(settings.clone()).map_err(|_| LogError::Unavailable)?;
        let last = end(&client, &login).await.map_err(|error| of(&error))?;
        let head = Arc::new(watch::Sender::new(last));
        let (renew, client) = watch::channel(client);
        let follower = tokio::spawn(follow(settings, login.clone(), renew, head.clone()));
        let (batch, moments) = Default::default();
        Ok(Self { client, login, batch, head, moments, _follower: Arc::new(Follower(follower)) })
    }

    fn client(&self) -> Client {
        self.client.borrow().clone()
    }

    /// Appends through the shared session, opened if need be.
    async fn in_batch(&self, append: &Append, events: Vec<EventData>) -> Result<Appended, Error> {
        let session = {
            let mut batch = self.batch.lock().await;
            if let Some(session) = &*batch {
                session.clone()
            } else {
                let session = self
                    .client()
                    .batch_append(&BatchAppendOptions::default().by(&self.login))
                    .await?;
                batch.insert(Arc::new(session)).clone()
            }
        };
        let answer =
            session.append_to_stream(append.stream.as_str(), state(append.expected), events);
        let deadline = Duration::from_secs(APPEND_SECONDS_MAX);
        let answer =
            tokio::time::timeout(deadline, answer).await.unwrap_or(Err(Error::DeadlineExceeded));
        match answer {
            Ok(written) => match (written.current_position(), written.current_revision()) {
                (Some(position), Some(revision)) => {
                    Ok(Appended { position: Position::at(position.commit), revision })
                }
                _ => Err(Error::InternalClientError),
            },
            Err(error) => {
                let mut batch = self.batch.lock().await;
                // Unless somebody has opened a new one already.
                batch.take_if(|now| Arc::ptr_eq(now, &session));
                Err(error)
            }
        }
    }

    /// Appends with a call of its own.
    async fn alone(&self, append: &Append, events: Vec<EventData>) -> Result<Appended, LogError> {
        let options =
            AppendToStreamOptions::default().by(&self.login).stream_state(state(append.expected));
        let written = self
            .client()
            .append_to_stream(append.stream.as_str(), &options, events)
            .await
            .map_err(|error| match error {
                Error::WrongExpectedVersion { current, .. } => LogError::Conflict {
                    expected: append.expected,
                    actual: match current {
                        CurrentRevision::Current(revision) => Some(revision),
                        CurrentRevision::NoStream => None,
                    },
                },
                // Only a part of these events is there, or an id stands elsewhere.
                Error::Grpc { code, .. } if is_code(code, Code::InvalidArgument) => {
                    LogError::PartialRetry
                }
                error => of(&error),
            })?;
        Ok(Appended {
            position: Position::at(written.position.commit),
            revision: written.next_expected_version,
        })
    }

    /// Hands on what the server sends: positions, and events if they are ours. Others may keep
    /// theirs on the same server.
    async fn read(
        mut read: ReadStream,
        mut keep: impl FnMut(Position, Option<Recorded>),
    ) -> Result<(), Error> {
        while let Some(read) = read.next_read_event().await? {
            let ReadEvent::Event(event) = read else { continue };
            let event = event.get_original_event();
            keep(Position::at(event.position.commit), recorded(event));
        }
        Ok(())
    }
}

#[async_trait]
impl EventLog for KurrentLog {
    async fn append(&self, append: Append) -> Result<Appended, LogError> {
        append.check()?;
        // The server says itself when it recorded an event.
        if append.recorded_at.is_some() {
            return Err(LogError::OutOfBounds);
        }
        let events = append.events.iter().map(outgoing).collect::<Option<Vec<_>>>();
        let events = events.ok_or(LogError::OutOfBounds)?;
        let appended = match self.in_batch(&append, events.clone()).await {
            Ok(appended) => appended,
            Err(_) => self.alone(&append, events).await?,
        };
        // What this process wrote it knows of, also before the server tells.
        raise(&self.head, appended.position);
        Ok(appended)
    }

    async fn read_stream(
        &self,
        stream: &StreamName,
        from: u64,
        max: usize,
    ) -> Result<Vec<Recorded>, LogError> {
        let options = ReadStreamOptions::default()
            .by(&self.login)
            .position(StreamPosition::Position(from))
            .max_count(max.min(PAGE_EVENTS_MAX));
        let mut events = Vec::new();
        let read = match self.client().read_stream(stream.as_str(), &options).await {
            Ok(read) => Self::read(read, |_, event| events.extend(event)).await,
            Err(error) => Err(error),
        };
        match read {
            Ok(()) | Err(Error::ResourceNotFound) => Ok(events),
            Err(error) => Err(of(&error)),
        }
    }

    async fn at(&self, position: Position) -> Result<Option<Recorded>, LogError> {
        let options =
            ReadAllOptions::default().by(&self.login).position(place(position)).max_count(1);
        let read = self.client().read_all(&options).await.map_err(|error| of(&error))?;
        let mut found = None;
        let there = Self::read(read, |_, event| found = event).await;
        there.map_err(|error| of(&error))?;
        Ok(found.filter(|event| event.position == position))
    }

    async fn read_all(
        &self,
        after: Position,
        filter: &Filter,
        max: usize,
    ) -> Result<Page, LogError> {
        // Asked for before: what the server leaves out up to here it has looked at.
        let end = *self.head.borrow();
        let max = max.min(PAGE_EVENTS_MAX);
        // Beside the page's: the event that stands at `after`, if the server lets it through, and
        // one that says that there is more.
        let options = ReadAllOptions::default()
            .by(&self.login)
            .position(place(after))
            .filter(server_side(filter))
            .max_count(max + 2);
        let read = self.client().read_all(&options).await.map_err(|error| of(&error))?;
        let (mut looked_at, mut last, mut moment) = (0, after, None);
        let mut events = Vec::new();
        Self::read(read, |position, event| {
            looked_at += usize::from(position > after);
            if position <= after || looked_at > max {
                return;
            }
            last = position;
            moment = event.as_ref().map(|event| (position, event.recorded_micros)).or(moment);
            events.extend(event.filter(|event| filter.lets_through(event)));
        })
        .await
        .map_err(|error| of(&error))?;
        let more = looked_at > max;
        // The end of a full page: such places stand apart, and are few.
        if let (true, Some(place)) = (more, moment) {
            self.moments.note(place);
        }
        Ok(Page { events, next: if more { last } else { end.max(last) }, more })
    }

    fn pages(&self, after: Position, until: Position, filter: Filter) -> Pages {
        let (log, filter) = (self.clone(), Arc::new(filter));
        in_turn(after, until, move |after| {
            let (log, filter) = (log.clone(), filter.clone());
            async move { log.read_all(after, &filter, PAGE_EVENTS_MAX).await }
        })
    }

    async fn position_at(&self, instant: Timestamp) -> Result<Position, LogError> {
        self.position_at(instant.as_microsecond()).await
    }

    async fn end(&self) -> Result<Position, LogError> {
        let end = end(&self.client(), &self.login).await.map_err(|error| of(&error))?;
        raise(&self.head, end);
        Ok(end)
    }

    fn head(&self) -> watch::Receiver<Position> {
        self.head.subscribe()
    }
}

/// Where a read begins: with the event that stands there. Of no number between two events may the
/// server be asked, for its positions are places in a file.
fn place(position: Position) -> StreamPosition<ServerPosition> {
    match position.into() {
        0 => StreamPosition::Start,
        at => StreamPosition::Position(ServerPosition { commit: at, prepare: at }),
    }
}

fn of(error: &Error) -> LogError {
    match error {
        Error::AccessDenied => LogError::Denied,
        Error::Grpc { code, .. } if is_code(*code, Code::Unauthenticated) => LogError::Denied,
        Error::Grpc { code, .. } if is_code(*code, Code::ResourceExhausted) => LogError::Busy,
        _ => LogError::Unavailable,
    }
}

/// The client brings a tonic of its own; the codes' numbers are the same.
fn is_code(code: impl Into<i32>, wanted: Code) -> bool {
    Code::from_i32(code.into()) == wanted
}
