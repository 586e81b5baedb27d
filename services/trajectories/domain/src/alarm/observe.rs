//! A coach writes down what a person observed (L655–661).

use events::{
    YouthId,
    alarm::{Alarm as Facts, AlarmEvent as Event},
    limits::trajectories::OBSERVE_ALARM_ACTION,
};
use jiff::civil::Date;
use kernel::{
    By, Decision, Personal, Reason,
    refusal::{self, Kind},
    text::{self, TextError},
};

use super::Alarm;
use crate::trajectory::{NotOpen, WrittenDownAlready, WrongDay};

/// Write it down.
#[derive(Clone, Debug)]
pub struct ObserveAlarm {
    /// Of whom.
    pub youth: YouthId,
    /// What, and from whom it comes.
    pub alarm: Facts,
    /// The day.
    pub occurred_on: Date,
    /// The youth's trajectory, which is another stream: since when, and whether it ended.
    pub registered_on: Date,
    /// Whether that ended.
    pub closed: bool,
}

/// Why it was not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The trajectory ended.
    NotOpen(NotOpen),
    /// It cannot have been on that day.
    Day(WrongDay),
    /// The id is taken.
    WrittenDownAlready,
    /// The words cannot be kept.
    Action(TextError),
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(not_open) => not_open.refusal(),
            Self::Day(day) => day.refusal(),
            Self::WrittenDownAlready => WrittenDownAlready.refusal(),
            Self::Action(TextError::Blank | TextError::TooLong) => {
                Kind::Field("action", Reason::WordsTooLong)
            }
            Self::Action(TextError::NotAllowed) => {
                Kind::Field("action", Reason::CharacterNotAllowed)
            }
        }
    }
}

impl Decision for ObserveAlarm {
    type State = Alarm;
    type Refusal = Refusal;

    fn decide(&self, by: &By, alarm: &Alarm) -> Result<Vec<Event>, Refusal> {
        if *alarm != Alarm::Absent {
            return Err(Refusal::WrittenDownAlready);
        }
        if self.closed {
            return Err(Refusal::NotOpen(NotOpen::Closed));
        }
        WrongDay::check(self.registered_on, self.occurred_on, by.today).map_err(Refusal::Day)?;
        let mut facts = self.alarm.clone();
        let action = facts.action.unwrap_or_default();
        facts.action =
            text::words(&action, OBSERVE_ALARM_ACTION.most()).map_err(Refusal::Action)?;
        Ok(vec![Event::AlarmObserved { youth: self.youth, alarm: Personal::Open(facts) }])
    }
}

#[cfg(test)]
mod specs {
    use events::{AlarmSignal, ObservedBy};
    use kernel::spec::given;

    use super::*;
    use crate::trajectory::examples::{COACH, REGISTRATION_DAY, TODAY, TOMORROW, YOUTH, coach};

    fn facts(action: Option<&str>) -> Facts {
        let (signal, observed_by) = (AlarmSignal::Bullying, ObservedBy::School);
        Facts { signal, observed_by, action: action.map(str::to_owned) }
    }

    fn observe() -> ObserveAlarm {
        ObserveAlarm {
            youth: YOUTH,
            alarm: facts(Some(" Talk with the teacher ")),
            occurred_on: TODAY,
            registered_on: REGISTRATION_DAY,
            closed: false,
        }
    }

    fn observed(action: Option<&str>) -> Event {
        Event::AlarmObserved { youth: YOUTH, alarm: Personal::Open(facts(action)) }
    }

    #[test]
    fn a_signal_is_written_down_with_its_source_and_what_was_done() {
        let written = observed(Some("Talk with the teacher"));
        given([]).by(coach(COACH)).when(observe()).then([written]);
        let nothing = ObserveAlarm { alarm: facts(None), ..observe() };
        given([]).by(coach(COACH)).when(nothing).then([observed(None)]);
    }

    #[test]
    fn it_was_observed_between_the_registration_and_today_while_the_trajectory_goes_on() {
        let when = |command| given::<Alarm>([]).by(coach(COACH)).when(command);
        when(ObserveAlarm { occurred_on: TOMORROW, ..observe() })
            .then_refused(Refusal::Day(WrongDay::InTheFuture));
        when(ObserveAlarm { registered_on: TOMORROW, ..observe() })
            .then_refused(Refusal::Day(WrongDay::BeforeRegistration));
        when(ObserveAlarm { closed: true, ..observe() })
            .then_refused(Refusal::NotOpen(NotOpen::Closed));
    }

    #[test]
    fn an_id_is_used_once_and_words_have_a_longest_length() {
        given([observed(None)])
            .by(coach(COACH))
            .when(observe())
            .then_refused(Refusal::WrittenDownAlready);
        let long = "a".repeat(OBSERVE_ALARM_ACTION.most() + 1);
        let long = ObserveAlarm { alarm: facts(Some(&long)), ..observe() };
        given([]).by(coach(COACH)).when(long).then_refused(Refusal::Action(TextError::TooLong));
    }
}
