//! A breach of a centre's personal data: known, judged, told to the authority and to those whose data it is,
//! in time, and closed (GDPR Art. 33, 34).
//!
//! Invariant: by which rule a breach is judged is said when it is known and stays; a clock counts hours
//! between moments; what was not told is closed with a ground that the law knows.

pub mod assess;
pub mod close;
pub mod end_term;
#[cfg(test)]
mod examples;
pub mod inform_persons;
pub mod lift_hold;
pub mod notify_authority;
pub mod place_hold;
pub mod report;
pub mod take_measure;

use events::{
    BreachRisk, BreachState, breach::BreachEvent as Event, centre::BreachRule,
    limits::identity::REPORT_BREACH_WORDS,
};
use jiff::{Timestamp, civil::Date};
use kernel::{
    Personal, Reason, State,
    refusal::{Kind, Refusal},
};
use serde::{Deserialize, Serialize};

pub use assess::AssessBreach;
pub use close::CloseBreach;
pub use end_term::EndBreachTerm;
pub use events::breach::KIND;
pub use inform_persons::InformPersons;
pub use lift_hold::LiftBreachHold;
pub use notify_authority::NotifyAuthority;
pub use place_hold::PlaceBreachHold;
pub use report::ReportBreach;
pub use take_measure::TakeMeasure;

use crate::{
    hold::Hold,
    rights::{self, WrongWords},
};

/// Longest words, characters.
pub const WORDS_CHARS_MAX: usize = REPORT_BREACH_WORDS.most();

/// What the rules need to know of a breach; also what a list tells of its clock.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breach {
    reported: Option<Reported>,
    risk: Option<BreachRisk>,
    notified: Option<Timestamp>,
    informed: Option<Timestamp>,
    closed: bool,
    /// What was placed last and not lifted.
    hold: Option<Hold>,
    /// Whether its words are being erased, or were.
    gone: bool,
}

/// A breach that is known, and the rule of that moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// Since when the centre knows of it.
    pub known: Timestamp,
    /// By when the authority has to know.
    pub due: Timestamp,
    /// From which risk on.
    pub threshold: BreachRisk,
}

impl State for Breach {
    type Event = Event;

    const KIND: &'static str = KIND;
    const VERSION: u32 = 2;

    fn evolve(mut self, event: &Event) -> Self {
        match *event {
            Event::BreachReported { known, hours, threshold, .. } => {
                let due = BreachRule::due(hours, known);
                self.reported = Some(Reported { known, due, threshold });
            }
            Event::BreachAssessed { risk, .. } => self.risk = Some(risk),
            Event::AuthorityNotified { at, .. } => {
                self.notified.get_or_insert(at);
            }
            Event::PersonsInformed { at, .. } => {
                self.informed.get_or_insert(at);
            }
            Event::BreachClosed { .. } => self.closed = true,
            Event::BreachHoldPlaced { ground, until } => self.hold = Some(Hold { ground, until }),
            Event::BreachHoldLifted {} => self.hold = None,
            Event::BreachTermEnded { .. } => self.gone = true,
            Event::ControllerInformed { .. } | Event::BreachMeasureTaken { .. } => {}
        }
        self
    }
}

impl Breach {
    /// Since when it is known, and by when it has to be told; `None` if nobody reported it.
    pub fn reported(&self) -> Option<Reported> {
        self.reported
    }

    /// What it can mean, once somebody judged it.
    pub fn risk(&self) -> Option<BreachRisk> {
        self.risk
    }

    /// When the authority was told first.
    pub fn notified(&self) -> Option<Timestamp> {
        self.notified
    }

    /// When those whose data it is were told first.
    pub fn informed(&self) -> Option<Timestamp> {
        self.informed
    }

    /// How far it is.
    pub fn state(&self) -> BreachState {
        match (self.closed, self.notified) {
            (true, _) => BreachState::Closed,
            (false, Some(_)) => BreachState::Notified,
            (false, None) if self.is_below_threshold() => BreachState::NotRequired,
            (false, None) => BreachState::Running,
        }
    }

