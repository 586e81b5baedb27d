//! What a young person agrees to share, and what not (GDPR Art. 7). Kind of stream: `consent`, one per person, under
//! the person's id. Nothing in it is personal beyond that somebody said yes or no: it outlives an erasure as proof.

use kernel::{Category, Event, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::ids::CoachId;
use vocabulary::{Code as _, ConsentChannel, ConsentKind, ConsentText, LifeDomain};

/// The kind of stream.
pub const KIND: &str = "consent";

/// One thing that can be agreed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Consent {
    /// The coach reads what was found out in this life domain.
    ShareDomain(LifeDomain),
    /// The coach reads what was written down in the time of an earlier coach.
    ShareTimeBefore,
}

impl Consent {
    /// Everything that can be agreed to.
    pub fn all() -> impl Iterator<Item = Self> {
        let domains = LifeDomain::ALL.iter().map(|domain| Self::ShareDomain(*domain));
        domains.chain([Self::ShareTimeBefore])
    }

    /// The thing as events name it; `None` if kind and life domain do not go together.
    pub fn of(kind: ConsentKind, domain: Option<LifeDomain>) -> Option<Self> {
        match (kind, domain) {
            (ConsentKind::ShareDomain, Some(domain)) => Some(Self::ShareDomain(domain)),
            (ConsentKind::ShareTimeBefore, None) => Some(Self::ShareTimeBefore),
            (ConsentKind::ShareDomain, None) | (ConsentKind::ShareTimeBefore, Some(_)) => None,
        }
    }

    /// Its kind.
    pub fn kind(self) -> ConsentKind {
        match self {
            Self::ShareDomain(_) => ConsentKind::ShareDomain,
            Self::ShareTimeBefore => ConsentKind::ShareTimeBefore,
        }
    }

    /// Its life domain, if it is about one.
    pub fn domain(self) -> Option<LifeDomain> {
        match self {
            Self::ShareDomain(domain) => Some(domain),
            Self::ShareTimeBefore => None,
        }
    }
}

/// What a person said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum ConsentEvent {
    /// The person agreed. It holds for this coach, until another one is chosen.
    ConsentGiven {
        /// To what.
        consent: ConsentKind,
        /// Of a life domain: which.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        domain: Option<LifeDomain>,
        /// With whom it is shared.
        coach: CoachId,
        /// The words that were shown.
        text: ConsentText,
        /// How it was said.
        channel: ConsentChannel,
    },
    /// The person did not agree. The coaching goes on as it would have.
    ConsentRefused {
        /// To what.
        consent: ConsentKind,
        /// Of a life domain: which.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        domain: Option<LifeDomain>,
        /// The words that were shown.
        text: ConsentText,
        /// How it was said.
        channel: ConsentChannel,
    },
    /// The person took back what was agreed.
    ConsentWithdrawn {
        /// What.
        consent: ConsentKind,
        /// Of a life domain: which.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        domain: Option<LifeDomain>,
        /// How it was said.
        channel: ConsentChannel,
    },
}

impl ConsentEvent {
    /// What it is about.
    pub fn about(&self) -> Option<Consent> {
        match *self {
            Self::ConsentGiven { consent, domain, .. }
            | Self::ConsentRefused { consent, domain, .. }
            | Self::ConsentWithdrawn { consent, domain, .. } => Consent::of(consent, domain),
        }
    }
}

impl Event for ConsentEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::ConsentGiven { .. }
            | Self::ConsentRefused { .. }
            | Self::ConsentWithdrawn { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_can_be_agreed_to_is_read_back_as_it_was_written() {
        for consent in Consent::all() {
            assert_eq!(Consent::of(consent.kind(), consent.domain()), Some(consent));
        }
        assert!(ConsentKind::ALL.iter().all(|kind| Consent::all().any(|it| it.kind() == *kind)));
        assert_eq!(Consent::of(ConsentKind::ShareDomain, None), None);
        assert_eq!(Consent::of(ConsentKind::ShareTimeBefore, Some(LifeDomain::Work)), None);
    }
}
