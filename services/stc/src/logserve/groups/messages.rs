//! What consumers of a group read.

use platform::Recorded;
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
use crate::logserve::wire::{self, IdForm};

/// The header by which clients tell errors apart.
const EXCEPTION: &str = "exception";

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

pub(super) fn unknown() -> Status {
    told(Code::NotFound, "there is no such group", "persistent-subscription-does-not-exist")
}

pub(super) fn exists() -> Status {
    told(Code::AlreadyExists, "there is such a group", "persistent-subscription-exists")
}

pub(super) fn full() -> Status {
    let sentence = "the group has as many consumers as it may have";
    told(Code::FailedPrecondition, sentence, "maximum-subscribers-reached")
}

pub(super) fn dropped(sentence: &str) -> Status {
    told(Code::Cancelled, sentence, "persistent-subscription-dropped")
}

fn told(code: Code, sentence: &str, exception: &'static str) -> Status {
    let mut status = Status::new(code, sentence);
    status.metadata_mut().insert(EXCEPTION, MetadataValue::from_static(exception));
    status
}
