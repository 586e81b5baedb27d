//! A centre left: nothing about anybody there can be read any more.

use std::convert::Infallible;

use events::centre::{CentreEvent as Event, CentreGone};
use kernel::{By, Decision};

use super::Centre;

/// Write down the certificate, once no key is left. After a restore it is said again, without one.
#[derive(Clone, Debug)]
pub struct Leave {
    /// What was counted, and what proves it.
    pub gone: CentreGone,
}

impl Decision for Leave {
    type State = Centre;
    type Refusal = Infallible;

    fn decide(&self, _: &By, centre: &Centre) -> Result<Vec<Event>, Infallible> {
        Ok(match centre {
            Centre::Absent | Centre::Left => vec![],
            // Whatever the log knows: the keys are gone.
            Centre::Open | Centre::Leaving(_) => vec![Event::CentreLeft(self.gone.clone())],
        })
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{agreed, begun, exported, gone, left, opened, wiping},
        *,
    };

    #[test]
    fn a_centre_leaves_once() {
        let leave = Leave { gone: gone() };
        let wiped = [opened(), begun(), agreed(), exported(), wiping()];
        given(wiped).when(leave.clone()).then([left()]);
        given([opened(), left()]).when(leave).then([]);
    }

    #[test]
    fn a_log_from_before_that_knows_nothing_of_it_is_told_again() {
        given([opened()]).when(Leave { gone: gone() }).then([left()]);
    }
}
