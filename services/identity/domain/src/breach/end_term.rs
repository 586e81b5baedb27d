//! The term for which the file of a breach is kept is over.

use events::breach::BreachEvent as Event;
use jiff::civil::Date;
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::Breach;

/// Say that it is over: the first step of erasing its words. That it is, whoever gives the command has looked up.
#[derive(Clone, Copy, Debug)]
pub struct EndBreachTerm {
    /// The day on which it was closed.
    pub since: Date,
    /// Of how many months the term was.
    pub months: u16,
}

/// Why it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is none, or it is erased already.
    NothingThere,
    /// It is not closed: its term did not begin.
    NotClosed,
    /// Something holds it.
    OnHold,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NothingThere => Kind::NotFound,
            Self::NotClosed => Kind::State(Reason::TermNotOver),
            Self::OnHold => Kind::State(Reason::OnHold),
        }
    }
}

impl Decision for EndBreachTerm {
    type State = Breach;
    type Refusal = Refusal;

    fn decide(&self, by: &By, breach: &Breach) -> Result<Vec<Event>, Refusal> {
        if breach.reported.is_none() || breach.gone {
            return Err(Refusal::NothingThere);
        }
        if !breach.closed {
            return Err(Refusal::NotClosed);
        }
        if breach.is_held(by.today) {
            return Err(Refusal::OnHold);
        }
        let Self { since, months } = *self;
        Ok(vec![Event::BreachTermEnded { since, months }])
    }
}

#[cfg(test)]
mod specs {
    use jiff::civil::date;
    use kernel::spec::given;

    use super::{
        super::examples::{after, closed, ended, held},
        *,
    };

    const END: EndBreachTerm = EndBreachTerm { since: date(2027, 4, 1), months: 60 };

    #[test]
    fn the_file_of_a_closed_breach_ends_once() {
        after([closed()]).when(END).then([ended()]);
        after([closed(), ended()]).when(END).then_refused(Refusal::NothingThere);
    }

    #[test]
    fn an_open_breach_has_no_term_and_one_that_is_held_outlives_it() {
        after([]).when(END).then_refused(Refusal::NotClosed);
        after([closed(), held()]).when(END).then_refused(Refusal::OnHold);
        let lifted = Event::BreachHoldLifted {};
        after([closed(), held(), lifted]).when(END).then([ended()]);
        given([]).when(END).then_refused(Refusal::NothingThere);
    }
}
