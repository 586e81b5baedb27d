//! Taking and giving back the places of coaches, and the sweep that brings places and choices
//! together again after a crash.
//!
//! Invariant: whoever chose a coach took a place there first, and a place is given back only after
//! the choice that it was taken for is over. So there is never one too many, and at worst, for
//! [`STRAY_SECONDS`], one too few.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use centres::Centres;
use domain::caseload::{Caseload, FreePlace, TakePlace};
use eventlog::clock;
use events::{CoachId, TakeId, YouthId};
use jiff::{Timestamp, ToSpan};
use kernel::{Decision, Role, TenantId, refusal::Refusal};
use runtime::{
    Backends, Ctx,
    access::Permit,
    execute::{Target, execute, state_of},
    projector::{Live, Partitions},
    status::of_command,
};
use tokio::sync::watch;
use tonic::Status;
use uuid::Uuid;

use crate::views::{Place, Trajectories};

/// How old a taking is before its place counts as left behind: longer than any call may take.
pub(crate) const STRAY_SECONDS: i64 = 60;
/// How often places and choices are compared.
const SWEEP_SECONDS: u64 = 60;

/// The places of all coaches.
pub(crate) struct Places {
    backends: Backends,
    view: Partitions<Trajectories>,
    centres: Live<Centres>,
    /// Where places were taken, and when last: there some may be left behind.
    touched: Mutex<BTreeMap<TenantId, Timestamp>>,
}

impl Places {
    pub(crate) fn new(
        backends: Backends,
        view: Partitions<Trajectories>,
        centres: Live<Centres>,
    ) -> Arc<Self> {
        Arc::new(Self { backends, view, centres, touched: Mutex::default() })
    }

    /// Takes a place of a coach who has so many; answers the taking.
    ///
    /// Its key is its own, not the command's: a taking that a sweep ended has to be possible again.
    pub(crate) async fn take(
        &self,
        ctx: &Permit,
        (coach, youth): (CoachId, YouthId),
        places: u32,
    ) -> Result<TakeId, Status> {
        let take = TakeId::new(Uuid::now_v7());
        self.touched().insert(ctx.tenant().clone(), clock::now());
        self.run(ctx, coach, youth, &TakePlace { youth, take, places }).await?;
        Ok(take)
    }

    /// By which taking a youth holds a place with a coach.
    pub(crate) async fn taking(
        &self,
        ctx: &Ctx,
        (coach, youth): (CoachId, YouthId),
    ) -> Result<Option<TakeId>, Status> {
        let found = state_of::<Caseload>(&self.backends, ctx, coach.uuid()).await;
        let found = found.map_err(|error| of_command(&error))?;
        Ok(found.and_then(|(caseload, _)| caseload.take_of(youth)))
    }

    /// Gives a place back. If that does not work now, a sweep does it later.
    pub(crate) async fn free(
        &self,
        ctx: &Permit,
        (coach, youth): (CoachId, YouthId),
        take: TakeId,
    ) {
        if let Err(error) = self.run(ctx, coach, youth, &FreePlace { youth, take }).await {
            tracing::warn!(%error, "a place is given back later");
        }
    }

    async fn run<C: Decision<State = Caseload, Refusal: Refusal>>(
        &self,
        ctx: &Permit,
        coach: CoachId,
        youth: YouthId,
        command: &C,
    ) -> Result<(), Status> {
        let today = self.view.of(ctx).await?.get(Trajectories::today);
        let target = Target::today(coach.uuid(), Some(youth.uuid()), today);
        let done = execute(&self.backends, &ctx.once(), target, command).await;
        done.map(drop).map_err(|error| of_command(&error))
    }

    /// Compares places and choices now and again and again, until `stop` is set.
    pub(crate) async fn keep(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        let mut tick = tokio::time::interval(Duration::from_secs(SWEEP_SECONDS));
        let mut all = true;
        loop {
            tokio::select! {
                _ = tick.tick() => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
            tokio::select! {
                swept = self.sweep(all) => match swept {
                    Ok(()) => all = false,
                    Err(error) => tracing::warn!(%error, "places are compared again later"),
                },
                _ = stop.wait_for(|stop| *stop) => return,
            }
        }
    }

    /// The first sweep looks at every centre, since nobody knows what a crash left; later ones look
    /// where places were taken.
    async fn sweep(&self, all: bool) -> Result<(), Status> {
        let left_behind = clock::now().saturating_sub(STRAY_SECONDS.seconds());
        let Ok(left_behind) = left_behind else { return Ok(()) };
        let tenants: Vec<TenantId> = if all {
            self.centres.now().view.iter().map(|(tenant, _)| tenant.clone()).collect()
        } else {
            self.touched().keys().cloned().collect()
        };
        for tenant in tenants.into_iter().filter(|tenant| self.backends.serves(tenant)) {
            self.sweep_centre(&tenant, left_behind).await?;
            self.touched().retain(|touched, at| *touched != tenant || *at >= left_behind);
        }
        Ok(())
    }

    async fn sweep_centre(&self, tenant: &TenantId, left_behind: Timestamp) -> Result<(), Status> {
        let ours = Ctx::internal(tenant.clone(), Uuid::nil(), Role::Service, Uuid::now_v7());
        let ours = Permit::internal(ours);
        let view = self.view.passing(&ours).await?;
        for Place { coach, youth, take } in view.get(|view| view.stray_places(left_behind)) {
            self.run(&ours, coach, youth, &FreePlace { youth, take }).await?;
        }
        Ok(())
    }

    fn touched(&self) -> MutexGuard<'_, BTreeMap<TenantId, Timestamp>> {
        self.touched.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
