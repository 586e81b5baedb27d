//! Whose a start card or a session is: what has to be known before anybody knows of which tenant.
//!
//! Invariant: nothing kept here opens a door; there are hashes only.

use std::collections::HashMap;

use domain::person::{self, SESSIONS_PER_PERSON_MAX};
use eventlog::{Filter, Recorded};
use events::person::PersonEvent;
use jiff::Timestamp;
use kernel::{TenantId, codec::CodecError};
use runtime::{
    View,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What a card takes in memory, and a session, about.
const CARD_BYTES: usize = 160;
const SESSION_BYTES: usize = 80;

/// A key of a door: a digest of what the events have, which are hashes already. Half the bytes of a
/// SHA-256, so that many fit; nobody finds another text with the same.
type Key = u128;

/// Whose a session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionEntry {
    /// The person's tenant.
    pub tenant: TenantId,
    /// The person.
    pub person: Uuid,
    /// When it ends by itself.
    pub expires: Timestamp,
}

/// What somebody has to come in by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Holder {
    tenant: TenantId,
    card: Option<Key>,
    /// Sessions not signed out, and when they end, oldest first.
    sessions: Vec<(Key, Timestamp)>,
}

/// Cards and sessions of every tenant.
#[derive(Debug, Default)]
pub struct Doors {
    holders: HashMap<Uuid, Holder>,
    /// Who has the card, and whose a session is.
    people: HashMap<Key, Uuid>,
}

impl Doors {
    /// Who has the card with this hash.
    pub fn card(&self, hash: &str) -> Option<(TenantId, Uuid)> {
        let key = key(hash);
        let person = *self.people.get(&key)?;
        let holder = self.holders.get(&person).filter(|holder| holder.card == Some(key))?;
        Some((holder.tenant.clone(), person))
    }

    /// Whose the session with this hash is, ended ones included until they fall out.
    pub fn session(&self, hash: &str) -> Option<SessionEntry> {
        let key = key(hash);
        let person = *self.people.get(&key)?;
        let holder = self.holders.get(&person)?;
        let (_, expires) = holder.sessions.iter().find(|(session, _)| *session == key)?;
        Some(SessionEntry { tenant: holder.tenant.clone(), person, expires: *expires })
    }

    fn end_sessions(&mut self, person: Uuid) {
        let Some(holder) = self.holders.get_mut(&person) else { return };
        for (session, _) in holder.sessions.drain(..) {
            self.people.remove(&session);
        }
    }

    fn end_card(&mut self, person: Uuid) {
        let card = self.holders.get_mut(&person).and_then(|holder| holder.card.take());
        if let Some(card) = card {
            self.people.remove(&card);
        }
    }

    fn begin_session(&mut self, person: Uuid, session: Key, expires: Timestamp, now: Timestamp) {
        let Some(holder) = self.holders.get_mut(&person) else { return };
        for gone in holder.begin_session(session, expires, now) {
            self.people.remove(&gone);
        }
        self.people.insert(session, person);
    }
}

impl Holder {
    /// Adds a session and gives those that fall out: ended by now, or the oldest of too many.
    fn begin_session(&mut self, session: Key, expires: Timestamp, now: Timestamp) -> Vec<Key> {
        let mut gone: Vec<_> = self.sessions.extract_if(.., |(_, end)| *end < now).collect();
        self.sessions.push((session, expires));
        let over = self.sessions.len().saturating_sub(SESSIONS_PER_PERSON_MAX);
        gone.extend(self.sessions.drain(..over));
        gone.into_iter().map(|(session, _)| session).collect()
    }
}

fn key(hash: &str) -> Key {
    let digest = Sha256::digest(hash);
    digest.iter().take(16).fold(0, |key, byte| (key << 8) | Key::from(*byte))
}

impl View for Doors {
    const NAME: &'static str = "doors";
    const VERSION: u32 = 1;

    type Fact = PersonEvent;

    fn filter() -> Filter {
        let names = vec!["StartCardIssued", "SignedIn", "SignedOut", "KeysDestroyed"];
        Filter { names, ..Filter::kinds(&[person::KIND]) }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<PersonEvent>, CodecError> {
        event.decoded().map(Some)
    }

    fn apply(&mut self, event: &Recorded, fact: PersonEvent) {
        let person = event.stream.id();
        match fact {
            PersonEvent::PersonRegistered { .. }
            | PersonEvent::AvatarChosen { .. }
            | PersonEvent::NoticeSeen { .. }
            | PersonEvent::AnswersErased { .. }
            | PersonEvent::SignalErased { .. }
            | PersonEvent::ErasureDecided { .. } => {}
            PersonEvent::StartCardIssued { code_hash } => {
                self.end_card(person);
                // A lost phone is locked out by printing a new card.
                self.end_sessions(person);
                let (tenant, card) = (event.stream.tenant().clone(), key(&code_hash));
                self.holders.insert(person, Holder { tenant, card: Some(card), sessions: vec![] });
                self.people.insert(card, person);
            }
            PersonEvent::SignedIn { session, expires } => {
                self.begin_session(person, key(&session), expires, event.recorded_at());
            }
            PersonEvent::SignedOut { session } => {
                let session = key(&session);
                if let Some(holder) = self.holders.get_mut(&person) {
                    holder.sessions.retain(|(kept, _)| *kept != session);
                }
                self.people.remove(&session);
            }
            PersonEvent::KeysDestroyed {} => {
                self.end_card(person);
                self.end_sessions(person);
                self.holders.remove(&person);
            }
        }
    }

    fn bytes(&self) -> usize {
        let sessions = self.people.len().saturating_sub(self.holders.len());
        self.holders.len() * CARD_BYTES + sessions * SESSION_BYTES
    }

    fn save(&self) -> Vec<u8> {
        let mut holders: Vec<_> = self.holders.iter().collect();
        holders.sort_unstable_by_key(|(person, _)| **person);
        view::saved(&holders)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        let holders: Vec<(Uuid, Holder)> = view::loaded(bytes)?;
        let mut people = HashMap::new();
        for (person, holder) in &holders {
            let sessions = holder.sessions.iter().map(|(session, _)| *session);
            people.extend(sessions.chain(holder.card).map(|key| (key, *person)));
        }
        Some(Self { holders: holders.into_iter().collect(), people })
    }
}
