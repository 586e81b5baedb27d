//! Many appends over one call. Each is answered as soon as its commit is done, in any order.
//!
//! Invariant: whatever is wrong with one append is answered to that one; nothing but a message that
//! cannot be read ends the call, and only after everything that was read before is answered.
//!
//! Deadlines of single appends are not kept: an append is decided within one commit.

use std::{
    collections::HashMap,
    future::ready,
    sync::{Arc, OnceLock},
};

use eventlog::{APPEND_EVENTS_MAX, Appended, EventLog, Expected, NewEvent, StreamName};
use futures::{
    Stream, StreamExt,
    stream::{self, BoxStream},
};
use prost::Message;
use proto::eventstore::{
    AllStreamPosition, BadRequest, MaximumAppendSizeExceeded, Uuid as WireId, WrongExpectedVersion,
    rpc,
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
    append::{Ending, Refusal, TOO_LARGE_SENTENCE, Wanted, decide, unread},
    wire::{self, missing},
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
    let why = Arc::new(OnceLock::new());
    let until = why.clone();
    // What ends the call is kept until everything that was read before it is answered.
    let read = requests.scan((), move |(), request| {
        ready(request.map_err(|status| until.set(unread(status))).ok())
    });
    let end = stream::once(async move { why.get().cloned() }).filter_map(ready).map(Err);
    read.filter_map(move |request| ready(waiting.add(request)))
        .map(move |batch| {
            let log = log.clone();
            async move { batch.answer(&*log).await }
        })
        .buffer_unordered(APPENDS_IN_FLIGHT_MAX)
        .map(Ok)
        .chain(end)
        .boxed()
}

/// Appends that came in part, by the client's id.
#[derive(Default)]
struct Waiting(HashMap<Uuid, Batch>);

/// One append.
struct Batch {
    /// As the client wrote it.
    correlation: Option<WireId>,
    options: Options,
    events: Vec<batch_append_req::ProposedMessage>,
    bytes: usize,
    /// Why it is refused. The parts that still come are passed over.
    refused: Option<rpc::Status>,
}

impl Waiting {
    /// Adds a part; gives the append that is whole with it, or that cannot be.
    fn add(&mut self, request: BatchAppendReq) -> Option<Batch> {
        let BatchAppendReq { correlation_id, options, proposed_messages, is_final } = request;
        let correlation = match wire::id(correlation_id.clone()) {
            Ok(correlation) => correlation,
            Err(status) => return Some(Batch::refused(correlation_id, options, failed(&status))),
        };
        let mut batch = match (self.0.remove(&correlation), options) {
            (Some(batch), _) => batch,
            (None, Some(options)) => Batch::new(correlation_id, options),
            (None, None) => {
                let status = failed(&missing("the stream"));
                return Some(Batch::refused(correlation_id, None, status));
            }
        };
        batch.add(proposed_messages);
        if is_final {
            return Some(batch);
        }
        if self.0.len() >= PARTS_WAITING_MAX {
            let many = Status::resource_exhausted("too many unfinished appends: finish one first");
            batch.refused = Some(failed(&many));
            return Some(batch);
        }
        self.0.insert(correlation, batch);
        None
    }
}

impl Batch {
    fn new(correlation: Option<WireId>, options: Options) -> Self {
        Self { correlation, options, events: Vec::new(), bytes: 0, refused: None }
    }

    fn refused(
        correlation: Option<WireId>,
        options: Option<Options>,
        refused: rpc::Status,
    ) -> Self {
        let refused = Some(refused);
        Self { refused, ..Self::new(correlation, options.unwrap_or_default()) }
    }

    fn add(&mut self, events: Vec<batch_append_req::ProposedMessage>) {
        let bytes = events.iter().map(|event| event.data.len() + event.custom_metadata.len());
        self.bytes = self.bytes.saturating_add(bytes.sum());
        if self.bytes > APPEND_BYTES_MAX || self.events.len() + events.len() > APPEND_EVENTS_MAX {
            self.refused.get_or_insert_with(too_large);
        }
        if self.refused.is_some() {
            self.events = Vec::new();
        } else {
            self.events.extend(events);
        }
    }

    async fn answer(mut self, log: &dyn EventLog) -> BatchAppendResp {
        let result = match self.append(log).await {
            Ok(ending) => batch_append_resp::Result::Success(success(ending)),
            Err(error) => batch_append_resp::Result::Error(error),
        };
        let Options { stream_identifier, expected_stream_position, .. } = self.options;
        BatchAppendResp {
            correlation_id: self.correlation,
            result: Some(result),
            stream_identifier,
            expected_stream_position: expected_stream_position.map(echo),
        }
    }

    async fn append(&mut self, log: &dyn EventLog) -> Result<Ending, rpc::Status> {
        if let Some(refused) = self.refused.take() {
            return Err(refused);
        }
        let (stream, wanted, events) = self.read().map_err(|status| failed(&status))?;
        decide(log, stream, wanted, events).await.map_err(|refusal| match refusal {
            Refusal::Conflict(actual) => conflict(wanted, actual),
            Refusal::Failed(status) => failed(&status),
        })
    }

