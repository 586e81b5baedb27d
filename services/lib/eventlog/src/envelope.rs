//! What stands beside an event's fields when it leaves the embedded log: KurrentDB's metadata.
//!
//! Invariant: [`Envelope`] and what it was made from say the same, in both directions.

use jiff::civil::Date;
use kernel::{Purpose, Role, codec::CodecError};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{Meta, NewEvent, Recorded};

/// How much of a foreign key is told.
const KEY_CHARS_MAX: usize = 64;

/// Who, why, what for, when and about whom, as KurrentDB's JSON metadata. The names with a dollar
/// are KurrentDB's own: its projections by correlation id work on them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Envelope {
    /// Everything one request caused has the same.
    #[serde(rename = "$correlationId")]
    pub correlation: Uuid,
    /// The command that caused the event.
    #[serde(rename = "$causationId")]
    pub causation: Uuid,
    /// Pseudonymous person id, nil for a service.
    pub actor: Uuid,
    /// What the actor was.
    pub role: Role,
    /// Why personal data was processed.
    pub purpose: Purpose,
    /// The day on which it happened.
    pub occurred_on: Date,
    /// The person whom it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Uuid>,
}

impl Envelope {
    /// The envelope of these parts.
    pub fn new(meta: &Meta, occurred_on: Date, subject: Option<Uuid>) -> Self {
        let Meta { actor, role, purpose, correlation, causation } = *meta;
        Self { correlation, causation, actor, role, purpose, occurred_on, subject }
    }

    /// The envelope of an event that is read.
    ///
    /// # Errors
    ///
    /// As [`Recorded::meta`].
    pub fn of(event: &Recorded) -> Result<Self, CodecError> {
        Ok(Self::new(&event.meta()?, event.occurred_on, event.subject()))
    }

    /// Reads KurrentDB's metadata of an event.
    ///
    /// # Errors
    ///
    /// [`CodecError::UnknownShape`] if it is not ours.
    pub fn from_json(json: &[u8]) -> Result<Self, CodecError> {
        serde_json::from_slice(json).map_err(|_| CodecError::UnknownShape)
    }

    /// A key in KurrentDB's metadata of an event that an envelope does not keep.
    pub fn foreign_key(json: &[u8]) -> Option<String> {
        const KEYS: [&str; 7] =
            ["$correlationId", "$causationId", "actor", "role", "purpose", "occurredOn", "subject"];
        let all: Map<String, Value> = serde_json::from_slice(json).ok()?;
        let foreign = all.keys().find(|key| !KEYS.contains(&key.as_str()))?;
        Some(foreign.chars().take(KEY_CHARS_MAX).collect())
    }

    /// KurrentDB's metadata of an event.
    ///
    /// # Errors
    ///
    /// [`CodecError::NotEncodable`]; no envelope is known for which that happens.
    pub fn to_json(&self) -> Result<Vec<u8>, CodecError> {
        serde_json::to_vec(self).map_err(|_| CodecError::NotEncodable)
    }

    /// The event to be appended that has this envelope. `data` are its fields as JSON.
    pub fn into_event(self, id: Uuid, name: String, data: Vec<u8>) -> NewEvent {
        let Self { correlation, causation, actor, role, purpose, occurred_on, subject } = self;
        let meta = Meta { actor, role, purpose, correlation, causation };
        // The nil id is how a body says that there is nobody.
        let subject = subject.filter(|subject| !subject.is_nil());
        NewEvent { id, name, occurred_on, subject, meta, data }
    }
}

impl From<&NewEvent> for Envelope {
    fn from(event: &NewEvent) -> Self {
        Self::new(&event.meta, event.occurred_on, event.subject)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn envelope(subject: Option<Uuid>) -> Envelope {
        Envelope {
            correlation: Uuid::from_u128(1),
            causation: Uuid::from_u128(2),
            actor: Uuid::from_u128(3),
            role: Role::Coach,
            purpose: Purpose::Coaching,
            occurred_on: date(2026, 3, 9),
            subject,
        }
    }

    #[test]
    fn an_envelope_is_written_as_kurrentdb_projections_expect_it() {
        let json = envelope(None).to_json().unwrap();
        assert_eq!(
            String::from_utf8(json).unwrap(),
            r#"{"$correlationId":"00000000-0000-0000-0000-000000000001","#.to_owned()
                + r#""$causationId":"00000000-0000-0000-0000-000000000002","#
                + r#""actor":"00000000-0000-0000-0000-000000000003","role":"coach","#
                + r#""purpose":"coaching","occurredOn":"2026-03-09"}"#
        );
    }

    #[test]
    fn an_event_keeps_its_envelope_through_the_wire() {
        for subject in [None, Some(Uuid::from_u128(4))] {
            let sent = envelope(subject);
            let received = Envelope::from_json(&sent.to_json().unwrap()).unwrap();
            let event = received.into_event(Uuid::from_u128(5), "StepRegistered".into(), vec![]);
            assert_eq!(Envelope::from(&event), sent);
        }
    }

    #[test]
    fn what_an_envelope_would_not_keep_is_told() {
        let json = envelope(Some(Uuid::from_u128(4))).to_json().unwrap();
        assert_eq!(Envelope::foreign_key(&json), None);
        let mut more: serde_json::Value = serde_json::from_slice(&json).unwrap();
        more["traceparent"] = "00-1-2-01".into();
        let json = more.to_string();
        assert!(Envelope::from_json(json.as_bytes()).is_ok(), "whoever reads passes over it");
        assert_eq!(Envelope::foreign_key(json.as_bytes()).as_deref(), Some("traceparent"));
    }

    #[test]
    fn metadata_of_others_is_no_envelope() {
        for json in ["", "{}", r#"{"$correlationId":"1"}"#] {
            assert_eq!(Envelope::from_json(json.as_bytes()), Err(CodecError::UnknownShape));
        }
    }
}
