//! What happened with a youth, from two services, newest first.

mod pages;

use events::TimelineEntryType;
use proto::{exercises::Completion, trajectories as grpc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::youths::Named;
use crate::{
    call::People,
    codes::{Coded, DomainCode, EntryTypeCode, PopulationCode, SourceCode, known},
    problem::Problem,
    transcoding::Wire,
};

/// A coaching step, as the contract says.
type Step = Wire<grpc::Step>;
/// What was recorded at intake, as the contract says.
type Intake = Wire<grpc::Intake>;
/// How a trajectory ended, as the contract says.
type Exit = Wire<grpc::Exit>;
/// An alarm signal, as the contract says.
type Alarm = Wire<grpc::Alarm>;
/// A handover, as the contract says.
type Handover = Wire<grpc::Handover>;
/// A talk with an employer, as the contract says.
type Contact = Wire<grpc::EmployerContact>;
/// A placement, as the contract says.
type Placement = Wire<grpc::Placement>;

pub(crate) use pages::page;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageQuery {
    /// The `nextPage` of the page before; absent: the first.
    #[param(nullable = false)]
    page: Option<String>,
}

/// One page of a timeline.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Timeline {
    items: Vec<TimelineEntry>,
    /// For the next page; null on the last.
    #[schema(required)]
    next_page: Option<String>,
    /// For a coach with whom the time of an earlier coach is not shared: the day since which the coach was
    /// chosen. Null: nothing was left out.
    #[schema(required, format = Date)]
    since: Option<String>,
}

/// One thing that happened.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TimelineEntry {
    position: u64,
    #[schema(format = Date)]
    occurred_on: String,
    #[schema(format = DateTime)]
    recorded_at: String,
    r#type: EntryTypeCode,
    actor: Actor,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    coach: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    step: Option<Step>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    exercise: Option<TimelineExercise>,
    /// Who referred the youth.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    source: Option<SourceCode>,
    /// What was recorded at intake: for the youth alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    intake: Option<Intake>,
    /// Where the youth moved to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    population: Option<PopulationCode>,
    /// How the trajectory ended: for the youth alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    exit: Option<Exit>,
    /// The signal that was observed, or is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    alarm: Option<Alarm>,
    /// The handover as it was then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    handover: Option<Handover>,
    /// The talk with an employer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    contact: Option<Contact>,
    /// The placement as it was then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    placement: Option<Placement>,
}

/// Who did it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Actor {
    role: String,
    /// Null when the person is gone.
    #[schema(required)]
    name: Option<String>,
}

/// A finished exercise.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TimelineExercise {
    id: String,
    domain: DomainCode,
    title: String,
}

/// An entry of trajectories with the names of its people.
pub(crate) fn entry(entry: grpc::TimelineEntry, people: &People) -> Result<TimelineEntry, Problem> {
    let named = |id: String| people.name(&id).map(|name| Named { id, name });
    let grpc::TimelineEntry {
        position,
        occurred_on,
        recorded_at,
        r#type,
        actor,
        actor_role,
        step,
        coach,
        source,
        intake,
        population,
        exit,
        alarm,
        handover,
        contact,
        placement,
    } = entry;
    Ok(TimelineEntry {
        position,
        occurred_on,
        recorded_at,
        r#type: known(&r#type)?,
        actor: Actor { role: actor_role, name: people.name(&actor) },
        coach: coach.and_then(named),
        step: step.map(Wire),
        exercise: None,
        source: source.as_deref().map(known).transpose()?,
        intake: intake.map(Wire),
        population: population.as_deref().map(known).transpose()?,
        exit: exit.map(Wire),
        alarm: alarm.map(Wire),
        handover: handover.map(Wire),
        contact: contact.map(Wire),
        placement: placement.map(Wire),
    })
}

fn completed(completion: Completion, name: Option<String>) -> Result<TimelineEntry, Problem> {
    Ok(TimelineEntry {
        position: completion.position,
        occurred_on: completion.occurred_on,
        recorded_at: completion.recorded_at,
        r#type: Coded(TimelineEntryType::ExerciseCompleted),
        actor: Actor { role: "youth".to_owned(), name },
        coach: None,
        step: None,
        exercise: Some(TimelineExercise {
            id: completion.exercise,
            domain: known(&completion.domain)?,
            title: completion.title,
        }),
        source: None,
        intake: None,
        population: None,
        exit: None,
        alarm: None,
        handover: None,
        contact: None,
        placement: None,
    })
}
