//! What every engine of the event log has to do, whatever keeps it.
//!
//! Each case writes under a tenant of its own, so it may run on a server that others use too.
//! Nothing is assumed of positions but their order: a server's have gaps.

use std::{collections::BTreeSet, sync::Arc};

use futures::StreamExt;
use jiff::{Timestamp, civil::date};
use platform::{
    EventLog, Filter, Purpose, Recorded, Role, StreamName, TenantId,
    log::{
        APPEND_EVENTS_MAX, Append, Appended, EVENT_BYTES_MAX, Expected, LogError, Meta, NewEvent,
        subscribe, whole_stream,
    },
};
use tokio::task::JoinSet;
use uuid::Uuid;

/// An engine under test.
#[expect(async_fn_in_trait, reason = "nobody else implements it")]
pub trait Engine {
    /// What it runs on, as the suite tells it.
    fn name(&self) -> String;

    /// The log.
    async fn log(&mut self) -> Arc<dyn EventLog>;

    /// The engine dies without a word and starts again. Whoever holds the log from before has let
    /// it go.
    async fn crash(&mut self);
}

/// Streams and events of one case.
struct Case {
    tenant: TenantId,
    log: Arc<dyn EventLog>,
    /// Where the log ended before.
    start: u64,
}

impl Case {
    async fn on(engine: &mut impl Engine) -> Self {
        let log = engine.log().await;
        let start = *log.head().borrow();
        let tenant = format!("c{}", &Uuid::new_v4().simple().to_string()[..12]);
        Self { tenant: tenant.parse().unwrap(), log, start }
    }

    /// The same after the engine died.
    async fn after_crash(self, engine: &mut impl Engine) -> Self {
        let Self { tenant, log, start } = self;
        drop(log);
        engine.crash().await;
        Self { tenant, log: engine.log().await, start }
    }

    fn stream(&self, number: u128) -> StreamName {
        StreamName::new("trajectory", &self.tenant, Uuid::from_u128(number))
    }

    fn append(&self, stream: u128, expected: Expected, ids: &[Uuid]) -> Append {
        let events = ids.iter().map(|id| event(*id, "StepRegistered")).collect();
        Append { stream: self.stream(stream), expected, events, recorded_at: None }
    }

    async fn appends(
        &self,
        stream: u128,
        expected: Expected,
        ids: &[Uuid],
    ) -> Result<Appended, LogError> {
        self.log.append(self.append(stream, expected, ids)).await
    }

    fn filter(&self) -> Filter {
        Filter { tenant: Some(self.tenant.clone()), ..Filter::default() }
    }

    /// Everything of this case, by small pages: at their edges a gap or a double would be.
    async fn everything(&self, filter: &Filter) -> Vec<Recorded> {
        let (mut all, mut after) = (Vec::new(), self.start);
        let mut head = self.log.head();
        let last = all_written(self).await;
        head.wait_for(|head| *head >= last).await.unwrap();
        loop {
            let page = self.log.read_all(after, filter, 3).await.unwrap();
            all.extend(page.events);
            assert!(page.next >= after, "a page never goes back");
            after = page.next;
            if !page.more {
                return all;
            }
        }
    }

    async fn ids_of(&self, stream: u128) -> Vec<Uuid> {
        let events = whole_stream(&*self.log, &self.stream(stream)).await.unwrap();
        let revisions: Vec<_> = events.iter().map(|event| event.revision).collect();
        assert_eq!(revisions, (0..events.len() as u64).collect::<Vec<_>>(), "no gap");
        events.iter().map(Recorded::id).collect()
    }
}

/// The position of the last event of this case's first streams.
async fn all_written(case: &Case) -> u64 {
    let mut last = 0;
    for stream in 0..STREAMS_MAX {
        let events = whole_stream(&*case.log, &case.stream(stream)).await.unwrap();
        last = last.max(events.last().map_or(0, |event| event.position));
    }
    last
}

