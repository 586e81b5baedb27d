//! The append-only event log: the only source of truth.
//!
//! Semantics are those of KurrentDB: revisions without a gap, one total order, atomic appends, an
//! expected revision, and a retry with the same event ids answered with the first result.
//!
//! Invariant: an append is durable before it is answered.

mod ahead;
mod blocks;
pub mod clock;
mod embedded;
mod envelope;
#[cfg(feature = "kurrentdb")]
mod kurrent;
mod line;
mod pages;
mod position;
mod reader;
mod recorded;
pub mod retry;
mod runs;
mod schema;
mod tail;
mod watched;
mod writer;

use std::{collections::HashSet, fmt, sync::Arc};

use async_trait::async_trait;
use futures::stream::BoxStream;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use uuid::Uuid;

pub use ahead::{AHEAD_MINUTES_MAX, Ahead, ahead};
pub use embedded::{EmbeddedLog, Options, Sizes};
pub use envelope::Envelope;
use kernel::{Purpose, Role, TenantId, tenant::BadTenant};
#[cfg(feature = "kurrentdb")]
pub use kurrent::KurrentLog;
pub use pages::{subscribe, whole_stream};
pub use position::Position;
pub use reader::Reader;
pub use recorded::type_name;
pub use recorded::{Body, Recorded};
pub use schema::FORMAT_VERSION;
pub use watched::{Watch, Watched};

/// How many events one append may hold.
pub const APPEND_EVENTS_MAX: usize = 1_000;
/// How many bytes one event's data may have.
pub const EVENT_BYTES_MAX: usize = 256 * 1024;
/// The last moment at which something can be recorded (in 2286), microseconds since 1970 UTC.
const MICROS_MAX: i64 = 9_999_999_999_999_999;
/// How many events one page of a read may hold.
pub const PAGE_EVENTS_MAX: usize = 4_096;

/// The name of a stream, `{tenant}.{kind}-{id}`. Composed only here.
///
/// The tenant comes first, so that what `KurrentDB` calls a category (everything before the first
/// hyphen) is one centre's things of one kind.
#[derive(Clone)]
pub struct StreamName(Arc<Name>);

struct Name {
    text: String,
    kind_bytes: usize,
    tenant: TenantId,
    id: Uuid,
}

impl StreamName {
    /// The stream of one thing of a tenant. `kind` is lower-case letters only.
    pub fn new(kind: &str, tenant: &TenantId, id: Uuid) -> Self {
        let text = format!("{tenant}.{kind}-{id}");
        Self(Arc::new(Name { text, kind_bytes: kind.len(), tenant: tenant.clone(), id }))
    }

    /// Reads a stored name back.
    ///
    /// # Errors
    ///
    /// [`BadTenant`] if the text is not of the shape above.
    pub fn parse(text: &str) -> Result<Self, BadTenant> {
        let (tenant, rest) = text.split_once('.').ok_or(BadTenant)?;
        let (kind, id) = rest.split_once('-').ok_or(BadTenant)?;
        let (tenant, id) = (tenant.parse()?, id.parse().map_err(|_| BadTenant)?);
        Ok(Self(Arc::new(Name { text: text.to_owned(), kind_bytes: kind.len(), tenant, id })))
    }

    /// The whole name.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// The kind of stream.
    pub fn kind(&self) -> &str {
        let begin = self.0.tenant.as_str().len() + 1;
        &self.0.text[begin..begin + self.0.kind_bytes]
    }

    /// Whose stream it is.
    pub fn tenant(&self) -> &TenantId {
        &self.0.tenant
    }

    /// The id of the thing.
    pub fn id(&self) -> Uuid {
        self.0.id
    }

    /// Where an event stands, as it is authenticated with its sealed part.
    pub fn place(&self, revision: u64) -> Vec<u8> {
        format!("{}@{revision}", self.as_str()).into_bytes()
    }
}

