//! A learning-support centre becomes a tenant, once; says who decides about its data; and leaves.
//!
//! Invariant: a centre keeps the name and language it was opened with. Nothing of it is destroyed before its
//! lead agreed and everything was exported.

pub mod agree_to_exit;
pub mod begin_departure;
pub mod begin_exit;
pub mod begin_opening;
pub mod begin_wipe;
pub mod describe_controller;
#[cfg(test)]
mod examples;
pub mod leave;
pub mod open;
pub mod record_export;
pub mod set_breach_rule;
pub mod set_retention_term;
pub mod withdraw_exit;

use events::centre::CentreEvent;
use kernel::State;
use serde::{Deserialize, Serialize};

pub use agree_to_exit::AgreeToExit;
pub use begin_departure::BeginDeparture;
pub use begin_exit::BeginExit;
pub use begin_opening::BeginOpening;
pub use begin_wipe::BeginWipe;
pub use describe_controller::DescribeController;
pub use events::centre::KIND;
pub use leave::Leave;
pub use open::OpenCentre;
pub use record_export::RecordExport;
pub use set_breach_rule::SetBreachRule;
pub use set_retention_term::SetRetentionTerm;
pub use withdraw_exit::WithdrawExit;

/// What the rules need to remember, and no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Centre {
    /// No such centre.
    #[default]
    Absent,
    /// A tenant.
    Open,
    /// Its end was begun.
    Leaving(Leaving),
    /// No key of it is left.
    Left,
}

/// How far the end of a centre is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Leaving {
    /// An operator began it.
    Begun,
    /// Its lead agreed: nothing is changed any more.
    Agreed,
    /// Everything was exported.
    Exported,
    /// Keys are being destroyed.
    Wiping,
}

impl State for Centre {
    type Event = CentreEvent;

    const KIND: &'static str = KIND;
    const VERSION: u32 = 2;

    fn evolve(self, event: &CentreEvent) -> Self {
        match event {
            CentreEvent::CentreOpened { .. } | CentreEvent::ExitWithdrawn {} => Self::Open,
            CentreEvent::ExitBegun { .. } => Self::Leaving(Leaving::Begun),
            CentreEvent::ExitAgreed {} => Self::Leaving(Leaving::Agreed),
            CentreEvent::CentreExported(_) => Self::Leaving(Leaving::Exported),
            CentreEvent::WipeBegun {} => Self::Leaving(Leaving::Wiping),
            CentreEvent::CentreLeft(_) => Self::Left,
            CentreEvent::CentreZoneSet { .. }
            | CentreEvent::CentreCountrySet { .. }
            | CentreEvent::CentreLanguagesSet { .. }
            | CentreEvent::ControllerDescribed(_)
            | CentreEvent::BreachRuleSet(_)
            | CentreEvent::RetentionTermSet { .. } => self,
        }
    }
}
