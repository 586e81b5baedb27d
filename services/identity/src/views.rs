//! Who has access: centres, people, their cards and sessions.
//!
//! Invariant: names and avatars stay sealed; whoever shows them asks the vault.

use std::collections::BTreeMap;

use events::{Language, centre::CentreEvent, person::PersonEvent, zones::of_language};
use jiff::{Timestamp, civil::Date};
use platform::{
    Filter, Personal, Recorded, Role, StreamName, TenantId, View,
    codec::{self, CodecError},
    personal::SubjectKey,
    view::{OpenKeys, SnapshotPart},
    zone::Zone,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::{
    centre,
    person::{self, SESSIONS_PER_PERSON_MAX},
};

/// A centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreEntry {
    /// Its public name.
    pub name: String,
    /// Its first language.
    pub language: Language,
    /// Whether its people are invented.
    pub synthetic: bool,
    /// By which clock it lives.
    pub zone: Zone,
}

/// A person with access.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonEntry {
    /// What the person is.
    pub role: Role,
    /// A coach's working time, hundredths of full time.
    pub fte_percent: Option<u8>,
    /// Date of registration.
    pub since: Date,
    /// Sealed.
    pub name: Kept,
    /// Sealed.
    pub avatar: Option<Kept>,
    /// Keyed hash of the code of the card issued last.
    pub card: Option<String>,
    /// When the person signed in last.
    pub last_sign_in_on: Option<Date>,
    /// Whether every key was destroyed, as the log has it.
    pub erased: bool,
    /// Hashes of the secrets of sessions not signed out, and when they end, oldest first.
    sessions: Vec<(String, Timestamp)>,
}

/// A personal value and the revision of the event that carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    value: Personal<String>,
    revision: u64,
}

impl Kept {
    /// The value; `None` if this is not its key.
    pub fn opened(&self, tenant: &TenantId, person: Uuid, key: &SubjectKey) -> Option<String> {
        let place = StreamName::new(person::KIND, tenant, person).place(self.revision);
        self.value.opened(key, &place).ok()
    }
}

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

/// Who has access.
#[derive(Debug, Default)]
pub struct Directory {
    centres: BTreeMap<TenantId, CentreEntry>,
    people: BTreeMap<TenantId, BTreeMap<Uuid, PersonEntry>>,
    /// From keyed hashes of codes to who has the card.
    cards: BTreeMap<String, (TenantId, Uuid)>,
    /// From hashes of secrets.
    sessions: BTreeMap<String, SessionEntry>,
}

impl Directory {
    /// The centres, by id.
    pub fn centres(&self) -> impl Iterator<Item = (&TenantId, &CentreEntry)> {
        self.centres.iter()
    }

    /// One centre.
    pub fn centre(&self, id: &TenantId) -> Option<&CentreEntry> {
        self.centres.get(id)
    }

    /// The tenants that have people.
    pub fn tenants(&self) -> impl Iterator<Item = &TenantId> {
        self.people.keys()
    }

    /// By which clock a tenant lives; `None` if there is no such tenant.
    pub fn zone(&self, tenant: &TenantId) -> Option<Zone> {
        let across = tenant.is_platform().then(Zone::default);
        across.or_else(|| self.centres.get(tenant).map(|centre| centre.zone.clone()))
    }

    /// The people of a tenant, by id.
    pub fn people(&self, tenant: &TenantId) -> impl Iterator<Item = (&Uuid, &PersonEntry)> {
        self.people.get(tenant).into_iter().flatten()
    }

    /// One person of a tenant.
    pub fn person(&self, tenant: &TenantId, id: Uuid) -> Option<&PersonEntry> {
        self.people.get(tenant)?.get(&id)
    }

    /// The tenants that have a person with this id: one, but for what was registered before ids were
    /// claimed.
    pub fn tenants_of(&self, id: Uuid) -> impl Iterator<Item = &TenantId> {
        self.people.iter().filter(move |(_, people)| people.contains_key(&id)).map(|(it, _)| it)
    }

    /// Who has the card with this hash.
    pub fn card(&self, hash: &str) -> Option<&(TenantId, Uuid)> {
        self.cards.get(hash)
    }

    /// Whose the session with this hash is, ended ones included until they fall out.
    pub fn session(&self, hash: &str) -> Option<&SessionEntry> {
        self.sessions.get(hash)
    }

    /// Whether people of this tenant are invented; of the platform's own: whether any are.
    pub fn is_synthetic(&self, tenant: &TenantId) -> bool {
        match self.centres.get(tenant) {
            Some(centre) => centre.synthetic,
            None => self.centres.values().any(|centre| centre.synthetic),
        }
    }

