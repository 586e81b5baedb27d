//! Open screens follow live: which kinds of stream changed, told to everybody who may know.
//!
//! Invariant: a change carries no id and no name. Who hears of one asks again, as for the first
//! time, and gets what that person may see.

use std::{collections::BTreeSet, convert::Infallible, sync::Arc, time::Duration};

use axum::response::sse::Event;
use eventlog::{Filter, Position};
use events::{alarm, centre, consent, employer, person, review, rights, run, trajectory};
use futures::{Stream, stream};
use kernel::TenantId;
use runtime::bus::{Bus, Delivered, Handler, Outcome};
use serde::Serialize;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, broadcast, broadcast::error::RecvError, watch},
    time::{Instant, sleep_until},
};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    App,
    call::Call,
    caller::Caller,
    problem::{Kind, Problem},
    session::Secret,
};

/// The kinds of stream that screens show.
const KINDS: [&str; 9] = [
    alarm::KIND,
    centre::KIND,
    consent::KIND,
    employer::KIND,
    person::KIND,
    review::KIND,
    rights::KIND,
    run::KIND,
    trajectory::KIND,
];
/// Screens that follow at the same time; more are told to come back.
const STREAMS_MAX: usize = 2_048;
/// Changes that a slow screen may be behind; one that is further behind asks for everything again.
const CHANGES_WAITING_MAX: usize = 1_024;
/// How often one screen is told at most.
const PAUSE_MILLIS: u64 = 1_000;
/// How often it is looked up whether the session is still there.
const SESSION_SECONDS: u64 = 15;

/// Something changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Change {
    /// From this log position on it can be read.
    #[schema(value_type = u64)]
    position: Position,
    /// In streams of these kinds.
    #[schema(value_type = Vec<String>)]
    kinds: BTreeSet<&'static str>,
}

/// A change, and whom it concerns.
#[derive(Clone, Debug)]
struct Told {
    tenant: TenantId,
    person: Option<Uuid>,
    kind: &'static str,
    position: Position,
}

/// What changed lately. Clones share it.
#[derive(Clone)]
pub(crate) struct Changes {
    told: broadcast::Sender<Told>,
    room: Arc<Semaphore>,
    stop: watch::Receiver<bool>,
}

/// Who listens.
#[derive(Clone, Debug)]
pub(crate) struct Listener {
    tenant: TenantId,
    /// A youth hears of nobody else.
    only: Option<Uuid>,
}

impl Changes {
    /// Nothing so far. Streams end when `stop` is set.
    pub(crate) fn new(stop: watch::Receiver<bool>) -> Self {
        let (told, _) = broadcast::channel(CHANGES_WAITING_MAX);
        Self { told, room: Arc::new(Semaphore::new(STREAMS_MAX)), stop }
    }

    /// Changes for one listener, from now on, until the session ends.
    ///
    /// # Errors
    ///
    /// [`Kind::Unavailable`] while too many listen.
    pub(crate) fn stream(
        &self,
        listener: Listener,
        caller: Caller,
    ) -> Result<impl Stream<Item = Result<Event, Infallible>> + use<>, Problem> {
        let place = self.room.clone().try_acquire_owned().map_err(|_| Kind::Unavailable)?;
        let Caller { secret, call, .. } = caller;
        // Whose session it is, the gateway asks in its own name.
        let token = call.app.clients.service_token.as_str().into();
        let call = Call { token, ..call };
        let following = Following {
            told: self.told.subscribe(),
            stop: self.stop.clone(),
            listener,
            secret,
            call,
            next: Instant::now(),
            session: Instant::now() + Duration::from_secs(SESSION_SECONDS),
            _place: place,
        };
        Ok(stream::unfold(following, |mut following| async {
            let change = following.change().await?;
            // Numbers and fixed words are always JSON.
            let event = Event::default().event("change").json_data(change).ok()?;
            Some((Ok(event), following))
        }))
    }
}

