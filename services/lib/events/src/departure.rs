//! The departure of a centre: work of several commands, from the first key that is destroyed to the certificate.
//! Kind of stream: `departure`, one per departure.

use kernel::{
    Category, Event, PersonalPart,
    work::{Phase, Work, WorkEvent},
};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// The kind of stream.
pub const KIND: &str = "departure";

/// What happened to a departure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum DepartureEvent {
    /// Somebody asked that everything about the centre is destroyed.
    DepartureBegun {
        /// Who.
        by: Uuid,
    },
    /// It is done.
    DepartureFinished {},
    /// It cannot go on: nothing was destroyed.
    DepartureTurnedBack {},
    /// Nothing of it is left.
    DepartureUndone {},
}

impl Event for DepartureEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::DepartureBegun { .. }
            | Self::DepartureFinished {}
            | Self::DepartureTurnedBack {}
            | Self::DepartureUndone {} => None,
        }
    }
}

impl WorkEvent for DepartureEvent {
    const KIND: &'static str = KIND;

    fn phase(&self) -> Option<Phase> {
        Some(match self {
            Self::DepartureBegun { .. } => Phase::Begun,
            Self::DepartureFinished {} => Phase::Finished,
            Self::DepartureTurnedBack {} => Phase::TurnedBack,
            Self::DepartureUndone {} => Phase::Undone,
        })
    }

    fn begins(phase: Phase) -> Option<Self> {
        match phase {
            Phase::Absent | Phase::Begun => None,
            Phase::Finished => Some(Self::DepartureFinished {}),
            Phase::TurnedBack => Some(Self::DepartureTurnedBack {}),
            Phase::Undone => Some(Self::DepartureUndone {}),
        }
    }
}

/// A departure, as far as the rules need to know it.
pub type Departure = Work<DepartureEvent>;