/// How many streams a case writes to at most.
const STREAMS_MAX: u128 = 10;

fn ids(count: usize) -> Vec<Uuid> {
    (0..count).map(|_| Uuid::new_v4()).collect()
}

fn event(id: Uuid, name: &str) -> NewEvent {
    NewEvent {
        id,
        name: name.to_owned(),
        occurred_on: date(2026, 3, 9),
        subject: Some(Uuid::from_u128(7)),
        meta: Meta {
            actor: Uuid::from_u128(1),
            role: Role::Coach,
            purpose: Purpose::Coaching,
            correlation: Uuid::from_u128(2),
            causation: Uuid::from_u128(3),
        },
        data: format!(r#"{{"step":"{id}","words":"één, ääni, \"quoted\""}}"#).into_bytes(),
    }
}

/// Runs every case and tells on what; answers how many there are.
#[expect(clippy::print_stdout, reason = "whoever runs it has to see on what it ran")]
pub async fn conforms(engine: &mut impl Engine) -> usize {
    let mut done = 0;
    macro_rules! cases {
        ($($case:ident)+) => {
            $(
                println!("  {}", stringify!($case).replace('_', " "));
                $case(engine).await;
                done += 1;
            )+
        };
    }
    println!("conformance of the event log on {}", engine.name());
    cases! {
        a_stream_that_is_not_there_is_empty
        an_event_is_read_as_it_was_written
        an_append_is_atomic_and_in_order
        a_new_stream_begins_once
        an_expected_revision_that_does_not_fit_is_a_conflict
        any_revision_appends_at_the_end
        a_retry_gets_the_first_answer
        a_retry_after_others_appended_gets_the_first_answer
        a_retry_after_a_crash_gets_the_first_answer
        part_of_an_append_and_something_new_is_refused
        an_append_out_of_bounds_is_refused
        writers_of_one_stream_leave_no_gap
        writers_of_many_streams_have_one_order
        a_stream_is_read_from_a_revision_on
        a_filter_by_kind_passes_over_the_rest
        a_filter_by_type_passes_over_the_rest
        a_filter_by_tenant_passes_over_the_rest
        pages_up_to_a_position_hold_all_and_no_more
        a_subscription_sees_every_event_once_while_others_append
        a_reader_resumes_after_a_crash_at_every_place
        what_is_acknowledged_survives_a_crash
        time_of_recording_never_goes_back
    }
    println!("conformance: {done} cases on {}", engine.name());
    done
}

async fn a_stream_that_is_not_there_is_empty(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    assert!(case.log.read_stream(&case.stream(0), 0, 10).await.unwrap().is_empty());
}

async fn an_event_is_read_as_it_was_written(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let ids = ids(1);
    let appended = case.appends(0, Expected::NoStream, &ids).await.unwrap();
    let wanted = event(ids[0], "StepRegistered");
    for read in [
        case.log.read_stream(&case.stream(0), 0, 10).await.unwrap(),
        case.everything(&case.filter()).await,
    ] {
        let [read] = &read[..] else { panic!("one event, not {}", read.len()) };
        assert_eq!((read.position, read.revision), (appended.position, appended.revision));
        assert_eq!(read.stream, case.stream(0));
        assert_eq!((read.id(), read.name), (wanted.id, "StepRegistered"));
        assert_eq!((read.occurred_on, read.subject()), (wanted.occurred_on, wanted.subject));
        assert_eq!(read.meta().unwrap(), wanted.meta);
        assert_eq!(read.data(), wanted.data);
    }
}

async fn an_append_is_atomic_and_in_order(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let ids = ids(5);
    let appended = case.appends(0, Expected::NoStream, &ids).await.unwrap();
    assert_eq!(appended.revision, 4);
    assert_eq!(case.ids_of(0).await, ids);
    let events = case.everything(&case.filter()).await;
    assert!(events.windows(2).all(|pair| pair[0].position < pair[1].position));
    assert_eq!(events.last().unwrap().position, appended.position);
}

async fn a_new_stream_begins_once(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    case.appends(0, Expected::NoStream, &ids(2)).await.unwrap();
    let again = case.appends(0, Expected::NoStream, &ids(1)).await;
    let conflict = LogError::Conflict { expected: Expected::NoStream, actual: Some(1) };
    assert_eq!(again, Err(conflict));
    assert_eq!(case.ids_of(0).await.len(), 2);
}

async fn an_expected_revision_that_does_not_fit_is_a_conflict(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let before = case.appends(0, Expected::Exactly(0), &ids(1)).await;
    let conflict = LogError::Conflict { expected: Expected::Exactly(0), actual: None };
    assert_eq!(before, Err(conflict));
    case.appends(0, Expected::NoStream, &ids(2)).await.unwrap();
    case.appends(0, Expected::Exactly(1), &ids(1)).await.unwrap();
    for expected in [Expected::Exactly(0), Expected::Exactly(1), Expected::Exactly(3)] {
        let conflict = LogError::Conflict { expected, actual: Some(2) };
        assert_eq!(case.appends(0, expected, &ids(1)).await, Err(conflict));
    }
    assert_eq!(case.ids_of(0).await.len(), 3);
}

async fn any_revision_appends_at_the_end(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    for revision in 0..3 {
        let appended = case.appends(0, Expected::Any, &ids(1)).await.unwrap();
        assert_eq!(appended.revision, revision);
    }
}

async fn a_retry_gets_the_first_answer(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let (first, second, third) = (ids(2), ids(1), ids(3));
    for (expected, ids) in
        [(Expected::NoStream, first), (Expected::Exactly(1), second), (Expected::Any, third)]
    {
        let answer = case.appends(0, expected, &ids).await.unwrap();
        assert_eq!(case.appends(0, expected, &ids).await, Ok(answer), "{expected:?}");
    }
    assert_eq!(case.ids_of(0).await.len(), 6);
}

async fn a_retry_after_others_appended_gets_the_first_answer(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let first = ids(2);
    let answer = case.appends(0, Expected::NoStream, &first).await.unwrap();
    case.appends(0, Expected::Exactly(1), &ids(1)).await.unwrap();
    assert_eq!(case.appends(0, Expected::NoStream, &first).await, Ok(answer));
    assert_eq!(case.ids_of(0).await.len(), 3);
}

async fn a_retry_after_a_crash_gets_the_first_answer(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let ids = ids(2);
    let answer = case.appends(0, Expected::NoStream, &ids).await.unwrap();
    let case = case.after_crash(engine).await;
    assert_eq!(case.appends(0, Expected::NoStream, &ids).await, Ok(answer));
    assert_eq!(case.ids_of(0).await, ids);
}

async fn part_of_an_append_and_something_new_is_refused(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let there = ids(2);
    case.appends(0, Expected::NoStream, &there).await.unwrap();
    let mixed = [there[1], Uuid::new_v4()];
    assert!(case.appends(0, Expected::NoStream, &mixed).await.is_err());
    assert_eq!(case.ids_of(0).await, there);
}

async fn an_append_out_of_bounds_is_refused(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let refused = Err(LogError::OutOfBounds);
    assert_eq!(case.appends(0, Expected::Any, &[]).await, refused);
    assert_eq!(case.appends(0, Expected::Any, &ids(APPEND_EVENTS_MAX + 1)).await, refused);
    let mut large = case.append(0, Expected::Any, &ids(1));
    large.events[0].data = format!("\"{}\"", "a".repeat(EVENT_BYTES_MAX)).into_bytes();
    assert_eq!(case.log.append(large).await, refused);
    assert!(case.ids_of(0).await.is_empty());
}

async fn writers_of_one_stream_leave_no_gap(engine: &mut impl Engine) {
    const WRITERS: usize = 6;
    const EACH: usize = 10;
    let case = Case::on(engine).await;
    let mut writers = JoinSet::new();
    for _ in 0..WRITERS {
        let log = case.log.clone();
        let appends: Vec<_> = (0..EACH).map(|_| case.append(0, Expected::Any, &ids(1))).collect();
        writers.spawn(async move {
            for mut append in appends {
                loop {
                    match log.append(append.clone()).await {
                        Ok(_) => break,
                        Err(LogError::Conflict { actual, .. }) => {
                            append.expected = actual.map_or(Expected::NoStream, Expected::Exactly);
                        }
                        Err(LogError::Busy) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            }
        });
    }
    writers.join_all().await;
    let written: BTreeSet<_> = case.ids_of(0).await.into_iter().collect();
    assert_eq!(written.len(), WRITERS * EACH);
}

async fn writers_of_many_streams_have_one_order(engine: &mut impl Engine) {
    const EACH: usize = 8;
    let case = Case::on(engine).await;
    let mut writers = JoinSet::new();
    for stream in 0..STREAMS_MAX {
        let log = case.log.clone();
        let appends: Vec<_> =
            (0..EACH).map(|_| case.append(stream, Expected::Any, &ids(1))).collect();
        writers.spawn(async move {
            for append in appends {
                log.append(append).await.unwrap();
            }
        });
    }
    writers.join_all().await;
    let all = case.everything(&case.filter()).await;
    assert!(all.windows(2).all(|pair| pair[0].position < pair[1].position), "one order");
    for stream in 0..STREAMS_MAX {
        let name = case.stream(stream);
        let in_order = all.iter().filter(|event| event.stream == name).map(Recorded::id);
        assert_eq!(in_order.collect::<Vec<_>>(), case.ids_of(stream).await);
    }
    assert_eq!(all.len(), EACH * usize::try_from(STREAMS_MAX).unwrap());
}

async fn a_stream_is_read_from_a_revision_on(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let ids = ids(7);
    case.appends(0, Expected::NoStream, &ids).await.unwrap();
    for (from, max, wanted) in [(0, 3, 0..3), (3, 2, 3..5), (5, 10, 5..7), (7, 10, 7..7)] {
        let read = case.log.read_stream(&case.stream(0), from, max).await.unwrap();
        let read: Vec<_> = read.iter().map(Recorded::id).collect();
        assert_eq!(read, ids[wanted], "{max} from {from}");
    }
}

/// Two kinds of stream with two types of event each, and another tenant's.
async fn mixed(case: &Case) -> TenantId {
    let other: TenantId = format!("{}x", case.tenant).parse().unwrap();
    for (stream, kind, tenant) in
        [(0, "trajectory", &case.tenant), (1, "person", &case.tenant), (2, "trajectory", &other)]
    {
        let stream = StreamName::new(kind, tenant, Uuid::from_u128(stream));
        let events = ["StepRegistered", "StepWithdrawn", "StepRegistered"]
            .map(|name| event(Uuid::new_v4(), name));
        let append = Append {
            stream,
            expected: Expected::NoStream,
            events: events.to_vec(),
            recorded_at: None,
        };
        let appended = case.log.append(append).await.unwrap();
        case.log.head().wait_for(|head| *head >= appended.position).await.unwrap();
    }
    other
}

async fn a_filter_by_kind_passes_over_the_rest(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    mixed(&case).await;
    let filter = Filter { kinds: vec!["person"], ..case.filter() };
    let read = case.everything(&filter).await;
    assert_eq!(read.len(), 3);
    assert!(read.iter().all(|event| event.stream.kind() == "person"));
}

async fn a_filter_by_type_passes_over_the_rest(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    mixed(&case).await;
    let filter = Filter { names: vec!["StepWithdrawn"], ..case.filter() };
    let read = case.everything(&filter).await;
    assert_eq!(read.len(), 2);
    assert!(read.iter().all(|event| event.name == "StepWithdrawn"));
}

async fn a_filter_by_tenant_passes_over_the_rest(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let other = mixed(&case).await;
    let filter = Filter { tenant: Some(other.clone()), ..Filter::default() };
    let read = case.everything(&filter).await;
    assert_eq!(read.len(), 3);
    assert!(read.iter().all(|event| *event.stream.tenant() == other));
}

async fn pages_up_to_a_position_hold_all_and_no_more(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let (first, second) = (ids(6), ids(4));
    let until = case.appends(0, Expected::NoStream, &first).await.unwrap().position;
    let last = case.appends(0, Expected::Exactly(5), &second).await.unwrap().position;
    case.log.head().wait_for(|head| *head >= last).await.unwrap();
    let pages: Vec<_> = case.log.pages(case.start, until, case.filter()).collect().await;
    let events: Vec<_> = pages.into_iter().flat_map(|page| page.unwrap().events).collect();
    assert_eq!(events.iter().map(Recorded::id).collect::<Vec<_>>(), first);
}

async fn a_subscription_sees_every_event_once_while_others_append(engine: &mut impl Engine) {
    const EACH: usize = 12;
    let case = Case::on(engine).await;
    case.appends(0, Expected::NoStream, &ids(5)).await.unwrap();
    let mut writers = JoinSet::new();
    for stream in 1..4 {
        let log = case.log.clone();
        let appends: Vec<_> =
            (0..EACH).map(|_| case.append(stream, Expected::Any, &ids(1))).collect();
        writers.spawn(async move {
            for append in appends {
                log.append(append).await.unwrap();
            }
        });
    }
    let mut pages = std::pin::pin!(subscribe(case.log.clone(), case.start, case.filter()));
    let mut seen = Vec::new();
    while seen.len() < 5 + 3 * EACH {
        seen.extend(pages.next().await.unwrap().unwrap().events.iter().map(|it| it.position));
    }
    writers.join_all().await;
    assert!(seen.windows(2).all(|pair| pair[0] < pair[1]), "in order, none twice");
    assert_eq!(seen.len(), case.everything(&case.filter()).await.len());
}

async fn a_reader_resumes_after_a_crash_at_every_place(engine: &mut impl Engine) {
    let mut case = Case::on(engine).await;
    let ids = ids(4);
    let mut places = vec![case.start];
    for (index, id) in ids.iter().enumerate() {
        let expected = (index as u64).checked_sub(1);
        let expected = expected.map_or(Expected::NoStream, Expected::Exactly);
        places.push(case.appends(0, expected, &[*id]).await.unwrap().position);
    }
    for (index, place) in places.into_iter().enumerate() {
        case = case.after_crash(engine).await;
        case.start = place;
        let rest = case.everything(&case.filter()).await;
        assert_eq!(rest.iter().map(Recorded::id).collect::<Vec<_>>(), ids[index..]);
    }
}

async fn what_is_acknowledged_survives_a_crash(engine: &mut impl Engine) {
    let mut case = Case::on(engine).await;
    let mut acknowledged = Vec::new();
    for _ in 0..4 {
        for _ in 0..5 {
            let id = Uuid::new_v4();
            case.appends(0, Expected::Any, &[id]).await.unwrap();
            acknowledged.push(id);
        }
        case = case.after_crash(engine).await;
        assert_eq!(case.ids_of(0).await, acknowledged);
    }
}

async fn time_of_recording_never_goes_back(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let before = case.start;
    for _ in 0..5 {
        case.appends(0, Expected::Any, &ids(1)).await.unwrap();
    }
    let events = case.everything(&case.filter()).await;
    assert!(events.windows(2).all(|pair| pair[0].recorded_micros <= pair[1].recorded_micros));
    let last = events.last().unwrap();
    assert!(case.log.position_at(Timestamp::MAX).await.unwrap() >= last.position);
    assert_eq!(case.log.position_at(Timestamp::UNIX_EPOCH).await.unwrap(), 0);
    assert!(case.log.position_at(last.recorded_at()).await.unwrap() > before);
}
