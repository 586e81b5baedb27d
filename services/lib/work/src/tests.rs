//! Work whose one step does as it is told.

use std::{
    convert::Infallible,
    path::Path,
    sync::{Arc, Mutex, atomic::AtomicUsize, atomic::Ordering},
    time::Duration,
};

use async_trait::async_trait;
use eventlog::{EmbeddedLog, Options, clock};
use kernel::{
    By, Category, Decision, Event, PersonalPart, Reason, Role, TenantId,
    work::{Phase, Work},
};
use runtime::{
    Backends, Ctx,
    access::Permit,
    execute::{Target, execute},
    keys::{KeyError, KeyRing, KeySource, Keys},
    token::Signer,
};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use tonic::{Code, Status};
use tonic_types::StatusExt as _;
use uuid::Uuid;
use vocabulary::{WorkKind, WorkTrouble};

use super::*;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Told {
    Asked {},
    Done {},
    Back {},
    Gone {},
}

impl Event for Told {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        None
    }
}

impl WorkEvent for Told {
    const KIND: &'static str = "told";

    fn phase(&self) -> Option<Phase> {
        Some(match self {
            Self::Asked {} => Phase::Begun,
            Self::Done {} => Phase::Finished,
            Self::Back {} => Phase::TurnedBack,
            Self::Gone {} => Phase::Undone,
        })
    }

    fn begins(phase: Phase) -> Option<Self> {
        match phase {
            Phase::Absent | Phase::Begun => None,
            Phase::Finished => Some(Self::Done {}),
            Phase::TurnedBack => Some(Self::Back {}),
            Phase::Undone => Some(Self::Gone {}),
        }
    }
}

struct Ask;

impl Decision for Ask {
    type State = Work<Told>;
    type Refusal = Infallible;

    fn decide(&self, _: &By, _: &Work<Told>) -> Result<Vec<Told>, Infallible> {
        Ok(vec![Told::Asked {}])
    }
}

/// What its step answers, and how often it was taken back.
#[derive(Clone, Default)]
struct Step {
    fails: Arc<Mutex<Option<Code>>>,
    undone: Arc<AtomicUsize>,
}

impl Step {
    fn fails(&self, code: impl Into<Option<Code>>) {
        *self.fails.lock().unwrap() = code.into();
    }
}

impl Manager for Step {
    const KIND: WorkKind = WorkKind::Opening;
    type Event = Told;
    type Done = &'static str;

    async fn finish(&self, _: &WorkId) -> Result<&'static str, Status> {
        match *self.fails.lock().unwrap() {
            Some(code) => Err(Status::new(code, "told")),
            None => Ok("done"),
        }
    }

    async fn undo(&self, _: &WorkId) -> Result<(), Status> {
        self.undone.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

struct NoKeys;

#[async_trait]
impl KeySource for NoKeys {
    async fn keys(&self, _: &TenantId, _: &[Uuid], _: Category, _: bool) -> Result<Keys, KeyError> {
        Ok(Keys::new())
    }
}

struct World {
    works: Arc<Works<Step>>,
    backends: Backends,
    _stop: watch::Sender<bool>,
}

impl World {
    async fn on(dir: &Path, manager: Step) -> Self {
        let log = EmbeddedLog::open(&dir.join("log.sqlite"), Options::default()).unwrap();
        let backends = Backends {
            log: Arc::new(log),
            keys: Arc::new(KeyRing::new(Arc::new(NoKeys))),
            tokens: Arc::new(Signer::generate().unwrap().verifier()),
            snapshots: None,
            process: runtime::Process::default(),
            tenants: Arc::default(),
        };
        let (stop, stopped) = watch::channel(false);
        let works = Works::start(manager, backends.clone(), stopped).await.unwrap();
        Self { works, backends, _stop: stop }
    }

    async fn asked(&self) -> WorkId {
        let tenant: TenantId = "lsc07".parse().unwrap();
        let ctx = Ctx::internal(tenant, Uuid::now_v7(), Role::Operator, Uuid::now_v7());
        let work = WorkId::of(&ctx);
        let target = Target::today(work.id, None, clock::today());
        execute(&self.backends, &Permit::internal(ctx), target, &Ask).await.unwrap();
        assert!(self.is_unfinished(&work).await);
        work
    }

    async fn phase(&self, work: &WorkId) -> Phase {
        self.works.phase(work).await.unwrap()
    }

    async fn is_unfinished(&self, work: &WorkId) -> bool {
        let unfinished = &self.works.unfinished;
        unfinished.at_least(self.backends.log.end().await.unwrap()).await.unwrap();
        unfinished.now().view.has(work)
    }
}

fn reason(status: &Status) -> String {
    status.get_details_error_info().map_or_else(String::new, |info| info.reason)
}

#[tokio::test]
async fn what_is_asked_is_done_and_asked_again_answers_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let world = World::on(dir.path(), Step::default()).await;
    let work = world.asked().await;
    for _ in 0..2 {
        assert_eq!(world.works.begun(&work).await.unwrap(), "done");
        assert_eq!(world.phase(&work).await, Phase::Finished);
    }
    let over = world.works.undo(&work).await.unwrap_err();
    assert_eq!(reason(&over), Reason::WorkOver.name());
}

