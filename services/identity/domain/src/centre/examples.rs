//! Examples for specifications.

use events::{
    Language,
    centre::{CentreEvent as Event, CentreExport, CentreGone},
};
use jiff::civil::{Date, date};
use kernel::{By, Role};
use uuid::Uuid;

pub(super) const AGREEMENT_ENDED_ON: Date = date(2027, 2, 28);
pub(super) const TODAY: Date = date(2027, 3, 9);

pub(super) fn on(today: Date) -> By {
    By { actor: Uuid::from_u128(3), role: Role::Operator, today }
}

pub(super) fn opened() -> Event {
    let (name, language) = ("LSC Kempen".to_owned(), Language::Nl);
    Event::CentreOpened { name, language, synthetic: true }
}

pub(super) fn begun() -> Event {
    Event::ExitBegun { agreement_ended_on: AGREEMENT_ENDED_ON }
}

pub(super) fn agreed() -> Event {
    Event::ExitAgreed {}
}

pub(super) fn withdrawn() -> Event {
    Event::ExitWithdrawn {}
}

pub(super) fn export() -> CentreExport {
    CentreExport { sha256: "9f".repeat(32), events: 4711, through: 90_210 }
}

pub(super) fn exported() -> Event {
    Event::CentreExported(export())
}

pub(super) fn wiping() -> Event {
    Event::WipeBegun {}
}

pub(super) fn gone() -> CentreGone {
    CentreGone { people: 54, events: 4720, certificate: Some("v4.public.signed".to_owned()) }
}

pub(super) fn left() -> Event {
    Event::CentreLeft(gone())
}
