//! What a young person asks about the own data, and what becomes of it (GDPR chapter III). Kind of stream:
//! `rights`, one per person, under the person's id.

use jiff::civil::Date;
use kernel::{Category, Event, Personal, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::ids::RequestId;
use vocabulary::{DataRight, ExtensionReason, LiftReason, RefusalGround};

/// The kind of stream.
pub const KIND: &str = "rights";

/// What happened to the requests of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum RightsEvent {
    /// The person asked for something.
    RequestMade {
        /// The request.
        request: RequestId,
        /// What is asked for.
        right: DataRight,
        /// The day by which it has to be answered: a month later (Art. 12(3)).
        due: Date,
        /// What is asked, in own words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Personal<String>>,
    },
    /// The data protection officer advised on it (Art. 39(1)(a)). Who decides is told, and the person once it is
    /// decided.
    RequestAdvised {
        /// The request.
        request: RequestId,
        /// What to do and why, in words.
        words: Personal<String>,
    },
    /// It takes longer: two months more (Art. 12(3)).
    RequestExtended {
        /// The request.
        request: RequestId,
        /// Why.
        reason: ExtensionReason,
        /// The day by which it has to be answered now.
        due: Date,
    },
    /// What was asked for is done.
    RequestGranted {
        /// The request.
        request: RequestId,
        /// What was done, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer: Option<Personal<String>>,
    },
    /// It is not done.
    RequestRefused {
        /// The request.
        request: RequestId,
        /// On which ground.
        ground: RefusalGround,
        /// Why, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer: Option<Personal<String>>,
    },
    /// The person took it back.
    RequestWithdrawn {
        /// The request.
        request: RequestId,
    },
    /// The person was erased: there is nothing left that it is about.
    RequestLapsed {
        /// The request.
        request: RequestId,
    },
    /// From here on the person's data is kept and not used (Art. 18(1)).
    ProcessingRestricted {
        /// The request that asked for it.
        request: RequestId,
    },
    /// The data is used again (Art. 18(2), 18(3)).
    RestrictionLifted {
        /// The request that had asked for the restriction.
        request: RequestId,
        /// Why.
        reason: LiftReason,
    },
    /// From here on the person is counted in no table: an objection was granted (Art. 21(6)).
    CountedNoMore {
        /// The request that asked for it.
        request: RequestId,
    },
}

impl Event for RightsEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        let words = match self {
            Self::RequestAdvised { words, .. } => return Some((Category::Content, words)),
            Self::RequestMade { words, .. } => words,
            Self::RequestGranted { answer, .. } | Self::RequestRefused { answer, .. } => answer,
            Self::RequestExtended { .. }
            | Self::RequestWithdrawn { .. }
            | Self::RequestLapsed { .. }
            | Self::ProcessingRestricted { .. }
            | Self::RestrictionLifted { .. }
            | Self::CountedNoMore { .. } => return None,
        };
        words.as_mut().map(|words| (Category::Content, words as &mut dyn PersonalPart))
    }
}
