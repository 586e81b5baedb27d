//! The term for which everything about a youth is kept is over.

use events::{RetentionClass, rights::RightsEvent as Event};
use jiff::civil::Date;
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::Rights;

/// Say that it is over: the first step of the erasure. That it is, whoever gives the command has looked up.
#[derive(Clone, Copy, Debug)]
pub struct EndTerm {
    /// What was kept.
    pub class: RetentionClass,
    /// The day from which the term was counted.
    pub since: Date,
    /// Of how many months it was.
    pub months: u16,
}

/// Why it is kept all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is erased already.
    NothingThere,
    /// Something holds it (GDPR Art. 17(3)).
    OnHold,
    /// The youth wants it kept and not used (Art. 18(1)(b) to (d)).
    Restricted,
    /// The youth asked for something, and gets an answer first (Art. 12(3)).
    RequestOpen,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        Kind::State(match self {
            Self::NothingThere => return Kind::NotFound,
            Self::OnHold => Reason::OnHold,
            Self::Restricted => Reason::DataRestricted,
            Self::RequestOpen => Reason::RequestOpen,
        })
    }
}

impl Decision for EndTerm {
    type State = Rights;
    type Refusal = Refusal;

    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, Refusal> {
        if rights.gone {
            return Err(Refusal::NothingThere);
        }
        if rights.is_held(by.today) {
            return Err(Refusal::OnHold);
        }
        if rights.restricted.is_some() {
            return Err(Refusal::Restricted);
        }
        if !rights.open.is_empty() {
            return Err(Refusal::RequestOpen);
        }
        let Self { class, since, months } = *self;
        Ok(vec![Event::TermEnded { class, since, months }])
    }
}

#[cfg(test)]
mod specs {
    use events::{DataRight, LiftReason};
    use jiff::civil::date;
    use kernel::spec::given;

    use super::{
        super::examples::{REQUEST, TODAY, asked, granted, held, made, on, released, withdrawn},
        *,
    };

    const SINCE: Date = date(2017, 3, 8);

    const END: EndTerm = EndTerm { class: RetentionClass::CoachingFile, since: SINCE, months: 120 };

    fn ended() -> Event {
        Event::TermEnded { class: RetentionClass::CoachingFile, since: SINCE, months: 120 }
    }

    #[test]
    fn a_term_that_is_over_ends_once() {
        given([]).by(on(TODAY)).when(END).then([ended()]);
        given([ended()]).by(on(TODAY)).when(END).then_refused(Refusal::NothingThere);
    }

    #[test]
    fn what_something_holds_is_kept_beyond_its_term() {
        given([held(None)]).by(on(TODAY)).when(END).then_refused(Refusal::OnHold);
        given([held(None), released()]).by(on(TODAY)).when(END).then([ended()]);
        let tomorrow = on(TODAY.tomorrow().unwrap());
        given([held(Some(TODAY))]).by(tomorrow).when(END).then([ended()]);
    }

    #[test]
    fn what_a_youth_asked_is_answered_first() {
        asked([]).when(END).then_refused(Refusal::RequestOpen);
        asked([withdrawn()]).when(END).then([ended()]);
    }

    #[test]
    fn what_a_youth_wants_kept_and_not_used_is_kept() {
        let restricted = || {
            let begins = Event::ProcessingRestricted { request: REQUEST };
            [made(DataRight::Restriction), granted(), begins]
        };
        given(restricted()).by(on(TODAY)).when(END).then_refused(Refusal::Restricted);
        let reason = LiftReason::PersonAgreed;
        let lifted = Event::RestrictionLifted { request: REQUEST, reason };
        given(restricted().into_iter().chain([lifted])).by(on(TODAY)).when(END).then([ended()]);
    }
}
