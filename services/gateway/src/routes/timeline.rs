//! What happened with a youth, from two services, newest first.

use std::{fmt, str::FromStr};

use platform::timeline::{Asked, Dated, Page, When};
use proto::{
    exercises::{Completion, CompletionCursor, ListCompletionsRequest},
    trajectories::{self as grpc, GetTimelineRequest, TimelineCursor},
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

/// Where a page begins: after the entry of this day and position, which was the last of the one before.
/// As text it is `2026-03-09.412345`, written in one way only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cursor(When);

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, position) = self.0;
        write!(f, "{day}.{position}")
    }
}

/// The text is no cursor.
struct NoCursor;

impl FromStr for Cursor {
    type Err = NoCursor;

    fn from_str(text: &str) -> Result<Self, NoCursor> {
        let (day, position) = text.split_once('.').ok_or(NoCursor)?;
        let day = day.parse().map_err(|_| NoCursor)?;
        let cursor = Self((day, position.parse().map_err(|_| NoCursor)?));
        (cursor.to_string() == text).then_some(cursor).ok_or(NoCursor)
    }
}

/// An entry of either service, before names are known.
struct Found {
    when: When,
    what: What,
}

enum What {
    Entry(Box<grpc::TimelineEntry>),
    Completion(Completion),
}

impl Dated for Found {
    fn when(&self) -> When {
        self.when
    }
}

impl Found {
    fn entry(entry: grpc::TimelineEntry) -> Result<Self, Problem> {
        let when = (known(&entry.occurred_on)?, entry.position);
        Ok(Self { when, what: What::Entry(Box::new(entry)) })
    }

    fn completion(completion: Completion) -> Result<Self, Problem> {
        let when = (known(&completion.occurred_on)?, completion.position);
        Ok(Self { when, what: What::Completion(completion) })
    }

    fn people(&self) -> Vec<String> {
        match &self.what {
            What::Entry(entry) => {
                std::iter::once(entry.actor.clone()).chain(entry.coach.clone()).collect()
            }
            What::Completion(_) => Vec::new(),
        }
    }
}

/// One page of what happened with a youth. `NOT_FOUND` of trajectories for who may not see it.
pub(crate) async fn page(
    call: &Call,
    youth: String,
    asked: &PageQuery,
) -> Result<Timeline, Problem> {
    let cursor = given("page", asked.page.as_deref())?.map(|Cursor(when)| when);
    let found = found(call, &youth, Asked { before: cursor, entries: PAGE_ENTRIES }).await?;
    let last = found.entries.last().filter(|_| found.more);
    let next_page = last.map(|last| Cursor(last.when).to_string());
    let ids = found.entries.iter().flat_map(Found::people).chain([youth.clone()]);
    let people = call.describe(ids.collect()).await?;
    let items = found.entries.into_iter().map(|found| match found.what {
        What::Entry(found) => entry(*found, &people),
        What::Completion(completion) => completed(completion, people.name(&youth)),
    });
    Ok(Timeline { items: items.collect::<Result<_, _>>()?, next_page })
}

/// A page over both services.
async fn found(call: &Call, youth: &str, asked: Asked) -> Result<Page<Found>, Problem> {
    let limit = u32::try_from(asked.entries).unwrap_or(u32::MAX);
    let before = asked.before.map(|(day, position)| (day.to_string(), position));
    let (youth, cursor) = (youth.to_owned(), before.clone());
    let cursor = cursor.map(|(occurred_on, position)| TimelineCursor { occurred_on, position });
    let timeline = GetTimelineRequest { youth: youth.clone(), before: cursor, limit };
    let timeline = call.ask(timeline).await?;
    let cursor = before.map(|(occurred_on, position)| CompletionCursor { occurred_on, position });
    let language = language::code(call.language);
    let completed = ListCompletionsRequest { youth, language, before: cursor, limit };
    let completed = call.ask(completed).await?;
    let entries = timeline.entries.into_iter().map(Found::entry).collect::<Result<_, _>>()?;
    let completions = completed.completions.into_iter().map(Found::completion);
    let completions = completions.collect::<Result<_, _>>()?;
    Ok(asked.merged([
        Page { entries, more: timeline.more },
        Page { entries: completions, more: completed.more },
    ]))
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
    fn a_page_is_named_by_the_last_entry_of_the_one_before_in_one_way_only() {
        let page = |text| given::<Cursor>("page", Some(text));
        let named = page("2026-03-09.412345").unwrap().unwrap();
        assert_eq!(named.to_string(), "2026-03-09.412345");
        for wrong in [
            "0",
            "50",
            "2026-03-09",
            "2026-03-09.",
            ".7",
            "2026-03-09.-1",
            "2026-03-09.+1",
            "2026-03-09.01",
            "2026-3-9.1",
            "20260309.1",
            "2026-02-30.1",
            "2026-03-09T10:00.1",
            "2026-03-09.18446744073709551616",
            "2026-03-09.1 ",
        ] {
            let problem = page(wrong).unwrap_err();
            assert_eq!(problem.issues[0].name, "page", "{wrong}");
        }
    }
}
