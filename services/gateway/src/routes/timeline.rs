//! What happened with a youth, from two services, newest first.

use std::{cmp::Reverse, str::FromStr};

use proto::{
    exercises::{Completion, ListCompletionsRequest},
    trajectories::{self as grpc, GetTimelineRequest},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{centres::Named, trajectories::Exit};
use crate::{
    call::{Call, People},
    codes::{
        BarrierCode, CategoryCode, ChannelCode, CoachRoleCode, CoachingStepCode, DisabilityCode,
        DomainCode, EntryLevelCode, GenderCode, ModeCode, PlaceCode, PopulationCode, SourceCode,
        known,
    },
    input::given,
    language,
    problem::Problem,
};

/// Entries on one page.
const PAGE_ENTRIES: usize = 50;

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

/// An entry of either service, before names are known.
enum Found {
    Entry(Box<grpc::TimelineEntry>),
    Completion(Completion),
}

impl Found {
    /// ISO dates sort as they are written.
    fn when(&self) -> (String, u64) {
        match self {
            Self::Entry(entry) => (entry.occurred_on.clone(), entry.position),
            Self::Completion(completion) => (completion.occurred_on.clone(), completion.position),
        }
    }

    fn people(&self) -> Vec<String> {
        match self {
            Self::Entry(entry) => {
                std::iter::once(entry.actor.clone()).chain(entry.coach.clone()).collect()
            }
            Self::Completion(_) => Vec::new(),
        }
    }
}

/// One page of what happened with a youth. `NOT_FOUND` of trajectories for who may not see it.
pub(crate) async fn page(
    call: &Call,
    youth: String,
    asked: &PageQuery,
) -> Result<Timeline, Problem> {
    let start: usize = given("page", asked.page.as_deref())?.unwrap_or(0);
    let entries = call.ask(GetTimelineRequest { youth: youth.clone() }).await?.entries;
    let language = language::code(call.language);
    let completions = ListCompletionsRequest { youth: youth.clone(), language };
    let completions = call.ask(completions).await?.completions;
    let all = entries.into_iter().map(|entry| Found::Entry(Box::new(entry)));
    let mut all: Vec<_> = all.chain(completions.into_iter().map(Found::Completion)).collect();
    all.sort_by_cached_key(|found| Reverse(found.when()));
    let end = start.saturating_add(PAGE_ENTRIES);
    let next_page = (end < all.len()).then(|| end.to_string());
    let shown: Vec<_> = all.into_iter().skip(start).take(PAGE_ENTRIES).collect();
    let ids = shown.iter().flat_map(Found::people).chain([youth.clone()]);
    let people = call.describe(ids.collect()).await?;
    let items = shown.into_iter().map(|found| match found {
        Found::Entry(found) => entry(*found, &people),
        Found::Completion(completion) => completed(completion, people.name(&youth)),
    });
    Ok(Timeline { items: items.collect::<Result<_, _>>()?, next_page })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_comes_first_and_the_later_record_of_one_day_before_the_earlier() {
        let on = |day: &str, position| {
            Found::Completion(Completion {
                occurred_on: day.to_owned(),
                position,
                ..Completion::default()
            })
        };
        let mut all = [on("2026-03-01", 9), on("2026-03-02", 4), on("2026-03-02", 7)];
        all.sort_by_cached_key(|found| Reverse(found.when()));
        assert_eq!(all.map(|found| found.when().1), [7, 4, 9]);
    }
}
