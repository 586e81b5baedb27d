//! A centre stays after all.

use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{Centre, Leaving};
use events::centre::CentreEvent as Event;

/// Take the end of a centre back, until everything is being destroyed.
#[derive(Clone, Copy, Debug)]
pub struct WithdrawExit;

/// Why it was not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody began it.
    NotBegun,
    /// Everything is being destroyed, or was.
    Gone,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        Kind::State(match self {
            Self::NotBegun => Reason::ExitNotBegun,
            Self::Gone => Reason::CentreLeaves,
        })
    }
}

impl Decision for WithdrawExit {
    type State = Centre;
    type Refusal = Refusal;

    fn decide(&self, _: &By, centre: &Centre) -> Result<Vec<Event>, Refusal> {
        match centre {
            Centre::Absent | Centre::Open => Err(Refusal::NotBegun),
            Centre::Leaving(Leaving::Wiping) | Centre::Left => Err(Refusal::Gone),
            Centre::Leaving(Leaving::Begun | Leaving::Agreed | Leaving::Exported) => {
                Ok(vec![Event::ExitWithdrawn {}])
            }
        }
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{agreed, begun, exported, left, opened, wiping, withdrawn},
        *,
    };

    #[test]
    fn a_centre_stays_after_all_until_the_first_key_is_destroyed() {
        given([opened(), begun()]).when(WithdrawExit).then([withdrawn()]);
        given([opened(), begun(), agreed()]).when(WithdrawExit).then([withdrawn()]);
        given([opened(), begun(), agreed(), exported()]).when(WithdrawExit).then([withdrawn()]);
        let gone = [opened(), begun(), agreed(), exported(), wiping()];
        given(gone.clone()).when(WithdrawExit).then_refused(Refusal::Gone);
        given([opened(), left()]).when(WithdrawExit).then_refused(Refusal::Gone);
    }

    #[test]
    fn what_nobody_began_is_not_taken_back() {
        given([opened()]).when(WithdrawExit).then_refused(Refusal::NotBegun);
    }
}
