//! A breach is known.

use events::{
    BreachCause, BreachKind, SupervisoryAuthority, breach::BreachEvent as Event, centre::BreachRule,
};
use jiff::Timestamp;
use kernel::{
    By, Decision, Role,
    refusal::{self, Kind},
};
use uuid::Uuid;

use super::{Breach, WrongMoment, between, said};
use crate::rights::WrongWords;

/// Report it. What is reported already is reported once.
#[derive(Clone, Debug)]
pub struct ReportBreach {
    /// What happened to the data.
    pub kind: BreachKind,
    /// How it came about.
    pub cause: BreachCause,
    /// When it happened or began, if somebody knows.
    pub began: Option<Timestamp>,
    /// Since when whoever reports it knows of it.
    pub known: Timestamp,
    /// Whose device, card or account it is about, if it is one.
    pub whose: Option<Uuid>,
    /// By which rule it is judged.
    pub rule: BreachRule,
    /// The authority of the country.
    pub authority: SupervisoryAuthority,
    /// What happened, in words.
    pub words: Option<String>,
    /// Now.
    pub now: Timestamp,
}

/// Why a breach was not taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody can know of it since then.
    Known(WrongMoment),
    /// It cannot have begun then.
    Began(WrongMoment),
    /// The words cannot be kept.
    Words(WrongWords),
}

impl From<WrongWords> for Refusal {
    fn from(wrong: WrongWords) -> Self {
        Self::Words(wrong)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::Known(wrong) => wrong.refusal("knownAt"),
            Self::Began(wrong) => wrong.refusal("beganAt"),
            Self::Words(wrong) => wrong.refusal("words"),
        }
    }
}

impl Decision for ReportBreach {
    type State = Breach;
    type Refusal = Refusal;

    /// Whoever works on the data for the centre tells the centre (Art. 33(2)): the centre knows from then
    /// on, and since when the other one knew is written down beside it.
    fn decide(&self, by: &By, breach: &Breach) -> Result<Vec<Event>, Refusal> {
        let words = said(self.words.as_deref())?;
        let Self { kind, cause, began, known: knew, whose, authority, now, .. } = *self;
        if breach.reported().is_some() {
            return Ok(vec![]);
        }
        let earliest = began.unwrap_or(Timestamp::MIN);
        between(Timestamp::MIN, earliest, now).map_err(Refusal::Began)?;
        between(earliest, knew, now).map_err(Refusal::Known)?;
        let by_processor = by.role == Role::Operator;
        let known = if by_processor { now } else { knew };
        let BreachRule { hours, threshold, recipient } = self.rule.clone();
        let reported = Event::BreachReported {
            kind,
            cause,
            began,
            known,
            whose,
            hours,
            threshold,
            authority,
            recipient,
            words,
        };
        let informed = by_processor.then_some(Event::ControllerInformed { knew });
        Ok([reported].into_iter().chain(informed).collect())
    }
}

#[cfg(test)]
mod specs {
    use events::BreachRisk;
    use kernel::{Personal, spec::given};

    use super::{
        super::{
            WORDS_CHARS_MAX,
            examples::{KNOWN, after, at, by, known, known_by_rule, report, rule},
        },
        *,
    };

    const LATER: &str = "2027-03-09T10:00:00Z";

    #[test]
    fn a_breach_is_judged_by_the_rule_of_the_moment_at_which_it_is_known() {
        given([]).by(by(Role::Lead)).when(report(KNOWN)).then([known()]);
        let other = ReportBreach { rule: rule(96, BreachRisk::High), ..report(LATER) };
        given([]).by(by(Role::Lead)).when(other).then([known_by_rule(KNOWN, 96, BreachRisk::High)]);
    }

    #[test]
    fn what_is_reported_twice_is_reported_once() {
        after([]).when(report(LATER)).then([]);
    }

    #[test]
    fn what_the_platform_found_is_known_to_the_centre_from_when_it_is_told() {
        let told = known_by_rule(LATER, 72, BreachRisk::Risk);
        let informed = Event::ControllerInformed { knew: at(KNOWN) };
        given([]).by(by(Role::Operator)).when(report(LATER)).then([told, informed]);
    }

    #[test]
    fn nobody_knows_of_what_is_still_to_come_or_before_it_happened() {
        let lead = || given([]).by(by(Role::Lead));
        let wrong = |known: &str, began: Option<&str>| ReportBreach {
            known: at(known),
            began: began.map(at),
            ..report(LATER)
        };
        let future = "2027-03-09T10:00:00.000001Z";
        lead().when(wrong(future, None)).then_refused(Refusal::Known(WrongMoment::InTheFuture));
        lead()
            .when(wrong(LATER, Some(future)))
            .then_refused(Refusal::Began(WrongMoment::InTheFuture));
        let before = Refusal::Known(WrongMoment::BeforeWhatComesFirst);
        lead().when(wrong(KNOWN, Some("2027-03-09T08:15:01Z"))).then_refused(before);
    }

    #[test]
    fn it_may_be_known_at_the_moment_at_which_it_happens() {
        let seen = ReportBreach { began: Some(at(KNOWN)), ..report(KNOWN) };
        let Event::BreachReported { kind, cause, known, whose, hours, .. } = known() else {
            panic!("a report");
        };
        let (threshold, authority) = (BreachRisk::Risk, SupervisoryAuthority::Belgian);
        let (began, recipient) = (Some(known), None);
        let words = None;
        given([]).by(by(Role::Lead)).when(seen).then([Event::BreachReported {
            kind,
            cause,
            began,
            known,
            whose,
            hours,
            threshold,
            authority,
            recipient,
            words,
        }]);
    }

    #[test]
    fn what_happened_may_be_told_in_words_that_have_a_longest_length() {
        let saying = |words: &str| ReportBreach { words: Some(words.to_owned()), ..report(KNOWN) };
        let long = "a".repeat(WORDS_CHARS_MAX + 1);
        given([]).when(saying(&long)).then_refused(WrongWords::TooLong);
        let said = |event| match event {
            Event::BreachReported { words, .. } => words,
            other => panic!("{other:?}"),
        };
        let events = saying(" On the train. ").decide(&by(Role::Lead), &Breach::default()).unwrap();
        let words = events.into_iter().map(said).collect::<Vec<_>>();
        assert_eq!(words, [Some(Personal::Open("On the train.".to_owned()))]);
    }
}
