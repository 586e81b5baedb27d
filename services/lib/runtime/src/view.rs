//! A view is a pure fold of the log, kept in memory, with a snapshot so that a restart is quick.
//!
//! Invariant: a view can be deleted at any time; replay makes the same one again.

use std::{collections::HashMap, sync::Arc};

use eventlog::{Filter, Position, Recorded};
use kernel::{
    codec::{CodecError, hex},
    personal::{Category, SubjectKey},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tracing::Span;
use uuid::Uuid;

/// What a snapshot keeps of one person: sealed under that person's own key, so that an old file
/// forgets whoever is erased.
pub type PersonPart = (Uuid, Vec<u8>);

/// A fold of events into what screens and tables need: of one tenant, or, where the question itself
/// is whose something is, of all.
///
/// Reading an event ([`View::read`]: parse, open) is apart from taking it into account
/// ([`View::apply`]), so that a replay reads pages side by side and still applies them in order.
pub trait View: Default + Send + Sync + 'static {
    /// Names the snapshots.
    const NAME: &'static str;
    /// Grows with every change of the fold; older snapshots are thrown away.
    const VERSION: u32;
    /// Event types whose personal part the fold needs open.
    const OPENS: &'static [(&'static str, Category)] = &[];
    /// The category of what the view keeps open of people.
    const KEEPS: Category = Category::Health;
    /// Whether it is asked for as it was earlier: older snapshots are kept then.
    const AS_OF: bool = false;

    /// What one event means to this view.
    type Fact: Send + 'static;

    /// Which events it wants.
    fn filter() -> Filter;

    /// What this event means; `None` if nothing.
    ///
    /// # Errors
    ///
    /// [`CodecError`] if the event cannot be read. It is parked and the fold goes on.
    fn read(event: &Recorded, keys: &OpenKeys) -> Result<Option<Self::Fact>, CodecError>;

    /// Takes an event into account. Called once per event, in the order of the log.
    fn apply(&mut self, event: &Recorded, fact: Self::Fact);

    /// About how much memory it takes, bytes.
    fn bytes(&self) -> usize;

    /// The view as bytes, equal for equal views, without what is open of people.
    fn save(&self) -> Vec<u8>;

    /// What it holds open of single people, of the category [`View::KEEPS`].
    fn save_people(&self) -> Vec<PersonPart> {
        Vec::new()
    }

    /// The view that was saved; `None` if the bytes are of another shape.
    fn load(bytes: &[u8]) -> Option<Self>;

    /// Takes back what was saved of people, without those who were erased since.
    fn load_people(&mut self, _: Vec<PersonPart>) {}
}

/// Keys for the events of one page.
#[derive(Default)]
pub struct OpenKeys(HashMap<(Uuid, Category), Arc<SubjectKey>>);

impl OpenKeys {
    pub(crate) fn insert(&mut self, subject: Uuid, category: Category, key: Arc<SubjectKey>) {
        self.0.insert((subject, category), key);
    }

    /// The key for this event's personal part; `None` if its subject was erased.
    pub fn of(&self, event: &Recorded, category: Category) -> Option<&SubjectKey> {
        self.0.get(&(event.subject()?, category)).map(|key| &**key)
    }
}

/// A view and how far it has come.
pub struct Folded<V> {
    /// The view.
    pub view: V,
    /// Everything up to here was taken into account.
    pub position: Position,
    /// The id of the last event that was.
    pub last: Option<Uuid>,
    /// How many events were taken into account.
    pub events: u64,
    /// Events that could not be read.
    pub parked: Vec<Parked>,
}

/// An event that could not be read. The fold went on without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parked {
    /// Its place in the log.
    pub position: Position,
    /// Its type.
    pub name: Arc<str>,
}

/// How many parked events are kept by position; more are only logged.
const PARKED_MAX: usize = 1_000;

impl<V: View> Default for Folded<V> {
    fn default() -> Self {
        Self {
            view: V::default(),
            position: Position::START,
            last: None,
            events: 0,
            parked: Vec::new(),
        }
    }
}

impl<V: View> Folded<V> {
    /// Takes events into account that were not seen yet; seen ones are skipped.
    pub fn take(&mut self, read: PageFacts<V>) {
        for one in read.facts {
            self.take_one(one);
        }
        self.position = self.position.max(read.next);
    }

    /// Takes an event into account, unless it was seen.
    pub(crate) fn take_one(&mut self, (event, fact): Read<V::Fact>) {
        if event.position <= self.position {
            return;
        }
        self.position = event.position;
        self.last = Some(event.id());
        self.events += 1;
        match fact {
            Ok(Some(fact)) => self.view.apply(&event, fact),
            Ok(None) => {}
            Err(CodecError::UnknownShape | CodecError::NotEncodable) => self.park(&event),
        }
    }

    fn park(&mut self, event: &Recorded) {
        tracing::error!(view = V::NAME, position = u64::from(event.position), name = %event.name, "parked");
        if self.parked.len() < PARKED_MAX {
            self.parked.push(Parked { position: event.position, name: event.name.into() });
        }
    }

    /// Hash of the view's content, hex: two views are equal if their digests are.
    pub fn digest(&self) -> String {
        digest(&self.view)
    }
}

/// Hash of a view's content, hex.
pub fn digest<V: View>(view: &V) -> String {
    let mut hash = Sha256::new();
    hash.update(view.save());
    for (subject, bytes) in view.save_people() {
        hash.update(subject);
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(&bytes);
    }
    hex(&hash.finalize())
}

/// An event and what it means, or that it cannot be read.
pub(crate) type Read<F> = (Recorded, Result<Option<F>, CodecError>);

/// The facts of one page, ready to be taken into account.
pub struct PageFacts<V: View> {
    pub(crate) facts: Vec<Read<V::Fact>>,
    /// Everything up to here was looked at.
    pub(crate) next: Position,
    /// End when the page was taken into account.
    _spans: Vec<Span>,
}

impl<V: View> PageFacts<V> {
    /// Reads a page. CPU work only.
    pub fn read(events: Vec<Recorded>, next: Position, keys: &OpenKeys) -> Self {
        let facts = events
            .into_iter()
            .map(|event| {
                let fact = V::read(&event, keys);
                (event, fact)
            })
            .collect();
        Self { facts, next, _spans: Vec::new() }
    }

    /// With the spans of its events in their traces.
    pub(crate) fn within(self, spans: Vec<Span>) -> Self {
        Self { _spans: spans, ..self }
    }
}

/// A value as a snapshot keeps it.
pub fn saved<T: Serialize>(value: &T) -> Vec<u8> {
    // Maps and lists of serialisable values always have a postcard form.
    postcard::to_stdvec(value).unwrap_or_default()
}

/// A value that a snapshot kept; `None` if it is of another shape.
pub fn loaded<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
