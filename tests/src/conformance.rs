//! What every engine of the event log has to do, whatever keeps it.
//!
//! Each case writes under a tenant of its own, so it may run on a server that others use too.
//! Nothing is assumed of positions but their order: a server's have gaps.

mod appends;
mod reads;
mod tenants;

use std::sync::Arc;

use eventlog::{
    Append, Appended, EventLog, Expected, Filter, LogError, Meta, NewEvent, Position, Recorded,
    StreamName, whole_stream,
};
use jiff::civil::date;
use kernel::{Purpose, Role, TenantId};
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
    start: Position,
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
async fn all_written(case: &Case) -> Position {
    let mut last = Position::START;
    for stream in 0..STREAMS_MAX {
        let events = whole_stream(&*case.log, &case.stream(stream)).await.unwrap();
        last = last.max(events.last().map_or(Position::START, |event| event.position));
    }
    last
}

/// How many streams a case writes to at most.
const STREAMS_MAX: u128 = 10;

fn ids(count: usize) -> Vec<Uuid> {
    (0..count).map(|_| Uuid::new_v4()).collect()
}

/// One event for a stream of its own.
pub fn one_append() -> Append {
    let (id, tenant) = (Uuid::now_v7(), TenantId::platform());
    Append {
        stream: StreamName::new("trajectory", &tenant, id),
        expected: Expected::NoStream,
        events: vec![event(id, "StepRegistered")],
        recorded_at: None,
    }
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
        ($($part:ident::$case:ident)+) => {
            $(
                println!("  {}", stringify!($case).replace('_', " "));
                $part::$case(engine).await;
                done += 1;
            )+
        };
    }
    println!("conformance of the event log on {}", engine.name());
    cases! {
        appends::a_stream_that_is_not_there_is_empty
        appends::an_event_is_read_as_it_was_written
        appends::an_append_is_atomic_and_in_order
        appends::a_new_stream_begins_once
        appends::an_expected_revision_that_does_not_fit_is_a_conflict
        appends::any_revision_appends_at_the_end
        appends::a_retry_gets_the_first_answer
        appends::a_retry_after_others_appended_gets_the_first_answer
        appends::a_retry_after_a_crash_gets_the_first_answer
        appends::part_of_an_append_and_something_new_is_refused
        appends::an_append_out_of_bounds_is_refused
        appends::one_event_id_twice_in_an_append_is_refused
        reads::writers_of_one_stream_leave_no_gap
        reads::writers_of_many_streams_have_one_order
        reads::a_stream_is_read_from_a_revision_on
        reads::a_filter_by_kind_passes_over_the_rest
        reads::a_filter_by_type_passes_over_the_rest
        reads::a_filter_by_tenant_passes_over_the_rest
        reads::pages_up_to_a_position_hold_all_and_no_more
        reads::an_event_is_found_where_it_stands
        reads::a_subscription_sees_every_event_once_while_others_append
        reads::a_reader_resumes_after_a_crash_at_every_place
        reads::what_is_acknowledged_survives_a_crash
        reads::time_of_recording_never_goes_back
        reads::a_moment_is_found_in_a_long_log
        tenants::one_tenant_is_read_from_every_position_up_to_every_other
        tenants::of_one_tenant_only_some_kinds_and_types_are_read
        tenants::a_tenant_that_has_nothing_is_passed_over_at_once
        tenants::pages_of_one_tenant_lead_on_while_others_append
        tenants::one_tenant_is_read_after_crashes
        tenants::one_tenant_that_fills_several_pages_is_read_whole
    }
    println!("conformance: {done} cases on {}", engine.name());
    done
}