    fn person_event(&mut self, event: &Recorded, fact: PersonEvent) {
        let (tenant, id) = (event.stream.tenant(), event.stream.id());
        let people = self.people.entry(tenant.clone()).or_default();
        if let PersonEvent::PersonRegistered { role, fte_percent, name } = fact {
            let name = Kept { value: name, revision: event.revision };
            people.insert(id, PersonEntry::new(role, fte_percent, event.occurred_on, name));
            return;
        }
        let Some(person) = people.get_mut(&id) else { return };
        match fact {
            PersonEvent::PersonRegistered { .. } => {}
            PersonEvent::StartCardIssued { code_hash } => {
                if let Some(old) = person.card.replace(code_hash.clone()) {
                    self.cards.remove(&old);
                }
                self.cards.insert(code_hash, (tenant.clone(), id));
                // A lost phone is locked out by printing a new card.
                for (session, _) in person.sessions.drain(..) {
                    self.sessions.remove(&session);
                }
            }
            PersonEvent::SignedIn { session, expires } => {
                person.last_sign_in_on = Some(event.occurred_on);
                for gone in person.begin_session(&session, expires, event.recorded_at()) {
                    self.sessions.remove(&gone);
                }
                let entry = SessionEntry { tenant: tenant.clone(), person: id, expires };
                self.sessions.insert(session, entry);
            }
            PersonEvent::SignedOut { session } => {
                person.sessions.retain(|(kept, _)| *kept != session);
                self.sessions.remove(&session);
            }
            PersonEvent::AvatarChosen { avatar } => {
                person.avatar = Some(Kept { value: avatar, revision: event.revision });
            }
            PersonEvent::KeysDestroyed {} => {
                person.erased = true;
                if let Some(card) = person.card.take() {
                    self.cards.remove(&card);
                }
                for (session, _) in person.sessions.drain(..) {
                    self.sessions.remove(&session);
                }
            }
        }
    }

    /// The indexes follow from the people.
    fn index(mut self) -> Self {
        for (tenant, people) in &self.people {
            for (id, person) in people {
                if let Some(card) = &person.card {
                    self.cards.insert(card.clone(), (tenant.clone(), *id));
                }
                for (session, expires) in &person.sessions {
                    let (tenant, expires) = (tenant.clone(), *expires);
                    let entry = SessionEntry { tenant, person: *id, expires };
                    self.sessions.insert(session.clone(), entry);
                }
            }
        }
        self
    }
}

impl PersonEntry {
    fn new(role: Role, fte_percent: Option<u8>, since: Date, name: Kept) -> Self {
        Self {
            role,
            fte_percent,
            since,
            name,
            avatar: None,
            card: None,
            last_sign_in_on: None,
            erased: false,
            sessions: Vec::new(),
        }
    }

    /// Adds a session and returns those that fall out: ended by now, or the oldest of too many.
    fn begin_session(&mut self, session: &str, expires: Timestamp, now: Timestamp) -> Vec<String> {
        let mut gone: Vec<_> = self.sessions.extract_if(.., |(_, end)| *end < now).collect();
        self.sessions.push((session.to_owned(), expires));
        let over = self.sessions.len().saturating_sub(SESSIONS_PER_PERSON_MAX);
        gone.extend(self.sessions.drain(..over));
        gone.into_iter().map(|(session, _)| session).collect()
    }
}

/// An event of either kind of stream.
pub enum Fact {
    /// About a centre.
    Centre(CentreEvent),
    /// About a person.
    Person(PersonEvent),
}

impl View for Directory {
    const NAME: &'static str = "directory";
    const VERSION: u32 = 4;

    type Fact = Fact;

    fn filter() -> Filter {
        Filter::kinds(&[centre::KIND, person::KIND])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        match event.stream.kind() {
            centre::KIND => codec::decode(event.name, event.data()).map(Fact::Centre).map(Some),
            person::KIND => codec::decode(event.name, event.data()).map(Fact::Person).map(Some),
            _ => Ok(None),
        }
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        match fact {
            Fact::Centre(CentreEvent::CentreOpened { name, language, synthetic }) => {
                let zone = of_language(language);
                let entry = CentreEntry { name, language, synthetic, zone };
                self.centres.insert(event.stream.tenant().clone(), entry);
            }
            Fact::Centre(CentreEvent::CentreZoneSet { zone }) => {
                let centre = self.centres.get_mut(event.stream.tenant());
                if let (Some(centre), Some(zone)) = (centre, Zone::named(&zone)) {
                    centre.zone = zone;
                }
            }
            Fact::Person(fact) => self.person_event(event, fact),
        }
    }

    fn save(&self) -> Vec<SnapshotPart> {
        // Maps of serialisable values always have a postcard form.
        let bytes = postcard::to_stdvec(&(&self.centres, &self.people)).unwrap_or_default();
        vec![(None, bytes)]
    }

    fn load(parts: Vec<SnapshotPart>) -> Option<Self> {
        let [(None, bytes)] = parts.as_slice() else { return None };
        let (centres, people) = postcard::from_bytes(bytes).ok()?;
        Some(Self { centres, people, ..Self::default() }.index())
    }
}

#[cfg(test)]
mod tests;
