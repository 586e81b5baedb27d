//! Takes up again what was interrupted, and knows what does not go on.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use eventlog::{LogError, clock, retry::Pauses};
use jiff::{Timestamp, ToSpan};
use kernel::{
    Reason,
    work::{Move, Phase, Work, WorkEvent},
};
use runtime::{
    Backends,
    execute::{Target, execute, state_of},
    projector::Live,
    status::{not_found, of_command, unavailable},
    telemetry::metrics,
};
use tokio::{sync::watch, time::Instant};
use tonic::{Code, Status};
use vocabulary::WorkTrouble;

use crate::{Manager, Unfinished, WorkId};

/// How often it is looked whether work was left behind.
const SWEEP_SECONDS: u64 = 5;
/// How old work is before it counts as left behind by another process: longer than a call takes. What
/// was begun before this process started counts at once.
const LEFT_BEHIND_SECONDS: i64 = 15;
/// How old unfinished work is before it is told that it does not go on.
const STUCK_SECONDS: i64 = 60;
/// How many works of one kind go on side by side at most.
const LANES: usize = 64;

/// Work that does not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// When it was begun.
    pub since: Timestamp,
    /// Why it does not go on.
    pub trouble: WorkTrouble,
    /// Whether it was turned back.
    pub turned_back: bool,
}

struct Tried {
    times: usize,
    trouble: WorkTrouble,
    again_at: Instant,
}

/// All work of one kind.
pub struct Works<M> {
    manager: M,
    backends: Backends,
    pub(crate) unfinished: Live<Unfinished<M>>,
    tried: Mutex<BTreeMap<WorkId, Tried>>,
    lanes: [tokio::sync::Mutex<()>; LANES],
    started: Timestamp,
}

impl<M: Manager> Works<M> {
    /// Looks after all work of this kind until `stop` is set.
    ///
    /// # Errors
    ///
    /// As [`Live::start`].
    pub async fn start(
        manager: M,
        backends: Backends,
        stop: watch::Receiver<bool>,
    ) -> Result<Arc<Self>, LogError> {
        let unfinished = Live::start(&backends, stop.clone()).await?;
        let (tried, started) = (Mutex::default(), clock::now());
        let lanes = std::array::from_fn(|_| tokio::sync::Mutex::default());
        let works = Arc::new(Self { manager, backends, unfinished, tried, lanes, started });
        let counted = works.clone();
        metrics::stuck_work(M::Event::KIND, move || counted.stuck().len() as u64);
        tokio::spawn(works.clone().keep(stop));
        Ok(works)
    }

    /// Waits until the view was stopped and its last snapshot stands on the disk.
    pub async fn stopped(&self) {
        self.unfinished.stopped().await;
    }

    /// Whether views of this process take the work's centre into account.
    pub fn serves(&self, work: &WorkId) -> bool {
        self.backends.serves(&work.tenant)
    }

    /// Tries to finish it, or to undo it if it was turned back. What comes of it; nothing if it was
    /// undone.
    ///
    /// # Errors
    ///
    /// What is in the way. What was refused for good is undone, and the refusal answered.
    pub async fn go_on(&self, work: &WorkId) -> Result<Option<M::Done>, Status> {
        let _alone = self.alone(work).await;
        let done = self.tried_on(work).await;
        let mut tried = self.tried();
        match &done {
            Ok(_) => {
                tried.remove(work);
            }
            Err(status) => {
                let times = tried.get(work).map_or(0, |before| before.times) + 1;
                let (trouble, again_at) =
                    (trouble(status), Instant::now() + Pauses::WORK.after(times));
                let (kind, code) = (M::Event::KIND, status.code());
                tracing::warn!(%work, kind, times, ?code, "work does not go on");
                tried.insert(work.clone(), Tried { times, trouble, again_at });
            }
        }
        done
    }

    async fn tried_on(&self, work: &WorkId) -> Result<Option<M::Done>, Status> {
        match self.phase(work).await? {
            Phase::Absent => Err(not_found()),
            Phase::Undone => Ok(None),
            Phase::TurnedBack => self.undone(work).await.map(|()| None),
            phase @ (Phase::Begun | Phase::Finished) => match self.manager.finish(work).await {
                Ok(done) => {
                    self.move_to(work, Phase::Finished).await?;
                    Ok(Some(done))
                }
                Err(status) if phase == Phase::Begun && is_refused(&status) => {
                    self.move_to(work, Phase::TurnedBack).await?;
                    self.undone(work).await?;
                    Err(status)
                }
                Err(status) => Err(status),
            },
        }
    }

    async fn undone(&self, work: &WorkId) -> Result<(), Status> {
        self.manager.undo(work).await?;
        self.move_to(work, Phase::Undone).await
    }

