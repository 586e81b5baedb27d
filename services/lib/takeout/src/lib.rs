//! Everything about a centre, readable, for whoever decides about it (GDPR Art. 20, 28(3)(g)): the events of its
//! log as lines of JSON, with what is personal opened where its key is still there.
//!
//! Invariant: the same log and the same keys give the same bytes, so that whoever makes it again can tell whether
//! a file is whole. What is sealed in an event is found by opening it, not by what is known of the event: an
//! event that is added later needs nothing here.

use std::{
    collections::BTreeSet,
    io::{self, Write},
    sync::Arc,
};

use eventlog::{Position, Recorded};
use kernel::{Category, Personal, TenantId, codec::hex, personal::SubjectKey};
use runtime::keys::{KeyError, KeySource, Keys, SUBJECTS_ASKED_MAX, Thing};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What a file says of itself in its first line.
pub const FORMAT: &str = "start-to-can.centre/1";
/// Nothing shorter is sealed: base64 of a nonce of 24 bytes and a tag of 16.
const SEALED_CHARS_MIN: usize = 54;

/// Why it cannot go on. Worth a retry from the start.
#[derive(Debug, thiserror::Error)]
pub enum TakeoutError {
    /// What it is written to does not take it.
    #[error("cannot write: {0}")]
    Write(#[from] io::Error),
    /// An event that is no JSON.
    #[error("an event cannot be read: {0}")]
    Event(#[from] serde_json::Error),
    /// The vault does not answer.
    #[error("the key vault does not answer")]
    Keys,
}

/// The first line.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head<'a> {
    export: &'static str,
    centre: &'a TenantId,
    through: Position,
}

/// An event as a line.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'a> {
    position: Position,
    stream: &'a str,
    revision: u64,
    id: Uuid,
    r#type: &'a str,
    recorded_at: String,
    occurred_on: String,
    subject: Option<Uuid>,
    meta: Value,
    data: Value,
    /// Whether something personal in it was opened.
    opened: bool,
}

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// SHA-256 of every byte, hex.
    pub sha256: String,
    /// How many events.
    pub events: u64,
    /// How many bytes.
    pub bytes: u64,
}

/// One that is being made.
pub struct Takeout<'a, W> {
    keys: &'a dyn KeySource,
    centre: TenantId,
    out: W,
    digest: Sha256,
    made: (u64, u64),
}

impl<'a, W: Write> Takeout<'a, W> {
    /// Begins one of a centre, up to a position.
    ///
    /// # Errors
    ///
    /// See [`TakeoutError`].
    pub fn begin(
        keys: &'a dyn KeySource,
        centre: TenantId,
        through: Position,
        out: W,
    ) -> Result<Self, TakeoutError> {
        let mut begun = Self { keys, centre, out, digest: Sha256::new(), made: (0, 0) };
        let head = Head { export: FORMAT, centre: &begun.centre, through };
        let head = serde_json::to_vec(&head)?;
        begun.line(head)?;
        Ok(begun)
    }

    /// Adds the next events of the centre, in the order of the log.
    ///
    /// # Errors
    ///
    /// See [`TakeoutError`].
    pub async fn add(&mut self, events: &[Recorded]) -> Result<(), TakeoutError> {
        let subjects: BTreeSet<Uuid> = events.iter().filter_map(Recorded::subject).collect();
        let subjects: Vec<Uuid> = subjects.into_iter().collect();
        let things: BTreeSet<Thing> = events.iter().filter_map(thing).collect();
        let things: Vec<Thing> = things.into_iter().collect();
        let mut all: Vec<Keys> = Vec::with_capacity(Category::ALL.len());
        for category in Category::ALL {
            let mut keys = Keys::new();
            for asked in subjects.chunks(SUBJECTS_ASKED_MAX) {
                keys.extend(self.keys.keys(&self.centre, asked, category, false).await?);
            }
            for asked in things.chunks(SUBJECTS_ASKED_MAX) {
                keys.extend(self.keys.keys_of_things(&self.centre, asked, category, false).await?);
            }
            all.push(keys);
        }
        for event in events {
            let whose = thing(event).map(|thing| thing.id).or(event.subject());
            let of_whom = |keys: &Keys| keys.get(&whose?).cloned();
            let keys: Vec<_> = all.iter().filter_map(of_whom).collect();
            let line = line(event, &keys)?;
            self.line(line)?;
            self.made.0 += 1;
        }
        Ok(())
    }

