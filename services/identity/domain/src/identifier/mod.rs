//! An id belongs to one tenant.
//!
//! Invariant: whoever claimed an id first has it for good.

pub mod claim;

use events::identifier::IdentifierEvent;
use kernel::State;
use serde::{Deserialize, Serialize};

pub use claim::ClaimIdentifier;

/// What the rules need to remember, and no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Identifier {
    /// Nobody's.
    #[default]
    Free,
    /// Of this tenant.
    Of(String),
}

impl Identifier {
    /// The tenant that has it.
    pub fn holder(&self) -> Option<&str> {
        match self {
            Self::Free => None,
            Self::Of(tenant) => Some(tenant),
        }
    }
}

impl State for Identifier {
    type Event = IdentifierEvent;

    const KIND: &'static str = events::identifier::KIND;
    const VERSION: u32 = 1;

    fn evolve(self, event: &IdentifierEvent) -> Self {
        match (self, event) {
            (Self::Free, IdentifierEvent::IdentifierClaimed { tenant }) => Self::Of(tenant.clone()),
            (held @ Self::Of(_), IdentifierEvent::IdentifierClaimed { .. }) => held,
        }
    }
}