    /// Lets what was just begun go on, for the handler that answers for it.
    ///
    /// # Errors
    ///
    /// The refusal, if it was refused for good and undone; otherwise that it will be finished later.
    pub async fn begun(&self, work: &WorkId) -> Result<M::Done, Status> {
        match self.go_on(work).await {
            Ok(done) => done.ok_or_else(not_found),
            Err(status) if is_refused(&status) => Err(status),
            Err(_) => Err(unavailable(Reason::WillBeFinished)),
        }
    }

    /// Turns it back and undoes what was done of it.
    ///
    /// # Errors
    ///
    /// It is over, or something is in the way: then it is tried again.
    pub async fn undo(&self, work: &WorkId) -> Result<(), Status> {
        {
            let _alone = self.alone(work).await;
            self.move_to(work, Phase::TurnedBack).await?;
        }
        self.go_on(work).await.map(drop)
    }

    /// Takes it to its next phase, in nobody's name.
    async fn move_to(&self, work: &WorkId, phase: Phase) -> Result<(), Status> {
        let target = Target::today(work.id, None, clock::today());
        let ours = work.ours().once();
        let done = execute(&self.backends, &ours, target, &Move::<M::Event>::to(phase)).await;
        done.map(drop).map_err(|error| of_command(&error))
    }

    /// Nobody else in this process goes on with it meanwhile.
    async fn alone(&self, work: &WorkId) -> tokio::sync::MutexGuard<'_, ()> {
        let lane = work.id.as_u128() % self.lanes.len() as u128;
        self.lanes[usize::try_from(lane).unwrap_or(0)].lock().await
    }

    /// How far it is.
    ///
    /// # Errors
    ///
    /// The log cannot be read.
    pub async fn phase(&self, work: &WorkId) -> Result<Phase, Status> {
        let state = state_of::<Work<M::Event>>(&self.backends, &work.ours(), work.id).await;
        let state = state.map_err(|error| of_command(&error))?;
        Ok(state.map_or(Phase::Absent, |(work, _)| work.phase()))
    }

    /// What does not go on, oldest first.
    pub fn stuck(&self) -> Vec<(WorkId, Stuck)> {
        let old = clock::now().saturating_sub(STUCK_SECONDS.seconds());
        let unfinished: Vec<_> = self.unfinished.now().view.iter().collect();
        let tried = self.tried();
        let mut stuck: Vec<_> = unfinished
            .into_iter()
            .filter(|(work, since, _)| {
                self.serves(work)
                    && (tried.contains_key(work) || old.as_ref().is_ok_and(|old| since < old))
            })
            .map(|(work, since, turned_back)| {
                let trouble = tried.get(&work).map_or(WorkTrouble::Waiting, |it| it.trouble);
                (work, Stuck { since, trouble, turned_back })
            })
            .collect();
        stuck.sort_by(|(one, first), (other, second)| {
            first.since.cmp(&second.since).then_with(|| one.cmp(other))
        });
        stuck
    }

    async fn keep(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        let mut tick = tokio::time::interval(Duration::from_secs(SWEEP_SECONDS));
        loop {
            tokio::select! {
                _ = tick.tick() => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
            for work in self.due() {
                tokio::select! {
                    // What is in the way was written down.
                    _ = self.go_on(&work) => {}
                    _ = stop.wait_for(|stop| *stop) => return,
                }
            }
        }
    }

    /// What is to be tried now.
    fn due(&self) -> Vec<WorkId> {
        let left_behind = clock::now().saturating_sub(LEFT_BEHIND_SECONDS.seconds());
        let left_behind = left_behind.map_or(self.started, |it| it.max(self.started));
        let unfinished: Vec<_> = self.unfinished.now().view.iter().collect();
        let mut tried = self.tried();
        tried.retain(|known, _| unfinished.iter().any(|(work, ..)| work == known));
        let due = unfinished.into_iter().filter(|(work, since, _)| {
            let again = tried.get(work).map(|it| it.again_at);
            self.serves(work) && again.map_or(*since < left_behind, |again| again <= Instant::now())
        });
        due.map(|(work, ..)| work).collect()
    }

    fn tried(&self) -> MutexGuard<'_, BTreeMap<WorkId, Tried>> {
        self.tried.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn trouble(status: &Status) -> WorkTrouble {
    match status.code() {
        Code::Unavailable | Code::DeadlineExceeded | Code::Cancelled | Code::Aborted => {
            WorkTrouble::Unreachable
        }
        Code::FailedPrecondition
        | Code::InvalidArgument
        | Code::NotFound
        | Code::PermissionDenied
        | Code::Unauthenticated => WorkTrouble::Refused,
        _ => WorkTrouble::Fault,
    }
}

/// Whether a step was refused for good: trying again changes nothing.
fn is_refused(status: &Status) -> bool {
    matches!(status.code(), Code::FailedPrecondition | Code::InvalidArgument | Code::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_will_accept_is_refused() {
        assert!(is_refused(&Status::failed_precondition("exists")));
        assert!(!is_refused(&Status::unavailable("busy")));
        assert!(!is_refused(&Status::unauthenticated("token")));
        assert!(!is_refused(&Status::internal("fault")));
    }
}
