//! An alarm signal that a person observed of a youth (L655–661), until it is over. Kind of stream: `alarm`, one
//! per signal, with a key of its own, so that it can be gone a year after its end.

use kernel::{Category, Event, Personal, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::ids::YouthId;
use vocabulary::{AlarmSignal, ObservedBy};

/// The kind of stream.
pub const KIND: &str = "alarm";

/// A signal, with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Alarm {
    /// Which of the seven.
    pub signal: AlarmSignal,
    /// From whom it comes.
    pub observed_by: ObservedBy,
    /// What was done, or is going to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
}

/// What happened to an alarm signal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum AlarmEvent {
    /// Somebody observed it.
    AlarmObserved {
        /// Of whom.
        youth: YouthId,
        /// What.
        alarm: Personal<Alarm>,
    },
    /// It is over.
    AlarmEnded {},
}

impl Event for AlarmEvent {
    const KEYED_BY_STREAM: bool = true;

    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::AlarmObserved { alarm, .. } => Some((Category::Observation, alarm)),
            Self::AlarmEnded {} => None,
        }
    }
}
