//! A youth's runs through exercises.

use axum::Json;
use proto::exercises::{
    self as grpc, AnswerStepRequest, CompleteRunRequest, ListRunsRequest, StartRunRequest,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::me::CommandHeaders;
use crate::{
    answer::{CommandProblems, Done, QueryProblems},
    caller::{Caller, Commander},
    codes::{DomainCode, known},
    input::{Body, PathOf},
    problem::{Kind, Problem},
};

/// Of each exercise the youth's open run and the completed one, the last of each, oldest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct Runs {
    items: Vec<Run>,
}

/// One run through an exercise.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Run {
    id: String,
    exercise: String,
    version: u32,
    domain: DomainCode,
    state: RunState,
    answers: Vec<Answer>,
    #[schema(format = DateTime)]
    started_at: String,
    #[schema(required, format = DateTime)]
    completed_at: Option<String>,
    /// Revision of the run.
    revision: u64,
}

/// Whether a run is finished.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) enum RunState {
    /// It goes on.
    Open,
    /// It is finished.
    Completed,
}

/// The answer to one step.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Answer {
    step: String,
    options: Vec<String>,
    /// In the youth's own words.
    #[schema(required)]
    own: Option<String>,
}

/// A run to begin.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct StartRun {
    /// Made by the client.
    id: Uuid,
    exercise: String,
}

/// What was chosen at a step.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AnswerStep {
    options: Vec<String>,
    /// In the youth's own words.
    #[schema(nullable = false, max_length = 120)]
    own: Option<String>,
}

/// The end of a run.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CompleteRun {
    /// Time spent.
    seconds: u32,
}

fn run(run: grpc::Run) -> Result<Run, Problem> {
    let answer = |answer: grpc::Answer| Answer {
        step: answer.step,
        options: answer.options,
        own: answer.own,
    };
    Ok(Run {
        id: run.id,
        exercise: run.exercise,
        version: run.version,
        domain: known(&run.domain)?,
        state: if run.completed { RunState::Completed } else { RunState::Open },
        answers: run.answers.into_iter().map(answer).collect(),
        started_at: run.started_at,
        completed_at: run.completed_at,
        revision: run.revision,
    })
}

fn present(found: Option<grpc::Run>) -> Result<Run, Problem> {
    run(found.ok_or(Kind::Internal)?)
}

/// The runs with which the caller goes on, and those that were completed last.
#[utoipa::path(
    get, path = "/me/runs", operation_id = "listRuns",
    responses((status = 200, description = "Of each exercise the last open run and the last completed one, oldest first.", body = Runs), QueryProblems)
)]
pub(crate) async fn list(caller: Caller) -> Result<Json<Runs>, Problem> {
    let runs = caller.ask(ListRunsRequest {}).await?.runs;
    let items = runs.into_iter().map(run).collect::<Result<_, _>>()?;
    Ok(Json(Runs { items }))
}

/// Begin an exercise.
#[utoipa::path(
    post, path = "/me/runs", operation_id = "startRun", params(CommandHeaders),
    request_body = StartRun,
    responses((status = 201, description = "Begun.", body = Run), CommandProblems)
)]
pub(crate) async fn start(
    commander: Commander,
    Body(StartRun { id, exercise }): Body<StartRun>,
) -> Result<Done<Run>, Problem> {
    let started = commander.send(StartRunRequest { run: id.to_string(), exercise }).await;
    let (started, position) = started.map_err(|problem| problem.renamed("run", "id"))?;
    Ok(Done::created(position, present(started.run)?))
}

/// Answer a step; again until the run is completed.
#[utoipa::path(
    put, path = "/me/runs/{run}/answers/{step}", operation_id = "answerStep",
    params(("run" = Uuid, Path), ("step" = String, Path), CommandHeaders),
    request_body = AnswerStep,
    responses((status = 200, description = "Saved.", body = Run), CommandProblems)
)]
pub(crate) async fn answer(
    commander: Commander,
    PathOf((run, step)): PathOf<(Uuid, String)>,
    Body(AnswerStep { options, own }): Body<AnswerStep>,
) -> Result<Done<Run>, Problem> {
    let answer = Some(grpc::Answer { step, options, own });
    let request = AnswerStepRequest { run: run.to_string(), answer };
    let (answered, position) = commander.send(request).await?;
    Ok(Done::changed(position, present(answered.run)?))
}

/// Finish an exercise.
#[utoipa::path(
    post, path = "/me/runs/{run}/completion", operation_id = "completeRun",
    params(("run" = Uuid, Path), CommandHeaders), request_body = CompleteRun,
    responses((status = 200, description = "Finished.", body = Run), CommandProblems)
)]
pub(crate) async fn complete(
    commander: Commander,
    PathOf(run): PathOf<Uuid>,
    Body(CompleteRun { seconds }): Body<CompleteRun>,
) -> Result<Done<Run>, Problem> {
    let request = CompleteRunRequest { run: run.to_string(), seconds };
    let (completed, position) = commander.send(request).await?;
    Ok(Done::changed(position, present(completed.run)?))
}
