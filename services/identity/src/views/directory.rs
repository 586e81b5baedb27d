//! Who is in a tenant.
//!
//! Invariant: names and avatars stay sealed; whoever shows them asks the vault.

use std::collections::BTreeMap;

use domain::{centre, person};
use eventlog::{Filter, Recorded, StreamName};
use events::{
    NoticeVersion,
    centre::{BreachRule, Centre, CentreEvent, Controller, RetentionTerm, Terms, breach_rule_of},
    person::PersonEvent,
};
use jiff::{Timestamp, civil::Date};
use kernel::{Personal, Role, TenantId, codec::CodecError, personal::SubjectKey};
use runtime::{
    View,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ExitEntry;

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

/// A rule for breaches that somebody set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSet {
    /// The rule.
    pub rule: BreachRule,
    /// As what somebody set it.
    pub role: Role,
    set_micros: i64,
}

impl RuleSet {
    /// Since when it counts.
    pub fn since(&self) -> Timestamp {
        Timestamp::from_microsecond(self.set_micros).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// Who is in one tenant.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Directory {
    centre: Option<Centre>,
    controller: Option<Controller>,
    breach_rules: Vec<RuleSet>,
    exit: Option<ExitEntry>,
    terms: Terms,
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
        let set = self.breach_rules.last().map(|set| set.rule.clone());
        Some(set.unwrap_or_else(|| breach_rule_of(country)))
    }

    /// Every rule that somebody set, the latest last.
    pub fn breach_rules(&self) -> &[RuleSet] {
        &self.breach_rules
    }

    /// How far its end is, once somebody began it.
    pub fn exit(&self) -> Option<&ExitEntry> {
        self.exit.as_ref()
    }

    /// Whether somebody with this role may not sign in, since the centre leaves.
    pub fn keeps_out(&self, role: Role) -> bool {
        role != Role::Lead && self.centre.as_ref().is_some_and(Centre::is_fenced)
    }

    /// How long the centre keeps what.
    pub fn terms(&self) -> &Terms {
        &self.terms
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
            | PersonEvent::AnswersErased { .. }
            | PersonEvent::SignalErased { .. }
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
    /// About a centre, and as what somebody said so.
    Centre(CentreEvent, Role),
    /// About a person.
    Person(PersonEvent),
}

impl View for Directory {
    const NAME: &'static str = "directory";
    const VERSION: u32 = 11;

    type Fact = Fact;

    fn filter() -> Filter {
        Filter::kinds(&[centre::KIND, person::KIND])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        match event.stream.kind() {
            centre::KIND => Ok(Some(Fact::Centre(event.decoded()?, event.meta()?.role))),
            person::KIND => event.decoded().map(Fact::Person).map(Some),
            _ => Ok(None),
        }
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        match fact {
            Fact::Centre(CentreEvent::ControllerDescribed(controller), _) => {
                self.controller = Some(controller);
            }
            Fact::Centre(CentreEvent::BreachRuleSet(rule), by) => {
                let set_micros = event.recorded_micros;
                self.breach_rules.push(RuleSet { rule, role: by, set_micros });
            }
            Fact::Centre(CentreEvent::RetentionTermSet { class, months, run }, _) => {
                self.terms.set(class, RetentionTerm { months, run });
            }
            Fact::Centre(fact, _) => {
                self.exit = ExitEntry::after(self.exit.take(), event, &fact);
                self.centre = Centre::after(self.centre.take(), fact);
            }
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
