//! A centre agrees to its end.

use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{Centre, Leaving};
use events::centre::CentreEvent as Event;

/// Agree that the centre leaves, in the name of whoever decides about its data. From then on nothing is changed.
#[derive(Clone, Copy, Debug)]
pub struct AgreeToExit;

/// Nobody began it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotBegun;

impl refusal::Refusal for NotBegun {
    fn refusal(&self) -> Kind {
        Kind::State(Reason::ExitNotBegun)
    }
}

impl Decision for AgreeToExit {
    type State = Centre;
    type Refusal = NotBegun;

    fn decide(&self, _: &By, centre: &Centre) -> Result<Vec<Event>, NotBegun> {
        match centre {
            Centre::Absent | Centre::Open => Err(NotBegun),
            Centre::Leaving(Leaving::Begun) => Ok(vec![Event::ExitAgreed {}]),
            Centre::Leaving(_) | Centre::Left => Ok(vec![]),
        }
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{agreed, begun, opened, withdrawn},
        *,
    };

    #[test]
    fn who_decides_about_the_data_agrees_once() {
        given([opened(), begun()]).when(AgreeToExit).then([agreed()]);
        given([opened(), begun(), agreed()]).when(AgreeToExit).then([]);
    }

    #[test]
    fn what_nobody_began_or_was_taken_back_nobody_agrees_to() {
        given([opened()]).when(AgreeToExit).then_refused(NotBegun);
        given([opened(), begun(), withdrawn()]).when(AgreeToExit).then_refused(NotBegun);
    }
}
