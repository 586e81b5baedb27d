//! Trajectories as a list of entries, newest first: their events, read for a person.
//!
//! Invariant: whatever is written in a trajectory has an entry for the youth, with all its facts.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use eventlog::{Position, Recorded};
use events::{Code, StepId, trajectory};
use kernel::{Personal, personal::SubjectKey};
use proto::trajectories::{Exit, Intake, Step, TimelineEntry};
use serde::de::DeserializeOwned;

use crate::{Event, views::Listed};

/// Who reads, and with which keys.
#[derive(Default)]
pub(crate) struct Reader {
    /// Opens notes.
    pub(crate) content: Option<Arc<SubjectKey>>,
    /// Opens facts about health and background.
    pub(crate) health: Option<Arc<SubjectKey>>,
    /// Whether it is the youth, who reads everything.
    pub(crate) is_youth: bool,
}

/// The entries of a page, newest first, from the events that tell them.
pub(crate) fn page(listed: &[Listed], events: &[Recorded], reader: &Reader) -> Vec<TimelineEntry> {
    let withdrawn = listed.iter().filter(|listed| listed.entry.is_withdrawn());
    let withdrawn: BTreeSet<_> = withdrawn.map(|listed| u64::from(listed.entry.position)).collect();
    let mut entries = entries(events, reader);
    for entry in &mut entries {
        if let Some(step) = &mut entry.step {
            step.withdrawn = withdrawn.contains(&entry.position);
        }
    }
    entries
}

/// The entries that these events tell, newest first. Without its key a fact stays closed; what came of a
/// step later is the view's to tell.
pub(crate) fn entries(events: &[Recorded], reader: &Reader) -> Vec<TimelineEntry> {
    let mut entries = BTreeMap::<Position, TimelineEntry>::new();
    let mut steps = BTreeMap::<StepId, Position>::new();
    for event in events {
        let Ok(fact) = event.decoded::<Event>() else { continue };
        if let Event::StepNoted { step, note } = &fact {
            let note = opened(note, event, reader.content.as_deref());
            if let Some(shown) = shown(&mut entries, &steps, *step) {
                shown.note = note;
            }
        }
        if let Event::StepRegistered { step, .. } = &fact {
            steps.insert(*step, event.position);
        }
        if let Some(entry) = entry(event, &fact, reader) {
            entries.insert(event.position, entry);
        }
    }
    let mut entries: Vec<_> = entries.into_values().collect();
    entries.sort_by(|one, other| {
        (&other.occurred_on, other.position).cmp(&(&one.occurred_on, one.position))
    });
    entries
}

fn opened<T: Clone + DeserializeOwned>(
    value: &Personal<T>,
    event: &Recorded,
    key: Option<&SubjectKey>,
) -> Option<T> {
    value.opened(key?, &event.place()).ok()
}

fn shown<'a>(
    entries: &'a mut BTreeMap<Position, TimelineEntry>,
    steps: &BTreeMap<StepId, Position>,
    step: StepId,
) -> Option<&'a mut Step> {
    entries.get_mut(steps.get(&step)?)?.step.as_mut()
}

fn entry(event: &Recorded, fact: &Event, reader: &Reader) -> Option<TimelineEntry> {
    let meta = event.meta().ok()?;
    let of = |kind: &str| TimelineEntry {
        position: event.position.into(),
        occurred_on: event.occurred_on.to_string(),
        recorded_at: event.recorded_at().to_string(),
        r#type: kind.to_owned(),
        actor: meta.actor.to_string(),
        actor_role: meta.role.name().to_owned(),
        ..TimelineEntry::default()
    };
    let health = reader.health.as_deref();
    Some(match fact {
        Event::YouthRegistered { source, .. } => {
            TimelineEntry { source: Some(source.name().to_owned()), ..of("registered") }
        }
        Event::IntakeRecorded { intake } if reader.is_youth => TimelineEntry {
            intake: opened(intake, event, health).as_ref().map(facts),
            ..of("intake")
        },
        Event::PopulationChanged { population } => {
            let population = opened(population, event, health);
            let population = population.map(|population| population.name().to_owned());
            TimelineEntry { population, ..of("populationChanged") }
        }
        Event::CoachChosen { coach } => {
            TimelineEntry { coach: Some(coach.to_string()), ..of("coachChosen") }
        }
        Event::TrajectoryClosed { exit } => {
            let exit = opened(exit, event, health.filter(|_| reader.is_youth));
            TimelineEntry { exit: exit.as_ref().map(ended), ..of("closed") }
        }
        Event::StepRegistered { coach, .. } => {
            TimelineEntry { coach: Some(coach.to_string()), step: step(fact), ..of("step") }
        }
        Event::IntakeRecorded { .. } | Event::StepNoted { .. } | Event::StepWithdrawn { .. } => {
            return None;
        }
    })
}

fn facts(intake: &trajectory::Intake) -> Intake {
    fn names<C: Code>(codes: &[C]) -> Vec<String> {
        codes.iter().map(|code| code.name().to_owned()).collect()
    }
    Intake {
        birth_date: intake.birth_date.to_string(),
        gender: intake.gender.name().to_owned(),
        population: intake.population.name().to_owned(),
        disability: intake.disability.name().to_owned(),
        other_disabilities: names(&intake.other_disabilities),
        barriers: names(intake.barriers.as_deref().unwrap_or_default()),
        barriers_known: intake.barriers.is_some(),
        entry_level: intake.entry_level.name().to_owned(),
    }
}

fn ended(exit: &trajectory::Exit) -> Exit {
    Exit {
        kind: exit.kind.name().to_owned(),
        form: exit.form.map(|form| form.name().to_owned()),
        hours_percent: exit.hours_percent.map(u32::from),
    }
}

fn step(fact: &Event) -> Option<Step> {
    let Event::StepRegistered {
        step,
        category,
        minutes,
        place,
        channel,
        role,
        coaching_step,
        mode,
        ..
    } = fact
    else {
        return None;
    };
    Some(Step {
        id: step.to_string(),
        category: category.name().to_owned(),
        minutes: u32::from(*minutes),
        place: place.name().to_owned(),
        channel: channel.name().to_owned(),
        role: role.name().to_owned(),
        coaching_step: coaching_step.name().to_owned(),
        mode: mode.name().to_owned(),
        note: None,
        withdrawn: false,
    })
}

#[cfg(test)]
mod tests;
