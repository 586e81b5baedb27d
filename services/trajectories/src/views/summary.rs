//! A trajectory at a glance.

use eventlog::Recorded;
use events::{
    CoachRole, Population, Source,
    trajectory::{Exit, Intake},
};
use jiff::civil::Date;
use kernel::personal::{Kept, PersonalError, SubjectKey};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One youth's trajectory at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The trajectory.
    pub trajectory: Uuid,
    /// Who referred the youth.
    pub source: Source,
    /// The day of registration.
    pub registered_on: Date,
    pub(super) intake: Option<Kept<Intake>>,
    pub(super) moved: Option<Kept<Population>>,
    /// Whom the youth chose.
    pub coach: Option<Uuid>,
    /// How many steps count, whoever was the coach.
    pub steps: usize,
    /// The day of the last of them, whoever was the coach.
    pub last_contact_on: Option<Date>,
    /// The role of the last of them that is of no other coach's time.
    pub current_role: Option<CoachRole>,
    /// Revision of the stream's last event.
    pub revision: u64,
    /// Whether it ended.
    pub closed: bool,
    /// The day on which it did.
    pub closed_on: Option<Date>,
    pub(super) exit: Option<Kept<Exit>>,
}

impl Summary {
    pub(super) fn new(event: &Recorded, source: Source, registered_on: Date) -> Self {
        Self {
            trajectory: event.stream.id(),
            source,
            registered_on,
            intake: None,
            moved: None,
            coach: None,
            steps: 0,
            last_contact_on: None,
            current_role: None,
            revision: event.revision,
            closed: false,
            closed_on: None,
            exit: None,
        }
    }

    /// Education or NEET, for someone who holds the youth's key.
    ///
    /// # Errors
    ///
    /// [`PersonalError::DoesNotOpen`] with another key, or if no intake was recorded.
    pub fn population(&self, key: &SubjectKey) -> Result<Population, PersonalError> {
        match (&self.moved, &self.intake) {
            (Some(moved), _) => moved.opened(key),
            (None, Some(intake)) => intake.opened(key).map(|intake| intake.population),
            (None, None) => Err(PersonalError::DoesNotOpen),
        }
    }

    /// How it ended, for someone who holds the youth's key; `None` if it did not, or with another key.
    pub fn exit(&self, key: &SubjectKey) -> Option<Exit> {
        self.exit.as_ref()?.opened(key).ok()
    }
}
