//! What a young person asks about the own data, and what becomes of it (GDPR chapter III). Kind of stream:
//! `rights`, one per person, under the person's id.

use jiff::civil::Date;
use kernel::{Category, Event, Personal, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::ids::{RecipientId, RequestId};
use vocabulary::{
    DataRight, ExtensionReason, HoldGround, LiftReason, OutsideRecipient, RefusalGround,
    RetentionClass,
};

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
    /// The person is told that the data will be used again (Art. 18(3)).
    LiftingAnnounced {
        /// The request that had asked for the restriction.
        request: RequestId,
        /// Why.
        reason: LiftReason,
        /// The first day on which it may be, if the person does not read it before.
        from: Date,
    },
    /// The person read so.
    LiftingSeen {
        /// The request that had asked for the restriction.
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
    /// Those of the centre who had the data are told what became of it (Art. 19).
    RecipientsNotified {
        /// The request that was granted.
        request: RequestId,
        /// What was granted: a rectification, an erasure or a restriction.
        right: DataRight,
        /// Who, by id. Whoever granted it is none of them.
        recipients: Vec<RecipientId>,
    },
    /// One of them says that no copy with the old data is used any more.
    NoticeAcknowledged {
        /// The request that was granted.
        request: RequestId,
        /// Who says so.
        recipient: RecipientId,
    },
    /// Somebody outside the centre was told, to whom the data had been handed (Art. 19).
    OutsideRecipientTold {
        /// The request that was granted.
        request: RequestId,
        /// What they are.
        recipient: OutsideRecipient,
        /// The day on which they were told.
        on: Date,
        /// Who, if more has to be said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<Personal<String>>,
    },
    /// From here on nothing about the person is destroyed (Art. 17(3)). Said again, it holds for what was said last.
    HoldPlaced {
        /// Why.
        ground: HoldGround,
        /// The last day; `None`: until it is lifted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
    },
    /// Nothing holds it any more.
    HoldLifted {},
    /// The term for which everything about the person was kept is over, and it is erased (Art. 5(1)(e)).
    TermEnded {
        /// What was kept.
        class: RetentionClass,
        /// The day from which the term was counted.
        since: Date,
        /// Of how many months it was.
        months: u16,
    },
}

impl Event for RightsEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        let words = match self {
            Self::RequestAdvised { words, .. } => return Some((Category::Content, words)),
            Self::RequestMade { words, .. } => words,
            Self::RequestGranted { answer, .. } | Self::RequestRefused { answer, .. } => answer,
            Self::OutsideRecipientTold { name, .. } => name,
            Self::RequestExtended { .. }
            | Self::RequestWithdrawn { .. }
            | Self::RequestLapsed { .. }
            | Self::ProcessingRestricted { .. }
            | Self::LiftingAnnounced { .. }
            | Self::LiftingSeen { .. }
            | Self::RestrictionLifted { .. }
            | Self::CountedNoMore { .. }
            | Self::RecipientsNotified { .. }
            | Self::NoticeAcknowledged { .. }
            | Self::HoldPlaced { .. }
            | Self::HoldLifted {}
            | Self::TermEnded { .. } => return None,
        };
        words.as_mut().map(|words| (Category::Content, words as &mut dyn PersonalPart))
    }
}
