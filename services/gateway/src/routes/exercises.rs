//! The catalogue of exercises, and what a youth's answers add up to.

use axum::Json;
use proto::exercises::{self as grpc, GetOverviewRequest, ListExercisesRequest};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    answer::QueryProblems,
    caller::Caller,
    codes::{DomainCode, known},
    language,
    problem::Problem,
};

/// The catalogue.
#[derive(Serialize, ToSchema)]
pub(crate) struct Exercises {
    items: Vec<Exercise>,
}

/// An exercise in the language of the request.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Exercise {
    id: String,
    version: u32,
    domain: DomainCode,
    /// `core` or `supporting`.
    kind: String,
    title: String,
    goal: String,
    /// How long it takes, about.
    minutes: u32,
    picture: String,
    steps: Vec<ExerciseStep>,
}

/// One question of an exercise.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExerciseStep {
    id: String,
    question: String,
    hint: String,
    pick_min: u32,
    pick_max: u32,
    /// The part of the overview that the answer feeds.
    #[schema(required)]
    overview: Option<Part>,
    /// Whether the youth may answer in their own words.
    own_allowed: bool,
    options: Vec<ExerciseOption>,
}

/// A part of the overview.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OverviewPart)]
pub(crate) enum Part {
    /// What I want.
    Want,
    /// What I can.
    Can,
    /// Who helps me.
    Who,
}

/// One answer to choose.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExerciseOption {
    id: String,
    label: String,
    picture: String,
}

/// What the caller wants, can, and who helps.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Overview {
    want: Vec<Finding>,
    can: Vec<Finding>,
    who: Vec<Finding>,
}

/// One thing that an answer says.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Finding {
    domain: DomainCode,
    exercise: String,
    step: String,
    /// Null when it is in the youth's own words.
    #[schema(required)]
    option: Option<String>,
    #[schema(required)]
    own: Option<String>,
    label: String,
    #[schema(required)]
    picture: Option<String>,
}

impl std::str::FromStr for Part {
    type Err = events::UnknownCode;

    fn from_str(text: &str) -> Result<Self, events::UnknownCode> {
        match text {
            "want" => Ok(Self::Want),
            "can" => Ok(Self::Can),
            "who" => Ok(Self::Who),
            _ => Err(events::UnknownCode),
        }
    }
}

fn exercise(exercise: grpc::Exercise) -> Result<Exercise, Problem> {
    Ok(Exercise {
        id: exercise.id,
        version: exercise.version,
        domain: known(&exercise.domain)?,
        kind: exercise.kind,
        title: exercise.title,
        goal: exercise.goal,
        minutes: exercise.minutes,
        picture: exercise.picture,
        steps: exercise.steps.into_iter().map(step).collect::<Result<_, _>>()?,
    })
}

fn step(step: grpc::Step) -> Result<ExerciseStep, Problem> {
    let option = |option: grpc::Option| ExerciseOption {
        id: option.id,
        label: option.label,
        picture: option.picture,
    };
    Ok(ExerciseStep {
        id: step.id,
        question: step.question,
        hint: step.hint,
        pick_min: step.pick_min,
        pick_max: step.pick_max,
        overview: step.overview.as_deref().map(known).transpose()?,
        own_allowed: step.own_allowed,
        options: step.options.into_iter().map(option).collect(),
    })
}

fn findings(findings: Vec<grpc::Finding>) -> Result<Vec<Finding>, Problem> {
    let finding = |finding: grpc::Finding| {
        Ok(Finding {
            domain: known(&finding.domain)?,
            exercise: finding.exercise,
            step: finding.step,
            option: finding.option,
            own: finding.own,
            label: finding.label,
            picture: finding.picture,
        })
    };
    findings.into_iter().map(finding).collect()
}

/// The catalogue of exercises.
#[utoipa::path(
    get, path = "/exercises", operation_id = "listExercises",
    responses((status = 200, description = "The catalogue.", body = Exercises), QueryProblems)
)]
pub(crate) async fn list(caller: Caller) -> Result<Json<Exercises>, Problem> {
    let language = language::code(caller.language);
    let listed = caller.ask(ListExercisesRequest { language }).await?.exercises;
    let items = listed.into_iter().map(exercise).collect::<Result<_, _>>()?;
    Ok(Json(Exercises { items }))
}

/// What I want, what I can, who helps me.
#[utoipa::path(
    get, path = "/me/overview", operation_id = "readOverview",
    responses((status = 200, description = "From the latest answers.", body = Overview), QueryProblems)
)]
pub(crate) async fn overview(caller: Caller) -> Result<Json<Overview>, Problem> {
    let language = language::code(caller.language);
    let overview = caller.ask(GetOverviewRequest { language }).await?;
    Ok(Json(Overview {
        want: findings(overview.want)?,
        can: findings(overview.can)?,
        who: findings(overview.who)?,
    }))
}
