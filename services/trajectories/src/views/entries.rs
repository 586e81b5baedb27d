//! Where the entries of a timeline stand in the log, so that a page reads its own events only.

use std::{iter, num::NonZeroU64};

use eventlog::{Position, Recorded};
use events::{
    CoachRole, StepId,
    trajectory::{Step, TrajectoryEvent as Event},
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
        /// Revision of its note: never a stream's first event.
        note: Option<NonZeroU64>,
        withdrawn: bool,
    },
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

    /// Revisions of the events that tell it.
    pub fn revisions(&self) -> impl Iterator<Item = u64> {
        let note = match self.what {
            What::Step { note, .. } => note,
            What::Intake | What::Other => None,
        };
        iter::once(self.revision).chain(note.map(NonZeroU64::get))
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
        let what = match *fact {
            Event::IntakeRecorded { .. } => What::Intake,
            Event::StepRegistered(Step { step, role, .. }) => {
                What::Step { step, role, note: None, withdrawn: false }
            }
            Event::YouthRegistered { .. }
            | Event::PopulationChanged { .. }
            | Event::CoachChosen { .. }
            | Event::TrajectoryClosed { .. } => What::Other,
            Event::StepNoted { step, .. } => {
                if let Some(What::Step { note, .. }) = self.step(step) {
                    *note = NonZeroU64::new(event.revision);
                }
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
            self.summary.last_step = self.last_step();
        }
        true
    }

    fn withdraw(&mut self, step: StepId) {
        let Some(What::Step { withdrawn, .. }) = self.step(step) else { return };
        if std::mem::replace(withdrawn, true) {
            return;
        }
        self.summary.steps -= 1;
        self.summary.last_step = self.last_step();
    }

    /// The last step that counts.
    fn last_step(&self) -> Option<(Date, CoachRole)> {
        self.timeline.newest_first().find_map(|entry| match entry.what {
            What::Step { role, withdrawn: false, .. } => Some((entry.occurred_on, role)),
            What::Step { withdrawn: true, .. } | What::Intake | What::Other => None,
        })
    }

    /// From the newest on: what is noted or withdrawn is nearly always recent.
    fn step(&mut self, id: StepId) -> Option<&mut What> {
        let mut all = self.timeline.newest_first_mut().map(|entry| &mut entry.what);
        all.find(|what| matches!(what, What::Step { step, .. } if *step == id))
    }
}