/// Hears of every event until the platform stops.
pub(crate) async fn follow(app: App, bus: Bus) {
    let stop = app.changes.stop.clone();
    bus.react(Filter::kinds(&KINDS), Follower(app), stop).await;
}

struct Follower(App);

impl Handler for Follower {
    async fn handle(&self, event: &Delivered) -> Result<(), Outcome> {
        let Some(kind) = KINDS.into_iter().find(|kind| *kind == event.stream.kind()) else {
            return Ok(());
        };
        if kind == person::KIND {
            // A session may have ended with it: by a new card, or because the keys are gone.
            self.0.sessions.forget_person(event.stream.id(), event.position);
        }
        let tenant = event.stream.tenant().clone();
        let told = Told { tenant, person: event.person, kind, position: event.position };
        // Perhaps nobody listens.
        let _ = self.0.changes.told.send(told);
        Ok(())
    }
}

impl Listener {
    /// A person of this centre; `only` if they may hear of themselves alone.
    pub(crate) fn new(tenant: TenantId, only: Option<Uuid>) -> Self {
        Self { tenant, only }
    }

    fn hears(&self, told: &Told) -> bool {
        self.tenant == told.tenant && self.only.is_none_or(|only| told.person == Some(only))
    }
}

struct Following {
    told: broadcast::Receiver<Told>,
    stop: watch::Receiver<bool>,
    listener: Listener,
    secret: Secret,
    call: Call,
    /// When this screen may be told again.
    next: Instant,
    /// When the session is looked up again.
    session: Instant,
    _place: OwnedSemaphorePermit,
}

impl Following {
    /// Everything that changed since the last one; `None` at the end.
    async fn change(&mut self) -> Option<Change> {
        let mut change = Change::default();
        loop {
            let due = if change.kinds.is_empty() { self.session } else { self.next };
            tokio::select! {
                () = stopped(&mut self.stop) => return None,
                told = self.told.recv() => self.note(told, &mut change)?,
                () = sleep_until(due.min(self.session)) => {
                    if Instant::now() >= self.session {
                        self.session_is_there().await?;
                    }
                    if !change.kinds.is_empty() && Instant::now() >= self.next {
                        self.next = Instant::now() + Duration::from_millis(PAUSE_MILLIS);
                        return Some(change);
                    }
                }
            }
        }
    }

    fn note(&self, told: Result<Told, RecvError>, change: &mut Change) -> Option<()> {
        match told {
            Ok(told) if self.listener.hears(&told) => {
                change.position = change.position.max(told.position);
                change.kinds.insert(told.kind);
            }
            Ok(_) => {}
            // What was missed may be anything.
            Err(RecvError::Lagged(_)) => change.kinds.extend(KINDS),
            Err(RecvError::Closed) => return None,
        }
        Some(())
    }

    /// `None` if the session ended meanwhile.
    async fn session_is_there(&mut self) -> Option<()> {
        self.session = Instant::now() + Duration::from_secs(SESSION_SECONDS);
        match self.call.app.sessions.find(&self.secret, &self.call).await {
            Err(problem) if problem.kind == Kind::Unauthenticated => None,
            // While identity is away, nobody is signed out.
            Ok(_) | Err(_) => Some(()),
        }
    }
}

async fn stopped(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_youth_hears_of_themselves_and_staff_of_their_centre() {
        let (tenant, other): (TenantId, TenantId) =
            ("lsc01".parse().unwrap(), "lsc02".parse().unwrap());
        let me = Uuid::from_u128(1);
        let told = |person| Told {
            tenant: tenant.clone(),
            person,
            kind: run::KIND,
            position: Position::at(7),
        };
        let youth = Listener::new(tenant.clone(), Some(me));
        assert!(youth.hears(&told(Some(me))));
        assert!(!youth.hears(&told(Some(Uuid::from_u128(2)))));
        assert!(!youth.hears(&told(None)));
        assert!(Listener::new(tenant.clone(), None).hears(&told(Some(me))));
        assert!(!Listener::new(other, None).hears(&told(Some(me))));
    }
}
