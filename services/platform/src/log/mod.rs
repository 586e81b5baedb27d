//! The append-only event log: the only source of truth.
//!
//! Semantics are those of KurrentDB: revisions without a gap, one total order, atomic appends, an
//! expected revision, and a retry with the same event ids answered with the first result.
//!
//! Invariant: an append is durable before it is answered.

mod embedded;
mod reader;
mod schema;
mod writer;

use std::{fmt, sync::Arc};

use async_trait::async_trait;
use bytes::Bytes;
use futures::{Stream, StreamExt, stream};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use uuid::Uuid;

pub use embedded::{EmbeddedLog, Options};
pub use reader::Reader;
pub use schema::FORMAT_VERSION;

use crate::ctx::{BadTenant, Purpose, Role, TenantId};

/// How many events one append may hold.
pub const APPEND_EVENTS_MAX: usize = 1_000;
/// How many bytes one event's data may have.
pub const EVENT_BYTES_MAX: usize = 256 * 1024;
/// How many events one page of a read may hold.
pub const PAGE_EVENTS_MAX: usize = 4_096;

/// How many pages of a replay are read ahead.
const PAGES_AHEAD_MAX: usize = 3;

/// The name of a stream, `{kind}-{tenant}.{id}`. Composed only here.
#[derive(Clone)]
pub struct StreamName {
    text: Arc<str>,
    kind: u8,
    tenant: TenantId,
}

impl StreamName {
    /// The stream of one thing of a tenant. `kind` is lower-case letters only.
    pub fn new(kind: &str, tenant: &TenantId, id: Uuid) -> Self {
        let text = format!("{kind}-{tenant}.{id}").into();
        Self { text, kind: u8::try_from(kind.len()).unwrap_or(u8::MAX), tenant: tenant.clone() }
    }

    /// Reads a stored name back.
    ///
    /// # Errors
    ///
    /// [`BadTenant`] if the text is not of the shape above.
    pub fn parse(text: &str) -> Result<Self, BadTenant> {
        let (kind, rest) = text.split_once('-').ok_or(BadTenant)?;
        let (tenant, _) = rest.split_once('.').ok_or(BadTenant)?;
        let tenant = tenant.parse()?;
        Ok(Self { text: text.into(), kind: u8::try_from(kind.len()).unwrap_or(u8::MAX), tenant })
    }

    /// The whole name.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The kind of stream.
    pub fn kind(&self) -> &str {
        &self.text[..usize::from(self.kind)]
    }

    /// Whose stream it is.
    pub fn tenant(&self) -> &TenantId {
        &self.tenant
    }

    /// The id of the thing, nil if the stream was not named by [`StreamName::new`].
    pub fn id(&self) -> Uuid {
        let start = usize::from(self.kind) + 1 + self.tenant.as_str().len() + 1;
        self.text.get(start..).and_then(|id| id.parse().ok()).unwrap_or_default()
    }

    /// Where an event stands, as it is authenticated with its sealed part.
    pub fn place(&self, revision: u64) -> Vec<u8> {
        format!("{}@{revision}", self.text).into_bytes()
    }
}

impl fmt::Debug for StreamName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq for StreamName {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for StreamName {}

impl std::hash::Hash for StreamName {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
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

/// Where an append ended up. A retry gets the same answer as the first try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// Log position of the last event.
    pub position: u64,
    /// Revision of the last event in its stream.
    pub revision: u64,
}

/// An event as it stands in the log.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Place in the one order of everything; starts at 1.
    pub position: u64,
    /// The stream.
    pub stream: StreamName,
    /// Place in the stream; starts at 0.
    pub revision: u64,
    /// The event's id.
    pub id: Uuid,
    /// The event type.
    pub name: Arc<str>,
    /// When the platform came to know it, microseconds since 1970 UTC.
    pub recorded_micros: i64,
    /// When it happened.
    pub occurred_on: Date,
    /// The person whom it is about.
    pub subject: Option<Uuid>,
    /// [`Meta`] as JSON.
    pub meta: Bytes,
    /// The fields as JSON, personal parts sealed.
    pub data: Bytes,
}

