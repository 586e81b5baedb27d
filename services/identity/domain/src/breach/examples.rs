//! Breaches that specifications share.

use events::{
    BreachCause, BreachKind, BreachRisk, HoldGround, InformedHow, SupervisoryAuthority,
    breach::BreachEvent as Event, centre::BreachRule,
};
use jiff::{Timestamp, civil::Date};
use kernel::{
    By, Role,
    spec::{Given, given},
};
use uuid::Uuid;

use super::{Breach, ReportBreach};

/// Known at a quarter past nine in Belgium, to be told three days later.
pub(super) const KNOWN: &str = "2027-03-09T08:15:00Z";
pub(super) const DUE: &str = "2027-03-12T08:15:00Z";

pub(super) fn at(moment: &str) -> Timestamp {
    moment.parse().unwrap()
}

pub(super) fn by(role: Role) -> By {
    By { actor: Uuid::from_u128(7), role, today: Date::ZERO }
}

pub(super) fn rule(hours: u16, threshold: BreachRisk) -> BreachRule {
    BreachRule { hours, threshold, recipient: None }
}

/// A report of a lost device, made at this moment.
pub(super) fn report(now: &str) -> ReportBreach {
    ReportBreach {
        kind: BreachKind::Confidentiality,
        cause: BreachCause::LostDevice,
        began: None,
        known: at(KNOWN),
        whose: None,
        rule: rule(72, BreachRisk::Risk),
        authority: SupervisoryAuthority::Belgian,
        words: None,
        now: at(now),
    }
}

pub(super) fn known() -> Event {
    known_by_rule(KNOWN, 72, BreachRisk::Risk)
}

pub(super) fn known_by_rule(known: &str, hours: u16, threshold: BreachRisk) -> Event {
    Event::BreachReported {
        kind: BreachKind::Confidentiality,
        cause: BreachCause::LostDevice,
        began: None,
        known: at(known),
        whose: None,
        hours,
        threshold,
        authority: SupervisoryAuthority::Belgian,
        recipient: None,
        words: None,
    }
}

pub(super) fn assessed(risk: BreachRisk) -> Event {
    Event::BreachAssessed { risk, data: vec![], people: 1, words: None }
}

pub(super) fn notified(moment: &str) -> Event {
    Event::AuthorityNotified { at: at(moment), delay: None, reference: None }
}

pub(super) fn informed(moment: &str) -> Event {
    Event::PersonsInformed { at: at(moment), how: InformedHow::Conversation }
}

pub(super) fn closed() -> Event {
    Event::BreachClosed { not_notified: None, not_informed: None }
}

/// An authority looks into it.
pub(super) fn held() -> Event {
    Event::BreachHoldPlaced { ground: HoldGround::Authority, until: None }
}

pub(super) fn ended() -> Event {
    Event::BreachTermEnded { since: Date::constant(2027, 4, 1), months: 60 }
}

/// A breach that is known, and to which this happened.
pub(super) fn after(more: impl IntoIterator<Item = Event>) -> Given<Breach> {
    given([known()].into_iter().chain(more)).by(by(Role::Lead))
}
