//! Events as CloudEvents 1.0 in binary mode: the fields are the payload, the envelope the headers.

use async_nats::{
    HeaderMap, HeaderValue, Message,
    header::{NATS_EXPECTED_LAST_SEQUENCE, NATS_MESSAGE_ID},
};
use bytes::Bytes;
use eventlog::{Recorded, StreamName};
use serde::Serialize;

use crate::{bus::Delivered, telemetry};

/// The position's header.
pub(super) const POSITION: &str = "ce-position";
/// The event id's header.
pub(super) const ID: &str = "ce-id";
/// What the payload is.
const JSON: &str = "application/json";
const SOURCE: &str = "ce-source";
const SUBJECT: &str = "ce-subject";
const TYPE: &str = "ce-type";
const REVISION: &str = "ce-revision";
const PERSON: &str = "ce-person";
const CORRELATION: &str = "ce-correlationid";

/// Where an event is published.
pub(super) fn subject(event: &Recorded) -> String {
    let stream = &event.stream;
    format!("stc.{}.{}.{}", stream.tenant(), stream.kind(), event.name)
}

/// The event's headers. JetStream takes it only if `after` is the sequence of its last message, and
/// only once within the stream's window.
pub(super) fn headers(event: &Recorded, after: u64) -> HeaderMap {
    let (stream, id) = (&event.stream, event.id().to_string());
    let mut headers = HeaderMap::new();
    headers.insert(NATS_MESSAGE_ID, format!("{}-{id}", event.position));
    headers.insert(NATS_EXPECTED_LAST_SEQUENCE, after.to_string());
    // The binding's own header, and what the attribute is called in binary mode.
    headers.insert("content-type", JSON);
    headers.insert("ce-datacontenttype", JSON);
    headers.insert("ce-specversion", "1.0");
    headers.insert(ID, id);
    headers.insert(SOURCE, format!("/stc/{}/{}", stream.tenant(), stream.kind()));
    headers.insert(SUBJECT, stream.id().to_string());
    headers.insert(TYPE, event.name);
    headers.insert("ce-time", event.recorded_at().to_string());
    headers.insert(POSITION, event.position.to_string());
    headers.insert(REVISION, event.revision.to_string());
    headers.insert("ce-occurredon", event.occurred_on.to_string());
    if let Some(person) = event.subject() {
        headers.insert(PERSON, person.to_string());
    }
    // An envelope that cannot be read holds up nobody: these attributes are optional.
    if let Ok(meta) = event.meta() {
        headers.insert("ce-actorrole", meta.role.name());
        headers.insert("ce-purpose", code(&meta.purpose));
        headers.insert(CORRELATION, meta.correlation.to_string());
        headers.insert("ce-causationid", meta.causation.to_string());
        // CloudEvents' extension for distributed tracing.
        headers.insert("ce-traceparent", telemetry::traceparent(meta.correlation));
    }
    headers
}

/// The event's payload.
pub(super) fn payload(event: &Recorded) -> Bytes {
    Bytes::copy_from_slice(event.data())
}

/// The event in a message; `None` if the relay did not publish it.
pub(super) fn delivered(message: &Message) -> Option<Delivered> {
    let headers = message.headers.as_ref()?;
    let (tenant, kind) = text(headers, SOURCE)?.strip_prefix("/stc/")?.split_once('/')?;
    let id = text(headers, SUBJECT)?.parse().ok()?;
    Some(Delivered {
        position: text(headers, POSITION)?.parse().ok()?,
        stream: StreamName::new(kind, &tenant.parse().ok()?, id),
        revision: text(headers, REVISION)?.parse().ok()?,
        name: text(headers, TYPE)?.to_owned(),
        person: text(headers, PERSON).and_then(|id| id.parse().ok()),
        correlation: text(headers, CORRELATION).and_then(|id| id.parse().ok()),
        data: message.payload.clone(),
    })
}

/// A header's text.
pub(super) fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(HeaderValue::as_str)
}

/// A code as it is written in JSON, without the quotes.
fn code(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}
