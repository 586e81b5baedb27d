//! The gRPC endpoints. Thin: read the message, ask the rules or the stream, write the answer.
//!
//! Invariant: whose runs are meant is always the caller of the token, never a field of a message;
//! the exceptions, `ListCompletions` and `CountCompletions`, open no answers and answer those alone
//! who may know of the youth.

use events::runs::Choice;
use jiff::civil::Date;
use platform::{
    Backends, Ctx, Reason, Role, access,
    execute::{Target, execute, state_of},
    log::Position,
    projector::Partitions,
    status::{invalid, not_found, of_command, of_refusal, parse},
};
use proto::exercises::{self as wire, exercises_service_server::ExercisesService};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use crate::{
    catalogue::{Step, catalogue},
    domain::runs::{Command, Error, Runs, StepRule},
    history::History,
    messages,
    overview::overview,
    relations::Relations,
    views::Completions,
};

/// How many youths one question may name.
const YOUTHS_ASKED_MAX: usize = 1_000;

/// The handlers and what they stand on.
pub(crate) struct Exercises {
    pub(crate) backends: Backends,
    pub(crate) completions: Partitions<Completions>,
    pub(crate) relations: Partitions<Relations>,
}

type Answer<T> = Result<Response<T>, Status>;

#[tonic::async_trait]
impl ExercisesService for Exercises {
    async fn list_exercises(
        &self,
        request: Request<wire::ListExercisesRequest>,
    ) -> Answer<wire::ListExercisesResponse> {
        let language = parse("language", &request.get_ref().language)?;
        let all = catalogue().exercises();
        let exercises = all.map(|exercise| messages::exercise(exercise, language)).collect();
        Ok(Response::new(wire::ListExercisesResponse { exercises }))
    }

    async fn list_runs(
        &self,
        request: Request<wire::ListRunsRequest>,
    ) -> Answer<wire::ListRunsResponse> {
        let ctx = access::ctx(&request)?;
        let history = History::read(&ctx, &self.backends, ctx.actor(), None).await?;
        let keys = history.keys(&ctx, &self.backends, ctx.actor()).await?;
        let runs = history.runs.iter().map(|run| messages::run(run, &history, &keys)).collect();
        Ok(Response::new(wire::ListRunsResponse { runs }))
    }

    async fn start_run(
        &self,
        request: Request<wire::StartRunRequest>,
    ) -> Answer<wire::StartRunResponse> {
        let ctx = access::ctx(&request)?;
        let asked = request.into_inner();
        let run = parse("run", &asked.run)?;
        let exercise = catalogue().newest(&asked.exercise);
        let exercise = exercise.ok_or_else(|| of_refusal(&Error::UnknownExercise))?;
        let (position, run) = self.command(&ctx, run, &exercise.start(run)).await?;
        Ok(Response::new(wire::StartRunResponse { position, run: Some(run) }))
    }

    async fn answer_step(
        &self,
        request: Request<wire::AnswerStepRequest>,
    ) -> Answer<wire::AnswerStepResponse> {
        let ctx = access::ctx(&request)?;
        let asked = request.into_inner();
        let run = parse("run", &asked.run)?;
        let answer = asked.answer.ok_or_else(|| invalid("answer", Reason::Missing))?;
        let rule = self.rule(&ctx, run, &answer.step).await?;
        let choice = Choice { options: answer.options, own: answer.own };
        let command = Command::Answer { run, step: answer.step, rule, choice };
        let (position, run) = self.command(&ctx, run, &command).await?;
        Ok(Response::new(wire::AnswerStepResponse { position, run: Some(run) }))
    }

    async fn complete_run(
        &self,
        request: Request<wire::CompleteRunRequest>,
    ) -> Answer<wire::CompleteRunResponse> {
        let ctx = access::ctx(&request)?;
        let asked = request.into_inner();
        let id = parse("run", &asked.run)?;
        let history = History::read(&ctx, &self.backends, ctx.actor(), None).await?;
        let keys = history.keys(&ctx, &self.backends, ctx.actor()).await?;
        let run = history.run(id).ok_or_else(not_found)?;
        let exercise = catalogue().version(&run.exercise, run.version);
        let steps = exercise.map(|exercise| exercise.progress(|step| run.answer(step, &keys)));
        // Decided on these answers: one that changes in between makes the command stale.
        let ctx = ctx.decided_on(history.revision);
        let command = Command::Complete { run: id, seconds: asked.seconds, steps };
        let (position, run) = self.command(&ctx, id, &command).await?;
        Ok(Response::new(wire::CompleteRunResponse { position, run: Some(run) }))
    }

