//! Requests that specifications share.

use events::{DataRight, ExtensionReason, RequestId, rights::RightsEvent as Event};
use jiff::civil::{Date, date};
use kernel::{
    By, Personal, Role,
    spec::{Given, given},
};
use uuid::Uuid;

use super::Rights;

pub(super) const REQUEST: RequestId = RequestId::new(Uuid::from_u128(0xd1));
pub(super) const OTHER_REQUEST: RequestId = RequestId::new(Uuid::from_u128(0xd2));
pub(super) const TODAY: Date = date(2027, 3, 9);
pub(super) const DUE: Date = date(2027, 4, 9);

pub(super) fn open(text: &str) -> Personal<String> {
    Personal::Open(text.to_owned())
}

pub(super) fn on(today: Date) -> By {
    By { actor: Uuid::from_u128(7), role: Role::Lead, today }
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

pub(super) fn withdrawn() -> Event {
    Event::RequestWithdrawn { request: REQUEST }
}

/// A person who made a request, and to whom this happened.
pub(super) fn asked(more: impl IntoIterator<Item = Event>) -> Given<Rights> {
    given([made(DataRight::Rectification)].into_iter().chain(more)).by(on(TODAY))
}
