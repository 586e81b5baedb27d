//! Appending to one stream.

use eventlog::{
    APPEND_EVENTS_MAX, Append, Appended, EventLog, Expected, LogError, NewEvent, StreamName,
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
use tonic::{Code, Status, Streaming, metadata::MetadataValue};

use super::{
    APPEND_BYTES_MAX, EXCEPTION,
    read::{exists, last, of},
    wire::{self, missing},
};

/// What the header of an exception says of an append that is too large, and the header of the limit.
const TOO_LARGE: &str = "maximum-append-size-exceeded";
const LIMIT: &str = "maximum-append-size";
/// The same for people.
pub(super) const TOO_LARGE_SENTENCE: &str =
    "an append holds at most 1000 events and 4 MiB: send less at once";

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

/// Where a stream ends after an append; `None` if there is none, because nothing was appended.
pub(super) type Ending = Option<Appended>;

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
    let stream = wire::own_stream(stream_identifier.as_ref())?;
    let wanted = match expected_stream_revision.ok_or_else(|| missing("the expected revision"))? {
        ExpectedStreamRevision::Revision(revision) => Wanted::Log(Expected::Exactly(revision)),
        ExpectedStreamRevision::NoStream(_) => Wanted::Log(Expected::NoStream),
        ExpectedStreamRevision::Any(_) => Wanted::Log(Expected::Any),
        ExpectedStreamRevision::StreamExists(_) => Wanted::StreamExists,
    };
    let (mut events, mut bytes) = (Vec::new(), 0);
    while let Some(part) = parts.message().await.map_err(unread)? {
        let Some(Content::ProposedMessage(message)) = part.content else {
            return Err(missing("an event"));
        };
        bytes += message.data.len() + message.custom_metadata.len();
        if bytes > APPEND_BYTES_MAX || events.len() == APPEND_EVENTS_MAX {
            return Err(too_large());
        }
        events.push(wire::new_event(message)?);
    }
    let result = match decide(log, stream, wanted, events).await {
        Ok(ending) => append_resp::Result::Success(success(ending)),
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
) -> Result<Ending, Refusal> {
    if events.is_empty() {
        return nothing(log, &stream, wanted).await;
    }
    let expected = match wanted {
        Wanted::Log(expected) => expected,
        // No stream ever goes away, so what is there now is there when it is appended to.
        Wanted::StreamExists if exists(log, &stream, 0).await? => Expected::Any,
        Wanted::StreamExists => return Err(Refusal::Conflict(None)),
    };
    Ok(Some(log.append(Append { stream, expected, events, recorded_at: None }).await?))
}

/// An append of no events only asks whether the stream is as wanted, as on KurrentDB.
async fn nothing(
    log: &dyn EventLog,
    stream: &StreamName,
    wanted: Wanted,
) -> Result<Ending, Refusal> {
    let ending = last(log, stream).await?;
    let actual = ending.map(|ending| ending.revision);
    let fits = match wanted {
        Wanted::Log(Expected::Any) => true,
        Wanted::Log(Expected::NoStream) => actual.is_none(),
        Wanted::Log(Expected::Exactly(revision)) => actual == Some(revision),
        Wanted::StreamExists => actual.is_some(),
    };
    if fits { Ok(ending) } else { Err(Refusal::Conflict(actual)) }
}

/// What is told about an append that is too large for one, in the clients' words: they have an
/// error of their own for it.
pub(super) fn too_large() -> Status {
    let mut status = Status::invalid_argument(TOO_LARGE_SENTENCE);
    status.metadata_mut().insert(EXCEPTION, MetadataValue::from_static(TOO_LARGE));
    status.metadata_mut().insert(LIMIT, APPEND_BYTES_MAX.into());
    status
}

/// A request that cannot be read. One that is too large is told as such an append.
pub(super) fn unread(status: Status) -> Status {
    if status.code() == Code::OutOfRange { too_large() } else { status }
}

fn success(ending: Ending) -> Success {
    let Some(Appended { position, revision }) = ending else {
        return Success {
            current_revision_option: Some(Revision::NoStream(Empty {})),
            position_option: Some(PositionOption::NoPosition(Empty {})),
        };
    };
    let position = position.into();
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
