//! The service as its callers see it: in-process gRPC on an embedded log in a directory of its own.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex},
};

use async_trait::async_trait;
use eventlog::{
    Append, EmbeddedLog, EventLog, Expected, Meta, NewEvent, Options, StreamName, clock,
};
use events::{
    run::{self, Choice, Given, RunEvent},
    trajectory::{self, TrajectoryEvent},
};
use kernel::{Category, Event, Personal, Role, TenantId, codec, personal::SubjectKey};
use proto::exercises::{
    self as wire, completion_service_client::CompletionServiceClient,
    exercise_service_client::ExerciseServiceClient, run_service_client::RunServiceClient,
};
use runtime::{
    Backends,
    access::metadata,
    keys::{KeyError, KeyRing, KeySource, Keys, Thing},
    serve::{Channel, in_process},
    token::Signer,
};
use tokio::{sync::watch, task::JoinHandle};
use tonic::{Code, Request, Status};
use uuid::Uuid;

use crate::catalogue::{Choosable, Exercise, Step, StepKind, catalogue};

mod calls;
mod many;
mod sharing;
mod stored;
mod watched;

const HOUSING: &str = "housing";
const HEALTH: &str = "health";
const OWN: &str = "een hangmat in de tuin";

/// Keys of a vault without a disk.
#[derive(Default)]
struct InMemory(Mutex<HashMap<(TenantId, Uuid, Category), Arc<SubjectKey>>>);

impl InMemory {
    fn of(&self, tenant: &TenantId, ids: &[Uuid], category: Category, make: bool) -> Keys {
        let mut kept = self.0.lock().unwrap();
        let mut found = Keys::new();
        for id in ids {
            let name = (tenant.clone(), *id, category);
            if make {
                kept.entry(name.clone()).or_insert_with(|| Arc::new(SubjectKey::generate()));
            }
            found.extend(kept.get(&name).map(|key| (*id, key.clone())));
        }
        found
    }
}

