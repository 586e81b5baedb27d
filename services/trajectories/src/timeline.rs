//! Trajectories as a list of entries, newest first: their events, read for a person.
//!
//! Invariant: whatever is written in a trajectory has an entry for the youth, with all its facts.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use eventlog::{Position, Recorded};
use events::{
    Code, StepId, TimelineEntryType as Type,
    alarm::{self, AlarmEvent},
};
use kernel::{Personal, personal::SubjectKey};
use proto::trajectories::{OwnVersion, Step, TimelineEntry};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::{
    Event,
    things::{AlarmKeys, Told},
    views::Listed,
    wire,
};

/// Who reads, and with which keys.
#[derive(Default)]
pub(crate) struct Reader {
    /// Opens notes and own versions.
    pub(crate) content: Option<Arc<SubjectKey>>,
    /// Opens facts about health and background.
    pub(crate) health: Option<Arc<SubjectKey>>,
    /// Open signals, each of which has a key of its own.
    pub(crate) alarms: AlarmKeys,
    /// Whether it is the youth, who reads everything.
    pub(crate) is_youth: bool,
}

/// The entries of a page, newest first, from the events that tell them.
pub(crate) fn page(listed: &[Listed], events: &[Recorded], reader: &Reader) -> Vec<TimelineEntry> {
    let withdrawn = listed.iter().filter(|listed| listed.entry.is_withdrawn());
    let withdrawn: BTreeSet<_> = withdrawn.map(|listed| u64::from(listed.entry.position)).collect();
    let mut entries = entries(events, reader);
    // Some events were read for what follows them, and stand on another page.
    let asked: BTreeSet<_> = listed.iter().map(|it| u64::from(it.entry.position)).collect();
    entries.retain(|entry| asked.contains(&entry.position));
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
    let mut things = HashMap::<Uuid, Vec<&Recorded>>::new();
    for event in events {
        if let Some((thing, kind)) = of_thing(event) {
            let so_far = things.entry(thing).or_default();
            so_far.push(event);
            let told = Told::of(so_far.iter().copied(), reader);
            entries.extend(told_of(event, kind, told).map(|entry| (event.position, entry)));
            continue;
        }
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

/// The thing that an event is about, and what its entry tells, if it is about one.
fn of_thing(event: &Recorded) -> Option<(Uuid, Type)> {
    if event.stream.kind() == alarm::KIND {
        let kind = match event.decoded().ok()? {
            AlarmEvent::AlarmObserved { .. } => Type::AlarmObserved,
            AlarmEvent::AlarmEnded {} => Type::AlarmEnded,
        };
        return Some((event.stream.id(), kind));
    }
    Some(match event.decoded().ok()? {
        Event::HandoverOffered { handover, .. } => (handover.uuid(), Type::HandoverOffered),
        Event::HandoverAnswered { handover, .. } => (handover.uuid(), Type::HandoverAnswered),
        Event::HandoverAccepted { handover } => (handover.uuid(), Type::HandoverAccepted),
        Event::EmployerContacted { contact, .. } => (contact.uuid(), Type::EmployerContacted),
        Event::PlacementStarted { placement, .. } => (placement.uuid(), Type::PlacementStarted),
        Event::PlacementEnded { placement, .. } => (placement.uuid(), Type::PlacementEnded),
        _ => return None,
    })
}

/// The entry of an event about a thing; without its key it tells that something was written down, and no more.
fn told_of(event: &Recorded, kind: Type, told: Option<Told>) -> Option<TimelineEntry> {
    let entry = begun(event, kind)?;
    Some(match told {
        None => entry,
        Some(Told::Alarm(alarm)) => TimelineEntry { alarm: Some(alarm), ..entry },
        Some(Told::Handover(handover)) => TimelineEntry { handover: Some(handover), ..entry },
        Some(Told::Contact(contact)) => TimelineEntry { contact: Some(contact), ..entry },
        Some(Told::Placement(placement)) => TimelineEntry { placement: Some(placement), ..entry },
    })
}

/// An entry with what is told of every event.
fn begun(event: &Recorded, kind: Type) -> Option<TimelineEntry> {
    let meta = event.meta().ok()?;
    Some(TimelineEntry {
        position: event.position.into(),
        occurred_on: event.occurred_on.to_string(),
        recorded_at: event.recorded_at().to_string(),
        r#type: kind.name().to_owned(),
        actor: meta.actor.to_string(),
        actor_role: meta.role.name().to_owned(),
        ..TimelineEntry::default()
    })
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
        | Event::TrajectoryClosed { .. }
        | Event::HandoverOffered { .. }
        | Event::HandoverAnswered { .. }
        | Event::HandoverAccepted { .. }
        | Event::EmployerContacted { .. }
        | Event::PlacementStarted { .. }
        | Event::PlacementEnded { .. } => {}
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
    let of = |kind: Type| begun(event, kind);
    let health = reader.health.as_deref();
    Some(match fact {
        Event::YouthRegistered { source, .. } => {
            TimelineEntry { source: Some(source.name().to_owned()), ..of(Type::Registered)? }
        }
        Event::IntakeRecorded { intake } if reader.is_youth => TimelineEntry {
            intake: opened(intake, event, health).as_ref().map(wire::intake),
            ..of(Type::Intake)?
        },
        Event::PopulationChanged { population } => {
            let population = opened(population, event, health);
            let population = population.map(|population| population.name().to_owned());
            TimelineEntry { population, ..of(Type::PopulationChanged)? }
        }
        Event::CoachChosen { coach } => {
            TimelineEntry { coach: Some(coach.to_string()), ..of(Type::CoachChosen)? }
        }
        Event::TrajectoryClosed { exit } => {
            let exit = opened(exit, event, health.filter(|_| reader.is_youth));
            TimelineEntry { exit: exit.as_ref().map(wire::exit), ..of(Type::Closed)? }
        }
        Event::StepRegistered(done) => TimelineEntry {
            coach: Some(done.coach.to_string()),
            step: Some(wire::step(done)),
            ..of(Type::Step)?
        },
        Event::IntakeRecorded { .. }
        | Event::StepNoted { .. }
        | Event::StepWithdrawn { .. }
        | Event::OwnVersionGiven { .. }
        | Event::OwnVersionWithdrawn { .. }
        // Told as things are.
        | Event::HandoverOffered { .. }
        | Event::HandoverAnswered { .. }
        | Event::HandoverAccepted { .. }
        | Event::EmployerContacted { .. }
        | Event::PlacementStarted { .. }
        | Event::PlacementEnded { .. } => return None,
    })
}

#[cfg(test)]
mod tests;
