//! Requests that specifications share.

use events::{
    DataRight, ExtensionReason, HoldGround, LiftReason, RecipientId, RequestId,
    rights::RightsEvent as Event,
};
use jiff::civil::{Date, date};
use kernel::{
    By, Personal, Role,
    spec::{Given, given},
};
use uuid::Uuid;

use super::Rights;

pub(super) const REQUEST: RequestId = RequestId::new(Uuid::from_u128(0xd1));
pub(super) const OTHER_REQUEST: RequestId = RequestId::new(Uuid::from_u128(0xd2));
pub(super) const LEAD: RecipientId = RecipientId::new(Uuid::from_u128(7));
pub(super) const COACH: RecipientId = RecipientId::new(Uuid::from_u128(8));
pub(super) const OFFICER: RecipientId = RecipientId::new(Uuid::from_u128(9));
pub(super) const TODAY: Date = date(2027, 3, 9);
pub(super) const DUE: Date = date(2027, 4, 9);

pub(super) fn open(text: &str) -> Personal<String> {
    Personal::Open(text.to_owned())
}

pub(super) fn on(today: Date) -> By {
    By { actor: LEAD.uuid(), role: Role::Lead, today }
}

pub(super) fn made(right: DataRight) -> Event {
    Event::RequestMade { request: REQUEST, right, due: DUE, words: None }
}

pub(super) fn extended() -> Event {
    let due = date(2027, 6, 9);
    Event::RequestExtended { request: REQUEST, reason: ExtensionReason::Complex, due }
}

pub(super) fn granted() -> Event {
    Event::RequestGranted { request: REQUEST, answer: None }
}

pub(super) fn told<const N: usize>(right: DataRight, recipients: [RecipientId; N]) -> Event {
    Event::RecipientsNotified { request: REQUEST, right, recipients: recipients.into() }
}

pub(super) const RESTRICTED: Event = Event::ProcessingRestricted { request: REQUEST };

pub(super) fn announced(reason: LiftReason) -> Event {
    Event::LiftingAnnounced { request: REQUEST, reason, from: date(2027, 3, 16) }
}

pub(super) fn lifted(reason: LiftReason) -> Event {
    Event::RestrictionLifted { request: REQUEST, reason }
}

pub(super) fn withdrawn() -> Event {
    Event::RequestWithdrawn { request: REQUEST }
}

/// Something is needed for a claim at law.
pub(super) fn held(until: Option<Date>) -> Event {
    Event::HoldPlaced { ground: HoldGround::LegalClaim, until }
}

pub(super) fn released() -> Event {
    Event::HoldLifted {}
}

/// A person who made a request, and to whom this happened.
pub(super) fn asked(more: impl IntoIterator<Item = Event>) -> Given<Rights> {
    given([made(DataRight::Rectification)].into_iter().chain(more)).by(on(TODAY))
}
