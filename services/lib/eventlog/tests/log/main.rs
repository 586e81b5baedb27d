//! The embedded log against a simple model: random appends, conflicts, retries, and crashes between
//! commit and answer.
#![expect(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod file;
mod locked;

use std::{collections::HashMap, path::Path, sync::Arc};

use eventlog::{
    APPEND_EVENTS_MAX, Append, Appended, EmbeddedLog, EventLog, Expected, Filter, LogError, Meta,
    NewEvent, Options, Position, Recorded, Sizes, StreamName, subscribe,
};
use jiff::{Timestamp, civil::date};
use kernel::{Purpose, Role, TenantId};
use proptest::prelude::*;
use uuid::Uuid;

fn stream(number: u8) -> StreamName {
    let tenant: TenantId =
        if number.is_multiple_of(2) { "lsc01" } else { "lsc02" }.parse().unwrap();
    StreamName::new("trajectory", &tenant, Uuid::from_u128(u128::from(number)))
}

fn event(id: u128) -> NewEvent {
    NewEvent {
        id: Uuid::from_u128(id),
        name: "StepRegistered".to_owned(),
        occurred_on: date(2026, 3, 9),
        subject: Some(Uuid::from_u128(7)),
        meta: Meta {
            actor: Uuid::nil(),
            role: Role::Coach,
            purpose: Purpose::Coaching,
            correlation: Uuid::nil(),
            causation: Uuid::nil(),
        },
        data: format!(r#"{{"minutes":{id}}}"#).into_bytes(),
    }
}

fn append(number: u8, expected: Expected, ids: impl IntoIterator<Item = u128>) -> Append {
    let events = ids.into_iter().map(event).collect();
    Append { stream: stream(number), expected, events, recorded_at: None }
}

/// Few, so that acts come to rows and places in the file and to others that are not there yet.
/// Events that come alone are put together, sixteen to a row.
const SIZES: Sizes = Sizes { block_events: 16, tail_events: 4 };

fn open(dir: &Path) -> Arc<EmbeddedLog> {
    Arc::new(
        EmbeddedLog::open(&dir.join("log.db"), Options { sizes: SIZES, ..Options::default() })
            .unwrap(),
    )
}

/// What a kill at this moment leaves of an open log, in a directory of its own: nobody closes the
/// file, and what it says stands partly in the write-ahead log.
fn killed(dir: &Path) -> tempfile::TempDir {
    let left = tempfile::tempdir().unwrap();
    for name in ["log.db", "log.db-wal"] {
        std::fs::copy(dir.join(name), left.path().join(name)).unwrap();
    }
    left
}

async fn everything(log: &EmbeddedLog) -> Vec<Recorded> {
    let (mut all, mut after) = (Vec::new(), Position::START);
    loop {
        // Small pages on purpose: their edges are where a gap or a double would be.
        let page = log.read_all(after, &Filter::default(), 3).await.unwrap();
        all.extend(page.events);
        after = page.next;
        if !page.more {
            return all;
        }
    }
}

/// What the log should be: streams of event ids with their positions, and one order.
#[derive(Default)]
struct Model {
    streams: HashMap<u8, Vec<(u128, u64)>>,
    order: Vec<(u8, u128)>,
}

impl Model {
    fn append(
        &mut self,
        number: u8,
        expected: Expected,
        ids: &[u128],
    ) -> Result<Appended, LogError> {
        let there = self.streams.entry(number).or_default();
        let actual = (there.len() as u64).checked_sub(1);
        let fits = match expected {
            Expected::Any => true,
            Expected::NoStream => actual.is_none(),
            Expected::Exactly(revision) => actual == Some(revision),
        };
        let places: Vec<_> =
            ids.iter().map(|id| there.iter().position(|(other, _)| other == id)).collect();
        let known = places.iter().any(Option::is_some);
        if known && (!fits || expected == Expected::Any) {
            let together = places
                .windows(2)
                .all(|pair| matches!(pair, [Some(one), Some(two)] if *two == one + 1));
            return match places.last() {
                Some(Some(last)) if together => Ok(self.place(number, *last)),
                _ => Err(LogError::PartialRetry),
            };
        }
        if !fits {
            return Err(LogError::Conflict { expected, actual });
        }
        for id in ids {
            self.order.push((number, *id));
            there.push((*id, self.order.len() as u64));
        }
        let last = there.len() - 1;
        Ok(self.place(number, last))
    }

    fn place(&self, number: u8, index: usize) -> Appended {
        let (_, position) = self.streams[&number][index];
        Appended { position: Position::at(position), revision: index as u64 }
    }
}

#[derive(Clone, Debug)]
enum Act {
    /// Append to one of a few streams; the events' ids are new unless they repeat an earlier act.
    Append { stream: u8, expected: Expected, count: usize, repeat: Option<usize>, skip: usize },
    /// The process ends without a word and starts again.
    Crash,
    /// An append is committed, and the process ends before the answer is read.
    CrashBeforeAnswer { stream: u8 },
}

fn expected() -> impl Strategy<Value = Expected> {
    prop_oneof![
        Just(Expected::Any),
        Just(Expected::NoStream),
        (0..6_u64).prop_map(Expected::Exactly)
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let append = (0..3_u8, expected(), 1..4_usize, proptest::option::of(0..20_usize), 0..2_usize)
        .prop_map(|(stream, expected, count, repeat, skip)| Act::Append {
            stream,
            expected,
            count,
            repeat,
            skip,
        });
    prop_oneof![
        12 => append,
        1 => Just(Act::Crash),
        2 => (0..3_u8).prop_map(|stream| Act::CrashBeforeAnswer { stream }),
    ]
}

/// Runs acts on the log and on the model and compares every answer and the whole content.
async fn run(acts: Vec<Act>) {
    let mut dir = tempfile::tempdir().unwrap();
    let mut log = open(dir.path());
    let mut model = Model::default();
    let mut done: Vec<(u8, Vec<u128>)> = Vec::new();
    let mut next_id = 0;
    let mut fresh = |count: usize| -> Vec<u128> {
        (0..count)
            .map(|_| {
                next_id += 1;
                next_id
            })
            .collect()
    };
    for act in acts {
        match act {
            Act::Append { stream, expected, count, repeat, skip } => {
                let earlier = repeat.and_then(|repeat| done.get(repeat).cloned());
                let (stream, ids) = match earlier {
                    Some((stream, ids)) if skip == 0 => (stream, ids),
                    // Part of an earlier append and something new: must be refused.
                    Some((stream, ids)) => {
                        (stream, ids.into_iter().skip(skip).chain(fresh(1)).collect())
                    }
                    None => (stream, fresh(count)),
                };
                let answer = log.append(append(stream, expected, ids.iter().copied())).await;
                assert_eq!(answer, model.append(stream, expected, &ids));
                if answer.is_ok() {
                    done.push((stream, ids));
                }
            }
            Act::Crash => {
                let left = killed(dir.path());
                log = open(left.path());
                dir = left;
            }
            Act::CrashBeforeAnswer { stream } => {
                let ids = fresh(2);
                let again = || append(stream, Expected::Any, ids.iter().copied());
                let first = log.append(again()).await;
                let left = killed(dir.path());
                log = open(left.path());
                dir = left;
                assert_eq!(log.append(again()).await, first, "the first answer again");
                assert_eq!(first, model.append(stream, Expected::Any, &ids));
                done.push((stream, ids));
            }
        }
    }
    compare(&log, &model).await;
    drop(log);
    compare(&open(dir.path()), &model).await;
}

async fn compare(log: &EmbeddedLog, model: &Model) {
    let all = everything(log).await;
    let order: Vec<_> = all.iter().map(|event| (event.stream.clone(), event.id())).collect();
    let wanted: Vec<_> =
        model.order.iter().map(|(number, id)| (stream(*number), Uuid::from_u128(*id))).collect();
    assert_eq!(order, wanted, "one total order");
    let positions: Vec<_> = all.iter().map(|event| u64::from(event.position)).collect();
    assert_eq!(positions, (1..=all.len() as u64).collect::<Vec<_>>(), "positions without a gap");
    for (number, ids) in &model.streams {
        let events = log.read_stream(&stream(*number), 0, 1_000).await.unwrap();
        let read: Vec<_> = events.iter().map(|event| (event.revision, event.id())).collect();
        let wanted: Vec<_> = (0..).zip(ids.iter().map(|(id, _)| Uuid::from_u128(*id))).collect();
        assert_eq!(read, wanted, "revisions without a gap");
    }
    compare_tenants(log, &all).await;
}

/// Every tenant's part of the log, from every position and up to every one, is that part of it all.
async fn compare_tenants(log: &EmbeddedLog, all: &[Recorded]) {
    use futures::TryStreamExt;
    let count = all.len() as u64;
    for tenant in ["lsc01", "lsc02", "lsc03"] {
        let filter = Filter { tenant: Some(tenant.parse().unwrap()), ..Filter::default() };
        let wanted = |after: Position, until: Position| -> Vec<_> {
            let theirs = all.iter().filter(|event| event.stream.tenant().as_str() == tenant);
            let theirs = theirs.map(|event| (event.position, event.id()));
            theirs.filter(|(position, _)| *position > after && *position <= until).collect()
        };
        for number in 0..=count {
            let (after, end) = (Position::at(number), Position::at(count));
            let page = log.read_all(after, &filter, 2).await.unwrap();
            let read: Vec<_> = page.events.iter().map(|it| (it.position, it.id())).collect();
            assert_eq!(read, wanted(after, page.next), "all up to where it looked");
            assert!(read.len() == 2 || page.next == end, "as many as there are");
            assert_eq!(page.more, page.next < end);
            let until = Position::at((number * 7 + 3) % (count + 1));
            let pages: Vec<_> =
                log.pages(after, until, filter.clone()).try_collect().await.unwrap();
            let read = pages.iter().flat_map(|page| &page.events);
            let read: Vec<_> = read.map(|it| (it.position, it.id())).collect();
            assert_eq!(read, wanted(after, until), "{tenant} after {after} up to {until}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_log_answers_as_the_model_through_conflicts_retries_and_crashes(
        acts in proptest::collection::vec(act(), 1..40)
    ) {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(run(acts));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_subscription_sees_every_event_once_while_others_append() {
    use futures::StreamExt;
    const WRITERS: u128 = 8;
    const EACH: u128 = 50;
    let dir = tempfile::tempdir().unwrap();
    let log = open(dir.path());
    for id in 0..20 {
        log.append(append(0, Expected::Any, [10_000 + id])).await.unwrap();
    }
    let writers = (0..WRITERS).map(|writer| {
        let log = log.clone();
        tokio::spawn(async move {
            for id in 0..EACH {
                let number = u8::try_from(writer).unwrap();
                log.append(append(number, Expected::Any, [writer * 1_000 + id])).await.unwrap();
            }
        })
    });
    let writers: Vec<_> = writers.collect();
    let wanted = 20 + u64::try_from(WRITERS * EACH).unwrap();
    let mut pages = std::pin::pin!(subscribe(log.clone(), Position::START, Filter::default()));
    let mut seen = Vec::new();
    while (seen.len() as u64) < wanted {
        seen.extend(
            pages.next().await.unwrap().unwrap().events.iter().map(|e| u64::from(e.position)),
        );
    }
    assert_eq!(seen, (1..=wanted).collect::<Vec<_>>());
    for writer in writers {
        writer.await.unwrap();
    }
}

#[tokio::test]
async fn a_filter_lets_one_centre_through_and_still_moves_on() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(dir.path());
    for id in 0..10_u8 {
        log.append(append(id, Expected::NoStream, [u128::from(id)])).await.unwrap();
    }
    let filter = Filter { tenant: Some("lsc02".parse().unwrap()), ..Filter::default() };
    let page = log.read_all(Position::START, &filter, 100).await.unwrap();
    assert_eq!(page.events.len(), 5);
    assert!(page.events.iter().all(|event| event.stream.tenant().as_str() == "lsc02"));
    assert_eq!((page.next, page.more), (Position::at(10), false));
    let none = Filter { kinds: vec!["centre"], ..Filter::default() };
    assert_eq!(log.read_all(Position::START, &none, 100).await.unwrap().next, Position::at(10));
}

#[tokio::test]
async fn a_full_disk_is_told_and_nothing_acknowledged_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("log.db");
    let options = Options { bytes_max: Some(256 * 1024), ..Options::default() };
    let log = EmbeddedLog::open(&file, options).unwrap();
    let mut acknowledged = 0;
    let refused = loop {
        let mut one = append(0, Expected::Any, [acknowledged]);
        one.events[0].data = format!("\"{}\"", "a".repeat(4_000)).into_bytes();
        match log.append(one).await {
            Ok(_) => acknowledged += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(refused, LogError::DiskFull);
    assert!(refused.to_string().contains("free space"), "{refused}");
    assert!(acknowledged > 10);
    drop(log);
    // With room again the same log goes on, and has every acknowledged event and no other.
    let log = open(dir.path());
    assert_eq!(everything(&log).await.len() as u128, acknowledged);
    log.append(append(0, Expected::Any, [acknowledged])).await.unwrap();
}

#[tokio::test]
async fn an_append_is_bounded() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(dir.path());
    let too_many = append(0, Expected::Any, 0..=APPEND_EVENTS_MAX as u128);
    assert_eq!(log.append(too_many).await, Err(LogError::OutOfBounds));
    assert_eq!(log.append(append(0, Expected::Any, [])).await, Err(LogError::OutOfBounds));
    let mut large = append(0, Expected::Any, [1]);
    large.events[0].data = vec![b' '; eventlog::EVENT_BYTES_MAX + 1];
    assert_eq!(log.append(large).await, Err(LogError::OutOfBounds));
    let mut undated = append(0, Expected::Any, [1]);
    undated.events[0].occurred_on = date(-1, 1, 1);
    assert_eq!(log.append(undated).await, Err(LogError::OutOfBounds));
    assert!(everything(&log).await.is_empty());
}

#[tokio::test]
async fn what_was_known_at_a_moment_is_a_position() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(dir.path());
    let at = |second| Timestamp::from_second(second).unwrap();
    for (id, second) in [(1, 100), (2, 200), (3, 300)] {
        let recorded_at = Some(at(second));
        let one = Append { recorded_at, ..append(0, Expected::Any, [id]) };
        log.append(one).await.unwrap();
    }
    for (second, position) in [(99, 0), (100, 1), (250, 2), (300, 3), (999, 3)] {
        let known = log.position_at(at(second)).await.unwrap();
        assert_eq!(known, Position::at(position), "at {second}");
    }
}

#[tokio::test]
async fn time_in_the_log_never_goes_back() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(dir.path());
    for (id, second) in [(1, 300), (2, 100)] {
        let recorded_at = Some(Timestamp::from_second(second).unwrap());
        let one = Append { recorded_at, ..append(0, Expected::Any, [id]) };
        log.append(one).await.unwrap();
    }
    let seconds: Vec<_> =
        everything(&log).await.iter().map(|event| event.recorded_at().as_second()).collect();
    assert_eq!(seconds, [300, 300]);
}
