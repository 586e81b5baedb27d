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
        Ok(Self {
            kind: known(&exit.kind)?,
            form: exit.form.as_deref().map(known).transpose()?,
            hours_percent: exit.hours_percent,
        })
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
    Ok(TimelineEntry {
        position: entry.position,
        occurred_on: entry.occurred_on,
        recorded_at: entry.recorded_at,
        r#type: known(&entry.r#type)?,
        actor: Actor { role: entry.actor_role, name: people.name(&entry.actor) },
        coach: entry.coach.and_then(named),
        step: entry.step.map(step).transpose()?,
        exercise: None,
        source: entry.source.as_deref().map(known).transpose()?,
        intake: entry.intake.map(intake).transpose()?,
        population: entry.population.as_deref().map(known).transpose()?,
        exit: entry.exit.map(Exit::try_from).transpose()?,
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
    Ok(TimelineIntake {
        gender: known(&facts.gender)?,
        population: known(&facts.population)?,
        disability: known(&facts.disability)?,
        other_disabilities: all(&facts.other_disabilities)?,
        barriers: facts.barriers_known.then(|| all(&facts.barriers)).transpose()?,
        entry_level: known(&facts.entry_level)?,
        birth_date: facts.birth_date,
    })
}

fn step(step: grpc::Step) -> Result<TimelineStep, Problem> {
    Ok(TimelineStep {
        id: step.id,
        category: known(&step.category)?,
        minutes: step.minutes,
        place: known(&step.place)?,
        channel: known(&step.channel)?,
        role: known(&step.role)?,
        coaching_step: known(&step.coaching_step)?,
        mode: known(&step.mode)?,
        note: step.note,
        withdrawn: step.withdrawn,
    })
}
