//! An alarm signal, from when a person observed it until it is over. It is talked about, and never counted into a
//! score.

pub mod end;
pub mod observe;

use events::{YouthId, alarm::AlarmEvent as Event};
use kernel::State;
use serde::{Deserialize, Serialize};

pub use end::EndAlarm;
pub use observe::ObserveAlarm;

/// What the rules need to remember, and no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alarm {
    /// Nobody observed it.
    #[default]
    Absent,
    /// Somebody observed it of this youth.
    Observed(YouthId),
    /// It is over.
    Over(YouthId),
}

impl State for Alarm {
    type Event = Event;

    const KIND: &'static str = events::alarm::KIND;
    const VERSION: u32 = 1;

    fn evolve(self, event: &Event) -> Self {
        match (self, event) {
            (_, Event::AlarmObserved { youth, .. }) => Self::Observed(*youth),
            (Self::Observed(youth) | Self::Over(youth), Event::AlarmEnded {}) => Self::Over(youth),
            (Self::Absent, Event::AlarmEnded {}) => Self::Absent,
        }
    }
}
