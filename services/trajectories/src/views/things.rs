//! What is under way beside the steps: alarm signals, handovers, talks with employers, placements; and where the
//! events stand that tell it.

use eventlog::{Position, Recorded};
use events::{alarm::AlarmEvent, trajectory::TrajectoryEvent as Event};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Told, entries::Entry};

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum What {
    /// An alarm signal: its id is that of its stream.
    Alarm,
    /// A handover.
    Handover,
    /// A talk with an employer.
    Contact,
    /// A placement.
    Placement,
}

/// Something that was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    /// Its id.
    pub id: Uuid,
    /// What it is.
    pub what: What,
    /// Where its first event stands in the log.
    pub position: Position,
    /// The day of its last event.
    pub last_on: Date,
    /// For a handover: whether the youth agreed.
    pub agreed: bool,
    /// The revisions of its events, in the stream of the trajectory or of the signal.
    pub revisions: Vec<u64>,
    /// Whether it is over.
    pub over: bool,
}

impl Thing {
    /// Whether it lasts and is not over.
    pub fn goes_on(&self) -> bool {
        !self.over && matches!(self.what, What::Alarm | What::Placement)
    }
}

impl Told {
    /// Takes an event of the trajectory, if it is about a thing. Of one that follows another, the revision of the
    /// first.
    pub(super) fn take_thing(&mut self, event: &Recorded, fact: &Event) -> Option<u64> {
        match fact {
            Event::HandoverOffered { handover, .. } => {
                self.begins(event, handover.uuid(), What::Handover)
            }
            Event::EmployerContacted { contact, .. } => {
                self.begins(event, contact.uuid(), What::Contact)
            }
            Event::PlacementStarted { placement, .. } => {
                self.begins(event, placement.uuid(), What::Placement)
            }
            Event::HandoverAnswered { handover, agrees } => {
                // What was declined may still be agreed to, but nobody waits for it.
                let first = self.follows(event, handover.uuid(), !agrees);
                if let Some(thing) = self.thing(handover.uuid()) {
                    thing.agreed = *agrees;
                }
                first
            }
            Event::HandoverAccepted { handover } => self.follows(event, handover.uuid(), true),
            Event::PlacementEnded { placement, .. } => self.follows(event, placement.uuid(), true),
            Event::YouthRegistered { .. }
            | Event::IntakeRecorded { .. }
            | Event::PopulationChanged { .. }
            | Event::CoachChosen { .. }
            | Event::StepRegistered(_)
            | Event::StepNoted { .. }
            | Event::StepWithdrawn { .. }
            | Event::OwnVersionGiven { .. }
            | Event::OwnVersionWithdrawn { .. }
            | Event::TrajectoryClosed { .. } => None,
        }
    }

    /// Takes an event of a signal, which is a stream of its own.
    pub(super) fn take_alarm(&mut self, event: &Recorded, fact: &AlarmEvent) {
        let alarm = event.stream.id();
        match fact {
            AlarmEvent::AlarmObserved { .. } => self.begins(event, alarm, What::Alarm),
            AlarmEvent::AlarmEnded {} => self.follows(event, alarm, true),
        };
        self.timeline.add(Entry::of_alarm(event));
    }

    fn begins(&mut self, event: &Recorded, id: Uuid, what: What) -> Option<u64> {
        let (position, revisions) = (event.position, vec![event.revision]);
        let last_on = event.occurred_on;
        let (agreed, over) = (false, false);
        self.things.push(Thing { id, what, position, last_on, agreed, revisions, over });
        None
    }

    fn follows(&mut self, event: &Recorded, id: Uuid, over: bool) -> Option<u64> {
        let thing = self.thing(id)?;
        thing.revisions.push(event.revision);
        thing.last_on = event.occurred_on;
        thing.over = over;
        thing.revisions.first().copied()
    }
}

impl Told {
    fn thing(&mut self, id: Uuid) -> Option<&mut Thing> {
        self.things.iter_mut().rev().find(|thing| thing.id == id)
    }
}
