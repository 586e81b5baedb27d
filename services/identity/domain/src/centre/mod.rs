//! A learning-support centre becomes a tenant, once; and says who decides about its data.
//!
//! Invariant: a centre keeps the name and language it was opened with.

pub mod begin_opening;
pub mod describe_controller;
pub mod open;
pub mod set_breach_rule;

use events::centre::CentreEvent;
use kernel::State;
use serde::{Deserialize, Serialize};

pub use begin_opening::BeginOpening;
pub use describe_controller::DescribeController;
pub use events::centre::KIND;
pub use open::OpenCentre;
pub use set_breach_rule::SetBreachRule;

/// What the rules need to remember, and no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Centre {
    /// No such centre.
    #[default]
    Absent,
    /// A tenant.
    Open,
}

impl State for Centre {
    type Event = CentreEvent;

    const KIND: &'static str = KIND;
    const VERSION: u32 = 1;

    fn evolve(self, event: &CentreEvent) -> Self {
        match event {
            CentreEvent::CentreOpened { .. } => Self::Open,
            CentreEvent::CentreZoneSet { .. }
            | CentreEvent::CentreCountrySet { .. }
            | CentreEvent::CentreLanguagesSet { .. }
            | CentreEvent::ControllerDescribed(_)
            | CentreEvent::BreachRuleSet(_) => self,
        }
    }
}
