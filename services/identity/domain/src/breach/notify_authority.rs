//! The authority was told of a breach.

use events::{BreachDelay, breach::BreachEvent as Event};
use jiff::Timestamp;
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{Breach, NotOpen, WrongMoment, between, said};
use crate::rights::WrongWords;

/// Write down that it was told; again when it was told more (Art. 33(4)).
#[derive(Clone, Debug)]
pub struct NotifyAuthority {
    /// When.
    pub at: Timestamp,
    /// Why only after the clock ran out.
    pub delay: Option<BreachDelay>,
    /// The number under which the authority keeps it.
    pub reference: Option<String>,
    /// Now.
    pub now: Timestamp,
}

/// Why it was not taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing more can be done about it.
    NotOpen(NotOpen),
    /// It cannot have been told then.
    At(WrongMoment),
    /// It is late, and nobody said why (Art. 33(1)).
    DelayNotExplained,
    /// The number cannot be kept.
    Reference(WrongWords),
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

impl From<WrongWords> for Refusal {
    fn from(wrong: WrongWords) -> Self {
        Self::Reference(wrong)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(why) => why.refusal(),
            Self::At(wrong) => wrong.refusal("at"),
            Self::DelayNotExplained => Kind::Field("delay", Reason::Missing),
            Self::Reference(wrong) => wrong.refusal("reference"),
        }
    }
}

impl Decision for NotifyAuthority {
    type State = Breach;
    type Refusal = Refusal;

    /// The clock stops with the first time. What is told in time needs no reason.
    fn decide(&self, _: &By, breach: &Breach) -> Result<Vec<Event>, Refusal> {
        let reference = said(self.reference.as_deref())?;
        let Self { at, delay, now, .. } = *self;
        let reported = breach.open()?;
        between(reported.known, at, now)?;
        let late = breach.notified().is_none() && at > reported.due;
        if late && delay.is_none() {
            return Err(Refusal::DelayNotExplained);
        }
        let delay = delay.filter(|_| late);
        Ok(vec![Event::AuthorityNotified { at, delay, reference }])
    }
}

#[cfg(test)]
mod specs {
    use super::{
        super::examples::{DUE, KNOWN, after, at, closed, notified},
        *,
    };

    const LATE: &str = "2027-03-12T08:15:00.000001Z";

    fn notify(moment: &str, delay: Option<BreachDelay>) -> NotifyAuthority {
        let now = at("2027-03-20T00:00:00Z");
        NotifyAuthority { at: at(moment), delay, reference: None, now }
    }

    #[test]
    fn who_tells_within_the_last_hour_is_in_time() {
        for moment in [KNOWN, "2027-03-12T08:14:59.999999Z", DUE] {
            after([]).when(notify(moment, None)).then([notified(moment)]);
        }
    }

    #[test]
    fn who_tells_later_says_why() {
        after([]).when(notify(LATE, None)).then_refused(Refusal::DelayNotExplained);
        let delay = Some(BreachDelay::Investigation);
        let late = Event::AuthorityNotified { at: at(LATE), delay, reference: None };
        after([]).when(notify(LATE, delay)).then([late]);
    }

    #[test]
    fn a_reason_for_a_delay_that_there_is_not_is_not_kept() {
        after([]).when(notify(DUE, Some(BreachDelay::ToldLate))).then([notified(DUE)]);
    }

    #[test]
    fn what_is_told_in_time_can_be_told_more_fully_later() {
        after([notified(DUE)]).when(notify(LATE, None)).then([notified(LATE)]);
    }

    #[test]
    fn nothing_is_told_before_it_is_known_or_after_now_or_once_it_is_closed() {
        let before = notify("2027-03-09T08:14:59Z", None);
        after([]).when(before).then_refused(WrongMoment::BeforeWhatComesFirst);
        let future = notify("2027-03-20T00:00:01Z", Some(BreachDelay::NotReached));
        after([]).when(future).then_refused(WrongMoment::InTheFuture);
        after([closed()]).when(notify(DUE, None)).then_refused(NotOpen::Closed);
    }
}