impl fmt::Debug for StreamName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl PartialEq for StreamName {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for StreamName {}

impl std::hash::Hash for StreamName {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

/// What an append expects of its stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Nothing: append at the end.
    Any,
    /// That the stream does not exist.
    NoStream,
    /// That this is the revision of its last event.
    Exactly(u64),
}

/// Who did it, why, and what it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Meta {
    /// Pseudonymous person id, nil for a service.
    pub actor: Uuid,
    /// What the actor was.
    pub role: Role,
    /// Why personal data was processed.
    pub purpose: Purpose,
    /// Everything one request caused has the same.
    pub correlation: Uuid,
    /// The command that caused the event.
    pub causation: Uuid,
}

/// An event to be appended.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// Unique within its stream; derived from the command id.
    pub id: Uuid,
    /// The event type.
    pub name: String,
    /// The day on which it happened: what tables and lead times count by.
    pub occurred_on: Date,
    /// The person whom it is about.
    pub subject: Option<Uuid>,
    /// Who, why, what for.
    pub meta: Meta,
    /// The fields as JSON, personal parts sealed.
    pub data: Vec<u8>,
}

/// One atomic append to one stream.
#[derive(Clone, Debug)]
pub struct Append {
    /// The stream.
    pub stream: StreamName,
    /// What the stream has to be like.
    pub expected: Expected,
    /// 1 to [`APPEND_EVENTS_MAX`] events.
    pub events: Vec<NewEvent>,
    /// Only imported and synthetic history says when it was recorded; never before the log's end.
    pub recorded_at: Option<Timestamp>,
}

impl Append {
    /// Refuses what no engine takes. Every engine asks this before anything else.
    pub(crate) fn check(&self) -> Result<(), LogError> {
        if !self.is_within_bounds() {
            return Err(LogError::OutOfBounds);
        }
        // A retry is known by its ids: one that stands twice could not be found again.
        let mut ids = HashSet::with_capacity(self.events.len());
        if !self.events.iter().all(|event| ids.insert(event.id)) {
            return Err(LogError::RepeatedId);
        }
        Ok(())
    }

    /// Whether it holds as many events as it may, each of them text, small enough and dated.
    fn is_within_bounds(&self) -> bool {
        (1..=APPEND_EVENTS_MAX).contains(&self.events.len())
            && self.recorded_at.is_none_or(|at| (0..=MICROS_MAX).contains(&at.as_microsecond()))
            && self.events.iter().all(|event| {
                event.data.len() <= EVENT_BYTES_MAX
                    && event.occurred_on.year() >= 0
                    && std::str::from_utf8(&event.data).is_ok()
            })
    }
}

/// Where an append ended up. A retry gets the same answer as the first try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// Log position of the last event.
    pub position: Position,
    /// Revision of the last event in its stream.
    pub revision: u64,
}

/// Which events a reader wants. Empty lists want everything.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Kinds of stream.
    pub kinds: Vec<&'static str>,
    /// Event types.
    pub names: Vec<&'static str>,
    /// One tenant only.
    pub tenant: Option<TenantId>,
}

impl Filter {
    /// Whether this event is wanted.
    pub fn lets_through(&self, event: &Recorded) -> bool {
        self.wants_name(event.name) && self.wants(&event.stream)
    }

    /// Whether events of this type are wanted.
    pub(crate) fn wants_name(&self, name: &str) -> bool {
        self.names.is_empty() || self.names.contains(&name)
    }

    /// Whether events of this stream are wanted.
    pub fn wants(&self, stream: &StreamName) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&stream.kind()))
            && self.tenant.as_ref().is_none_or(|tenant| tenant == stream.tenant())
    }

    /// Everything in these kinds of stream.
    pub fn kinds(kinds: &[&'static str]) -> Self {
        Self { kinds: kinds.to_vec(), ..Self::default() }
    }
}

