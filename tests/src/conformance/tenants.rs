//! One tenant's part of the log, from a position on.

use eventlog::{
    Append, Expected, Filter, PAGE_EVENTS_MAX, Position, Recorded, StreamName, whole_stream,
};
use futures::StreamExt;
use kernel::TenantId;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{Case, Engine, STREAMS_MAX, event, ids};

/// A tenant between whose events those of a case stand. Its name begins as the case's own does.
fn neighbour(case: &Case) -> TenantId {
    format!("{}x", case.tenant).parse().unwrap()
}

fn append(tenant: &TenantId, kind: &str, stream: u128, count: usize) -> Append {
    const NAMES: [&str; 2] = ["StepRegistered", "StepWithdrawn"];
    let events = ids(count).into_iter().zip(NAMES.into_iter().cycle());
    Append {
        stream: StreamName::new(kind, tenant, Uuid::from_u128(stream)),
        expected: Expected::Any,
        events: events.map(|(id, name)| event(id, name)).collect(),
        recorded_at: None,
    }
}

/// Rounds in which both append, one to three events to one of a few streams.
async fn take_turns(case: &Case, rounds: usize) {
    let neighbour = neighbour(case);
    for round in 0..rounds {
        let stream = (round % 3) as u128;
        for (tenant, count) in [(&neighbour, 2), (&case.tenant, 1 + round % 3)] {
            case.log.append(append(tenant, "trajectory", stream, count)).await.unwrap();
        }
    }
}

/// What stands in the case's streams, in the order of the log; the log is known up to there.
async fn own(case: &Case) -> Vec<Recorded> {
    let mut all = Vec::new();
    for stream in 0..STREAMS_MAX {
        all.extend(whole_stream(&*case.log, &case.stream(stream)).await.unwrap());
    }
    all.sort_by_key(|event| event.position);
    let last = all.last().map_or(Position::START, |event| event.position);
    case.log.head().wait_for(|head| *head >= last).await.unwrap();
    all
}

/// By pages of so many events, each of which leads on.
async fn by_pages(case: &Case, after: Position, filter: &Filter, max: usize) -> Vec<Recorded> {
    let (mut all, mut next) = (Vec::new(), after);
    loop {
        let page = case.log.read_all(next, filter, max).await.unwrap();
        assert!(page.events.len() <= max, "no more than asked for");
        assert!(
            page.events.iter().all(|event| event.position > next && event.position <= page.next)
        );
        assert!(page.next > next || !page.more, "it leads on");
        all.extend(page.events);
        next = page.next;
        if !page.more {
            return all;
        }
    }
}

async fn up_to(case: &Case, after: Position, until: Position, filter: Filter) -> Vec<Recorded> {
    let (mut all, mut next) = (Vec::new(), after);
    let mut pages = case.log.pages(after, until, filter);
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        assert!(page.events.len() <= PAGE_EVENTS_MAX && page.next <= until);
        assert!(
            page.events.iter().all(|event| event.position > next && event.position <= page.next)
        );
        all.extend(page.events);
        next = page.next;
    }
    assert_eq!(next, until.max(after), "as far as it was asked");
    all
}

fn in_order<'a>(events: impl IntoIterator<Item = &'a Recorded>) -> Vec<(Position, Uuid)> {
    events.into_iter().map(|event| (event.position, event.id())).collect()
}

pub(super) async fn one_tenant_is_read_from_every_position_up_to_every_other(
    engine: &mut impl Engine,
) {
    let case = Case::on(engine).await;
    take_turns(&case, 3).await;
    let all = own(&case).await;
    let mut places: Vec<_> = all.iter().map(|event| event.position).collect();
    places.insert(0, case.start);
    for after in &places {
        let rest = in_order(all.iter().filter(|event| event.position > *after));
        for max in [2, 100] {
            let read = by_pages(&case, *after, &case.filter(), max).await;
            assert_eq!(in_order(&read), rest, "after {after}, {max} at a time");
        }
        for until in &places {
            let read = up_to(&case, *after, *until, case.filter()).await;
            let wanted: Vec<_> = rest.iter().filter(|(at, _)| at <= until).copied().collect();
            assert_eq!(in_order(&read), wanted, "after {after} up to {until}");
        }
    }
}

