//! An employer whom a centre knows.

pub mod register;

use events::employer::EmployerEvent as Event;
use kernel::State;
use serde::{Deserialize, Serialize};

pub use register::RegisterEmployer;

/// Whether it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Employer {
    /// Nobody wrote it down.
    #[default]
    Absent,
    /// It is.
    Known,
}

impl State for Employer {
    type Event = Event;

    const KIND: &'static str = events::employer::KIND;
    const VERSION: u32 = 1;

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::EmployerRegistered { .. } => Self::Known,
        }
    }
}
