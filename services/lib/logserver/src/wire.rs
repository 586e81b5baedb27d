//! Events, ids and names as the protocol writes them.

use std::collections::HashMap;

use bytes::Bytes;
use eventlog::{Envelope, NewEvent, Position, Recorded, StreamName};
use jiff::Timestamp;
use proto::eventstore::{
    StreamIdentifier, Uuid as WireId,
    streams::{
        ReadResp,
        append_req::ProposedMessage,
        read_req::options::{UuidOption, uuid_option},
        read_resp::{
            self, Content, ReadEvent,
            read_event::{self, RecordedEvent},
        },
    },
    uuid::{Structured, Value},
};
use serde::de::IgnoredAny;
use tonic::Status;
use uuid::Uuid;

/// Longest event type, bytes. Types are kept in memory for good.
const TYPE_BYTES_MAX: usize = 100;
/// What an event has to be.
const JSON: &str = "application/json";

/// How a client wants to read ids.
#[derive(Clone, Copy)]
pub(super) enum IdForm {
    /// As text.
    Text,
    /// As two numbers.
    Numbers,
}

impl From<Option<UuidOption>> for IdForm {
    fn from(option: Option<UuidOption>) -> Self {
        match option.and_then(|option| option.content) {
            Some(uuid_option::Content::Structured(_)) => Self::Numbers,
            Some(uuid_option::Content::String(_)) | None => Self::Text,
        }
    }
}

/// An id for a client.
pub(super) fn wire_id(id: Uuid, form: IdForm) -> WireId {
    let value = match form {
        IdForm::Text => Value::String(id.to_string()),
        IdForm::Numbers => {
            let (most, least) = id.as_u64_pair();
            Value::Structured(Structured {
                most_significant_bits: most.cast_signed(),
                least_significant_bits: least.cast_signed(),
            })
        }
    };
    WireId { value: Some(value) }
}

/// An id of a client.
pub(super) fn id(wire: Option<WireId>) -> Result<Uuid, Status> {
    match wire.and_then(|wire| wire.value) {
        Some(Value::Structured(Structured { most_significant_bits, least_significant_bits })) => {
            let (most, least) = (most_significant_bits, least_significant_bits);
            Ok(Uuid::from_u64_pair(most.cast_unsigned(), least.cast_unsigned()))
        }
        Some(Value::String(text)) => {
            text.parse().map_err(|_| Status::invalid_argument("an id has to be a UUID"))
        }
        None => Err(missing("an id")),
    }
}

/// The stream of this name; `None` if no stream of ours can have it.
pub(super) fn stream_name(wire: Option<&StreamIdentifier>) -> Option<StreamName> {
    let text = str::from_utf8(&wire?.stream_name).ok()?;
    let name = StreamName::parse(text).ok()?;
    let kind = name.kind();
    let letters = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_lowercase());
    // An id has several spellings, a stream has one.
    let ours = letters && StreamName::new(kind, name.tenant(), name.id()).as_str() == text;
    ours.then_some(name)
}

/// The stream of this name, or what to do instead where no stream of ours can have it.
pub(super) fn own_stream(wire: Option<&StreamIdentifier>) -> Result<StreamName, Status> {
    stream_name(wire).ok_or_else(|| {
        let name = wire.map_or("", |wire| str::from_utf8(&wire.stream_name).unwrap_or_default());
        Status::invalid_argument(match (name.starts_with("$$"), name.starts_with('$')) {
            (true, _) => "metadata of streams is not kept: every stream stays for good",
            (false, true) => {
                "there are no projections: subscribe to $all with a filter on stream names, such \
                 as the prefix lsc01.trajectory-, or on event types"
            }
            (false, false) => "a stream is named tenant.kind-uuid, in lower case",
        })
    })
}

/// What is told about a request that lacks a part.
pub(super) fn missing(what: &str) -> Status {
    Status::invalid_argument(format!("the request lacks {what}"))
}

/// A time in the protocol's unit, 100 ns since 1970 UTC.
pub(super) fn ticks(time: Timestamp) -> i64 {
    time.as_microsecond().saturating_mul(10)
}