/// Part of the log, in order.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The events that the filter let through.
    pub events: Vec<Recorded>,
    /// Everything up to here was looked at; read on from here.
    pub next: Position,
    /// Whether the log had more when this was read.
    pub more: bool,
}

/// Why the log refused or failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// Someone else appended first.
    #[error("stream is at revision {actual:?}, expected {expected:?}")]
    Conflict {
        /// As the append said.
        expected: Expected,
        /// `None` if there is no such stream.
        actual: Option<u64>,
    },
    /// Some of the event ids are in the stream and some are not, or in another order.
    #[error("a retry must repeat the whole append: only part of these events is in the stream")]
    PartialRetry,
    /// One event id stands twice in the append.
    #[error("an append has each event id once: give every event an id of its own")]
    RepeatedId,
    /// The append is empty, too long, or holds an event that is too large, no text or of no date.
    #[error(
        "an append holds 1 to {APPEND_EVENTS_MAX} events of JSON of at most {EVENT_BYTES_MAX} \
         bytes, dated in the years 0 to 9999"
    )]
    OutOfBounds,
    /// No room on the disk. Nothing was written; appends work again when there is room.
    #[error("the disk is full: free space in the data directory")]
    DiskFull,
    /// Another program holds the file. Nothing was written; appends work again when it lets go.
    #[error(
        "another program holds the log's file: end its transaction (a shell of sqlite3, perhaps), \
         everything works again then"
    )]
    Locked,
    /// The disk failed while writing. The log stopped, so that nothing is acknowledged in vain.
    #[error("the disk failed ({0}): check it, then restart")]
    Stopped(String),
    /// Reading failed.
    #[error("the log cannot be read: {0}")]
    Unreadable(String),
    /// Too many appends are waiting.
    #[error("too many appends are waiting: try again")]
    Busy,
    /// The server that keeps the log cannot be reached.
    #[error("the log does not answer: check the server and the way to it")]
    Unavailable,
    /// The server that keeps the log does not know us.
    #[error("the log does not accept our name and password")]
    Denied,
}

/// Pages of the log, in order.
pub type Pages = BoxStream<'static, Result<Page, LogError>>;

/// The log, whatever engine keeps it.
#[async_trait]
pub trait EventLog: Send + Sync + 'static {
    /// Appends atomically and durably.
    async fn append(&self, append: Append) -> Result<Appended, LogError>;

    /// Up to `max` (at most [`PAGE_EVENTS_MAX`]) events of one stream from a revision on.
    async fn read_stream(
        &self,
        stream: &StreamName,
        from: u64,
        max: usize,
    ) -> Result<Vec<Recorded>, LogError>;

    /// Looks at up to `max` (at most [`PAGE_EVENTS_MAX`]) events after a position and returns
    /// those that the filter lets through. If it names a tenant, only that tenant's are looked at:
    /// what it costs is theirs, and with fewer than `max` of them the page goes up to the log's end.
    async fn read_all(
        &self,
        after: Position,
        filter: &Filter,
        max: usize,
    ) -> Result<Page, LogError>;

    /// Everything after one position up to another, in order, as fast as the engine can. Pages are
    /// those of [`EventLog::read_all`].
    fn pages(&self, after: Position, until: Position, filter: Filter) -> Pages;

    /// The last position recorded at or before a moment; [`Position::START`] if there is none.
    async fn position_at(&self, instant: Timestamp) -> Result<Position, LogError>;

    /// The event that stands exactly there, if it is one of ours.
    ///
    /// # Errors
    ///
    /// As [`EventLog::read_all`].
    async fn at(&self, position: Position) -> Result<Option<Recorded>, LogError>;

    /// The last position, asked of the engine itself: also of what other processes just wrote.
    ///
    /// # Errors
    ///
    /// As [`EventLog::read_all`].
    async fn end(&self) -> Result<Position, LogError>;

    /// The last position, kept up to date; on a server a moment behind what others write.
    fn head(&self) -> watch::Receiver<Position>;
}