    async fn get_overview(
        &self,
        request: Request<wire::GetOverviewRequest>,
    ) -> Answer<wire::GetOverviewResponse> {
        let ctx = access::ctx(&request)?;
        let language = parse("language", &request.get_ref().language)?;
        let history = History::read(&ctx, &self.backends, ctx.actor(), None).await?;
        let keys = history.keys(&ctx, &self.backends, ctx.actor()).await?;
        Ok(Response::new(overview(&history, &keys, language)))
    }

    async fn list_completions(
        &self,
        request: Request<wire::ListCompletionsRequest>,
    ) -> Answer<wire::ListCompletionsResponse> {
        let ctx = access::ctx(&request)?;
        let asked = request.into_inner();
        let youth = parse("youth", &asked.youth)?;
        let language = parse("language", &asked.language)?;
        let since = self.since(&ctx, youth).await?;
        let history = History::read(&ctx, &self.backends, youth, None).await?;
        let mut completions = messages::completions(&history, language);
        completions.retain(|completion| completion.position > since);
        Ok(Response::new(wire::ListCompletionsResponse { completions }))
    }

    async fn count_completions(
        &self,
        request: Request<wire::CountCompletionsRequest>,
    ) -> Answer<wire::CountCompletionsResponse> {
        let ctx = access::ctx(&request)?;
        let youths = request.into_inner().youths;
        if youths.len() > YOUTHS_ASKED_MAX {
            return Err(invalid("youths", Reason::TooMany));
        }
        let ids = youths.iter().map(|youth| parse("youths", youth));
        let ids = ids.collect::<Result<Vec<Uuid>, Status>>()?;
        let mut known = Vec::with_capacity(ids.len());
        for youth in ids {
            known.push((youth, self.since(&ctx, youth).await?));
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
    /// After which log position the caller may know what a youth did: the youth everything, others
    /// what came after the registration of the present trajectory. `NOT_FOUND` for everybody else.
    async fn since(&self, ctx: &Ctx, youth: Uuid) -> Result<Position, Status> {
        if ctx.role() == Role::Youth {
            return (youth == ctx.actor()).then(Position::default).ok_or_else(not_found);
        }
        let seen = self.relations.find(ctx, |relations| relations.since(ctx, youth)).await?;
        seen.ok_or_else(not_found)
    }

    /// Today in the caller's centre.
    async fn today(&self, ctx: &Ctx) -> Result<Date, Status> {
        let zone = self.relations.find(ctx, |relations| relations.zone().cloned()).await?;
        Ok(zone.unwrap_or_default().today())
    }

    /// Runs a command on the caller's own stream. Answers with its position and the run as it was
    /// right after it, so that a repetition is answered as the first time.
    async fn command(
        &self,
        ctx: &Ctx,
        run: Uuid,
        command: &Command,
    ) -> Result<(u64, wire::Run), Status> {
        let youth = ctx.actor();
        let target = Target::today(youth, Some(youth), self.today(ctx).await?);
        let done = execute(&self.backends, ctx, target, command).await;
        let done = done.map_err(|error| of_command(&error))?;
        let history = History::read(ctx, &self.backends, youth, done.revision).await?;
        let keys = history.keys(ctx, &self.backends, youth).await?;
        let run = history.run(run).ok_or_else(not_found)?;
        Ok((done.position, messages::run(run, &history, &keys)))
    }

    /// What a step of the caller's run accepts; `None` if its exercise has no such step (any more).
    async fn rule(&self, ctx: &Ctx, run: Uuid, step: &str) -> Result<Option<StepRule>, Status> {
        let state = state_of::<Runs>(&self.backends, ctx, ctx.actor()).await;
        let (runs, _) = state.map_err(|error| of_command(&error))?.ok_or_else(not_found)?;
        let run = runs.run(run).ok_or_else(not_found)?;
        let exercise = catalogue().version(&run.exercise, run.version);
        Ok(exercise.and_then(|exercise| exercise.step(step)).map(Step::rule))
    }
}
