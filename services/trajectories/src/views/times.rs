//! Who was the coach at which time: a coach reads the time of another one only if the youth shares it.

use eventlog::{Position, Recorded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The times of the coaches of one trajectory, one after the other. By places in the log and not by days: on the
/// day of a change there are two coaches.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Times(Vec<Time>);

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Time {
    from: Position,
    since: Date,
    coach: Uuid,
}

impl Times {
    /// A coach was chosen.
    pub(super) fn begins(&mut self, event: &Recorded, coach: Uuid) {
        self.0.push(Time { from: event.position, since: event.occurred_on, coach });
    }

    /// Whether what stands at this place may be read by the coach of now without being shared: it is of an own time,
    /// or from before any coach was chosen.
    pub fn is_open(&self, position: Position) -> bool {
        let then = self.0.iter().rfind(|time| time.from <= position);
        then.is_none_or(|then| self.0.last().is_some_and(|now| now.coach == then.coach))
    }

    /// The day on which the coach of now was chosen last.
    pub fn since_when(&self) -> Option<Date> {
        self.0.last().map(|now| now.since)
    }

    /// If there was another coach before: the day on which the one of now was chosen.
    pub fn since(&self) -> Option<Date> {
        let now = self.0.last()?;
        self.0.iter().any(|time| time.coach != now.coach).then_some(now.since)
    }
}
