//! Events as they are read.

use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

use bytes::Bytes;
use jiff::{Timestamp, civil::Date};
use kernel::{
    Event,
    codec::{self, CodecError},
};
use uuid::Uuid;

use super::{Meta, NewEvent, Position, StreamName};

/// An event as it stands in the log.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Place in the one order of everything.
    pub position: Position,
    /// The stream.
    pub stream: StreamName,
    /// Place in the stream; starts at 0.
    pub revision: u64,
    /// The event type.
    pub name: &'static str,
    /// When the platform came to know it, microseconds since 1970 UTC.
    pub recorded_micros: i64,
    /// When it happened.
    pub occurred_on: Date,
    /// The rest.
    pub body: Body,
}

/// An event's ids, envelope and fields in one run of bytes, as every engine keeps them: cut into
/// its parts only by those who ask.
#[derive(Clone, Debug)]
pub struct Body {
    bytes: Bytes,
    meta_end: usize,
}

/// Bytes of an event's id and of its subject before the envelope.
const IDS_BYTES: usize = 32;

impl Body {
    /// Appends an event's body to a buffer; answers the length of the envelope.
    ///
    /// # Errors
    ///
    /// The envelope has no JSON form.
    pub(crate) fn write(event: &NewEvent, buffer: &mut Vec<u8>) -> serde_json::Result<usize> {
        buffer.extend_from_slice(event.id.as_bytes());
        buffer.extend_from_slice(event.subject.unwrap_or_default().as_bytes());
        let start = buffer.len();
        serde_json::to_writer(&mut *buffer, &event.meta)?;
        let meta_bytes = buffer.len() - start;
        buffer.extend_from_slice(&event.data);
        Ok(meta_bytes)
    }

    /// The body in these bytes; `None` if they are too few.
    pub(crate) fn read(bytes: Bytes, meta_bytes: usize) -> Option<Self> {
        let meta_end = IDS_BYTES.checked_add(meta_bytes)?;
        (meta_end <= bytes.len()).then_some(Self { bytes, meta_end })
    }

    fn id_at(&self, start: usize) -> Uuid {
        Uuid::from_slice(&self.bytes[start..start + 16]).unwrap_or_default()
    }
}

impl Recorded {
    /// The event's id.
    pub fn id(&self) -> Uuid {
        self.body.id_at(0)
    }

    /// The person whom it is about.
    pub fn subject(&self) -> Option<Uuid> {
        let subject = self.body.id_at(16);
        (!subject.is_nil()).then_some(subject)
    }

    /// [`Meta`] as JSON.
    pub fn meta_json(&self) -> &[u8] {
        &self.body.bytes[IDS_BYTES..self.body.meta_end]
    }

    /// The fields as JSON, personal parts sealed.
    pub fn data(&self) -> &[u8] {
        &self.body.bytes[self.body.meta_end..]
    }

    /// When the platform came to know it.
    pub fn recorded_at(&self) -> Timestamp {
        Timestamp::from_microsecond(self.recorded_micros).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Who did it and why.
    ///
    /// # Errors
    ///
    /// An event whose envelope is of no known shape.
    pub fn meta(&self) -> Result<Meta, CodecError> {
        serde_json::from_slice(self.meta_json()).map_err(|_| CodecError::UnknownShape)
    }

    /// What happened, personal parts sealed.
    ///
    /// # Errors
    ///
    /// As [`codec::decode`].
    pub fn decoded<E: Event>(&self) -> Result<E, CodecError> {
        codec::decode(self.name, self.data())
    }

    /// Where it stands, as authenticated with its sealed part.
    pub fn place(&self) -> Vec<u8> {
        self.stream.place(self.revision)
    }
}

/// One copy of each event type's name for the whole process. Types are a few dozen, so what is
/// kept for good stays small.
pub fn type_name(name: &str) -> &'static str {
    static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = names.get(name) {
        return known;
    }
    let kept: &'static str = Box::leak(name.into());
    names.insert(kept);
    kept
}