    /// Ends it: what was written is whole.
    ///
    /// # Errors
    ///
    /// See [`TakeoutError`].
    pub fn end(mut self) -> Result<Made, TakeoutError> {
        self.out.flush()?;
        let (events, bytes) = self.made;
        Ok(Made { sha256: hex(&self.digest.finalize()), events, bytes })
    }

    fn line(&mut self, mut line: Vec<u8>) -> io::Result<()> {
        line.push(b'\n');
        self.digest.update(&line);
        self.made.1 += line.len() as u64;
        self.out.write_all(&line)
    }
}

impl From<KeyError> for TakeoutError {
    fn from(_: KeyError) -> Self {
        Self::Keys
    }
}

/// What an event is sealed under, if that has a key of its own.
fn thing(event: &Recorded) -> Option<Thing> {
    let keyed = events::keyed_by_stream(event.stream.kind());
    Some(Thing { person: event.subject()?, id: event.stream.id() }).filter(|_| keyed)
}

fn line(event: &Recorded, keys: &[Arc<SubjectKey>]) -> Result<Vec<u8>, serde_json::Error> {
    let mut data: Value = serde_json::from_slice(event.data())?;
    let opened = open(&mut data, keys, &event.place());
    let mut meta: Value = serde_json::from_slice(event.meta_json())?;
    // Whether a map keeps the order in which it was filled is settled by other crates.
    meta.sort_all_objects();
    data.sort_all_objects();
    serde_json::to_vec(&Line {
        position: event.position,
        stream: event.stream.as_str(),
        revision: event.revision,
        id: event.id(),
        r#type: event.name,
        recorded_at: event.recorded_at().to_string(),
        occurred_on: event.occurred_on.to_string(),
        subject: event.subject(),
        meta,
        data,
        opened,
    })
}

/// Puts what one of these keys opens in the place of what is sealed; whether there was any.
fn open(value: &mut Value, keys: &[Arc<SubjectKey>], place: &[u8]) -> bool {
    match value {
        Value::String(text) if text.len() >= SEALED_CHARS_MIN => {
            let sealed = serde_json::from_value::<Personal<Value>>(Value::String(text.clone()));
            let Ok(sealed) = sealed else { return false };
            let found = keys.iter().find_map(|key| sealed.opened(key, place).ok());
            found.map(|open| *value = open).is_some()
        }
        Value::Array(items) => {
            items.iter_mut().filter_map(|item| open(item, keys, place).then_some(())).count() > 0
        }
        Value::Object(fields) => {
            fields.values_mut().filter_map(|field| open(field, keys, place).then_some(())).count()
                > 0
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use kernel::personal::PersonalPart as _;
    use serde_json::json;

    use super::*;

    const PLACE: &[u8] = b"lsc01.trajectory-1@7";

    fn sealed(value: Value, key: &SubjectKey) -> Value {
        let mut part = Personal::Open(value);
        part.seal(key, PLACE).unwrap();
        serde_json::to_value(&part).unwrap()
    }

    #[test]
    fn what_is_sealed_is_opened_wherever_it_stands_and_nothing_else_changes() {
        let key = Arc::new(SubjectKey::generate());
        let facts = json!({ "birthDate": "2008-02-03", "disabilities": ["autism"] });
        let mut data = json!({
            "step": { "minutes": 45, "note": sealed(json!("a heron"), &key) },
            "facts": [sealed(facts.clone(), &key)],
            "codeHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        });
        assert!(open(&mut data, std::slice::from_ref(&key), PLACE));
        let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        let whole = json!({
            "step": { "minutes": 45, "note": "a heron" }, "facts": [facts], "codeHash": hash,
        });
        assert_eq!(data, whole);
    }

    #[test]
    fn what_no_key_opens_stays_sealed() {
        let note = sealed(json!("a heron"), &SubjectKey::generate());
        let mut data = json!({ "note": note.clone() });
        assert!(!open(&mut data, &[Arc::new(SubjectKey::generate())], PLACE));
        assert!(!open(&mut data, &[], PLACE));
        assert_eq!(data, json!({ "note": note }));
    }
}
