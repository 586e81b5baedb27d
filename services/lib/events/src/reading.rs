//! That somebody read about young people (GDPR Art. 5(2), 15(1)(c), 32). Kind of stream: `reading`, one
//! per reader.

use jiff::Timestamp;
use kernel::{Category, Event, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::ids::YouthId;
use vocabulary::ReadKind;

/// The kind of stream.
pub const KIND: &str = "reading";

/// What somebody read. Who, as what and what for stands in the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum ReadingEvent {
    /// Personal data of these young people was shown to the reader. Each further time within a quarter of
    /// an hour is the same reading.
    PersonalDataRead {
        /// What.
        what: ReadKind,
        /// About whom.
        youths: Vec<YouthId>,
        /// When.
        at: Timestamp,
    },
}

impl Event for ReadingEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::PersonalDataRead { .. } => None,
        }
    }
}
