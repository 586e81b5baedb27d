//! Many appends over one call. Each is answered as soon as its commit is done, in any order.
//!
//! Deadlines of single appends are not kept: an append is decided within one commit.

use std::{collections::HashMap, future::ready, sync::Arc};

use futures::{Stream, StreamExt, TryStreamExt, stream::BoxStream};
use platform::{
    EventLog, StreamName,
    log::{APPEND_EVENTS_MAX, Appended, Expected, NewEvent},
};
use prost::Message;
use proto::eventstore::{
    AllStreamPosition, BadRequest, Unknown, WrongExpectedVersion, rpc,
    streams::{
        BatchAppendReq, BatchAppendResp,
        append_req::ProposedMessage,
        batch_append_req::{self, Options, options::ExpectedStreamPosition as Position},
        batch_append_resp::{
            self, ExpectedStreamPosition as Echo, Success,
            success::{CurrentRevisionOption, PositionOption},
        },
    },
    wrong_expected_version::{
        CurrentStreamRevisionOption as Current, ExpectedStreamPositionOption as Awaited,
    },
};
use tonic::{Code, Status};
use uuid::Uuid;

use super::{
    APPEND_BYTES_MAX,
    append::{Refusal, Wanted, decide, too_large},
    wire::{self, IdForm, missing},
};

/// How many appends of one call may wait for their commit; more wait to be read.
const APPENDS_IN_FLIGHT_MAX: usize = 256;
/// How many appends of one call may have come in part.
const PARTS_WAITING_MAX: usize = 16;

/// What answers a call of batches.
pub(super) type Answers = BoxStream<'static, Result<BatchAppendResp, Status>>;

/// Answers appends until the client has no more.
pub(super) fn batches(
    log: Arc<dyn EventLog>,
    requests: impl Stream<Item = Result<BatchAppendReq, Status>> + Send + 'static,
) -> Answers {
    let mut waiting = Waiting::default();
    requests
        .try_filter_map(move |request| ready(waiting.add(request)))
        .map_ok(move |batch| {
            let log = log.clone();
            async move { Ok(batch.answer(&*log).await) }
        })
        .try_buffer_unordered(APPENDS_IN_FLIGHT_MAX)
        .boxed()
}

/// Appends that came in part, by the client's id.
#[derive(Default)]
struct Waiting(HashMap<Uuid, Batch>);

/// One append.
struct Batch {
    correlation: Uuid,
    options: Options,
    events: Vec<batch_append_req::ProposedMessage>,
    bytes: usize,
}

impl Waiting {
    /// Adds a part; answers the append that is whole with it.
    fn add(&mut self, request: BatchAppendReq) -> Result<Option<Batch>, Status> {
        let BatchAppendReq { correlation_id, options, proposed_messages, is_final } = request;
        let correlation = wire::id(correlation_id)?;
        let mut batch = match (self.0.remove(&correlation), options) {
            (Some(batch), _) => batch,
            (None, Some(options)) => Batch { correlation, options, events: Vec::new(), bytes: 0 },
            (None, None) => return Err(missing("the stream")),
        };
        batch.bytes += proposed_messages.iter().map(|event| event.data.len()).sum::<usize>();
        batch.events.extend(proposed_messages);
        if batch.bytes > APPEND_BYTES_MAX || batch.events.len() > APPEND_EVENTS_MAX {
            return Err(too_large());
        }
        if is_final {
            return Ok(Some(batch));
        }
        self.0.insert(correlation, batch);
        if self.0.len() > PARTS_WAITING_MAX {
            return Err(Status::resource_exhausted(
                "too many unfinished appends: finish one first",
            ));
        }
        Ok(None)
    }
}

impl Batch {
    async fn answer(mut self, log: &dyn EventLog) -> BatchAppendResp {
        let result = match self.append(log).await {
            Ok(appended) => batch_append_resp::Result::Success(success(appended)),
            Err(error) => batch_append_resp::Result::Error(error),
        };
        let Options { stream_identifier, expected_stream_position, .. } = self.options;
        BatchAppendResp {
            correlation_id: Some(wire::wire_id(self.correlation, IdForm::Text)),
            result: Some(result),
            stream_identifier,
            expected_stream_position: expected_stream_position.map(echo),
        }
    }

    async fn append(&mut self, log: &dyn EventLog) -> Result<Appended, rpc::Status> {
        let (stream, wanted, events) = self.read().map_err(|status| failed(&status))?;
        decide(log, stream, wanted, events).await.map_err(|refusal| match refusal {
            Refusal::Conflict(actual) => conflict(wanted, actual),
            Refusal::Failed(status) => failed(&status),
        })
    }

    fn read(&mut self) -> Result<(StreamName, Wanted, Vec<NewEvent>), Status> {
        let stream = wire::stream_name(self.options.stream_identifier.as_ref());
        let wanted = match self.options.expected_stream_position {
            Some(Position::StreamPosition(revision)) => Wanted::Log(Expected::Exactly(revision)),
            Some(Position::NoStream(())) => Wanted::Log(Expected::NoStream),
            Some(Position::Any(())) => Wanted::Log(Expected::Any),
            Some(Position::StreamExists(())) => Wanted::StreamExists,
            None => return Err(missing("the expected revision")),
        };
        let events = self.events.drain(..).map(|event| {
            let batch_append_req::ProposedMessage { id, metadata, custom_metadata, data } = event;
            wire::new_event(ProposedMessage { id, metadata, custom_metadata, data })
        });
        Ok((stream.ok_or_else(wire::foreign_stream)?, wanted, events.collect::<Result<_, _>>()?))
    }
}