pub(super) async fn of_one_tenant_only_some_kinds_and_types_are_read(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let neighbour = neighbour(&case);
    for stream in 0..2 {
        for kind in ["person", "caseload", "trajectory"] {
            for tenant in [&neighbour, &case.tenant] {
                case.log.append(append(tenant, kind, stream, 3)).await.unwrap();
            }
        }
    }
    let end = own(&case).await.last().unwrap().position;
    for (kinds, names, count) in [
        (vec!["person"], vec![], 2 * 3),
        (vec!["person", "caseload"], vec!["StepWithdrawn"], 2 * 2),
        (vec![], vec!["StepWithdrawn", "StepRegistered"], 3 * 2 * 3),
        (vec!["centre"], vec![], 0),
        (vec![], vec!["StepNoted"], 0),
    ] {
        let filter = Filter { kinds, names, tenant: Some(case.tenant.clone()) };
        let read = by_pages(&case, case.start, &filter, 4).await;
        assert!(read.iter().all(|event| filter.lets_through(event)));
        assert_eq!(read.len(), count, "{filter:?}");
        let bounded = up_to(&case, case.start, end, filter).await;
        assert_eq!(in_order(&bounded), in_order(&read));
    }
}

pub(super) async fn a_tenant_that_has_nothing_is_passed_over_at_once(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    take_turns(&case, 4).await;
    let end = own(&case).await.last().unwrap().position;
    let nobody = Filter { tenant: Some("nobody".parse().unwrap()), ..Filter::default() };
    let page = case.log.read_all(case.start, &nobody, 2).await.unwrap();
    assert!(page.events.is_empty() && page.next >= end && !page.more, "{page:?}");
    assert!(up_to(&case, case.start, end, nobody).await.is_empty());
}

pub(super) async fn pages_of_one_tenant_lead_on_while_others_append(engine: &mut impl Engine) {
    const EACH: usize = 20;
    let case = Case::on(engine).await;
    let neighbour = neighbour(&case);
    let mut writers = JoinSet::new();
    for (tenant, stream) in [(&case.tenant, 0), (&neighbour, 1), (&case.tenant, 2)] {
        let (log, tenant) = (case.log.clone(), tenant.clone());
        writers.spawn(async move {
            for _ in 0..EACH {
                log.append(append(&tenant, "trajectory", stream, 2)).await.unwrap();
            }
        });
    }
    let (mut read, mut next) = (Vec::new(), case.start);
    while read.len() < 2 * 2 * EACH {
        let page = case.log.read_all(next, &case.filter(), 7).await.unwrap();
        read.extend(page.events);
        next = page.next;
    }
    writers.join_all().await;
    assert_eq!(in_order(&read), in_order(&own(&case).await), "no gap and no double");
}

pub(super) async fn one_tenant_is_read_after_crashes(engine: &mut impl Engine) {
    let mut case = Case::on(engine).await;
    // So few between two crashes that the places of some are written and those of others are not.
    for rounds in [1, 2, 4] {
        take_turns(&case, rounds).await;
        case = case.after_crash(engine).await;
        let all = own(&case).await;
        let middle = all[all.len() / 2].position;
        for after in [case.start, middle] {
            let read = by_pages(&case, after, &case.filter(), 5).await;
            let wanted = in_order(all.iter().filter(|event| event.position > after));
            assert_eq!(in_order(&read), wanted);
        }
    }
}

pub(super) async fn one_tenant_that_fills_several_pages_is_read_whole(engine: &mut impl Engine) {
    const APPENDS: usize = 9;
    const EVENTS: usize = 1_000;
    let case = Case::on(engine).await;
    let neighbour = neighbour(&case);
    for stream in 0..APPENDS as u128 {
        case.log.append(append(&case.tenant, "trajectory", stream, EVENTS)).await.unwrap();
        case.log.append(append(&neighbour, "trajectory", stream, 10)).await.unwrap();
    }
    let all = own(&case).await;
    assert_eq!(all.len(), APPENDS * EVENTS);
    let end = all.last().unwrap().position;
    let read = up_to(&case, case.start, end, case.filter()).await;
    assert_eq!(in_order(&read), in_order(&all));
    let read = by_pages(&case, case.start, &case.filter(), PAGE_EVENTS_MAX).await;
    assert_eq!(in_order(&read), in_order(&all));
}
