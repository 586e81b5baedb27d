//! Subscriptions: first what is there, then everything new, without a gap or a double.
//!
//! As KurrentDB has it, a subscription begins after the position or revision that it names. One
//! that filters is told from time to time how far it is, so that it does not begin anew.

use std::sync::Arc;

use eventlog::{self, EventLog, PAGE_EVENTS_MAX, Page, Position, Recorded, StreamName, clock};
use futures::{StreamExt, TryStreamExt, stream};
use jiff::Timestamp;
use proto::eventstore::streams::{
    ReadResp,
    read_resp::{CaughtUp, Checkpoint, Content, SubscriptionConfirmation},
};
use tonic::Status;
use uuid::Uuid;

use super::{
    filter::EventFilter,
    read::{From, Responses, last_revision, of},
    stopping,
    wire::{self, IdForm},
};

/// A subscription to the whole log.
pub(super) fn all(
    log: Arc<dyn EventLog>,
    from: From,
    filter: Option<EventFilter>,
    form: IdForm,
) -> Responses {
    let head = *log.head().borrow();
    let after = match from {
        From::Start => Position::START,
        From::At(position) => Position::at(position),
        From::End => head,
    };
    let of_log = EventFilter::of_log(filter.as_ref());
    let mut follower = Follower { filter, form, told: after.into(), live: false };
    // Nothing there yet, so no page will say it.
    let at_once = (head <= after).then(|| follower.caught_up(head)).into_iter();
    let pages = eventlog::subscribe(log, after, of_log).map_err(of);
    let events = pages.map_ok(move |page| stream::iter(follower.page(&page))).try_flatten();
    begun().chain(stream::iter(at_once.map(Ok))).chain(events).boxed()
}

/// A subscription to one stream, which may not exist yet.
pub(super) async fn stream(
    log: Arc<dyn EventLog>,
    name: StreamName,
    from: From,
    form: IdForm,
) -> Result<Responses, Status> {
    let next = match from {
        From::Start => 0,
        From::At(revision) => revision.saturating_add(1),
        From::End => last_revision(&*log, &name).await.map_err(of)?.map_or(0, |last| last + 1),
    };
    let head = log.head();
    let pages = stream::try_unfold((log, head, next, false), move |(log, mut head, next, live)| {
        let name = name.clone();
        async move {
            loop {
                // Marked as seen before reading, so that what comes meanwhile wakes us again.
                head.borrow_and_update();
                let events = log.read_stream(&name, next, PAGE_EVENTS_MAX).await.map_err(of)?;
                if live && events.is_empty() {
                    head.changed().await.map_err(|_| stopping())?;
                    continue;
                }
                let next = next + events.len() as u64;
                let behind = events.len() == PAGE_EVENTS_MAX;
                let responses = events.iter().map(|event| wire::read_event(event, form));
                let mut responses: Vec<_> = responses.collect();
                if !live && !behind {
                    let revision = next.checked_sub(1).map(u64::cast_signed);
                    responses.push(Ok(caught_up(revision, None)));
                }
                let place = (log, head, next, live || !behind);
                return Ok::<_, Status>(Some((stream::iter(responses), place)));
            }
        }
    });
    Ok(begun().chain(pages.try_flatten()).boxed())
}

/// Turns pages of the log into what a subscriber reads.
struct Follower {
    filter: Option<EventFilter>,
    form: IdForm,
    /// The last position that a checkpoint told.
    told: u64,
    live: bool,
}

impl Follower {
    fn page(&mut self, page: &Page) -> Vec<Result<ReadResp, Status>> {
        let mut responses = Vec::with_capacity(page.events.len() + 2);
        for event in &page.events {
            match self.filter.as_ref().map_or(Ok(true), |filter| filter.passes(event)) {
                Ok(true) => {
                    responses.extend(self.checkpoint(u64::from(event.position) - 1).map(Ok));
                    responses.push(self.event(event));
                }
                Ok(false) => {}
                Err(refused) => responses.push(Err(refused)),
            }
        }
        responses.extend(self.checkpoint(page.next.into()).map(Ok));
        if !page.more && !self.live {
            responses.push(Ok(self.caught_up(page.next)));
        }
        responses
    }

    fn event(&self, event: &Recorded) -> Result<ReadResp, Status> {
        wire::read_event(event, self.form)
    }

    /// A checkpoint, if one is due: everything up to this position was looked at.
    fn checkpoint(&mut self, position: u64) -> Option<ReadResp> {
        let every = self.filter.as_ref()?.checkpoint_events;
        if position < self.told.saturating_add(every) {
            return None;
        }
        self.told = position;
        Some(wire::response(Content::Checkpoint(Checkpoint {
            commit_position: position,
            prepare_position: position,
            timestamp: Some(wire_time(clock::now())),
        })))
    }

    fn caught_up(&mut self, position: Position) -> ReadResp {
        self.live = true;
        caught_up(None, (position > Position::START).then_some(position))
    }
}

/// The first word of every subscription.
fn begun() -> stream::Iter<std::array::IntoIter<Result<ReadResp, Status>, 1>> {
    let subscription_id = Uuid::new_v4().to_string();
    let confirmation = SubscriptionConfirmation { subscription_id };
    stream::iter([Ok(wire::response(Content::Confirmation(confirmation)))])
}

fn caught_up(stream_revision: Option<i64>, position: Option<Position>) -> ReadResp {
    wire::response(Content::CaughtUp(CaughtUp {
        timestamp: Some(wire_time(clock::now())),
        stream_revision,
        position: position.map(wire::position),
    }))
}

fn wire_time(time: Timestamp) -> prost_types::Timestamp {
    prost_types::Timestamp { seconds: time.as_second(), nanos: time.subsec_nanosecond() }
}
