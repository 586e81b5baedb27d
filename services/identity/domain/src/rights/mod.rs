//! A young person asks for something about the own data, and gets an answer in time (GDPR chapter III).
//!
//! Invariant: what is asked is answered once, by a day that is said when it is asked; who refuses names a
//! ground that the law knows for what is asked. While something holds what is kept about the person, nothing here
//! begins an erasure.

pub mod acknowledge_notice;
pub mod advise_request;
pub mod announce_lifting;
pub mod begin_erasure;
pub mod begin_term_erasure;
pub mod certify_erasure;
pub mod certify_term_erasure;
pub mod end_term;
#[cfg(test)]
mod examples;
pub mod extend_request;
pub mod grant_erasure;
pub mod grant_request;
pub mod lift_hold;
pub mod lift_restriction;
pub mod make_request;
pub mod notify_recipients;
pub mod place_hold;
pub mod refuse_request;
pub mod see_lifting;
pub mod tell_outside;
pub mod withdraw_request;

use std::collections::BTreeMap;

use events::{
    DataRight, LiftReason, RecipientId, RefusalGround, RequestId,
    limits::identity::GRANT_REQUEST_ANSWER, rights::RightsEvent as Event,
};
use jiff::civil::Date;
use kernel::{
    Personal, Reason, State,
    refusal::{Kind, Refusal},
    text::{self, TextError},
};
use serde::{Deserialize, Serialize};

pub use acknowledge_notice::AcknowledgeNotice;
pub use advise_request::AdviseRequest;
pub use announce_lifting::AnnounceLifting;
pub use begin_erasure::BeginErasure;
pub use begin_term_erasure::BeginTermErasure;
pub use certify_erasure::CertifyErasure;
pub use certify_term_erasure::CertifyTermErasure;
pub use end_term::EndTerm;
pub use events::rights::KIND;
pub use extend_request::ExtendRequest;
pub use grant_erasure::GrantErasure;
pub use grant_request::GrantRequest;
pub use lift_hold::LiftHold;
pub use lift_restriction::LiftRestriction;
pub use make_request::MakeRequest;
pub use notify_recipients::NotifyRecipients;
pub use place_hold::PlaceHold;
pub use refuse_request::RefuseRequest;
pub use see_lifting::SeeLifting;
pub use tell_outside::TellOutside;
pub use withdraw_request::WithdrawRequest;

use crate::hold::Hold;

/// Longest words of whoever asks and whoever answers, characters.
pub const WORDS_CHARS_MAX: usize = GRANT_REQUEST_ANSWER.most();

/// What a person asked for that nobody answered yet, and whether their data is used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    open: BTreeMap<RequestId, Open>,
    /// The request by which the person's data is not used now.
    restricted: Option<RequestId>,
    /// That it will be used again, as the person was told.
    announced: Option<Announced>,
    /// Who was told what became of the data, by the request that was granted.
    notified: BTreeMap<RequestId, Notified>,
    /// What was placed last and not lifted.
    hold: Option<Hold>,
    /// Whether everything about the person is being erased, or was.
    gone: bool,
}

/// That restricted data will be used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Announced {
    reason: LiftReason,
    /// The first day on which it may be, unless the person read it before.
    from: Date,
    seen: bool,
}

/// Who was told what became of the data of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Notified {
    right: DataRight,
    /// Those of the centre, and whether they said that no old copy is used.
    recipients: BTreeMap<RecipientId, bool>,
    /// How many outside.
    outside: u8,
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
    const VERSION: u32 = 3;

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
            Event::RequestGranted { request, .. } => {
                let open = self.open.remove(&request);
                self.gone |= open.is_some_and(|open| open.right == DataRight::Erasure);
            }
            Event::RequestRefused { request, .. }
            | Event::RequestWithdrawn { request }
            | Event::RequestLapsed { request } => {
                self.open.remove(&request);
            }
            Event::ProcessingRestricted { request } => {
                (self.restricted, self.announced) = (Some(request), None);
            }
            Event::LiftingAnnounced { reason, from, .. } => {
                self.announced = Some(Announced { reason, from, seen: false });
            }
            Event::LiftingSeen { .. } => {
                if let Some(announced) = &mut self.announced {
                    announced.seen = true;
                }
            }
            Event::RestrictionLifted { .. } => (self.restricted, self.announced) = (None, None),
            Event::CountedNoMore { .. } => {}
            Event::RecipientsNotified { request, right, ref recipients } => {
                let recipients = recipients.iter().map(|one| (*one, false)).collect();
                self.notified.insert(request, Notified { right, recipients, outside: 0 });
            }
            Event::NoticeAcknowledged { request, recipient } => {
                if let Some(notified) = self.notified.get_mut(&request) {
                    notified.recipients.insert(recipient, true);
                }
            }
            Event::OutsideRecipientTold { request, .. } => {
                if let Some(notified) = self.notified.get_mut(&request) {
                    notified.outside = notified.outside.saturating_add(1);
                }
            }
            Event::HoldPlaced { ground, until } => self.hold = Some(Hold { ground, until }),
            Event::HoldLifted {} => self.hold = None,
            Event::TermEnded { .. } => self.gone = true,
        }
        self
    }
}

impl Rights {
    fn open(&self, request: RequestId) -> Result<&Open, RequestOver> {
        self.open.get(&request).ok_or(RequestOver)
    }

    /// Whether something holds what is kept about the person on this day.
    fn is_held(&self, today: Date) -> bool {
        self.hold.is_some_and(|hold| hold.stands(today))
    }
}

/// Whether whoever had the data has to be told that this was granted (Art. 19). Access and portability change
/// nothing, and an objection ends a use and changes no data.
pub fn is_told_on(right: DataRight) -> bool {
    match right {
        DataRight::Rectification | DataRight::Erasure | DataRight::Restriction => true,
        DataRight::Access | DataRight::Portability | DataRight::Objection => false,
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
    said_within(words, WORDS_CHARS_MAX)
}

/// The same, of so many characters at most.
fn said_within(words: Option<&str>, most: usize) -> Result<Option<Personal<String>>, WrongWords> {
    let words = text::words(words.unwrap_or_default(), most);
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