fn success(appended: Appended) -> Success {
    let Appended { position, revision } = appended;
    let position = AllStreamPosition { commit_position: position, prepare_position: position };
    Success {
        current_revision_option: Some(CurrentRevisionOption::CurrentRevision(revision)),
        position_option: Some(PositionOption::Position(position)),
    }
}

/// The expectation, told back.
fn echo(expected: Position) -> Echo {
    match expected {
        Position::StreamPosition(revision) => Echo::StreamPosition(revision),
        Position::NoStream(()) => Echo::NoStream(()),
        Position::Any(()) => Echo::Any(()),
        Position::StreamExists(()) => Echo::StreamExists(()),
    }
}

fn conflict(wanted: Wanted, actual: Option<u64>) -> rpc::Status {
    let current = match actual {
        Some(revision) => Current::CurrentStreamRevision(revision),
        None => Current::CurrentNoStream(()),
    };
    let expected = match wanted {
        Wanted::Log(Expected::Exactly(revision)) => Awaited::ExpectedStreamPosition(revision),
        Wanted::Log(Expected::NoStream) => Awaited::ExpectedNoStream(()),
        Wanted::Log(Expected::Any) => Awaited::ExpectedAny(()),
        Wanted::StreamExists => Awaited::ExpectedStreamExists(()),
    };
    let details = WrongExpectedVersion {
        current_stream_revision_option: Some(current),
        expected_stream_position_option: Some(expected),
    };
    told(Code::AlreadyExists, "WrongExpectedVersion", "WrongExpectedVersion", &details)
}

fn failed(status: &Status) -> rpc::Status {
    let message = status.message();
    if status.code() == Code::InvalidArgument {
        let details = BadRequest { message: message.to_owned() };
        return told(status.code(), message, "BadRequest", &details);
    }
    told(status.code(), message, "Unknown", &Unknown {})
}

fn told(code: Code, message: &str, name: &str, details: &impl Message) -> rpc::Status {
    let type_url = format!("type.googleapis.com/event_store.client.{name}");
    let details = prost_types::Any { type_url, value: details.encode_to_vec() };
    rpc::Status { code: code.into(), message: message.to_owned(), details: Some(details) }
}

#[cfg(test)]
mod tests {
    use futures::stream;
    use jiff::civil::date;
    use platform::{
        Purpose, Role,
        log::{EmbeddedLog, Envelope},
    };
    use proto::eventstore::StreamIdentifier;

    use super::*;

    /// A part of the append with this id.
    fn part(append: u128, first: bool, event: u128, is_final: bool) -> BatchAppendReq {
        let id = |id| Some(wire::wire_id(Uuid::from_u128(id), IdForm::Text));
        let stream = format!("run-lsc01.{}", Uuid::from_u128(append)).into();
        let options = Options {
            stream_identifier: Some(StreamIdentifier { stream_name: stream }),
            deadline_option: None,
            expected_stream_position: Some(Position::NoStream(())),
        };
        let envelope = Envelope {
            correlation: Uuid::nil(),
            causation: Uuid::nil(),
            actor: Uuid::nil(),
            role: Role::Service,
            purpose: Purpose::Operation,
            occurred_on: date(2026, 3, 9),
            subject: None,
        };
        let metadata = [("type", "RunStarted"), ("content-type", "application/json")];
        let event = batch_append_req::ProposedMessage {
            id: id(event),
            metadata: metadata.map(|(key, value)| (key.to_owned(), value.to_owned())).into(),
            custom_metadata: envelope.to_json().unwrap().into(),
            data: "{}".into(),
        };
        BatchAppendReq {
            correlation_id: id(append),
            options: first.then_some(options),
            proposed_messages: vec![event],
            is_final,
        }
    }

    async fn answers(parts: Vec<BatchAppendReq>) -> Vec<Result<BatchAppendResp, Status>> {
        let dir = tempfile::tempdir().unwrap();
        let log = EmbeddedLog::open(&dir.path().join("log.db"), platform::log::Options::default());
        batches(Arc::new(log.unwrap()), stream::iter(parts.into_iter().map(Ok))).collect().await
    }

    #[tokio::test]
    async fn appends_that_come_in_parts_are_put_together_each_for_itself() {
        let parts = [part(1, true, 1, false), part(2, true, 2, false), part(1, false, 3, true)];
        let answers = answers(parts.into()).await;
        let [Ok(BatchAppendResp { result: Some(batch_append_resp::Result::Success(it)), .. })] =
            &answers[..]
        else {
            panic!("{answers:?}")
        };
        assert_eq!(it.current_revision_option, Some(CurrentRevisionOption::CurrentRevision(1)));
    }

    #[tokio::test]
    async fn unfinished_appends_are_bounded() {
        let waiting = PARTS_WAITING_MAX as u128;
        let parts = (0..=waiting).map(|append| part(append, true, append, false)).collect();
        let answers = answers(parts).await;
        assert!(matches!(&answers[..], [Err(status)] if status.code() == Code::ResourceExhausted));
    }
}