/// A client's event for the log.
pub(super) fn new_event(message: ProposedMessage) -> Result<NewEvent, Status> {
    let ProposedMessage { id: event, mut metadata, custom_metadata, data } = message;
    let refused = Status::invalid_argument;
    let name = metadata.remove("type").unwrap_or_default();
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if name.is_empty() || name.len() > TYPE_BYTES_MAX || !plain {
        return Err(refused("an event type is 1 to 100 ASCII letters and digits"));
    }
    let json = metadata.get("content-type").is_some_and(|content| content == JSON);
    if !json || serde_json::from_slice::<IgnoredAny>(&data).is_err() {
        return Err(refused("an event's data has to be application/json"));
    }
    let envelope = Envelope::from_json(&custom_metadata).map_err(|_| {
        refused(
            "an event's metadata has to tell $correlationId, $causationId, actor, role, purpose \
             and occurredOn",
        )
    })?;
    if let Some(key) = Envelope::foreign_key(&custom_metadata) {
        return Err(Status::invalid_argument(format!(
            "an event's metadata cannot have {key:?}, which would not be kept: leave it out"
        )));
    }
    Ok(envelope.into_event(id(event)?, name, data.into()))
}

/// An event for a client that reads.
pub(super) fn read_event(event: &Recorded, form: IdForm) -> Result<ReadResp, Status> {
    Ok(response(Content::Event(ReadEvent {
        event: Some(recorded(event, form)?),
        link: None,
        position: Some(read_event::Position::CommitPosition(event.position.into())),
    })))
}

/// An event as every message carries it.
pub(super) fn recorded(event: &Recorded, form: IdForm) -> Result<RecordedEvent, Status> {
    let damaged = |_| Status::data_loss("an event's envelope is of no known shape");
    let custom_metadata = Envelope::of(event).and_then(|envelope| envelope.to_json());
    let metadata = HashMap::from([
        ("type".to_owned(), event.name.to_owned()),
        ("content-type".to_owned(), JSON.to_owned()),
        ("created".to_owned(), ticks(event.recorded_at()).to_string()),
    ]);
    Ok(RecordedEvent {
        id: Some(wire_id(event.id(), form)),
        stream_identifier: Some(identifier(&event.stream)),
        stream_revision: event.revision,
        prepare_position: event.position.into(),
        commit_position: event.position.into(),
        metadata,
        custom_metadata: custom_metadata.map_err(damaged)?.into(),
        data: Bytes::copy_from_slice(event.data()),
    })
}

/// A stream's name for a client.
fn identifier(stream: &StreamName) -> StreamIdentifier {
    StreamIdentifier { stream_name: Bytes::copy_from_slice(stream.as_str().as_bytes()) }
}

/// A log position for a client.
pub(super) fn position(position: Position) -> read_resp::Position {
    let position = position.into();
    read_resp::Position { commit_position: position, prepare_position: position }
}

/// One message of a read.
pub(super) fn response(content: Content) -> ReadResp {
    ReadResp { content: Some(content) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_same_in_both_forms() {
        for bits in [1, u128::MAX, 0x0123_4567_89ab_cdef_0123_4567_89ab_cdef] {
            let sent = Uuid::from_u128(bits);
            for form in [IdForm::Text, IdForm::Numbers] {
                assert_eq!(id(Some(wire_id(sent, form))).unwrap(), sent);
            }
        }
        assert!(id(None).is_err());
    }

    #[test]
    fn a_stream_has_one_spelling() {
        let named = |text: &str| {
            stream_name(Some(&StreamIdentifier { stream_name: text.to_owned().into() })).is_some()
        };
        let id = "00000000-0000-0000-0000-00000000000a";
        assert!(named(&format!("lsc01.run-{id}")));
        for other in [id.to_uppercase(), id.replace('-', ""), format!("{{{id}}}"), String::new()] {
            assert!(!named(&format!("lsc01.run-{other}")), "{other}");
        }
        assert!(!named(&format!("lsc01.-{id}")));
        assert!(!named(&format!("$lsc01.run-{id}")));
    }

    #[test]
    fn who_names_a_stream_that_is_none_of_ours_is_told_what_to_do_instead() {
        let told = |text: &str| {
            let name = StreamIdentifier { stream_name: text.to_owned().into() };
            own_stream(Some(&name)).unwrap_err().message().to_owned()
        };
        let stream = format!("lsc01.run-{}", Uuid::nil());
        assert!(told(&format!("$${stream}")).contains("metadata of streams is not kept"));
        for projected in ["$ce-trajectory", "$et-StepRegistered", "$streams"] {
            assert!(told(projected).contains("filter"), "{projected}");
        }
        assert!(told("orders").contains("tenant.kind-uuid"));
        assert!(own_stream(None).is_err());
    }
}