    fn read(&mut self) -> Result<(StreamName, Wanted, Vec<NewEvent>), Status> {
        let stream = wire::own_stream(self.options.stream_identifier.as_ref())?;
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
        Ok((stream, wanted, events.collect::<Result<_, _>>()?))
    }
}

fn success(ending: Ending) -> Success {
    let Some(Appended { position, revision }) = ending else {
        return Success {
            current_revision_option: Some(CurrentRevisionOption::NoStream(())),
            position_option: Some(PositionOption::NoPosition(())),
        };
    };
    let position = position.into();
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
    let name = "event_store.client.WrongExpectedVersion";
    told(Code::AlreadyExists, "WrongExpectedVersion", name, &details)
}

/// Clients have an error of their own for it.
fn too_large() -> rpc::Status {
    let max_append_size = u32::try_from(APPEND_BYTES_MAX).unwrap_or(u32::MAX);
    let details = MaximumAppendSizeExceeded { max_append_size };
    let name = "event_store.client.MaximumAppendSizeExceeded";
    told(Code::InvalidArgument, TOO_LARGE_SENTENCE, name, &details)
}

fn failed(status: &Status) -> rpc::Status {
    let message = status.message();
    if status.code() == Code::InvalidArgument {
        let details = BadRequest { message: message.to_owned() };
        return told(status.code(), message, "event_store.client.BadRequest", &details);
    }
    // As KurrentDB tells that it is busy. With its "unknown" clients would drop the sentence.
    told(status.code(), message, "google.protobuf.Empty", &())
}

fn told(code: Code, message: &str, name: &str, details: &impl Message) -> rpc::Status {
    let type_url = format!("type.googleapis.com/{name}");
    let details = prost_types::Any { type_url, value: details.encode_to_vec() };
    rpc::Status { code: code.into(), message: message.to_owned(), details: Some(details) }
}

#[cfg(test)]
mod tests {
    use eventlog::{EmbeddedLog, Envelope};
    use jiff::civil::date;
    use kernel::{Purpose, Role};
    use proto::eventstore::StreamIdentifier;

    use super::{wire::IdForm, *};

    /// A part of the append with this id.
    fn part(append: u128, first: bool, event: u128, is_final: bool) -> BatchAppendReq {
        let id = |id| Some(wire::wire_id(Uuid::from_u128(id), IdForm::Text));
        let stream = format!("lsc01.run-{}", Uuid::from_u128(append)).into();
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
        let log = EmbeddedLog::open(&dir.path().join("log.db"), eventlog::Options::default());
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
        assert_eq!(codes(&answers), [Code::ResourceExhausted], "the one that is too many");
    }

    /// The codes of those that were refused.
    fn codes(answers: &[Result<BatchAppendResp, Status>]) -> Vec<Code> {
        let refused = answers.iter().filter_map(|answer| match &answer.as_ref().ok()?.result {
            Some(batch_append_resp::Result::Error(error)) => Some(error.code.into()),
            _ => None,
        });
        refused.collect()
    }

    /// An append in two parts that is too large in the first one already.
    fn large(append: u128) -> [BatchAppendReq; 2] {
        let (mut first, last) = (part(append, true, 0, false), part(append, false, 1, true));
        let event = first.proposed_messages.remove(0);
        first.proposed_messages = vec![event; APPEND_EVENTS_MAX + 1];
        [first, last]
    }

    #[tokio::test]
    async fn an_append_that_is_too_large_is_answered_once_and_takes_nobody_along() {
        let [first, last] = large(1);
        let others = [part(2, true, 2, true), part(3, true, 3, true)];
        let [one, other] = others;
        let answers = answers(vec![one, first, other, last]).await;
        assert_eq!((answers.len(), codes(&answers)), (3, vec![Code::InvalidArgument]));
    }

    #[tokio::test]
    async fn what_lacks_a_part_is_answered_alone() {
        let mut nameless = part(1, true, 1, true);
        nameless.correlation_id = None;
        let mut streamless = part(2, true, 2, true);
        streamless.options = None;
        let answers = answers(vec![nameless, part(3, true, 3, true), streamless]).await;
        assert_eq!((answers.len(), codes(&answers)), (3, vec![Code::InvalidArgument; 2]));
    }

    #[tokio::test]
    async fn what_was_read_is_answered_before_the_call_ends() {
        let dir = tempfile::tempdir().unwrap();
        let log = EmbeddedLog::open(&dir.path().join("log.db"), eventlog::Options::default());
        let cut = Err(Status::out_of_range("decoded message length too large"));
        let parts = [Ok(part(1, true, 1, true)), Ok(part(2, true, 2, true)), cut];
        let answers: Vec<_> = batches(Arc::new(log.unwrap()), stream::iter(parts)).collect().await;
        let [Ok(_), Ok(_), Err(last)] = &answers[..] else { panic!("{answers:?}") };
        let exception = last.metadata().get("exception").unwrap();
        assert_eq!(exception, "maximum-append-size-exceeded");
    }
}
