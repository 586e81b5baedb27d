//! The opening of a centre: work of several commands. Kind of stream: `opening`, one per try, in the
//! tenant that the centre becomes.

use kernel::{
    Category, Event, Personal, PersonalPart,
    work::{Phase, Work, WorkEvent},
};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

use vocabulary::{Country, Language};

/// The kind of stream.
pub const KIND: &str = "opening";

/// What happened to an opening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum OpeningEvent {
    /// An operator asked for it.
    OpeningBegun {
        /// The operator.
        by: Uuid,
        /// The centre's public name.
        name: String,
        /// Its first language.
        language: Language,
        /// The others.
        other_languages: Vec<Language>,
        /// Where it is.
        country: Country,
        /// IANA name of the time zone by which it lives.
        zone: String,
        /// Whether its people are invented.
        synthetic: bool,
        /// Who leads it.
        lead: Uuid,
        /// What they are called.
        lead_name: Personal<String>,
    },
    /// The centre is open, and its lead has a card.
    OpeningFinished {},
    /// It cannot go on: from here on what was done is taken back.
    OpeningTurnedBack {},
    /// Nothing of it is left.
    OpeningUndone {},
}

impl Event for OpeningEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::OpeningBegun { lead_name, .. } => Some((Category::Identity, lead_name)),
            Self::OpeningFinished {} | Self::OpeningTurnedBack {} | Self::OpeningUndone {} => None,
        }
    }
}

impl WorkEvent for OpeningEvent {
    const KIND: &'static str = KIND;

    fn phase(&self) -> Option<Phase> {
        match self {
            Self::OpeningBegun { .. } => Some(Phase::Begun),
            Self::OpeningFinished {} => Some(Phase::Finished),
            Self::OpeningTurnedBack {} => Some(Phase::TurnedBack),
            Self::OpeningUndone {} => Some(Phase::Undone),
        }
    }

    fn begins(phase: Phase) -> Option<Self> {
        match phase {
            Phase::Absent | Phase::Begun => None,
            Phase::Finished => Some(Self::OpeningFinished {}),
            Phase::TurnedBack => Some(Self::OpeningTurnedBack {}),
            Phase::Undone => Some(Self::OpeningUndone {}),
        }
    }
}

/// An opening, as far as the rules need to know it.
pub type Opening = Work<OpeningEvent>;
