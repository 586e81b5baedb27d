//! That somebody looked into unusual reading (GDPR Art. 24(1), 32(1)(d)). Kind of stream: `review`, one per
//! reader, under the reader's id.

use jiff::{Timestamp, civil::Date};
use kernel::{Category, Event, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use vocabulary::ReviewFinding;

/// The kind of stream.
pub const KIND: &str = "review";

/// What somebody found. Who looked stands in the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum ReviewEvent {
    /// What the reader read in an unusual way on this day, up to this moment, was looked into.
    UnusualReadingReviewed {
        /// The day, where the centre is.
        day: Date,
        /// The last time that was looked at.
        until: Timestamp,
        /// What was found.
        finding: ReviewFinding,
    },
}

impl Event for ReviewEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::UnusualReadingReviewed { .. } => None,
        }
    }
}
