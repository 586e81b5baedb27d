//! Who is in a tenant.
//!
//! Invariant: names and avatars stay sealed; whoever shows them asks the vault.

use std::collections::BTreeMap;

use domain::{centre, person};
use eventlog::{Filter, Recorded, StreamName};
use events::{
    NoticeVersion,
    centre::{BreachRule, Centre, CentreEvent, Controller, breach_rule_of},
    person::PersonEvent,
};
use jiff::civil::Date;
use kernel::{Personal, Role, TenantId, codec::CodecError, personal::SubjectKey};
use runtime::{
    View,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a person takes in memory, about.
const PERSON_BYTES: usize = 400;

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
    /// Whether there is a card to come in by.
    pub has_card: bool,
    /// When the person signed in last.
    pub last_sign_in_on: Option<Date>,
    /// The newest notice that the person read.
    pub notice: Option<NoticeVersion>,
    /// Whether every key was destroyed, as the log has it.
    pub erased: bool,
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

/// Who is in one tenant.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Directory {
    centre: Option<Centre>,
    controller: Option<Controller>,
    breach_rule: Option<BreachRule>,
    people: BTreeMap<Uuid, PersonEntry>,
}

impl Directory {
    /// The centre, if it is one and open.
    pub fn centre(&self) -> Option<&Centre> {
        self.centre.as_ref()
    }

    /// Who decides about the data, once somebody said so; of the platform, who works on it.
    pub fn controller(&self) -> Option<&Controller> {
        self.controller.as_ref()
    }

    /// By which rule breaches of the centre are judged: the one that somebody set, or its country's.
    pub fn breach_rule(&self) -> Option<BreachRule> {
        let country = self.centre.as_ref()?.country;
        Some(self.breach_rule.clone().unwrap_or_else(|| breach_rule_of(country)))
    }

    /// The people, by id.
    pub fn people(&self) -> impl Iterator<Item = (&Uuid, &PersonEntry)> {
        self.people.iter()
    }

    /// One person.
    pub fn person(&self, id: Uuid) -> Option<&PersonEntry> {
        self.people.get(&id)
    }

    fn person_event(&mut self, event: &Recorded, fact: PersonEvent) {
        let id = event.stream.id();
        if let PersonEvent::PersonRegistered { role, fte_percent, name } = fact {
            let name = Kept { value: name, revision: event.revision };
            self.people.insert(id, PersonEntry::new(role, fte_percent, event.occurred_on, name));
            return;
        }
        let Some(person) = self.people.get_mut(&id) else { return };
        match fact {
            PersonEvent::PersonRegistered { .. }
            | PersonEvent::SignedOut { .. }
            | PersonEvent::ErasureDecided { .. } => {}
            PersonEvent::StartCardIssued { .. } => person.has_card = true,
            PersonEvent::SignedIn { .. } => person.last_sign_in_on = Some(event.occurred_on),
            PersonEvent::AvatarChosen { avatar } => {
                person.avatar = Some(Kept { value: avatar, revision: event.revision });
            }
            PersonEvent::NoticeSeen { version } => person.notice = Some(version),
            PersonEvent::KeysDestroyed {} => (person.erased, person.has_card) = (true, false),
        }
    }
}

impl PersonEntry {
    fn new(role: Role, fte_percent: Option<u8>, since: Date, name: Kept) -> Self {
        let (avatar, last_sign_in_on, notice, has_card, erased) = (None, None, None, false, false);
        Self { role, fte_percent, since, name, avatar, has_card, last_sign_in_on, notice, erased }
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
    const VERSION: u32 = 8;

    type Fact = Fact;

    fn filter() -> Filter {
        Filter::kinds(&[centre::KIND, person::KIND])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        match event.stream.kind() {
            centre::KIND => event.decoded().map(Fact::Centre).map(Some),
            person::KIND => event.decoded().map(Fact::Person).map(Some),
            _ => Ok(None),
        }
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        match fact {
            Fact::Centre(CentreEvent::ControllerDescribed(controller)) => {
                self.controller = Some(controller);
            }
            Fact::Centre(CentreEvent::BreachRuleSet(rule)) => self.breach_rule = Some(rule),
            Fact::Centre(fact) => self.centre = Centre::after(self.centre.take(), fact),
            Fact::Person(fact) => self.person_event(event, fact),
        }
    }

    fn bytes(&self) -> usize {
        self.people.len() * PERSON_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(self)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes)
    }
}
