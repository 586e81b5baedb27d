//! A trajectory as a list of entries, newest first: its stream, read for a person.

use std::collections::BTreeMap;

use events::Code;
use platform::{Recorded, codec, personal::SubjectKey};
use proto::trajectories::{Step, TimelineEntry};
use uuid::Uuid;

use crate::Event;

/// The entries of a whole stream, newest first. Without the content key notes stay closed.
pub(crate) fn entries(stream: &[Recorded], key: Option<&SubjectKey>) -> Vec<TimelineEntry> {
    let mut entries = BTreeMap::<u64, TimelineEntry>::new();
    let mut steps = BTreeMap::<Uuid, u64>::new();
    for event in stream {
        let Ok(fact) = codec::decode::<Event>(event.name, event.data()) else { continue };
        match &fact {
            Event::StepNoted { step, note } => {
                let note = key.and_then(|key| note.opened(key, &event.place()).ok());
                if let Some(shown) = shown(&mut entries, &steps, *step) {
                    shown.note = note;
                }
            }
            Event::StepWithdrawn { step } => {
                if let Some(shown) = shown(&mut entries, &steps, *step) {
                    shown.withdrawn = true;
                }
            }
            _ => {
                if let Event::StepRegistered { step, .. } = &fact {
                    steps.insert(*step, event.position);
                }
                if let Some(entry) = entry(event, &fact) {
                    entries.insert(event.position, entry);
                }
            }
        }
    }
    let mut entries: Vec<_> = entries.into_values().collect();
    entries.sort_by(|one, other| {
        (&other.occurred_on, other.position).cmp(&(&one.occurred_on, one.position))
    });
    entries
}

fn shown<'a>(
    entries: &'a mut BTreeMap<u64, TimelineEntry>,
    steps: &BTreeMap<Uuid, u64>,
    step: Uuid,
) -> Option<&'a mut Step> {
    entries.get_mut(steps.get(&step)?)?.step.as_mut()
}

fn entry(event: &Recorded, fact: &Event) -> Option<TimelineEntry> {
    let (kind, coach, step) = match fact {
        Event::YouthRegistered { .. } => ("registered", None, None),
        Event::CoachChosen { coach } => ("coachChosen", Some(*coach), None),
        Event::TrajectoryClosed { .. } => ("closed", None, None),
        Event::StepRegistered { coach, .. } => ("step", Some(*coach), step(fact)),
        Event::IntakeRecorded { .. }
        | Event::PopulationChanged { .. }
        | Event::StepNoted { .. }
        | Event::StepWithdrawn { .. } => return None,
    };
    let meta = event.meta().ok()?;
    Some(TimelineEntry {
        position: event.position,
        occurred_on: event.occurred_on.to_string(),
        recorded_at: event.recorded_at().to_string(),
        r#type: kind.to_owned(),
        actor: meta.actor.to_string(),
        actor_role: meta.role.name().to_owned(),
        coach: coach.map(|coach| coach.to_string()),
        step,
    })
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
