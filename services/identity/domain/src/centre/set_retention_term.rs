//! It is said how long a class of what a centre keeps is kept.

use events::{
    RetentionClass, centre::CentreEvent as Event, centre::RetentionTerm,
    limits::identity::SET_RETENTION_TERM_MONTHS,
};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::Centre;

/// Say it. It counts for what is kept already, too.
#[derive(Clone, Copy, Debug)]
pub struct SetRetentionTerm {
    /// The class.
    pub class: RetentionClass,
    /// Its term.
    pub term: RetentionTerm,
}

/// Why it does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such centre.
    NoSuchCentre,
    /// Shorter than [`months_least`], or longer than thirty years: the age to which the longest file of a pupil is
    /// kept.
    OutOfRange,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NoSuchCentre => Kind::NotFound,
            Self::OutOfRange => Kind::Field("months", Reason::TermOutOfRange),
        }
    }
}

/// The shortest term of a class, months. Of what somebody may come back to it is a year, so that a wrong number
/// erases nobody who was away for a summer.
pub fn months_least(class: RetentionClass) -> u16 {
    match class {
        RetentionClass::CoachingFile | RetentionClass::BreachFile => 12,
        RetentionClass::NeverTrajectory => 1,
    }
}

impl Decision for SetRetentionTerm {
    type State = Centre;
    type Refusal = Refusal;

    fn decide(&self, _: &By, centre: &Centre) -> Result<Vec<Event>, Refusal> {
        let Self { class, term: RetentionTerm { months, run } } = *self;
        if *centre == Centre::Absent {
            return Err(Refusal::NoSuchCentre);
        }
        if !SET_RETENTION_TERM_MONTHS.holds(months) || months < months_least(class) {
            return Err(Refusal::OutOfRange);
        }
        Ok(vec![Event::RetentionTermSet { class, months, run }])
    }
}

#[cfg(test)]
mod specs {
    use events::{Code as _, Language, RetentionRun, centre::retention_of};
    use kernel::spec::{Given, given};

    use super::*;

    const RUN: RetentionRun = RetentionRun::Automatic;

    fn open() -> Given<Centre> {
        let (name, language) = ("LSC Kempen".to_owned(), Language::Nl);
        given([Event::CentreOpened { name, language, synthetic: true }])
    }

    fn set(class: RetentionClass, months: u16) -> SetRetentionTerm {
        SetRetentionTerm { class, term: RetentionTerm { months, run: RUN } }
    }

    #[test]
    fn a_centre_says_how_long_it_keeps_something_and_whether_somebody_confirms_the_end() {
        let class = RetentionClass::CoachingFile;
        let said = Event::RetentionTermSet { class, months: 60, run: RUN };
        open().when(set(class, 60)).then([said]);
    }

    #[test]
    fn a_term_has_a_least_of_its_class_and_thirty_years_at_most() {
        for class in RetentionClass::ALL.iter().copied() {
            let least = months_least(class);
            open().when(set(class, least - 1)).then_refused(Refusal::OutOfRange);
            open().when(set(class, 361)).then_refused(Refusal::OutOfRange);
            for months in [least, 360] {
                let said = Event::RetentionTermSet { class, months, run: RUN };
                open().when(set(class, months)).then([said]);
            }
        }
    }

    #[test]
    fn what_is_proposed_could_be_said_and_waits_for_somebody() {
        for class in RetentionClass::ALL.iter().copied() {
            let term = retention_of(class);
            let RetentionTerm { months, run } = term;
            assert_eq!(run, RetentionRun::AfterConfirmation);
            let said = Event::RetentionTermSet { class, months, run };
            open().when(SetRetentionTerm { class, term }).then([said]);
        }
    }

    #[test]
    fn a_centre_that_never_opened_keeps_nothing() {
        given([]).when(set(RetentionClass::BreachFile, 60)).then_refused(Refusal::NoSuchCentre);
    }
}
