//! The keys of a centre are being destroyed: from here there is no way back.

use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{Centre, Leaving};
use events::centre::CentreEvent as Event;

/// Say that everything is destroyed now: the first step of it.
#[derive(Clone, Copy, Debug)]
pub struct BeginWipe;

/// Why nothing is destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The centre did not agree.
    NotAgreed,
    /// Nobody has an export of it.
    NotExported,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        Kind::State(match self {
            Self::NotAgreed => Reason::ExitNotAgreed,
            Self::NotExported => Reason::ExitNotExported,
        })
    }
}

impl BeginWipe {
    /// Whether it is refused. Twice is once.
    ///
    /// # Errors
    ///
    /// See [`Refusal`].
    pub fn check(centre: Centre) -> Result<(), Refusal> {
        match centre {
            Centre::Absent | Centre::Open | Centre::Leaving(Leaving::Begun) => {
                Err(Refusal::NotAgreed)
            }
            Centre::Leaving(Leaving::Agreed) => Err(Refusal::NotExported),
            Centre::Leaving(Leaving::Exported | Leaving::Wiping) | Centre::Left => Ok(()),
        }
    }
}

impl Decision for BeginWipe {
    type State = Centre;
    type Refusal = Refusal;

    fn decide(&self, _: &By, centre: &Centre) -> Result<Vec<Event>, Refusal> {
        Self::check(*centre)?;
        let begins = *centre == Centre::Leaving(Leaving::Exported);
        Ok(if begins { vec![Event::WipeBegun {}] } else { vec![] })
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{agreed, begun, exported, opened, wiping, withdrawn},
        *,
    };

    #[test]
    fn nothing_is_destroyed_that_nobody_agreed_to_or_that_was_not_returned() {
        given([opened()]).when(BeginWipe).then_refused(Refusal::NotAgreed);
        given([opened(), begun()]).when(BeginWipe).then_refused(Refusal::NotAgreed);
        given([opened(), begun(), agreed()]).when(BeginWipe).then_refused(Refusal::NotExported);
        let back = [opened(), begun(), agreed(), exported(), withdrawn()];
        given(back).when(BeginWipe).then_refused(Refusal::NotAgreed);
    }

    #[test]
    fn it_begins_once() {
        given([opened(), begun(), agreed(), exported()]).when(BeginWipe).then([wiping()]);
        given([opened(), begun(), agreed(), exported(), wiping()]).when(BeginWipe).then([]);
    }
}
