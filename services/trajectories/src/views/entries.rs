//! Where the entries of a timeline stand in the log, so that a page reads its own events only.

use std::{iter, num::NonZeroU64};

use eventlog::{Position, Recorded};
use events::{
    CoachRole, StepId, alarm,
    trajectory::{self, Step, TrajectoryEvent as Event},
};
use jiff::civil::Date;
use runtime::timeline::{Asked, Dated, Page, When};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Told;

/// An entry: where its events stand, and what is asked of it without reading them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Place in the log.
    pub position: Position,
    occurred_on: Date,
    revision: u64,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum What {
    /// Intake facts, which are for the youth alone.
    Intake,
    Step {
        step: StepId,
        role: CoachRole,
        minutes: u16,
        /// Revision of its note: never a stream's first event.
        note: Option<NonZeroU64>,
        /// Revision of the own version that the youth gave last and did not take away.
        version: Option<NonZeroU64>,
        withdrawn: bool,
    },
    /// Of a signal, which is a stream of its own.
    Alarm(Uuid),
    /// What follows something that is told with it: the revision of that, which is never a stream's first event.
    Follows(NonZeroU64),
    Other,
}

impl Dated for Entry {
    fn when(&self) -> When {
        (self.occurred_on, self.position)
    }
}

impl Entry {
    fn new(event: &Recorded, what: What) -> Self {
        let Recorded { position, occurred_on, revision, .. } = *event;
        Self { position, occurred_on, revision, what }
    }

    pub(super) fn of_alarm(event: &Recorded) -> Self {
        Self::new(event, What::Alarm(event.stream.id()))
    }

    /// The stream in which its events stand: its kind, and its id in this trajectory.
    pub fn stream(&self, trajectory: Uuid) -> (&'static str, Uuid) {
        match self.what {
            What::Alarm(alarm) => (alarm::KIND, alarm),
            What::Intake | What::Step { .. } | What::Follows(_) | What::Other => {
                (trajectory::KIND, trajectory)
            }
        }
    }

    /// Revisions of the events that tell it.
    pub fn revisions(&self) -> impl Iterator<Item = u64> {
        let beside = match self.what {
            What::Step { note, version, .. } => [note, version],
            What::Follows(first) => [Some(first), None],
            What::Intake | What::Alarm(_) | What::Other => [None, None],
        };
        let beside = beside.into_iter().flatten().map(NonZeroU64::get);
        // A signal has two events at most, and its end is told with its beginning.
        let first = matches!(self.what, What::Alarm(_)).then_some(0);
        iter::once(self.revision).chain(beside).chain(first)
    }

    fn is_step(&self, id: StepId) -> bool {
        matches!(self.what, What::Step { step, .. } if step == id)
    }

    /// The day, and the minutes of a step that counts.
    pub(super) fn counted(&self) -> Option<(Date, u16)> {
        match self.what {
            What::Step { minutes, withdrawn: false, .. } => Some((self.occurred_on, minutes)),
            What::Step { withdrawn: true, .. }
            | What::Intake
            | What::Alarm(_)
            | What::Follows(_)
            | What::Other => None,
        }
    }

    /// Whether it is a step that no longer counts.
    pub fn is_withdrawn(&self) -> bool {
        matches!(self.what, What::Step { withdrawn: true, .. })
    }

    /// Whether the youth's coach reads it, too.
    pub(super) fn is_for_the_coach(&self) -> bool {
        self.what != What::Intake
    }
}

/// An entry on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The trajectory in which it stands.
    pub trajectory: Uuid,
    /// The entry.
    pub entry: Entry,
}

impl Listed {
    /// The stream in which its events stand: its kind and id.
    pub fn stream(&self) -> (&'static str, Uuid) {
        self.entry.stream(self.trajectory)
    }
}

impl Dated for Listed {
    fn when(&self) -> When {
        self.entry.when()
    }
}

impl Told {
    /// A page of its entries.
    pub(super) fn page(&self, asked: Asked, shown: impl Fn(&Entry) -> bool) -> Page<Listed> {
        let trajectory = self.summary.trajectory;
        self.timeline.page(asked, shown).map(|entry| Listed { trajectory, entry })
    }

    /// Takes an event into the timeline, and into what the summary says of steps. Answers whether
    /// there is one entry more.
    pub(super) fn take(&mut self, event: &Recorded, fact: &Event) -> bool {
        let follows = self.take_thing(event, fact).and_then(NonZeroU64::new);
        let what = match *fact {
            Event::IntakeRecorded { .. } => What::Intake,
            Event::StepRegistered(Step { step, role, minutes, .. }) => {
                What::Step { step, role, minutes, note: None, version: None, withdrawn: false }
            }
            Event::CoachChosen { coach } => {
                self.times.begins(event, coach.uuid());
                What::Other
            }
            Event::YouthRegistered { .. }
            | Event::PopulationChanged { .. }
            | Event::TrajectoryClosed { .. }
            | Event::HandoverOffered { .. }
            | Event::EmployerContacted { .. }
            | Event::PlacementStarted { .. } => What::Other,
            Event::HandoverAnswered { .. }
            | Event::HandoverAccepted { .. }
            | Event::PlacementEnded { .. } => follows.map_or(What::Other, What::Follows),
            Event::StepNoted { step, .. } => {
                if let Some(What::Step { note, .. }) = self.step(step) {
                    *note = NonZeroU64::new(event.revision);
                }
                return false;
            }
            Event::OwnVersionGiven { step, .. } => {
                self.tell(step, NonZeroU64::new(event.revision));
                return false;
            }
            Event::OwnVersionWithdrawn { step } => {
                self.tell(step, None);
                return false;
            }
            Event::StepWithdrawn { step } => {
                self.withdraw(step);
                return false;
            }
        };
        self.timeline.add(Entry::new(event, what));
        if let What::Step { .. } = what {
            self.summary.steps += 1;
        }
        self.look_back();
        true
    }

    /// The entry of a step.
    pub(super) fn listed(&self, step: StepId) -> Option<Listed> {
        let entry = self.timeline.newest_first().find(|entry| entry.is_step(step))?;
        Some(Listed { trajectory: self.summary.trajectory, entry: *entry })
    }

    fn tell(&mut self, step: StepId, revision: Option<NonZeroU64>) {
        if let Some(What::Step { version, .. }) = self.step(step) {
            *version = revision;
        }
    }

    fn withdraw(&mut self, step: StepId) {
        let Some(What::Step { withdrawn, .. }) = self.step(step) else { return };
        if std::mem::replace(withdrawn, true) {
            return;
        }
        self.summary.steps -= 1;
        self.look_back();
    }

    /// What the summary says of the last step that counts.
    fn look_back(&mut self) {
        let counts = |entry: &Entry| match entry.what {
            What::Step { role, withdrawn: false, .. } => Some((*entry, role)),
            What::Step { withdrawn: true, .. }
            | What::Intake
            | What::Alarm(_)
            | What::Follows(_)
            | What::Other => None,
        };
        let mut steps = self.timeline.newest_first().filter_map(counts).peekable();
        let last = steps.peek().map(|(entry, _)| entry.occurred_on);
        let own = steps.find(|(entry, _)| self.times.is_open(entry.position));
        (self.summary.last_contact_on, self.summary.current_role) =
            (last, own.map(|(_, role)| role));
    }

    /// From the newest on: what is noted or withdrawn is nearly always recent.
    fn step(&mut self, id: StepId) -> Option<&mut What> {
        let mut all = self.timeline.newest_first_mut();
        all.find(|entry| entry.is_step(id)).map(|entry| &mut entry.what)
    }
}
