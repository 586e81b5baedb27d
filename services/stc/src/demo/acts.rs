//! What the people of the demo do, and when.

use exercises::domain::run::Command as RunCommand;
use identity::domain::{CentreCommand, PersonCommand};
use jiff::{Timestamp, civil::Date};
use platform::Ctx;
use trajectories::domain::{
    caseload::Command as CaseloadCommand, trajectory::Command as TrajectoryCommand,
};
use uuid::Uuid;

/// An act, when it happened and when it was recorded.
pub(super) struct Timed {
    pub(super) recorded_at: Timestamp,
    pub(super) occurred_on: Date,
    pub(super) ctx: Ctx,
    pub(super) act: Act,
}

/// One command.
pub(super) enum Act {
    /// On the tenant's centre.
    Centre(CentreCommand),
    /// On a person. A card's hash is filled in by the recorder, which knows the vault.
    Person(Uuid, PersonCommand),
    /// On a youth's trajectory.
    Trajectory(Uuid, Box<TrajectoryCommand>),
    /// On the places of a coach.
    Caseload(Uuid, CaseloadCommand),
    /// On a youth's run.
    Run {
        /// The run.
        run: Uuid,
        /// Whose it is.
        youth: Uuid,
        /// The command.
        command: RunCommand,
    },
}
