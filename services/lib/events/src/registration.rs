//! The registration of a youth: work of identity and of trajectories together. Kind of stream:
//! `registration`, one per try.
//!
//! Both read it: what a lead asked stands here before either of them does anything, so that each can do
//! its part again after a crash, and neither takes anybody's word for it.

use jiff::civil::Date;
use kernel::{
    Category, Event, Personal, PersonalPart,
    personal::Kept,
    work::{Phase, Work, WorkEvent},
};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

use crate::{ids::YouthId, trajectory::Intake};
use vocabulary::Source;

/// The kind of stream.
pub const KIND: &str = "registration";

/// What happened to a registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum RegistrationEvent {
    /// A lead asked for it.
    RegistrationBegun {
        /// The youth who is to be registered.
        youth: YouthId,
        /// The lead.
        by: Uuid,
        /// What the centre calls the youth.
        name: Personal<String>,
    },
    /// What was told at intake, in the same moment.
    RegistrationIntakeGiven {
        /// Who referred the youth.
        source: Source,
        /// The day of registration.
        registered_on: Date,
        /// The facts.
        intake: Personal<Intake>,
    },
    /// The youth has a card and a trajectory.
    RegistrationFinished {},
    /// It cannot go on: from here on what was done is taken back.
    RegistrationTurnedBack {},
    /// Nothing of it is left.
    RegistrationUndone {},
}

impl Event for RegistrationEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::RegistrationBegun { name, .. } => Some((Category::Registration, name)),
            Self::RegistrationIntakeGiven { intake, .. } => Some((Category::Registration, intake)),
            Self::RegistrationFinished {}
            | Self::RegistrationTurnedBack {}
            | Self::RegistrationUndone {} => None,
        }
    }
}

impl WorkEvent for RegistrationEvent {
    const KIND: &'static str = KIND;

    fn phase(&self) -> Option<Phase> {
        match self {
            Self::RegistrationBegun { .. } => Some(Phase::Begun),
            Self::RegistrationIntakeGiven { .. } => None,
            Self::RegistrationFinished {} => Some(Phase::Finished),
            Self::RegistrationTurnedBack {} => Some(Phase::TurnedBack),
            Self::RegistrationUndone {} => Some(Phase::Undone),
        }
    }

    fn begins(phase: Phase) -> Option<Self> {
        match phase {
            Phase::Absent | Phase::Begun => None,
            Phase::Finished => Some(Self::RegistrationFinished {}),
            Phase::TurnedBack => Some(Self::RegistrationTurnedBack {}),
            Phase::Undone => Some(Self::RegistrationUndone {}),
        }
    }
}

/// A registration, as far as the rules need to know it.
pub type Registration = Work<RegistrationEvent>;

/// What was asked, and how far it is.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The youth.
    pub youth: YouthId,
    /// The lead who asked.
    pub by: Uuid,
    /// The youth's name.
    pub name: Kept<String>,
    /// Who referred the youth, the day of registration, and the rest of what was told.
    pub intake: Option<(Source, Date, Kept<Intake>)>,
    /// How far it is.
    pub phase: Phase,
}

impl Asked {
    /// From the events of its stream, each with its place; `None` if there are none.
    pub fn of(events: impl IntoIterator<Item = (RegistrationEvent, Vec<u8>)>) -> Option<Self> {
        events.into_iter().fold(None, |asked: Option<Self>, (event, place)| {
            let phase = event.phase();
            match event {
                RegistrationEvent::RegistrationBegun { youth, by, name } => {
                    let name = Kept::new(name, place);
                    Some(Self { youth, by, name, intake: None, phase: Phase::Begun })
                }
                RegistrationEvent::RegistrationIntakeGiven { source, registered_on, intake } => {
                    let told = Some((source, registered_on, Kept::new(intake, place)));
                    asked.map(|it| Self { intake: told, ..it })
                }
                RegistrationEvent::RegistrationFinished {}
                | RegistrationEvent::RegistrationTurnedBack {}
                | RegistrationEvent::RegistrationUndone {} => {
                    asked.map(|it| Self { phase: phase.unwrap_or(it.phase), ..it })
                }
            }
        })
    }
}
