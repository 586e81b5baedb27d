//! The erasure of somebody who asked for it, or of what is kept no longer: work of several commands. Kind of stream:
//! `erasure`, one per erasure.

use jiff::civil::Date;
use kernel::{
    Category, Event, PersonalPart,
    work::{Phase, Work, WorkEvent},
};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

use crate::ids::{RequestId, YouthId};
use vocabulary::RetentionClass;

/// The kind of stream.
pub const KIND: &str = "erasure";

/// What happened to an erasure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum ErasureEvent {
    /// Somebody granted it.
    ErasureBegun {
        /// Who.
        by: Uuid,
        /// Who is erased.
        youth: YouthId,
        /// The request that asked for it.
        request: RequestId,
    },
    /// The term of something is over: somebody confirmed it, or it ends by itself.
    TermErasureBegun {
        /// Who confirmed it; nil: it ends by itself.
        by: Uuid,
        /// Whose or what it is: a youth, or a breach.
        subject: Uuid,
        /// What ends.
        class: RetentionClass,
        /// The day from which the term was counted.
        since: Date,
        /// Of how many months it was.
        months: u16,
    },
    /// Every key was destroyed, and it was looked whether any is left.
    ErasureCertified {
        /// Who was erased.
        youth: YouthId,
        /// The request that asked for it.
        request: RequestId,
        /// How many events about the youth stand in the log, of which nothing personal can be read.
        events: u32,
        /// What proves it to whoever has the platform's public key: PASETO v4.public.
        certificate: String,
    },
    /// The same of something whose term is over.
    TermErasureCertified {
        /// Whose or what it was.
        subject: Uuid,
        /// What ended.
        class: RetentionClass,
        /// How many events about it stand in the log, of which nothing personal can be read.
        events: u32,
        /// What proves it to whoever has the platform's public key: PASETO v4.public.
        certificate: String,
    },
    /// It is done.
    ErasureFinished {},
    /// It cannot go on: nothing was destroyed.
    ErasureTurnedBack {},
    /// Nothing of it is left.
    ErasureUndone {},
}

impl Event for ErasureEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::ErasureBegun { .. }
            | Self::TermErasureBegun { .. }
            | Self::ErasureCertified { .. }
            | Self::TermErasureCertified { .. }
            | Self::ErasureFinished {}
            | Self::ErasureTurnedBack {}
            | Self::ErasureUndone {} => None,
        }
    }
}

impl WorkEvent for ErasureEvent {
    const KIND: &'static str = KIND;

    fn phase(&self) -> Option<Phase> {
        Some(match self {
            Self::ErasureCertified { .. } | Self::TermErasureCertified { .. } => return None,
            Self::ErasureBegun { .. } | Self::TermErasureBegun { .. } => Phase::Begun,
            Self::ErasureFinished {} => Phase::Finished,
            Self::ErasureTurnedBack {} => Phase::TurnedBack,
            Self::ErasureUndone {} => Phase::Undone,
        })
    }

    fn begins(phase: Phase) -> Option<Self> {
        match phase {
            Phase::Absent | Phase::Begun => None,
            Phase::Finished => Some(Self::ErasureFinished {}),
            Phase::TurnedBack => Some(Self::ErasureTurnedBack {}),
            Phase::Undone => Some(Self::ErasureUndone {}),
        }
    }
}

/// An erasure, as far as the rules need to know it.
pub type Erasure = Work<ErasureEvent>;
