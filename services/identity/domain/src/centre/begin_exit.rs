//! An operator begins the end of a centre.

use jiff::civil::Date;
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::Centre;
use events::centre::CentreEvent as Event;

/// Begin the end of a centre whose agreement is over (GDPR Art. 28(3)(g)). Nothing changes before its lead
/// agrees.
#[derive(Clone, Copy, Debug)]
pub struct BeginExit {
    /// The day on which the agreement ended.
    pub agreement_ended_on: Date,
}

/// Why it was not begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such centre.
    NoSuchCentre,
    /// It was begun already.
    Begun,
    /// The agreement has not ended yet.
    InTheFuture,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NoSuchCentre => Kind::NotFound,
            Self::Begun => Kind::State(Reason::ExitBegun),
            Self::InTheFuture => Kind::Field("agreementEndedOn", Reason::InTheFuture),
        }
    }
}

impl Decision for BeginExit {
    type State = Centre;
    type Refusal = Refusal;

    fn decide(&self, by: &By, centre: &Centre) -> Result<Vec<Event>, Refusal> {
        match centre {
            Centre::Absent => return Err(Refusal::NoSuchCentre),
            Centre::Leaving(_) | Centre::Left => return Err(Refusal::Begun),
            Centre::Open => {}
        }
        if self.agreement_ended_on > by.today {
            return Err(Refusal::InTheFuture);
        }
        Ok(vec![Event::ExitBegun { agreement_ended_on: self.agreement_ended_on }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{AGREEMENT_ENDED_ON, TODAY, begun, left, on, opened},
        *,
    };

    const BEGIN: BeginExit = BeginExit { agreement_ended_on: AGREEMENT_ENDED_ON };

    #[test]
    fn the_end_of_a_centre_is_begun_once_its_agreement_is_over() {
        given([opened()]).by(on(TODAY)).when(BEGIN).then([begun()]);
        let tomorrow = BeginExit { agreement_ended_on: TODAY.tomorrow().unwrap() };
        given([opened()]).by(on(TODAY)).when(tomorrow).then_refused(Refusal::InTheFuture);
    }

    #[test]
    fn it_is_begun_once_and_never_of_a_centre_that_is_not_there() {
        given([opened(), begun()]).by(on(TODAY)).when(BEGIN).then_refused(Refusal::Begun);
        given([opened(), left()]).by(on(TODAY)).when(BEGIN).then_refused(Refusal::Begun);
        given([]).by(on(TODAY)).when(BEGIN).then_refused(Refusal::NoSuchCentre);
    }
}
