//! Reads: order, filters, pages, subscriptions, crashes.

use std::{collections::BTreeSet, ops::Range};

use eventlog::{
    Append, Expected, Filter, LogError, Position, Recorded, StreamName, subscribe, whole_stream,
};
use futures::StreamExt;
use jiff::{SignedDuration, Timestamp};
use kernel::TenantId;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{Case, Engine, STREAMS_MAX, event, ids};

pub(super) async fn writers_of_one_stream_leave_no_gap(engine: &mut impl Engine) {
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

/// One writer for each of these streams, with so many appends each.
fn writers(case: &Case, streams: Range<u128>, each: usize) -> JoinSet<()> {
    streams
        .map(|stream| {
            let log = case.log.clone();
            let appends: Vec<_> =
                (0..each).map(|_| case.append(stream, Expected::Any, &ids(1))).collect();
            async move {
                for append in appends {
                    log.append(append).await.unwrap();
                }
            }
        })
        .collect()
}

pub(super) async fn writers_of_many_streams_have_one_order(engine: &mut impl Engine) {
    const EACH: usize = 8;
    let case = Case::on(engine).await;
    let writers = writers(&case, 0..STREAMS_MAX, EACH);
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

pub(super) async fn a_stream_is_read_from_a_revision_on(engine: &mut impl Engine) {
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

pub(super) async fn a_filter_by_kind_passes_over_the_rest(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    mixed(&case).await;
    let filter = Filter { kinds: vec!["person"], ..case.filter() };
    let read = case.everything(&filter).await;
    assert_eq!(read.len(), 3);
    assert!(read.iter().all(|event| event.stream.kind() == "person"));
}

pub(super) async fn a_filter_by_type_passes_over_the_rest(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    mixed(&case).await;
    let filter = Filter { names: vec!["StepWithdrawn"], ..case.filter() };
    let read = case.everything(&filter).await;
    assert_eq!(read.len(), 2);
    assert!(read.iter().all(|event| event.name == "StepWithdrawn"));
}

pub(super) async fn a_filter_by_tenant_passes_over_the_rest(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let other = mixed(&case).await;
    let filter = Filter { tenant: Some(other.clone()), ..Filter::default() };
    let read = case.everything(&filter).await;
    assert_eq!(read.len(), 3);
    assert!(read.iter().all(|event| *event.stream.tenant() == other));
}

pub(super) async fn pages_up_to_a_position_hold_all_and_no_more(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let (first, second) = (ids(6), ids(4));
    let until = case.appends(0, Expected::NoStream, &first).await.unwrap().position;
    let last = case.appends(0, Expected::Exactly(5), &second).await.unwrap().position;
    case.log.head().wait_for(|head| *head >= last).await.unwrap();
    let pages: Vec<_> = case.log.pages(case.start, until, case.filter()).collect().await;
    let events: Vec<_> = pages.into_iter().flat_map(|page| page.unwrap().events).collect();
    assert_eq!(events.iter().map(Recorded::id).collect::<Vec<_>>(), first);
}

pub(super) async fn an_event_is_found_where_it_stands(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    case.appends(0, Expected::NoStream, &ids(3)).await.unwrap();
    case.appends(1, Expected::NoStream, &ids(2)).await.unwrap();
    for event in case.everything(&case.filter()).await {
        let found = case.log.at(event.position).await.unwrap().map(|found| found.id());
        assert_eq!(found, Some(event.id()));
    }
    assert!(case.log.at(Position::START).await.unwrap().is_none(), "positions begin later");
}

pub(super) async fn a_subscription_sees_every_event_once_while_others_append(
    engine: &mut impl Engine,
) {
    const EACH: usize = 12;
    let case = Case::on(engine).await;
    case.appends(0, Expected::NoStream, &ids(5)).await.unwrap();
    let writers = writers(&case, 1..4, EACH);
    let mut pages = std::pin::pin!(subscribe(case.log.clone(), case.start, case.filter()));
    let mut seen = Vec::new();
    while seen.len() < 5 + 3 * EACH {
        seen.extend(pages.next().await.unwrap().unwrap().events.iter().map(|it| it.position));
    }
    writers.join_all().await;
    assert!(seen.windows(2).all(|pair| pair[0] < pair[1]), "in order, none twice");
    assert_eq!(seen.len(), case.everything(&case.filter()).await.len());
}

pub(super) async fn a_reader_resumes_after_a_crash_at_every_place(engine: &mut impl Engine) {
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

pub(super) async fn what_is_acknowledged_survives_a_crash(engine: &mut impl Engine) {
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

pub(super) async fn time_of_recording_never_goes_back(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let before = case.start;
    for _ in 0..5 {
        case.appends(0, Expected::Any, &ids(1)).await.unwrap();
    }
    let events = case.everything(&case.filter()).await;
    assert!(events.windows(2).all(|pair| pair[0].recorded_micros <= pair[1].recorded_micros));
    let last = events.last().unwrap();
    assert!(case.log.position_at(Timestamp::MAX).await.unwrap() >= last.position);
    assert_eq!(case.log.position_at(Timestamp::UNIX_EPOCH).await.unwrap(), Position::START);
    assert!(case.log.position_at(last.recorded_at()).await.unwrap() > before);
}

pub(super) async fn a_moment_is_found_in_a_long_log(engine: &mut impl Engine) {
    // More than two pages, so that a moment lies within one that nobody has read yet.
    const APPENDS: u128 = 9;
    let case = Case::on(engine).await;
    for stream in 0..APPENDS {
        case.appends(stream, Expected::NoStream, &ids(1_000)).await.unwrap();
    }
    let mut ends = Vec::new();
    for stream in 0..APPENDS {
        ends.extend(whole_stream(&*case.log, &case.stream(stream)).await.unwrap().pop());
    }
    let newest = ends.last().unwrap().position;
    case.log.head().wait_for(|head| *head >= newest).await.unwrap();
    // From both ends, again, and with what was learned on the way.
    for event in [&ends[0], &ends[8], &ends[4], &ends[4], &ends[2], &ends[7]] {
        let found = case.log.position_at(event.recorded_at()).await.unwrap();
        assert!(found >= event.position, "{found} is before {}", event.position);
        let at = case.log.at(found).await.unwrap().unwrap();
        assert_eq!(at.recorded_micros, event.recorded_micros, "the last of that moment");
        let before = event.recorded_at() - SignedDuration::from_micros(1);
        let before = case.log.position_at(before).await.unwrap();
        assert!(before < event.position);
        if let Some(at) = case.log.at(before).await.unwrap() {
            assert!(at.recorded_micros < event.recorded_micros);
        }
    }
}
