//! The gRPC endpoints. Thin: read the message, ask the rules, the view or a run's stream, write the
//! answer.
//!
//! Invariant: whose runs are meant is always the caller of the token, never a field of a message. Of the exceptions
//! `ListCompletions` and `CountCompletions` open no answers and answer those alone who may know of the youth, and
//! `GetSharedOverview` opens those of the life domains that the youth shares.

use std::{collections::BTreeSet, sync::Arc};

use domain::run::{self, Complete, Run as Rules, StartRefused};
use eventlog::Position;
use eventlog::clock::today_in;
use events::{Code as _, LifeDomain, limits::exercises::COUNT_COMPLETIONS_YOUTHS, run::category};
use jiff::civil::Date;
use kernel::{Decision, Reason, Role, refusal::Refusal};
use proto::exercises::{
    self as wire,
    completion_service_server::{CompletionService, CompletionServiceServer},
    exercise_service_server::{ExerciseService, ExerciseServiceServer},
    run_service_server::{RunService, RunServiceServer},
    sharing_service_server::{SharingService, SharingServiceServer},
};
use runtime::{
    Backends, Ctx,
    access::{self, Centre, Permit},
    execute::{Target, execute},
    keys::KeyError,
    limited,
    projector::Partitions,
    serve::{Answer, Services},
    status::{invalid, not_found, of_command, of_refusal, parse, unavailable},
    timeline::Asked,
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use crate::{
    catalogue::{catalogue, rule_of},
    history::{AnswerKeys, Run},
    messages,
    overview::overview,
    relations::Relations,
    resources::Runs,
    views::Completions,
};

/// How many runs of an exercise are listed that are open, and how many completed ones: the screens
/// go on with the one and look back at the other.
const LISTED_MAX: usize = 1;
/// How many runs one page of all holds.
const PAGE_RUNS: usize = 100;
/// From how many of each the overview is made. A step that a newer run has no answer to yet is told
/// from the run before, at the latest from the completed one, which has an answer to every step. One
/// more of each, because two phones can answer in turns.
const IN_OVERVIEW_MAX: usize = 2;

/// The handlers and what they stand on.
pub(crate) struct Exercises {
    pub(crate) backends: Backends,
    pub(crate) completions: Partitions<Completions>,
    pub(crate) relations: Partitions<Relations>,
    /// What youths share with their coach.
    pub(crate) consents: consents::Known,
}

#[tonic::async_trait]
impl ExerciseService for Exercises {
    async fn list_exercises(
        &self,
        request: Request<wire::ListExercisesRequest>,
    ) -> Answer<wire::ListExercisesResponse> {
        let (caller, asked) = access::asked(request)?;
        caller.authorize(&Centre(caller.tenant().clone()))?;
        let language = parse("language", &asked.language)?;
        let all = catalogue().exercises();
        let items = all.map(|exercise| messages::exercise(exercise, language)).collect();
        Ok(Response::new(wire::ListExercisesResponse { items }))
    }
}

#[tonic::async_trait]
impl RunService for Exercises {
    async fn list_runs(
        &self,
        request: Request<wire::ListRunsRequest>,
    ) -> Answer<wire::ListRunsResponse> {
        let (asked, request) = access::asked(request)?;
        let ctx = own(&asked)?;
        let from = request.page.as_deref().map(|page| parse::<usize>("page", page)).transpose()?;
        let from = from.unwrap_or(0);
        let (runs, more) = if request.all.unwrap_or(false) {
            self.runs(&ctx, from, PAGE_RUNS).await?
        } else {
            (self.last_runs(&ctx, ctx.actor(), LISTED_MAX, |_| true).await?, false)
        };
        let keys = AnswerKeys::of(&ctx, &self.backends, ctx.actor(), &runs).await?;
        let items = runs.iter().map(|run| messages::run(run, &keys)).collect();
        let next_page = more.then(|| from.saturating_add(PAGE_RUNS).to_string());
        Ok(Response::new(wire::ListRunsResponse { items, next_page }))
    }

    async fn start_run(
        &self,
        request: Request<wire::StartRunRequest>,
    ) -> Answer<wire::StartRunResponse> {
        let (caller, asked) = access::asked(request)?;
        let ctx = own(&caller)?;
        let run = parse("id", &asked.id)?;
        let exercise = catalogue().newest(&asked.exercise);
        let exercise = exercise.ok_or_else(|| of_refusal(&StartRefused::UnknownExercise))?;
        let begun = self.completions.of(&ctx).await?.get(|runs| runs.begun(ctx.actor()));
        // From its beginning on, so that what is erased until then has a key to destroy, answered or not.
        let (keys, kept) = (&self.backends.keys, category(exercise.domain));
        let keyed = keys.to_seal_of(ctx.tenant(), ctx.actor(), Some(run), kept).await;
        keyed.map_err(|error| match error {
            KeyError::Gone => not_found(),
            KeyError::Unavailable => unavailable(Reason::KeysUnavailable),
        })?;
        let (position, run) = self.command(&ctx, run, &exercise.start(begun)).await?;
        Ok(Response::new(wire::StartRunResponse { position: position.into(), run: Some(run) }))
    }

    async fn answer_step(
        &self,
        request: Request<wire::AnswerStepRequest>,
    ) -> Answer<wire::AnswerStepResponse> {
        let (caller, asked) = access::asked(request)?;
        let ctx = own(&caller)?;
        let run = parse("run", &asked.run)?;
        let given = messages::asked(asked.given, asked.options, asked.own);
        let answer = run::Answer { step: asked.step, rule_of, given };
        let (position, run) = self.command(&ctx, run, &answer).await?;
        Ok(Response::new(wire::AnswerStepResponse { position: position.into(), run: Some(run) }))
    }

    async fn complete_run(
        &self,
        request: Request<wire::CompleteRunRequest>,
    ) -> Answer<wire::CompleteRunResponse> {
        let (caller, asked) = access::asked(request)?;
        let ctx = own(&caller)?;
        let id = parse("run", &asked.run)?;
        let run = Run::read(&ctx, &self.backends, ctx.actor(), id, None).await?;
        let keys = self.keys_of(&ctx, &run).await?;
        let exercise = catalogue().version(&run.exercise, run.version);
        let steps = exercise.map(|exercise| exercise.progress(|step| run.answer(step, &keys)));
        // Decided on these answers: one that changes in between makes the command stale.
        let ctx = ctx.decided_on(Some(run.revision));
        let complete = Complete { seconds: asked.seconds, steps };
        let (position, run) = self.command(&ctx, id, &complete).await?;
        Ok(Response::new(wire::CompleteRunResponse { position: position.into(), run: Some(run) }))
    }

    async fn get_overview(
        &self,
        request: Request<wire::GetOverviewRequest>,
    ) -> Answer<wire::GetOverviewResponse> {
        let (caller, asked) = access::asked(request)?;
        let ctx = own(&caller)?;
        let language = parse("language", &asked.language)?;
        let runs = self.last_runs(&ctx, ctx.actor(), IN_OVERVIEW_MAX, |_| true).await?;
        let keys = AnswerKeys::of(&ctx, &self.backends, ctx.actor(), &runs).await?;
        Ok(Response::new(overview(&runs, &keys, language)))
    }
}

#[tonic::async_trait]
impl SharingService for Exercises {
    async fn get_shared_overview(
        &self,
        request: Request<wire::GetSharedOverviewRequest>,
    ) -> Answer<wire::GetSharedOverviewResponse> {
        let (caller, asked) = access::asked(request)?;
        let youth = parse("youth", &asked.youth)?;
        let language = parse("language", &asked.language)?;
        let runs = self.runs_of(&caller, youth).await?;
        let domains = match runs.coach {
            Some(coach) => self.consents.shared(caller.tenant(), youth, coach).await?.domains,
            None => BTreeSet::new(),
        };
        let ctx = caller.authorize(&Runs { shared: !domains.is_empty(), ..runs })?;
        let wanted = |domain| domains.contains(&domain);
        let runs = self.last_runs(&ctx, youth, IN_OVERVIEW_MAX, wanted).await?;
        let keys = AnswerKeys::of(&ctx, &self.backends, youth, &runs).await?;
        let wire::GetOverviewResponse { want, can, who } = overview(&runs, &keys, language);
        let domains = domains.iter().map(|domain| domain.name().to_owned()).collect();
        Ok(Response::new(wire::GetSharedOverviewResponse { domains, want, can, who }))
    }
}

#[tonic::async_trait]
impl CompletionService for Exercises {
    async fn list_completions(
        &self,
        request: Request<wire::ListCompletionsRequest>,
    ) -> Answer<wire::ListCompletionsResponse> {
        let (caller, asked) = access::asked(request)?;
        let youth = parse("youth", &asked.youth)?;
        let language = parse("language", &asked.language)?;
        let before = asked.before.as_ref();
        let before = before.map(|before| (&*before.occurred_on, before.position));
        let asked = Asked::read(before, asked.limit)?;
        let (ctx, since) = self.about(&caller, youth).await?;
        let centre = self.completions.of(&ctx).await?;
        let page = centre.get(|completions| completions.page(youth, since, asked));
        let page = page.map(|run| messages::completion(run, language));
        let (completions, more) = (page.entries, page.more);
        Ok(Response::new(wire::ListCompletionsResponse { completions, more }))
    }

    async fn count_completions(
        &self,
        request: Request<wire::CountCompletionsRequest>,
    ) -> Answer<wire::CountCompletionsResponse> {
        let (caller, wire::CountCompletionsRequest { youths }) = access::asked(request)?;
        if youths.len() > COUNT_COMPLETIONS_YOUTHS.most() {
            return Err(invalid("youths", Reason::TooMany));
        }
        let ids = youths.iter().map(|youth| parse("youths", youth));
        let ids = ids.collect::<Result<Vec<Uuid>, Status>>()?;
        let ctx = caller.authorize(&Centre(caller.tenant().clone()))?;
        caller.tells_of(&ctx, []);
        let mut known = Vec::with_capacity(ids.len());
        for youth in ids {
            known.push((youth, self.about(&caller, youth).await?.1));
        }
        let centre = self.completions.of(&ctx).await?;
        let counts = centre.get(|completions| {
            let count = |(youth, since): (Uuid, Position)| wire::CompletionCount {
                completed: completions.of(youth, since),
                youth: youth.to_string(),
            };
            known.into_iter().map(count).collect()
        });
        Ok(Response::new(wire::CountCompletionsResponse { counts }))
    }
}

impl Exercises {
    /// As gRPC services.
    pub(crate) fn served(self, services: Services) -> Services {
        let handlers = Arc::new(self);
        services
            .with(limited!(ExerciseServiceServer, handlers))
            .with(limited!(RunServiceServer, handlers))
            .with(limited!(SharingServiceServer, handlers))
            .with(limited!(CompletionServiceServer, handlers))
    }

    /// The permit to know what a youth did, and after which log position: the youth everything, others
    /// what came after the registration of the present trajectory.
    async fn about(
        &self,
        caller: &access::Asked,
        youth: Uuid,
    ) -> Result<(Permit, Position), Status> {
        if caller.role() == Role::Youth {
            let centre = caller.tenant().clone();
            let ctx = caller.authorize(&Runs { centre, youth, coach: None, shared: false })?;
            return Ok((ctx, Position::START));
        }
        let ctx = caller.authorize(&self.runs_of(caller, youth).await?)?;
        let since = self.relations.of(&ctx).await?.get(|relations| relations.since(youth));
        Ok((ctx, since.ok_or_else(not_found)?))
    }

    /// The runs of a youth of the caller's centre, as the policies ask.
    async fn runs_of(&self, caller: &access::Asked, youth: Uuid) -> Result<Runs, Status> {
        let runs = |relations: &Relations| relations.runs(caller.tenant(), youth);
        let runs = self.relations.facts(caller, caller.tenant(), runs).await?;
        runs.ok_or_else(not_found)
    }

    /// Today in the caller's centre.
    async fn today(&self, ctx: &Ctx) -> Result<Date, Status> {
        let zone = self.relations.find(ctx, |relations| relations.zone().cloned()).await?;
        Ok(today_in(&zone.unwrap_or_default()))
    }

    /// The last runs of a youth through each exercise of some life domains, so many that are open and so many that
    /// are completed, with what was answered. The earliest first.
    async fn last_runs(
        &self,
        ctx: &Permit,
        youth: Uuid,
        of_each: usize,
        wanted: impl Fn(LifeDomain) -> bool,
    ) -> Result<Vec<Run>, Status> {
        let ids = self.completions.of(ctx).await?.get(|runs| runs.last(youth, of_each, wanted));
        self.read(ctx, youth, ids).await
    }

    /// So many of all runs of the caller from a place on, and whether there are more.
    async fn runs(
        &self,
        ctx: &Permit,
        from: usize,
        count: usize,
    ) -> Result<(Vec<Run>, bool), Status> {
        let all = |runs: &Completions| runs.last(ctx.actor(), usize::MAX, |_| true);
        let ids = self.completions.of(ctx).await?.get(all);
        let more = ids.len() > from.saturating_add(count);
        let ids = ids.into_iter().skip(from).take(count).collect();
        Ok((self.read(ctx, ctx.actor(), ids).await?, more))
    }

    async fn read(&self, ctx: &Permit, youth: Uuid, ids: Vec<Uuid>) -> Result<Vec<Run>, Status> {
        let mut runs = Run::read_all(ctx, &self.backends, youth, ids).await?;
        runs.sort_by_key(|run| run.started_at);
        Ok(runs)
    }

    /// The caller's keys to the answers of one run.
    async fn keys_of(&self, ctx: &Permit, run: &Run) -> Result<AnswerKeys, Status> {
        AnswerKeys::of(ctx, &self.backends, ctx.actor(), std::slice::from_ref(run)).await
    }

    /// Runs a command on a run of the caller. Answers with its position and the run as it was right
    /// after it, so that a repetition is answered as the first time.
    async fn command(
        &self,
        ctx: &Permit,
        run: Uuid,
        command: &impl Decision<State = Rules, Refusal: Refusal>,
    ) -> Result<(Position, wire::Run), Status> {
        let target = Target::today(run, Some(ctx.actor()), self.today(ctx).await?);
        let done = execute(&self.backends, ctx, target, command).await;
        let done = done.map_err(|error| of_command(&error))?;
        let run = Run::read(ctx, &self.backends, ctx.actor(), run, done.revision).await?;
        let keys = self.keys_of(ctx, &run).await?;
        Ok((done.position, messages::run(&run, &keys)))
    }
}

/// The permit to do what a youth does with the own exercises.
fn own(caller: &access::Asked) -> Result<Permit, Status> {
    let (centre, youth) = (caller.tenant().clone(), caller.actor());
    caller.authorize(&Runs { centre, youth, coach: None, shared: false })
}