#[tokio::test]
async fn what_is_refused_for_good_is_undone_and_the_refusal_answered() {
    let dir = tempfile::tempdir().unwrap();
    let step = Step::default();
    step.fails(Code::FailedPrecondition);
    let world = World::on(dir.path(), step.clone()).await;
    let work = world.asked().await;
    let refused = world.works.begun(&work).await.unwrap_err();
    assert_eq!(refused.code(), Code::FailedPrecondition);
    assert_eq!(world.phase(&work).await, Phase::Undone);
    assert_eq!(step.undone.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn what_does_not_go_on_is_told_with_what_is_in_the_way_until_it_does() {
    let dir = tempfile::tempdir().unwrap();
    let step = Step::default();
    let world = World::on(dir.path(), step.clone()).await;
    let work = world.asked().await;
    assert_eq!(world.works.stuck(), []);
    for (code, trouble) in [
        (Code::Unavailable, WorkTrouble::Unreachable),
        (Code::DeadlineExceeded, WorkTrouble::Unreachable),
        (Code::Internal, WorkTrouble::Fault),
        (Code::PermissionDenied, WorkTrouble::Refused),
    ] {
        step.fails(code);
        let later = world.works.begun(&work).await.unwrap_err();
        assert_eq!(
            (later.code(), reason(&later)),
            (Code::Unavailable, "willBeFinished".to_owned())
        );
        let stuck = world.works.stuck();
        assert_eq!((&stuck[0].0, stuck[0].1.trouble), (&work, trouble));
        assert_eq!(world.phase(&work).await, Phase::Begun);
    }
    step.fails(None);
    world.works.go_on(&work).await.unwrap();
    assert!(!world.is_unfinished(&work).await);
    assert_eq!(world.works.stuck(), []);
}

#[tokio::test]
async fn what_was_turned_back_is_never_finished() {
    let dir = tempfile::tempdir().unwrap();
    let step = Step::default();
    let world = World::on(dir.path(), step.clone()).await;
    let work = world.asked().await;
    world.works.undo(&work).await.unwrap();
    assert_eq!(world.works.go_on(&work).await.unwrap(), None);
    assert_eq!(world.phase(&work).await, Phase::Undone);
    assert_eq!(step.undone.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn what_an_earlier_process_left_behind_is_taken_up_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let step = Step::default();
    step.fails(Code::Unavailable);
    let world = World::on(dir.path(), step.clone()).await;
    let work = world.asked().await;
    world.works.begun(&work).await.unwrap_err();
    drop(world);
    step.fails(None);
    let world = World::on(dir.path(), step).await;
    let finished = async {
        while world.phase(&work).await != Phase::Finished {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), finished).await.unwrap();
}
