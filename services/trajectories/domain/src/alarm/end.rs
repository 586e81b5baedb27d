//! An alarm signal is over.

use events::{YouthId, alarm::AlarmEvent as Event};
use kernel::{
    By, Decision,
    refusal::{self, Kind},
};

use super::Alarm;

/// It is over. Twice is once.
#[derive(Clone, Copy, Debug)]
pub struct EndAlarm {
    /// Of whom it is.
    pub youth: YouthId,
}

/// There is no such signal of that youth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchAlarm;

impl refusal::Refusal for NoSuchAlarm {
    fn refusal(&self) -> Kind {
        Kind::NotFound
    }
}

impl Decision for EndAlarm {
    type State = Alarm;
    type Refusal = NoSuchAlarm;

    fn decide(&self, _: &By, alarm: &Alarm) -> Result<Vec<Event>, NoSuchAlarm> {
        match alarm {
            Alarm::Observed(youth) if *youth == self.youth => Ok(vec![Event::AlarmEnded {}]),
            Alarm::Over(youth) if *youth == self.youth => Ok(vec![]),
            Alarm::Absent | Alarm::Observed(_) | Alarm::Over(_) => Err(NoSuchAlarm),
        }
    }
}

#[cfg(test)]
mod specs {
    use events::{AlarmSignal, ObservedBy, alarm::Alarm as Facts};
    use kernel::{
        Personal,
        spec::{Given, given},
    };
    use uuid::Uuid;

    use super::*;
    use crate::trajectory::examples::{COACH, YOUTH, coach};

    const END: EndAlarm = EndAlarm { youth: YOUTH };

    fn observed(more: impl IntoIterator<Item = Event>) -> Given<Alarm> {
        let (signal, observed_by) = (AlarmSignal::Lateness, ObservedBy::Coach);
        let alarm = Personal::Open(Facts { signal, observed_by, action: None });
        let observed = Event::AlarmObserved { youth: YOUTH, alarm };
        given([observed].into_iter().chain(more)).by(coach(COACH))
    }

    #[test]
    fn a_signal_is_over_once() {
        observed([]).when(END).then([Event::AlarmEnded {}]);
        observed([Event::AlarmEnded {}]).when(END).then([]);
    }

    #[test]
    fn a_signal_of_another_youth_or_that_never_was_does_not_exist() {
        let other = EndAlarm { youth: YouthId::new(Uuid::from_u128(99)) };
        observed([]).when(other).then_refused(NoSuchAlarm);
        given([]).by(coach(COACH)).when(END).then_refused(NoSuchAlarm);
    }
}
