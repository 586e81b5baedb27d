//! Taking and giving back the places of coaches, and the sweep that brings places and choices
//! together again after a crash.
//!
//! Invariant: whoever chose a coach took a place there first, and a place is given back only after
//! the choice that it was taken for is over. So there is never one too many, and at worst, for
//! [`STRAY_SECONDS`], one too few.

use std::{sync::Arc, time::Duration};

use jiff::ToSpan;
use platform::{
    Backends, Ctx, Role, TenantId, clock,
    execute::{CommandError, Target, execute, state_of},
    projector::Live,
};
use tokio::sync::{Mutex, watch};
use uuid::Uuid;

use crate::{
    domain::caseload::{Caseload, Command, Error},
    views::{Place, Trajectories},
};

/// How old a taking is before its place counts as left behind: longer than any call may take.
pub(crate) const STRAY_SECONDS: i64 = 60;
/// How often places and choices are compared.
const SWEEP_SECONDS: u64 = 60;
/// Takings with different coaches that go on at the same time. Those with one coach queue up here,
/// since in the log all but one of them would have to begin anew.
const DOORS: usize = 64;

/// The places of all coaches.
pub(crate) struct Places {
    backends: Backends,
    view: Live<Trajectories>,
    doors: [Mutex<()>; DOORS],
}

impl Places {
    pub(crate) fn new(backends: Backends, view: Live<Trajectories>) -> Arc<Self> {
        Arc::new(Self { backends, view, doors: std::array::from_fn(|_| Mutex::new(())) })
    }

    /// Takes a place of a coach who has so many; answers the taking.
    ///
    /// Its key is its own, not the command's: a taking that a sweep ended has to be possible again.
    pub(crate) async fn take(
        &self,
        ctx: &Ctx,
        (coach, youth): (Uuid, Uuid),
        places: u32,
    ) -> Result<Uuid, CommandError<Error>> {
        let _door = self.doors[door(coach)].lock().await;
        let before_places = {
            let folded = self.view.now();
            folded.view.without_a_place_of(ctx.tenant(), coach)
        };
        for youth in before_places {
            self.admit(ctx, coach, youth).await?;
        }
        let take = Uuid::now_v7();
        self.run(ctx, coach, youth, &Command::Take { youth, take, places }).await?;
        Ok(take)
    }

    /// By which taking a youth holds a place with a coach.
    pub(crate) async fn taking(
        &self,
        ctx: &Ctx,
        (coach, youth): (Uuid, Uuid),
    ) -> Result<Option<Uuid>, CommandError<Error>> {
        let found = state_of::<Caseload>(&self.backends, ctx, coach).await?;
        Ok(found.and_then(|(caseload, _)| caseload.take_of(youth)))
    }

    /// Gives a place back. If that does not work now, a sweep does it later.
    pub(crate) async fn free(&self, ctx: &Ctx, (coach, youth): (Uuid, Uuid), take: Uuid) {
        if let Err(error) = self.run(ctx, coach, youth, &Command::Free { youth, take }).await {
            tracing::warn!(%error, "a place is given back later");
        }
    }

    /// Gives a place to somebody who chose the coach already: that counts, whether it is full or not.
    async fn admit(&self, ctx: &Ctx, coach: Uuid, youth: Uuid) -> Result<(), CommandError<Error>> {
        if self.taking(ctx, (coach, youth)).await?.is_some() {
            return Ok(());
        }
        let command = Command::Take { youth, take: Uuid::now_v7(), places: u32::MAX };
        self.run(ctx, coach, youth, &command).await
    }

    async fn run(
        &self,
        ctx: &Ctx,
        coach: Uuid,
        youth: Uuid,
        command: &Command,
    ) -> Result<(), CommandError<Error>> {
        let occurred_on = {
            let folded = self.view.now();
            folded.view.zones.of(ctx.tenant()).cloned().unwrap_or_default().today()
        };
        let target = Target { id: coach, subject: Some(youth), occurred_on };
        execute::<Caseload>(&self.backends, &ctx.once(), target, command).await.map(drop)
    }

    /// Compares places and choices now and again and again, until `stop` is set.
    pub(crate) async fn keep(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        let mut tick = tokio::time::interval(Duration::from_secs(SWEEP_SECONDS));
        loop {
            tokio::select! {
                _ = tick.tick() => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
            tokio::select! {
                swept = self.sweep() => {
                    if let Err(error) = swept {
                        tracing::warn!(%error, "places are compared again later");
                    }
                }
                _ = stop.wait_for(|stop| *stop) => return,
            }
        }
    }

    async fn sweep(&self) -> Result<(), CommandError<Error>> {
        let left_behind = clock::now().saturating_sub(STRAY_SECONDS.seconds());
        let Ok(left_behind) = left_behind else { return Ok(()) };
        let (stray, without) = {
            let folded = self.view.now();
            (folded.view.stray_places(left_behind), folded.view.without_a_place())
        };
        for (tenant, coach, youth) in without {
            let _door = self.doors[door(coach)].lock().await;
            self.admit(&ours(tenant), coach, youth).await?;
        }
        for Place { tenant, coach, youth, take } in stray {
            self.run(&ours(tenant), coach, youth, &Command::Free { youth, take }).await?;
        }
        Ok(())
    }
}

/// The service on its own.
fn ours(tenant: TenantId) -> Ctx {
    Ctx::internal(tenant, Uuid::nil(), Role::Service, Uuid::now_v7())
}

fn door(coach: Uuid) -> usize {
    usize::from(coach.as_bytes()[15]) % DOORS
}