    /// Whether the clock ran out before this moment, and nobody told the authority.
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        self.state() == BreachState::Running && self.reported.is_some_and(|it| it.due < now)
    }

    /// Whether something holds its file on this day.
    fn is_held(&self, today: Date) -> bool {
        self.hold.is_some_and(|hold| hold.stands(today))
    }

    /// What nobody judged yet may be anything.
    fn is_below_threshold(&self) -> bool {
        let pair = self.risk.zip(self.reported);
        pair.is_some_and(|(risk, reported)| risk < reported.threshold)
    }

    /// What was reported, while something can still be done about it.
    fn open(&self) -> Result<Reported, NotOpen> {
        match self.reported {
            None => Err(NotOpen::NotReported),
            Some(_) if self.closed => Err(NotOpen::Closed),
            Some(reported) => Ok(reported),
        }
    }
}

/// Why nothing more can be done about a breach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpen {
    /// There is none.
    NotReported,
    /// It is closed.
    Closed,
}

impl Refusal for NotOpen {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotReported => Kind::NotFound,
            Self::Closed => Kind::State(Reason::BreachClosed),
        }
    }
}

/// Why a moment is not one at which something can have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongMoment {
    /// It is still to come.
    InTheFuture,
    /// Something else has to come first.
    BeforeWhatComesFirst,
}

impl WrongMoment {
    fn refusal(self, field: &'static str) -> Kind {
        let reason = match self {
            Self::InTheFuture => Reason::InTheFuture,
            Self::BeforeWhatComesFirst => Reason::BeforeWhatComesFirst,
        };
        Kind::Field(field, reason)
    }
}

/// A moment after another one that is not still to come.
fn between(first: Timestamp, at: Timestamp, now: Timestamp) -> Result<(), WrongMoment> {
    if at > now {
        return Err(WrongMoment::InTheFuture);
    }
    if at < first {
        return Err(WrongMoment::BeforeWhatComesFirst);
    }
    Ok(())
}

/// What somebody wrote, if there is anything to read in it: as with requests.
fn said(words: Option<&str>) -> Result<Option<Personal<String>>, WrongWords> {
    rights::said(words)
}

#[cfg(test)]
mod specs {
    use kernel::State as _;

    use super::{
        examples::{DUE, assessed, at, known, known_by_rule, notified},
        *,
    };

    fn after(history: impl IntoIterator<Item = Event>) -> Breach {
        history.into_iter().fold(Breach::default(), |breach, event| breach.evolve(&event))
    }

    #[test]
    fn the_clock_runs_until_the_authority_was_told_or_need_not_be() {
        assert_eq!(after([known()]).state(), BreachState::Running);
        assert_eq!(after([known(), assessed(BreachRisk::Risk)]).state(), BreachState::Running);
        assert_eq!(after([known(), assessed(BreachRisk::None)]).state(), BreachState::NotRequired);
        let again = [known(), assessed(BreachRisk::None), assessed(BreachRisk::High)];
        assert_eq!(after(again).state(), BreachState::Running);
        assert_eq!(after([known(), notified(DUE)]).state(), BreachState::Notified);
    }

    #[test]
    fn the_clock_runs_out_after_the_last_of_its_hours_and_not_before() {
        let breach = after([known()]);
        assert!(!breach.is_overdue(at(DUE)));
        assert!(breach.is_overdue(at("2027-03-12T08:15:00.000001Z")));
        assert!(!after([known(), notified(DUE)]).is_overdue(at("2027-06-01T00:00:00Z")));
        assert!(
            !after([known(), assessed(BreachRisk::None)]).is_overdue(at("2027-06-01T00:00:00Z"))
        );
    }

    /// In Belgium clocks are put forward on 28 March 2027 at 01:00 UTC, and back on 31 October.
    #[test]
    fn seventy_two_hours_are_seventy_two_also_while_clocks_are_put_forward_or_back() {
        for (since, due) in [
            ("2027-03-26T23:30:00+01:00", "2027-03-30T00:30:00+02:00"),
            ("2027-10-29T23:30:00+02:00", "2027-11-01T22:30:00+01:00"),
        ] {
            let breach = after([known_by_rule(since, 72, BreachRisk::Risk)]);
            assert_eq!(breach.reported().unwrap().due, at(due));
        }
    }

    #[test]
    fn a_rule_that_tells_high_risks_alone_lets_a_risk_be() {
        let known = || known_by_rule("2027-03-09T08:15:00Z", 96, BreachRisk::High);
        assert_eq!(after([known(), assessed(BreachRisk::Risk)]).state(), BreachState::NotRequired);
        assert_eq!(after([known(), assessed(BreachRisk::High)]).state(), BreachState::Running);
        assert_eq!(after([known()]).reported().unwrap().due, at("2027-03-13T08:15:00Z"));
    }
}
