//! A young person says what may be shared with the coach, each thing by itself (GDPR Art. 7).
//!
//! Invariant: a yes names its words and the coach of now, and a no is always taken. Whatever is said is written down
//! each time: it is the proof.

pub mod decline;
pub mod give;

use std::collections::BTreeSet;

use events::{
    ConsentChannel,
    consent::{Consent, ConsentEvent as Event},
};
use kernel::{By, Role, State};
use serde::{Deserialize, Serialize};

pub use decline::DeclineConsent;
pub use events::consent::KIND;
pub use give::GiveConsent;

/// To what a person said yes last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consents(BTreeSet<Consent>);

impl State for Consents {
    type Event = Event;

    const KIND: &'static str = KIND;
    const VERSION: u32 = 1;

    fn evolve(mut self, event: &Event) -> Self {
        let Some(about) = event.about() else { return self };
        match event {
            Event::ConsentGiven { .. } => {
                self.0.insert(about);
            }
            Event::ConsentRefused { .. } | Event::ConsentWithdrawn { .. } => {
                self.0.remove(&about);
            }
        }
        self
    }
}

/// How it was said: by the person, or on paper that a lead keeps.
fn channel(by: &By) -> ConsentChannel {
    match by.role {
        Role::Youth => ConsentChannel::OwnDevice,
        Role::Coach
        | Role::Lead
        | Role::Officer
        | Role::Auditor
        | Role::Operator
        | Role::Service => ConsentChannel::OnPaper,
    }
}

#[cfg(test)]
mod examples {
    use events::{CoachId, ConsentText, LifeDomain};
    use jiff::civil::date;
    use kernel::Role;
    use uuid::Uuid;

    use super::*;

    pub(super) const COACH: CoachId = CoachId::new(Uuid::from_u128(0xc1));
    pub(super) const WORK: Consent = Consent::ShareDomain(LifeDomain::Work);
    pub(super) const TEXT: ConsentText = ConsentText::November2026;

    pub(super) fn youth() -> By {
        By { actor: Uuid::from_u128(7), role: Role::Youth, today: date(2027, 5, 3) }
    }

    pub(super) fn lead() -> By {
        By { role: Role::Lead, ..youth() }
    }

    pub(super) fn given_to(consent: Consent, channel: ConsentChannel) -> Event {
        let (kind, domain) = (consent.kind(), consent.domain());
        Event::ConsentGiven { consent: kind, domain, coach: COACH, text: TEXT, channel }
    }

    pub(super) fn withdrawn(consent: Consent, channel: ConsentChannel) -> Event {
        let (kind, domain) = (consent.kind(), consent.domain());
        Event::ConsentWithdrawn { consent: kind, domain, channel }
    }
}
