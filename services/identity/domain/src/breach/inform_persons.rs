//! Those whose data a breach is about were told.

use events::{InformedHow, breach::BreachEvent as Event};
use jiff::Timestamp;
use kernel::{
    By, Decision,
    refusal::{self, Kind},
};

use super::{Breach, NotOpen, WrongMoment, between};

/// Write down that they were told (Art. 34).
#[derive(Clone, Copy, Debug)]
pub struct InformPersons {
    /// When.
    pub at: Timestamp,
    /// How.
    pub how: InformedHow,
    /// Now.
    pub now: Timestamp,
}

/// Why it was not taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing more can be done about it.
    NotOpen(NotOpen),
    /// They cannot have been told then.
    At(WrongMoment),
}

impl From<NotOpen> for Refusal {
    fn from(why: NotOpen) -> Self {
        Self::NotOpen(why)
    }
}

impl From<WrongMoment> for Refusal {
    fn from(wrong: WrongMoment) -> Self {
        Self::At(wrong)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(why) => why.refusal(),
            Self::At(wrong) => wrong.refusal("at"),
        }
    }
}

impl Decision for InformPersons {
    type State = Breach;
    type Refusal = Refusal;

    fn decide(&self, _: &By, breach: &Breach) -> Result<Vec<Event>, Refusal> {
        let Self { at, how, now } = *self;
        between(breach.open()?.known, at, now)?;
        Ok(vec![Event::PersonsInformed { at, how }])
    }
}

#[cfg(test)]
mod specs {
    use super::{
        super::examples::{DUE, KNOWN, after, at, closed, informed},
        *,
    };

    fn inform(moment: &str) -> InformPersons {
        InformPersons { at: at(moment), how: InformedHow::Conversation, now: at(DUE) }
    }

    #[test]
    fn those_whose_data_it_is_are_told_once_it_is_known_and_again() {
        after([]).when(inform(KNOWN)).then([informed(KNOWN)]);
        after([informed(KNOWN)]).when(inform(DUE)).then([informed(DUE)]);
    }

    #[test]
    fn nobody_is_told_before_it_is_known_or_after_now_or_once_it_is_closed() {
        let before = WrongMoment::BeforeWhatComesFirst;
        after([]).when(inform("2027-03-09T08:14:59Z")).then_refused(before);
        let future = WrongMoment::InTheFuture;
        after([]).when(inform("2027-03-12T08:15:01Z")).then_refused(future);
        after([closed()]).when(inform(DUE)).then_refused(NotOpen::Closed);
    }
}
