//! Events as the server keeps them: data and envelope as JSON.

use bytes::Bytes;
use eventstore::{EventData, RecordedEvent};
use serde_json::value::RawValue;

use super::super::{Body, Envelope, NewEvent, Position, Recorded, StreamName, type_name};

/// `None` if its data is no JSON.
pub(super) fn outgoing(event: &NewEvent) -> Option<EventData> {
    let data: &RawValue = serde_json::from_slice(&event.data).ok()?;
    let data = EventData::json(&event.name, &data).ok()?;
    data.id(event.id).metadata_as_json(&Envelope::from(event)).ok()
}

/// `None` if it is not one of ours.
pub(super) fn recorded(event: &RecordedEvent) -> Option<Recorded> {
    let stream = StreamName::parse(event.stream_id()).ok()?;
    let envelope = Envelope::from_json(&event.custom_metadata).ok()?;
    let occurred_on = envelope.occurred_on;
    let new = envelope.into_event(event.id, String::new(), event.data.to_vec());
    let mut body = Vec::with_capacity(new.data.len() + 256);
    let meta_bytes = Body::write(&new, &mut body).ok()?;
    Some(Recorded {
        position: Position::at(event.position.commit),
        stream,
        revision: event.revision,
        name: type_name(&event.event_type),
        recorded_micros: event.created.timestamp_micros(),
        occurred_on,
        body: Body::read(Bytes::from(body), meta_bytes)?,
    })
}