impl Recorded {
    /// When the platform came to know it.
    pub fn recorded_at(&self) -> Timestamp {
        Timestamp::from_microsecond(self.recorded_micros).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Who did it and why.
    ///
    /// # Errors
    ///
    /// An event whose envelope is of no known shape.
    pub fn meta(&self) -> Result<Meta, crate::codec::CodecError> {
        serde_json::from_slice(&self.meta).map_err(|_| crate::codec::CodecError::UnknownShape)
    }

    /// Where it stands, as authenticated with its sealed part.
    pub fn place(&self) -> Vec<u8> {
        self.stream.place(self.revision)
    }
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
    pub next: u64,
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
    /// The append is empty, too long, or holds too large an event.
    #[error("an append holds 1 to {APPEND_EVENTS_MAX} events of at most {EVENT_BYTES_MAX} bytes")]
    OutOfBounds,
    /// No room on the disk. Nothing was written; appends work again when there is room.
    #[error("the disk is full: free space in the data directory")]
    DiskFull,
    /// The disk failed while writing. The log stopped, so that nothing is acknowledged in vain.
    #[error("the disk failed ({0}): check it, then restart")]
    Stopped(String),
    /// Reading failed.
    #[error("the log cannot be read: {0}")]
    Unreadable(String),
    /// Too many appends are waiting.
    #[error("too many appends are waiting: try again")]
    Busy,
}

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
    /// those that the filter lets through.
    async fn read_all(&self, after: u64, filter: &Filter, max: usize) -> Result<Page, LogError>;

    /// The last position recorded at or before a moment; 0 if there is none.
    async fn position_at(&self, instant: Timestamp) -> Result<u64, LogError>;

    /// The last position, kept up to date.
    fn head(&self) -> watch::Receiver<u64>;
}

/// Every event after a position, first those that are there, then live, without a gap or a double.
/// Pull-based: a slow reader holds nothing but its own place.
pub fn subscribe(
    log: Arc<dyn EventLog>,
    after: u64,
    filter: Filter,
) -> impl Stream<Item = Result<Page, LogError>> {
    let head = log.head();
    stream::unfold((log, head, after), move |(log, mut head, after)| {
        let filter = filter.clone();
        async move {
            while *head.borrow_and_update() <= after {
                head.changed().await.ok()?;
            }
            let page = log.read_all(after, &filter, PAGE_EVENTS_MAX).await;
            let next = page.as_ref().map_or(after, |page| page.next);
            Some((page, (log, head, next)))
        }
    })
}

/// Everything after one position up to another, in order, read ahead by several readers at once.
/// In a log whose positions have gaps, pages may overlap; a fold skips what it has seen.
pub fn pages(
    log: Arc<dyn EventLog>,
    after: u64,
    until: u64,
    filter: Filter,
) -> impl Stream<Item = Result<Page, LogError>> {
    let filter = Arc::new(filter);
    stream::iter((after..until).step_by(PAGE_EVENTS_MAX))
        .map(move |after| {
            let (log, filter) = (log.clone(), filter.clone());
            // Spawned, so that it is read while the page before is used.
            tokio::spawn(async move {
                let mut page = log.read_all(after, &filter, PAGE_EVENTS_MAX).await?;
                page.events.retain(|event| event.position <= until);
                page.next = page.next.min(until);
                Ok(page)
            })
        })
        .buffered(PAGES_AHEAD_MAX)
        .map(|joined| {
            joined.unwrap_or_else(|_| Err(LogError::Unreadable("a reader stopped".to_owned())))
        })
}

/// All events of a stream, in order.
///
/// # Errors
///
/// As [`EventLog::read_stream`].
pub async fn whole_stream(
    log: &dyn EventLog,
    stream: &StreamName,
) -> Result<Vec<Recorded>, LogError> {
    let mut events = log.read_stream(stream, 0, PAGE_EVENTS_MAX).await?;
    let mut read = events.len();
    while read == PAGE_EVENTS_MAX {
        let page = log.read_stream(stream, events.len() as u64, PAGE_EVENTS_MAX).await?;
        read = page.len();
        events.extend(page);
    }
    Ok(events)
}