#[async_trait]
impl KeySource for InMemory {
    async fn keys(
        &self,
        tenant: &TenantId,
        subjects: &[Uuid],
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError> {
        Ok(self.of(tenant, subjects, category, make))
    }

    /// Ids of runs are nobody's else.
    async fn keys_of_things(
        &self,
        tenant: &TenantId,
        things: &[Thing],
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError> {
        let ids: Vec<Uuid> = things.iter().map(|thing| thing.id).collect();
        Ok(self.of(tenant, &ids, category, make))
    }
}

/// The service, running.
struct World {
    backends: Backends,
    channel: Channel,
    signer: Signer,
    vault: Arc<InMemory>,
    stop: watch::Sender<bool>,
    served: JoinHandle<()>,
}

/// Someone who calls it.
#[derive(Clone, Copy)]
struct Caller {
    centre: &'static str,
    actor: Uuid,
    role: Role,
}

/// The message that answers a step.
fn answering(run: Uuid, answer: wire::Answer) -> wire::AnswerStepRequest {
    use wire::{answer, answer_step_request as asked};
    let given = answer.given.map(|given| match given {
        answer::Given::Chosen(chosen) => asked::Given::Chosen(chosen),
        answer::Given::Sorted(sorted) => asked::Given::Sorted(sorted),
    });
    let (run, step) = (run.to_string(), answer.step);
    wire::AnswerStepRequest { run, step, given, ..Default::default() }
}

impl World {
    fn open(dir: &Path, vault: Arc<InMemory>) -> Self {
        let log = EmbeddedLog::open(&dir.join("log.sqlite"), Options::default()).unwrap();
        Self::on(Arc::new(log), dir, vault)
    }

    fn on(log: Arc<dyn EventLog>, dir: &Path, vault: Arc<InMemory>) -> Self {
        let signer = Signer::generate().unwrap();
        let backends = Backends {
            tenants: Arc::default(),
            log,
            keys: Arc::new(KeyRing::new(vault.clone())),
            process: runtime::Process::default(),
            tokens: Arc::new(signer.verifier()),
            snapshots: Some(dir.to_owned()),
        };
        let (stop, stopped) = watch::channel(false);
        let (listener, channel) = in_process();
        let service = crate::serve(listener, backends.clone(), stopped);
        let served = tokio::spawn(async move { service.await.unwrap() });
        Self { backends, channel, signer, vault, stop, served }
    }

    fn exercise_client(&self) -> ExerciseServiceClient<Channel> {
        ExerciseServiceClient::new(self.channel.clone())
    }

    fn run_client(&self) -> RunServiceClient<Channel> {
        RunServiceClient::new(self.channel.clone())
    }

    fn completion_client(&self) -> CompletionServiceClient<Channel> {
        CompletionServiceClient::new(self.channel.clone())
    }

    async fn close(self) -> Arc<InMemory> {
        let Self { channel, stop, served, vault, .. } = self;
        drop(channel);
        stop.send(true).unwrap();
        served.await.unwrap();
        vault
    }

    fn request<T>(&self, caller: Caller, command: Uuid, message: T) -> Request<T> {
        let Caller { centre, actor, role } = caller;
        let token = self.signer.sign(actor, centre.parse().unwrap(), role, clock::now()).unwrap();
        let at_least = *self.backends.log.head().borrow();
        let mut request = Request::new(message);
        let headers = request.metadata_mut();
        headers.insert("authorization", format!("Bearer {token}").parse().unwrap());
        headers.insert(metadata::COMMAND_ID, command.to_string().parse().unwrap());
        headers.insert(metadata::AT_LEAST, at_least.to_string().parse().unwrap());
        request
    }

    async fn start(
        &self,
        caller: Caller,
        command: Uuid,
        run: Uuid,
        exercise: &str,
    ) -> Result<wire::StartRunResponse, Status> {
        let message = wire::StartRunRequest { id: run.to_string(), exercise: exercise.to_owned() };
        let request = self.request(caller, command, message);
        self.run_client().start_run(request).await.map(tonic::Response::into_inner)
    }

    async fn answer(
        &self,
        caller: Caller,
        command: Uuid,
        run: Uuid,
        answer: wire::Answer,
    ) -> Result<wire::AnswerStepResponse, Status> {
        let message = answering(run, answer);
        let request = self.request(caller, command, message);
        self.run_client().answer_step(request).await.map(tonic::Response::into_inner)
    }

    async fn complete(
        &self,
        caller: Caller,
        command: Uuid,
        run: Uuid,
    ) -> Result<wire::CompleteRunResponse, Status> {
        let message = wire::CompleteRunRequest { run: run.to_string(), seconds: 200 };
        let request = self.request(caller, command, message);
        self.run_client().complete_run(request).await.map(tonic::Response::into_inner)
    }

    async fn runs(&self, caller: Caller) -> Vec<wire::Run> {
        let request = self.request(caller, Uuid::now_v7(), wire::ListRunsRequest::default());
        self.run_client().list_runs(request).await.unwrap().into_inner().items
    }

    async fn overview(&self, caller: Caller, language: &str) -> wire::GetOverviewResponse {
        let message = wire::GetOverviewRequest { language: language.to_owned() };
        let request = self.request(caller, Uuid::now_v7(), message);
        self.run_client().get_overview(request).await.unwrap().into_inner()
    }

    async fn completions(
        &self,
        caller: Caller,
        youth: Uuid,
    ) -> Result<Vec<wire::Completion>, Status> {
        Ok(self.completed(caller, youth, None, 0).await?.completions)
    }

    /// So many of what a youth completed before one of them.
    async fn completed(
        &self,
        caller: Caller,
        youth: Uuid,
        before: Option<&wire::Completion>,
        limit: u32,
    ) -> Result<wire::ListCompletionsResponse, Status> {
        let (youth, language) = (youth.to_string(), "en".to_owned());
        let before = before.map(|before| wire::CompletionCursor {
            occurred_on: before.occurred_on.clone(),
            position: before.position,
        });
        let message = wire::ListCompletionsRequest { youth, language, before, limit };
        let request = self.request(caller, Uuid::now_v7(), message);
        let response = self.completion_client().list_completions(request).await?;
        Ok(response.into_inner())
    }

    async fn count(&self, caller: Caller, youths: &[Uuid]) -> Result<Vec<u32>, Status> {
        let youths = youths.iter().map(Uuid::to_string).collect();
        let message = wire::CountCompletionsRequest { youths };
        let request = self.request(caller, Uuid::now_v7(), message);
        let response = self.completion_client().count_completions(request).await?;
        Ok(response.into_inner().counts.iter().map(|count| count.completed).collect())
    }

    /// A youth has a trajectory, and if the other one is a coach, chose that coach.
    async fn accompanied(&self, youth: Caller, by: Caller) {
        let stream = StreamName::new(trajectory::KIND, &youth.centre.parse().unwrap(), youth.actor);
        let (source, registered_on) = (events::Source::School, clock::today());
        let registered =
            TrajectoryEvent::YouthRegistered { youth: youth.actor.into(), source, registered_on };
        let chosen = TrajectoryEvent::CoachChosen { coach: by.actor.into() };
        let known = self.backends.log.read_stream(&stream, 0, 1).await.unwrap();
        let facts =
            [known.is_empty().then_some(registered), (by.role == Role::Coach).then_some(chosen)];
        for fact in facts.into_iter().flatten() {
            self.happened(youth, &stream, &fact).await;
        }
    }

    /// Something about a youth is in the log, whatever the rules say.
    async fn happened(&self, youth: Caller, stream: &StreamName, fact: &impl Event) {
        let meta = Meta {
            actor: youth.actor,
            role: youth.role,
            purpose: youth.role.purpose(),
            correlation: Uuid::nil(),
            causation: Uuid::nil(),
        };
        let (name, data) = codec::encode(fact).unwrap();
        let (id, subject, occurred_on) = (Uuid::now_v7(), Some(youth.actor), clock::today());
        let event = NewEvent { id, name, occurred_on, subject, meta, data };
        let (stream, expected) = (stream.clone(), Expected::Any);
        let append = Append { stream, expected, events: vec![event], recorded_at: None };
        self.backends.log.append(append).await.unwrap();
    }

    /// A youth began so many runs of an exercise.
    async fn began(&self, youth: Caller, domain: &str, runs: usize) {
        let Exercise { id, version, domain, .. } = exercise_of(domain);
        let begun = (0..runs).map(async |_| {
            let tenant = youth.centre.parse().unwrap();
            let stream = StreamName::new(run::KIND, &tenant, Uuid::now_v7());
            let (youth_id, exercise) = (youth.actor, id.clone());
            let started = RunEvent::RunStarted {
                youth: youth_id,
                exercise,
                version: *version,
                domain: *domain,
            };
            self.happened(youth, &stream, &started).await;
        });
        futures::future::join_all(begun).await;
    }

    /// As an earlier version wrote it in a run of this youth.
    async fn happened_in(&self, youth: Caller, run: Uuid, mut fact: RunEvent) {
        let centre: TenantId = youth.centre.parse().unwrap();
        let stream = StreamName::new(run::KIND, &centre, run);
        let (category, part) = fact.personal().unwrap();
        let keys = &self.backends.keys;
        let key = keys.to_seal_of(&centre, youth.actor, Some(run), category).await.unwrap();
        part.seal(&key, &stream.place(1)).unwrap();
        self.happened(youth, &stream, &fact).await;
    }

    /// For this caller there is no such youth.
    async fn knows_nothing_of(&self, caller: Caller, youth: Uuid) {
        let seen = self.completions(caller, youth).await;
        assert_eq!(seen.unwrap_err().code(), Code::NotFound);
        let counted = self.count(caller, &[youth]).await;
        assert_eq!(counted.unwrap_err().code(), Code::NotFound);
    }

    /// A whole run: the first option of every step, own words too where there is room.
    async fn whole_run(&self, youth: Caller, domain: &str) -> wire::Run {
        let run = Uuid::now_v7();
        let exercise = exercise_of(domain);
        self.start(youth, Uuid::now_v7(), run, &exercise.id).await.unwrap();
        for step in &exercise.steps {
            let answer = answer_of(step);
            self.answer(youth, Uuid::now_v7(), run, answer).await.unwrap();
        }
        self.complete(youth, Uuid::now_v7(), run).await.unwrap().run.unwrap()
    }
}

fn someone(centre: &'static str, role: Role) -> Caller {
    Caller { centre, actor: Uuid::now_v7(), role }
}

fn exercise_of(domain: &str) -> &'static Exercise {
    let domain = domain.parse().unwrap();
    catalogue().exercises().find(|exercise| exercise.domain == domain).unwrap()
}

fn first_answer(domain: &str) -> wire::Answer {
    let step = &exercise_of(domain).steps[0];
    chosen(&step.id, &step.things()[0].id)
}

/// One option.
fn chosen(step: &str, option: &str) -> wire::Answer {
    let chosen = wire::Chosen { options: vec![option.to_owned()], own: None };
    wire::Answer { step: step.to_owned(), given: Some(wire::answer::Given::Chosen(chosen)) }
}

/// The first option, own words too where there is room; or every card on the first pile.
fn answer_of(step: &Step) -> wire::Answer {
    use wire::answer::Given;
    let given = match &step.kind {
        StepKind::Choose(choose) => Given::Chosen(wire::Chosen {
            options: vec![choose.options[0].id.clone()],
            own: (choose.pick_max > 1).then(|| OWN.to_owned()),
        }),
        StepKind::Sort(sort) => {
            let bin = &sort.bins[0].id;
            let put = |card: &Choosable| wire::Placed { card: card.id.clone(), bin: bin.clone() };
            Given::Sorted(wire::Sorted { placed: sort.cards.iter().map(put).collect() })
        }
    };
    wire::Answer { step: step.id.clone(), given: Some(given) }
}

fn new_world() -> (tempfile::TempDir, World) {
    let dir = tempfile::tempdir().unwrap();
    let world = World::open(dir.path(), Arc::default());
    (dir, world)
}
