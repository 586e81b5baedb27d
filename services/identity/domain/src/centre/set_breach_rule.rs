//! It is said by which rule breaches of a centre's data are judged.

use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
    text::{self, TextError},
};

use super::Centre;
use events::{
    centre::{BreachRule, CentreEvent as Event},
    limits::identity::{SET_BREACH_RULE_HOURS, SET_BREACH_RULE_RECIPIENT},
};

/// Longest name of whoever is told.
pub const RECIPIENT_CHARS_MAX: usize = SET_BREACH_RULE_RECIPIENT.most();

/// Say it. What is known already is judged by the rule of its moment.
#[derive(Clone, Debug)]
pub struct SetBreachRule {
    /// The rule.
    pub rule: BreachRule,
}

/// Why it does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such centre.
    NoSuchCentre,
    /// No hours, or more than a month has.
    Hours,
    /// What whoever is told is called cannot be kept.
    Recipient(TextError),
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        let (field, reason) = match self {
            Self::NoSuchCentre => return Kind::NotFound,
            Self::Hours => ("hours", Reason::UnknownValue),
            Self::Recipient(TextError::Blank) => ("recipient", Reason::Missing),
            Self::Recipient(TextError::TooLong) => ("recipient", Reason::WordsTooLong),
            Self::Recipient(TextError::NotAllowed) => ("recipient", Reason::CharacterNotAllowed),
        };
        Kind::Field(field, reason)
    }
}

impl Decision for SetBreachRule {
    type State = Centre;
    type Refusal = Refusal;

    fn decide(&self, _: &By, centre: &Centre) -> Result<Vec<Event>, Refusal> {
        let BreachRule { hours, threshold, recipient } = self.rule.clone();
        if *centre == Centre::Absent {
            return Err(Refusal::NoSuchCentre);
        }
        if !SET_BREACH_RULE_HOURS.holds(hours) {
            return Err(Refusal::Hours);
        }
        let named = |name: String| text::name(&name, RECIPIENT_CHARS_MAX);
        let recipient = recipient.map(named).transpose().map_err(Refusal::Recipient)?;
        Ok(vec![Event::BreachRuleSet(BreachRule { hours, threshold, recipient })])
    }
}

#[cfg(test)]
mod specs {
    use events::{BreachRisk, Language};
    use kernel::spec::{Given, given};

    use super::*;

    fn rule(hours: u16, recipient: Option<&str>) -> BreachRule {
        let recipient = recipient.map(str::to_owned);
        BreachRule { hours, threshold: BreachRisk::High, recipient }
    }

    fn set(hours: u16, recipient: Option<&str>) -> SetBreachRule {
        SetBreachRule { rule: rule(hours, recipient) }
    }

    fn open() -> Given<Centre> {
        let (name, language) = ("LSC Kempen".to_owned(), Language::Nl);
        given([Event::CentreOpened { name, language, synthetic: true }])
    }

    #[test]
    fn a_law_that_changes_is_a_rule_that_somebody_sets() {
        let spaced = set(96, Some(" One  place "));
        open().when(spaced).then([Event::BreachRuleSet(rule(96, Some("One place")))]);
        open().when(set(48, None)).then([Event::BreachRuleSet(rule(48, None))]);
    }

    #[test]
    fn a_clock_has_an_hour_at_least_and_a_month_at_most() {
        for hours in [0, 721] {
            open().when(set(hours, None)).then_refused(Refusal::Hours);
        }
        for hours in [1, 720] {
            open().when(set(hours, None)).then([Event::BreachRuleSet(rule(hours, None))]);
        }
    }

    #[test]
    fn whoever_is_told_has_a_name_on_one_line_and_the_centre_is_there() {
        let blank = set(72, Some(" "));
        open().when(blank).then_refused(Refusal::Recipient(TextError::Blank));
        let long = set(72, Some(&"a".repeat(RECIPIENT_CHARS_MAX + 1)));
        open().when(long).then_refused(Refusal::Recipient(TextError::TooLong));
        given([]).when(set(72, None)).then_refused(Refusal::NoSuchCentre);
    }
}
