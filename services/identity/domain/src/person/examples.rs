//! People, cards and sessions that specifications share.

use events::person::PersonEvent as Event;
use jiff::Timestamp;
use kernel::{Personal, Role};

use super::{RegisterPerson, SignIn, SignOut};

pub(super) fn open(text: &str) -> Personal<String> {
    Personal::Open(text.to_owned())
}

pub(super) fn register(role: Role, name: &str, fte_percent: Option<u8>) -> RegisterPerson {
    RegisterPerson { role, name: open(name), fte_percent, code_hash: "card1".to_owned() }
}

pub(super) fn registered(role: Role, fte_percent: Option<u8>) -> Event {
    Event::PersonRegistered { role, fte_percent, name: open("Noor") }
}

pub(super) fn card(hash: &str) -> Event {
    Event::StartCardIssued { code_hash: hash.to_owned() }
}

pub(super) fn youth() -> [Event; 2] {
    [registered(Role::Youth, None), card("card1")]
}

/// A youth to whom this happened, too.
pub(super) fn youth_and(more: impl IntoIterator<Item = Event>) -> Vec<Event> {
    youth().into_iter().chain(more).collect()
}

pub(super) fn signed_in(session: &str) -> Event {
    Event::SignedIn { session: session.to_owned(), expires: Timestamp::UNIX_EPOCH }
}

pub(super) fn signed_out(session: &str) -> Event {
    Event::SignedOut { session: session.to_owned() }
}

pub(super) fn sign_in(card: &str, session: &str) -> SignIn {
    let (code_hash, session) = (card.to_owned(), session.to_owned());
    SignIn { code_hash, session, expires: Timestamp::UNIX_EPOCH }
}

pub(super) fn sign_out(session: &str) -> SignOut {
    SignOut { session: session.to_owned() }
}
