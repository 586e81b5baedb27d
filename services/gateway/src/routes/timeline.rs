//! What happened with a youth, from two services, newest first.

mod pages;

use std::str::FromStr;

use proto::{exercises::Completion, trajectories as grpc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::youths::Named;
use crate::{
    call::People,
    codes::{
        BarrierCode, CategoryCode, ChannelCode, CoachRoleCode, CoachingStepCode, DisabilityCode,
        DomainCode, EmploymentFormCode, EntryLevelCode, ExitKindCode, GenderCode, ModeCode,
        PlaceCode, PopulationCode, SourceCode, known,
    },
    problem::Problem,
};

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
    r#type: EntryType,
    actor: Actor,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    coach: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    step: Option<TimelineStep>,
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
    intake: Option<TimelineIntake>,
    /// Where the youth moved to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    population: Option<PopulationCode>,
    /// How the trajectory ended: for the youth alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    exit: Option<Exit>,
}

/// What was recorded at intake.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TimelineIntake {
    #[schema(format = Date)]
    birth_date: String,
    gender: GenderCode,
    population: PopulationCode,
    disability: DisabilityCode,
    other_disabilities: Vec<DisabilityCode>,
    /// Null: not known. Empty: none.
    #[schema(required)]
    barriers: Option<Vec<BarrierCode>>,
    entry_level: EntryLevelCode,
}

/// What sort of thing happened.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = TimelineEntryType)]
pub(crate) enum EntryType {
    /// The youth was registered.
    Registered,
    /// Facts were recorded at intake.
    Intake,
    /// The youth moved between education and NEET.
    PopulationChanged,
    /// The youth chose a coach.
    CoachChosen,
    /// A coach registered a step.
    Step,
    /// The youth finished an exercise.
    ExerciseCompleted,
    /// The youth chose an avatar.
    AvatarChosen,
    /// The trajectory ended.
    Closed,
}

/// How a trajectory ended.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Exit {
    kind: ExitKindCode,
    #[schema(required)]
    form: Option<EmploymentFormCode>,
    #[schema(required)]
    hours_percent: Option<u32>,
}

impl TryFrom<proto::trajectories::Exit> for Exit {
    type Error = Problem;

    fn try_from(exit: proto::trajectories::Exit) -> Result<Self, Problem> {
        let proto::trajectories::Exit { kind, form, hours_percent } = exit;
        let form = form.as_deref().map(known).transpose()?;
        Ok(Self { kind: known(&kind)?, form, hours_percent })
    }
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

/// A coaching step.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TimelineStep {
    id: String,
    category: CategoryCode,
    minutes: u32,
    place: PlaceCode,
    channel: ChannelCode,
    role: CoachRoleCode,
    coaching_step: CoachingStepCode,
    mode: ModeCode,
    #[schema(required)]
    note: Option<String>,
    /// Registered by mistake: no longer counts.
    withdrawn: bool,
}

/// A finished exercise.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TimelineExercise {
    id: String,
    domain: DomainCode,
    title: String,
}

impl FromStr for EntryType {
    type Err = events::UnknownCode;

    fn from_str(text: &str) -> Result<Self, events::UnknownCode> {
        match text {
            "registered" => Ok(Self::Registered),
            "intake" => Ok(Self::Intake),
            "populationChanged" => Ok(Self::PopulationChanged),
            "coachChosen" => Ok(Self::CoachChosen),
            "step" => Ok(Self::Step),
            "exerciseCompleted" => Ok(Self::ExerciseCompleted),
            "avatarChosen" => Ok(Self::AvatarChosen),
            "closed" => Ok(Self::Closed),
            _ => Err(events::UnknownCode),
        }
    }
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
        step: told,
        coach,
        source,
        intake: facts,
        population,
        exit,
    } = entry;
    Ok(TimelineEntry {
        position,
        occurred_on,
        recorded_at,
        r#type: known(&r#type)?,
        actor: Actor { role: actor_role, name: people.name(&actor) },
        coach: coach.and_then(named),
        step: told.map(step).transpose()?,
        exercise: None,
        source: source.as_deref().map(known).transpose()?,
        intake: facts.map(intake).transpose()?,
        population: population.as_deref().map(known).transpose()?,
        exit: exit.map(Exit::try_from).transpose()?,
    })
}

fn completed(completion: Completion, name: Option<String>) -> Result<TimelineEntry, Problem> {
    Ok(TimelineEntry {
        position: completion.position,
        occurred_on: completion.occurred_on,
        recorded_at: completion.recorded_at,
        r#type: EntryType::ExerciseCompleted,
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
    })
}

fn intake(facts: grpc::Intake) -> Result<TimelineIntake, Problem> {
    fn all<T: FromStr>(codes: &[String]) -> Result<Vec<T>, Problem> {
        codes.iter().map(|code| known(code)).collect()
    }
    let grpc::Intake {
        birth_date,
        gender,
        population,
        disability,
        other_disabilities,
        barriers,
        barriers_known,
        entry_level,
    } = facts;
    Ok(TimelineIntake {
        gender: known(&gender)?,
        population: known(&population)?,
        disability: known(&disability)?,
        other_disabilities: all(&other_disabilities)?,
        barriers: barriers_known.then(|| all(&barriers)).transpose()?,
        entry_level: known(&entry_level)?,
        birth_date,
    })
}

/// Taken apart as a whole, so that a new field does not get lost here.
fn step(step: grpc::Step) -> Result<TimelineStep, Problem> {
    let grpc::Step {
        id,
        category,
        minutes,
        place,
        channel,
        role,
        coaching_step,
        mode,
        note,
        withdrawn,
    } = step;
    Ok(TimelineStep {
        id,
        category: known(&category)?,
        minutes,
        place: known(&place)?,
        channel: known(&channel)?,
        role: known(&role)?,
        coaching_step: known(&coaching_step)?,
        mode: known(&mode)?,
        note,
        withdrawn,
    })
}
