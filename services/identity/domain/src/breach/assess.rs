//! It is judged what a breach can mean for those whose data it is.

use std::collections::BTreeSet;

use events::{
    BreachRisk, BreachedData, breach::BreachEvent as Event, limits::identity::ASSESS_BREACH_PEOPLE,
};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{Breach, NotOpen, said};
use crate::rights::WrongWords;

/// Judge it; again when more is known.
#[derive(Clone, Debug)]
pub struct AssessBreach {
    /// What it can mean.
    pub risk: BreachRisk,
    /// Which data it is about.
    pub data: BTreeSet<BreachedData>,
    /// Of about how many people.
    pub people: u32,
    /// Why, in words.
    pub words: Option<String>,
}

/// Why it was not taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing more can be done about it.
    NotOpen(NotOpen),
    /// More people than there can be.
    People,
    /// The words cannot be kept.
    Words(WrongWords),
}

impl From<NotOpen> for Refusal {
    fn from(why: NotOpen) -> Self {
        Self::NotOpen(why)
    }
}

impl From<WrongWords> for Refusal {
    fn from(wrong: WrongWords) -> Self {
        Self::Words(wrong)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(why) => why.refusal(),
            Self::People => Kind::Field("people", Reason::UnknownValue),
            Self::Words(wrong) => wrong.refusal("words"),
        }
    }
}

impl Decision for AssessBreach {
    type State = Breach;
    type Refusal = Refusal;

    fn decide(&self, _: &By, breach: &Breach) -> Result<Vec<Event>, Refusal> {
        let words = said(self.words.as_deref())?;
        breach.open()?;
        let Self { risk, data, people, .. } = self.clone();
        if !ASSESS_BREACH_PEOPLE.holds(people) {
            return Err(Refusal::People);
        }
        Ok(vec![Event::BreachAssessed { risk, data: data.into_iter().collect(), people, words }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{after, assessed, closed},
        *,
    };

    fn assess(risk: BreachRisk) -> AssessBreach {
        AssessBreach { risk, data: BTreeSet::new(), people: 1, words: None }
    }

    #[test]
    fn what_it_can_mean_is_judged_again_when_more_is_known() {
        after([]).when(assess(BreachRisk::None)).then([assessed(BreachRisk::None)]);
        let before = after([assessed(BreachRisk::None)]);
        before.when(assess(BreachRisk::High)).then([assessed(BreachRisk::High)]);
    }

    #[test]
    fn it_is_about_fewer_people_than_a_country_has() {
        let many = AssessBreach { people: 1_000_001, ..assess(BreachRisk::Risk) };
        after([]).when(many).then_refused(Refusal::People);
    }

    #[test]
    fn what_is_closed_or_was_never_reported_is_not_judged() {
        after([closed()]).when(assess(BreachRisk::Risk)).then_refused(NotOpen::Closed);
        given([]).when(assess(BreachRisk::Risk)).then_refused(NotOpen::NotReported);
    }
}
