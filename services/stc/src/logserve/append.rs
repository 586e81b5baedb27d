//! Appending to one stream.

use platform::{
    EventLog, StreamName,
    log::{APPEND_EVENTS_MAX, Append, Appended, Expected, LogError, NewEvent},
};
use proto::eventstore::{
    Empty,
    streams::{
        AppendReq, AppendResp,
        append_req::{Content, Options, options::ExpectedStreamRevision},
        append_resp::{
            self, Position, Success, WrongExpectedVersion,
            success::{CurrentRevisionOption as Revision, PositionOption},
            wrong_expected_version::{
                CurrentRevisionOption, CurrentRevisionOption2060, ExpectedRevisionOption,
                ExpectedRevisionOption2060,
            },
        },
    },
};
use tonic::{Status, Streaming};

use super::{
    APPEND_BYTES_MAX,
    read::{exists, of},
    wire::{self, missing},
};

/// What a client expects of a stream.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    /// What the log knows itself.
    Log(Expected),
    /// That there is one, whatever its revision.
    StreamExists,
}

/// Why an append was not done.
pub(super) enum Refusal {
    /// The stream is not as expected; `None`: there is none.
    Conflict(Option<u64>),
    /// Anything else.
    Failed(Status),
}

impl From<LogError> for Refusal {
    fn from(error: LogError) -> Self {
        match error {
            LogError::Conflict { actual, .. } => Self::Conflict(actual),
            error => Self::Failed(of(error)),
        }
    }
}

/// Answers an append that comes in parts: the stream first, then event by event.
pub(super) async fn append(
    log: &dyn EventLog,
    mut parts: Streaming<AppendReq>,
) -> Result<AppendResp, Status> {
    let first = parts.message().await?.and_then(|part| part.content);
    let Some(Content::Options(Options { stream_identifier, expected_stream_revision })) = first
    else {
        return Err(missing("the stream"));
    };
    let stream = wire::stream_name(stream_identifier.as_ref());
    let stream = stream.ok_or_else(wire::foreign_stream)?;
    let wanted = match expected_stream_revision.ok_or_else(|| missing("the expected revision"))? {
        ExpectedStreamRevision::Revision(revision) => Wanted::Log(Expected::Exactly(revision)),
        ExpectedStreamRevision::NoStream(_) => Wanted::Log(Expected::NoStream),
        ExpectedStreamRevision::Any(_) => Wanted::Log(Expected::Any),
        ExpectedStreamRevision::StreamExists(_) => Wanted::StreamExists,
    };
    let (mut events, mut bytes) = (Vec::new(), 0);
    while let Some(part) = parts.message().await? {
        let Some(Content::ProposedMessage(message)) = part.content else {
            return Err(missing("an event"));
        };
        bytes += message.data.len();
        if bytes > APPEND_BYTES_MAX || events.len() == APPEND_EVENTS_MAX {
            return Err(too_large());
        }
        events.push(wire::new_event(message)?);
    }
    let result = match decide(log, stream, wanted, events).await {
        Ok(appended) => append_resp::Result::Success(success(appended)),
        Err(Refusal::Conflict(actual)) => {
            append_resp::Result::WrongExpectedVersion(conflict(wanted, actual))
        }
        Err(Refusal::Failed(status)) => return Err(status),
    };
    Ok(AppendResp { result: Some(result) })
}

/// Appends if the stream is as wanted.
pub(super) async fn decide(
    log: &dyn EventLog,
    stream: StreamName,
    wanted: Wanted,
    events: Vec<NewEvent>,
) -> Result<Appended, Refusal> {
    let expected = match wanted {
        Wanted::Log(expected) => expected,
        // No stream ever goes away, so what is there now is there when it is appended to.
        Wanted::StreamExists if exists(log, &stream, 0).await? => Expected::Any,
        Wanted::StreamExists => return Err(Refusal::Conflict(None)),
    };
    Ok(log.append(Append { stream, expected, events, recorded_at: None }).await?)
}

/// What is told about an append that is too large for one.
pub(super) fn too_large() -> Status {
    Status::invalid_argument("an append holds at most 1000 events and 4 MiB: send less at once")
}

fn success(appended: Appended) -> Success {
    let Appended { position, revision } = appended;
    let position = Position { commit_position: position, prepare_position: position };
    Success {
        current_revision_option: Some(Revision::CurrentRevision(revision)),
        position_option: Some(PositionOption::Position(position)),
    }
}

/// The same twice, for clients of before and after server 20.6.1.
fn conflict(wanted: Wanted, actual: Option<u64>) -> WrongExpectedVersion {
    let (old_expected, expected) = match wanted {
        Wanted::Log(Expected::Exactly(revision)) => (
            Some(ExpectedRevisionOption2060::ExpectedRevision2060(revision)),
            ExpectedRevisionOption::ExpectedRevision(revision),
        ),
        // The old message has no word for this one.
        Wanted::Log(Expected::NoStream) => {
            (None, ExpectedRevisionOption::ExpectedNoStream(Empty {}))
        }
        Wanted::Log(Expected::Any) => (
            Some(ExpectedRevisionOption2060::Any2060(Empty {})),
            ExpectedRevisionOption::ExpectedAny(Empty {}),
        ),
        Wanted::StreamExists => (
            Some(ExpectedRevisionOption2060::StreamExists2060(Empty {})),
            ExpectedRevisionOption::ExpectedStreamExists(Empty {}),
        ),
    };
    let (old_current, current) = match actual {
        Some(revision) => (
            CurrentRevisionOption2060::CurrentRevision2060(revision),
            CurrentRevisionOption::CurrentRevision(revision),
        ),
        None => (
            CurrentRevisionOption2060::NoStream2060(Empty {}),
            CurrentRevisionOption::CurrentNoStream(Empty {}),
        ),
    };
    WrongExpectedVersion {
        current_revision_option_20_6_0: Some(old_current),
        expected_revision_option_20_6_0: old_expected,
        current_revision_option: Some(current),
        expected_revision_option: Some(expected),
    }
}
