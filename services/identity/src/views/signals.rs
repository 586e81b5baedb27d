//! Alarm signals that are still kept, of every centre: whose they are, and since when which is over.

use std::collections::BTreeMap;

use eventlog::{Filter, Recorded};
use events::{
    AlarmId,
    alarm::{self, AlarmEvent},
    person::{self, PersonEvent},
};
use jiff::{ToSpan, civil::Date};
use kernel::{TenantId, codec::CodecError};
use runtime::{
    View,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// So many months after its end a signal is gone (reference §6.6).
const KEPT_MONTHS: i32 = 12;
/// What one takes in memory, about.
const SIGNAL_BYTES: usize = 120;

/// Signals by centre and id.
#[derive(Default, Serialize, Deserialize)]
pub struct Signals(BTreeMap<(TenantId, AlarmId), Signal>);

#[derive(Serialize, Deserialize)]
struct Signal {
    youth: Uuid,
    over: Option<Date>,
}

impl Signals {
    /// Those of a centre that have been over for so long that they are to be gone: each with whose it is.
    pub fn due(&self, tenant: &TenantId, today: Date) -> Vec<(AlarmId, Uuid)> {
        let ended = |over: Date| over.saturating_add(KEPT_MONTHS.months()) < today;
        let all = self.0.iter().filter(|((centre, _), _)| centre == tenant);
        let due = all.filter(|(_, signal)| signal.over.is_some_and(ended));
        due.map(|((_, alarm), signal)| (*alarm, signal.youth)).collect()
    }
}

impl View for Signals {
    const NAME: &'static str = "signals";
    const VERSION: u32 = 1;

    type Fact = Fact;

    fn filter() -> Filter {
        let names = vec!["AlarmObserved", "AlarmEnded", "SignalErased", "KeysDestroyed"];
        Filter { names, ..Filter::kinds(&[alarm::KIND, person::KIND]) }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        if event.stream.kind() == alarm::KIND {
            return event.decoded().map(Fact::Alarm).map(Some);
        }
        Ok(match event.decoded()? {
            PersonEvent::SignalErased { alarm } => Some(Fact::Erased(alarm)),
            PersonEvent::KeysDestroyed {} => Some(Fact::Gone),
            _ => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        let (tenant, id) = (event.stream.tenant().clone(), event.stream.id());
        match fact {
            Fact::Alarm(AlarmEvent::AlarmObserved { youth, .. }) => {
                let signal = Signal { youth: youth.uuid(), over: None };
                self.0.insert((tenant, id.into()), signal);
            }
            Fact::Alarm(AlarmEvent::AlarmEnded {}) => {
                if let Some(signal) = self.0.get_mut(&(tenant, id.into())) {
                    signal.over = Some(event.occurred_on);
                }
            }
            Fact::Erased(alarm) => drop(self.0.remove(&(tenant, alarm))),
            Fact::Gone => self.0.retain(|(centre, _), it| *centre != tenant || it.youth != id),
        }
    }

    fn bytes(&self) -> usize {
        self.0.len() * SIGNAL_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(self)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes)
    }
}

/// What an event means to [`Signals`].
pub enum Fact {
    /// A signal was observed, or is over.
    Alarm(AlarmEvent),
    /// One was erased.
    Erased(AlarmId),
    /// Somebody was erased.
    Gone,
}
