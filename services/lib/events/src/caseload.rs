//! The places of a coach: who holds one. Kind of stream: `caseload`, one per coach.

use kernel::{Category, Event, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::ids::{TakeId, YouthId};

/// The kind of stream.
pub const KIND: &str = "caseload";

/// What happened to a coach's places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum CaseloadEvent {
    /// A youth took a place, in order to choose the coach.
    PlaceTaken {
        /// The youth.
        youth: YouthId,
        /// This taking; a later one of the same youth replaces it.
        take: TakeId,
    },
    /// A place became free: the youth has another coach or none, or the choice did not happen.
    PlaceFreed {
        /// The youth.
        youth: YouthId,
        /// The taking that ended.
        take: TakeId,
    },
}

impl Event for CaseloadEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::PlaceTaken { .. } | Self::PlaceFreed { .. } => None,
        }
    }
}
