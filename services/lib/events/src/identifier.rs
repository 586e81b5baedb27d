//! Which centre an id of a person belongs to. Kind of stream: `identifier`, one per id, in the
//! platform's own tenant, so that two centres that want the same id meet there.

use kernel::{Category, Event, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

/// The kind of stream.
pub const KIND: &str = "identifier";

/// What happened to an id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum IdentifierEvent {
    /// A centre took the id for one of its people, for good: nobody elsewhere gets it.
    IdentifierClaimed {
        /// The centre, or `stc` for people who work across centres.
        tenant: String,
    },
}

impl Event for IdentifierEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::IdentifierClaimed { .. } => None,
        }
    }
}
