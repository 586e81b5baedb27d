//! A young person asks for something about the own data, and gets an answer in time (GDPR chapter III).
//!
//! Invariant: what is asked is answered once, by a day that is said when it is asked; who refuses names a
//! ground that the law knows for what is asked.

pub mod advise_request;
pub mod begin_erasure;
pub mod certify_erasure;
#[cfg(test)]
mod examples;
pub mod extend_request;
pub mod grant_erasure;
pub mod grant_request;
pub mod lift_restriction;
pub mod make_request;
pub mod refuse_request;
pub mod withdraw_request;

use std::collections::BTreeMap;

use events::{
    DataRight, RefusalGround, RequestId, limits::identity::GRANT_REQUEST_ANSWER,
    rights::RightsEvent as Event,
};
use jiff::civil::Date;
use kernel::{
    Personal, Reason, State,
    refusal::{Kind, Refusal},
    text::{self, TextError},
};
use serde::{Deserialize, Serialize};

pub use advise_request::AdviseRequest;
pub use begin_erasure::BeginErasure;
pub use certify_erasure::CertifyErasure;
pub use events::rights::KIND;
pub use extend_request::ExtendRequest;
pub use grant_erasure::GrantErasure;
pub use grant_request::GrantRequest;
pub use lift_restriction::LiftRestriction;
pub use make_request::MakeRequest;
pub use refuse_request::RefuseRequest;
pub use withdraw_request::WithdrawRequest;

/// Longest words of whoever asks and whoever answers, characters.
pub const WORDS_CHARS_MAX: usize = GRANT_REQUEST_ANSWER.most();

/// What a person asked for that nobody answered yet, and whether their data is used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    open: BTreeMap<RequestId, Open>,
    /// The request by which the person's data is not used now.
    restricted: Option<RequestId>,
}

/// A request that nobody answered yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// What is asked for.
    pub right: DataRight,
    /// The day by which it has to be answered.
    pub due: Date,
    /// Whether it got more time.
    pub extended: bool,
    /// How often the data protection officer advised on it.
    pub advice: u8,
}

/// The request was answered or taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestOver;

impl Refusal for RequestOver {
    fn refusal(&self) -> Kind {
        Kind::State(Reason::RequestOver)
    }
}

impl State for Rights {
    type Event = Event;

    const KIND: &'static str = KIND;
    const VERSION: u32 = 2;

    fn evolve(mut self, event: &Event) -> Self {
        match *event {
            Event::RequestMade { request, right, due, .. } => {
                self.open.insert(request, Open { right, due, extended: false, advice: 0 });
            }
            Event::RequestAdvised { request, .. } => {
                if let Some(open) = self.open.get_mut(&request) {
                    open.advice = open.advice.saturating_add(1);
                }
            }
            Event::RequestExtended { request, due, .. } => {
                if let Some(open) = self.open.get_mut(&request) {
                    (open.due, open.extended) = (due, true);
                }
            }
            Event::RequestGranted { request, .. }
            | Event::RequestRefused { request, .. }
            | Event::RequestWithdrawn { request }
            | Event::RequestLapsed { request } => {
                self.open.remove(&request);
            }
            Event::ProcessingRestricted { request } => self.restricted = Some(request),
            Event::RestrictionLifted { .. } => self.restricted = None,
            Event::CountedNoMore { .. } => {}
        }
        self
    }
}

impl Rights {
    fn open(&self, request: RequestId) -> Result<&Open, RequestOver> {
        self.open.get(&request).ok_or(RequestOver)
    }
}

/// The grounds on which the law lets a request for this be refused.
pub fn grounds(right: DataRight) -> &'static [RefusalGround] {
    use RefusalGround::{
        Accurate, ConditionsNotMet, LegalClaims, NotIdentified, OverridingGrounds, PublicTask,
        RightsOfOthers, Unfounded,
    };
    match right {
        DataRight::Access => &[RightsOfOthers, Unfounded, NotIdentified],
        DataRight::Rectification => &[Accurate, Unfounded, NotIdentified],
        DataRight::Erasure => &[PublicTask, LegalClaims, Unfounded, NotIdentified],
        DataRight::Restriction => &[ConditionsNotMet, Unfounded, NotIdentified],
        DataRight::Portability => &[PublicTask, RightsOfOthers, Unfounded, NotIdentified],
        DataRight::Objection => &[LegalClaims, OverridingGrounds, Unfounded, NotIdentified],
    }
}

/// Why somebody's words cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongWords {
    /// More than [`WORDS_CHARS_MAX`].
    TooLong,
    /// A control character, or one that turns the direction of the text.
    NotReadable,
}

impl WrongWords {
    pub(crate) fn refusal(self, field: &'static str) -> Kind {
        let reason = match self {
            Self::TooLong => Reason::WordsTooLong,
            Self::NotReadable => Reason::CharacterNotAllowed,
        };
        Kind::Field(field, reason)
    }
}

/// Why a request was not answered, whatever the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnswered {
    /// It was answered or taken back.
    RequestOver,
    /// The words cannot be kept.
    Words(WrongWords),
}

impl From<RequestOver> for NotAnswered {
    fn from(RequestOver: RequestOver) -> Self {
        Self::RequestOver
    }
}

impl From<WrongWords> for NotAnswered {
    fn from(wrong: WrongWords) -> Self {
        Self::Words(wrong)
    }
}

impl Refusal for NotAnswered {
    fn refusal(&self) -> Kind {
        match self {
            Self::RequestOver => RequestOver.refusal(),
            Self::Words(wrong) => wrong.refusal("answer"),
        }
    }
}

/// What somebody said in own words, if there is anything to read in it.
pub(crate) fn said(words: Option<&str>) -> Result<Option<Personal<String>>, WrongWords> {
    let words = text::words(words.unwrap_or_default(), WORDS_CHARS_MAX);
    let words = words.map_err(|wrong| match wrong {
        TextError::Blank | TextError::TooLong => WrongWords::TooLong,
        TextError::NotAllowed => WrongWords::NotReadable,
    })?;
    Ok(words.map(Personal::Open))
}

#[cfg(test)]
mod specs {
    use events::Code as _;

    use super::*;

    #[test]
    fn every_right_can_be_refused_on_some_ground_and_every_ground_is_one_for_some_right() {
        for ground in RefusalGround::ALL {
            assert!(DataRight::ALL.iter().any(|right| grounds(*right).contains(ground)));
        }
        for right in DataRight::ALL {
            assert!(grounds(*right).len() > 2, "{right:?}");
        }
    }
}
