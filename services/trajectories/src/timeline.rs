//! Trajectories as a list of entries, newest first: their events, read for a person.
//!
//! Invariant: whatever is written in a trajectory has an entry for the youth, with all its facts.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use eventlog::{Position, Recorded};
use events::{Code, StepId, TimelineEntryType as Type};
use kernel::{Personal, personal::SubjectKey};
use proto::trajectories::{OwnVersion, Step, TimelineEntry};
use serde::de::DeserializeOwned;

use crate::{Event, views::Listed, wire};

/// Who reads, and with which keys.
#[derive(Default)]
pub(crate) struct Reader {
    /// Opens notes and own versions.
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
        if let Event::StepRegistered(step) = &fact {
            steps.insert(step.step, event.position);
        }
        beside(event, &fact, reader, |step| shown(&mut entries, &steps, step));
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

/// What was written beside a step later.
fn beside<'a>(
    event: &Recorded,
    fact: &Event,
    reader: &Reader,
    shown: impl FnOnce(StepId) -> Option<&'a mut Step>,
) {
    match fact {
        Event::StepNoted { step, note } => {
            if let Some(shown) = shown(*step) {
                shown.note = opened(note, event, reader.content.as_deref());
            }
        }
        Event::OwnVersionGiven { step, words } => {
            if let Some(shown) = shown(*step) {
                shown.own_version = own_version(words, event, reader.content.as_deref());
            }
        }
        Event::OwnVersionWithdrawn { step } => {
            if let Some(shown) = shown(*step) {
                shown.own_version = None;
            }
        }
        Event::YouthRegistered { .. }
        | Event::IntakeRecorded { .. }
        | Event::PopulationChanged { .. }
        | Event::CoachChosen { .. }
        | Event::StepRegistered(_)
        | Event::StepWithdrawn { .. }
        | Event::TrajectoryClosed { .. } => {}
    }
}

/// An own version as it is told; `None` without its key.
fn own_version(
    words: &Personal<String>,
    event: &Recorded,
    key: Option<&SubjectKey>,
) -> Option<OwnVersion> {
    let words = opened(words, event, key)?;
    Some(OwnVersion { words, given_on: event.occurred_on.to_string() })
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
    let of = |kind: Type| TimelineEntry {
        position: event.position.into(),
        occurred_on: event.occurred_on.to_string(),
        recorded_at: event.recorded_at().to_string(),
        r#type: kind.name().to_owned(),
        actor: meta.actor.to_string(),
        actor_role: meta.role.name().to_owned(),
        ..TimelineEntry::default()
    };
    let health = reader.health.as_deref();
    Some(match fact {
        Event::YouthRegistered { source, .. } => {
            TimelineEntry { source: Some(source.name().to_owned()), ..of(Type::Registered) }
        }
        Event::IntakeRecorded { intake } if reader.is_youth => TimelineEntry {
            intake: opened(intake, event, health).as_ref().map(wire::intake),
            ..of(Type::Intake)
        },
        Event::PopulationChanged { population } => {
            let population = opened(population, event, health);
            let population = population.map(|population| population.name().to_owned());
            TimelineEntry { population, ..of(Type::PopulationChanged) }
        }
        Event::CoachChosen { coach } => {
            TimelineEntry { coach: Some(coach.to_string()), ..of(Type::CoachChosen) }
        }
        Event::TrajectoryClosed { exit } => {
            let exit = opened(exit, event, health.filter(|_| reader.is_youth));
            TimelineEntry { exit: exit.as_ref().map(wire::exit), ..of(Type::Closed) }
        }
        Event::StepRegistered(done) => TimelineEntry {
            coach: Some(done.coach.to_string()),
            step: Some(wire::step(done)),
            ..of(Type::Step)
        },
        Event::IntakeRecorded { .. }
        | Event::StepNoted { .. }
        | Event::StepWithdrawn { .. }
        | Event::OwnVersionGiven { .. }
        | Event::OwnVersionWithdrawn { .. } => return None,
    })
}

#[cfg(test)]
mod tests;
