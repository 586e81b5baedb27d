//! What consumers of a group read.

use eventlog::Recorded;
use proto::eventstore::{
    persistent_subscriptions::{
        ReadResp,
        read_resp::{
            Content, ReadEvent, SubscriptionConfirmation,
            read_event::{Count, Position, RecordedEvent},
        },
    },
    streams::read_resp::read_event::RecordedEvent as StreamsEvent,
};
use tonic::{Code, Status, metadata::MetadataValue};

use super::definition::Key;
use crate::{
    EXCEPTION,
    wire::{self, IdForm},
};

/// The headers by which clients tell of which group an error is.
const STREAM_NAME: &str = "stream-name";
const GROUP_NAME: &str = "group-name";

/// An event that is handed out, and how often it was before.
pub(super) fn event(event: &Recorded, retries: u32, form: IdForm) -> Result<ReadResp, Status> {
    let StreamsEvent {
        id,
        stream_identifier,
        stream_revision,
        prepare_position,
        commit_position,
        metadata,
        custom_metadata,
        data,
    } = wire::recorded(event, form)?;
    let event = RecordedEvent {
        id,
        stream_identifier,
        stream_revision,
        prepare_position,
        commit_position,
        metadata,
        custom_metadata,
        data,
    };
    Ok(response(Content::Event(ReadEvent {
        event: Some(event),
        link: None,
        position: Some(Position::CommitPosition(commit_position)),
        count: Some(Count::RetryCount(i32::try_from(retries).unwrap_or(i32::MAX))),
    })))
}

/// The first word to a consumer.
pub(super) fn confirmation((source, name): &Key) -> ReadResp {
    let subscription_id = format!("{source}::{name}");
    response(Content::SubscriptionConfirmation(SubscriptionConfirmation { subscription_id }))
}

fn response(content: Content) -> ReadResp {
    ReadResp { content: Some(content) }
}

pub(super) fn unknown(key: &Key) -> Status {
    told(Code::NotFound, "there is no such group", "persistent-subscription-does-not-exist", key)
}

pub(super) fn exists(key: &Key) -> Status {
    told(Code::AlreadyExists, "there is such a group", "persistent-subscription-exists", key)
}

/// The Python client tells it by its first words.
pub(super) fn full(key: &Key) -> Status {
    let sentence = "Maximum subscriptions reached: the group has as many consumers as it may have";
    told(Code::FailedPrecondition, sentence, "maximum-subscribers-reached", key)
}

pub(super) fn dropped(sentence: &str, key: &Key) -> Status {
    told(Code::Cancelled, sentence, "persistent-subscription-dropped", key)
}

fn told(code: Code, sentence: &str, exception: &'static str, (source, name): &Key) -> Status {
    let mut status = Status::new(code, sentence);
    status.metadata_mut().insert(EXCEPTION, MetadataValue::from_static(exception));
    for (header, text) in [(STREAM_NAME, source), (GROUP_NAME, name)] {
        // A header is ASCII; a name that is not does without.
        if let Ok(text) = text.parse() {
            status.metadata_mut().insert(header, text);
        }
    }
    status
}
