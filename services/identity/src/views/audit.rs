//! The GDPR audit log: who read or changed what of whom, what for and when, made of the events.
//!
//! Invariant: every reading and every event about a person is an entry for that person, in the order of
//! the log; what it says of anybody is ids, codes and moments.

use std::collections::HashMap;

use domain::person;
use eventlog::{Filter, Position, Recorded};
use events::{ChangeKind, Code, ReadKind, reading, reading::ReadingEvent, run, trajectory};
use jiff::{Timestamp, civil::Date};
use kernel::{Purpose, Role, codec::CodecError, zone::Zone};
use runtime::{
    View,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What an entry takes in memory, and a person, about.
const ENTRY_BYTES: usize = 48;
const PERSON_BYTES: usize = 96;

/// What somebody did with the data of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Did {
    /// Read this.
    Read(ReadKind),
    /// Wrote this down, or did it as that person.
    Change(ChangeKind),
}

impl Did {
    /// As it is written: what was read, or what was changed.
    pub fn names(self) -> (Option<&'static str>, Option<&'static str>) {
        match self {
            Self::Read(what) => (Some(what.name()), None),
            Self::Change(what) => (None, Some(what.name())),
        }
    }
}

/// One person did one thing with the data of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its number in the centre's log, from 1.
    pub number: u64,
    /// The event that says so.
    pub position: Position,
    /// When the platform came to know it, microseconds since 1970 UTC.
    pub recorded_micros: i64,
    /// The day on which it happened.
    pub occurred_on: Date,
    /// About whom.
    pub person: Uuid,
    /// By whom; nil for a service.
    pub actor: Uuid,
    /// What they were then.
    pub role: Role,
    /// What for.
    pub purpose: Purpose,
    /// What.
    pub did: Did,
}

impl AuditEntry {
    /// When the platform came to know it.
    pub fn recorded_at(&self) -> Timestamp {
        Timestamp::from_microsecond(self.recorded_micros).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// Which entries.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// About whom.
    pub person: Option<Uuid>,
    /// By whom.
    pub by: Option<Uuid>,
    /// By others than the person whom it is about.
    pub by_others: bool,
    /// Recorded from this moment on.
    pub from: Option<Timestamp>,
    /// Recorded up to this moment.
    pub until: Option<Timestamp>,
    /// As it was known at this position.
    pub as_of: Option<Position>,
}

/// An entry as it is kept: people by their place in [`AuditLog::people`].
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Kept {
    position: Position,
    recorded_micros: i64,
    occurred_on: Date,
    person: u32,
    actor: u32,
    role: Role,
    purpose: Purpose,
    did: Did,
}

/// The audit log of a centre.
#[derive(Debug, Default)]
pub struct AuditLog {
    people: Vec<Uuid>,
    places: HashMap<Uuid, u32>,
    entries: Vec<Kept>,
    /// Which entries are about each of the people.
    about: Vec<Vec<u32>>,
}

impl AuditLog {
    /// The entries that are wanted, the latest first.
    pub fn latest_first(&self, wanted: Wanted) -> impl Iterator<Item = AuditEntry> {
        let about = wanted.person.map(|person| {
            self.places.get(&person).map_or(&[][..], |place| &self.about[*place as usize])
        });
        let by = wanted.by.map(|by| self.places.get(&by));
        let number = move |at: usize| about.map_or(at, |about| about[at] as usize);
        let count = about.map_or(self.entries.len(), <[u32]>::len);
        (0..count)
            .rev()
            .map(move |at| (number(at), &self.entries[number(at)]))
            .filter(move |(_, entry)| {
                wanted.holds(entry) && by.is_none_or(|by| by == Some(&entry.actor))
            })
            .map(|(at, entry)| self.told(at, entry))
    }

    fn told(&self, at: usize, entry: &Kept) -> AuditEntry {
        let Kept { position, recorded_micros, occurred_on, role, purpose, did, .. } = *entry;
        AuditEntry {
            number: at as u64 + 1,
            position,
            recorded_micros,
            occurred_on,
            person: self.people[entry.person as usize],
            actor: self.people[entry.actor as usize],
            role,
            purpose,
            did,
        }
    }

    fn place(&mut self, person: Uuid) -> u32 {
        *self.places.entry(person).or_insert_with(|| {
            self.people.push(person);
            self.about.push(Vec::new());
            index(self.people.len() - 1)
        })
    }

    fn add(&mut self, entry: Kept) {
        self.about[entry.person as usize].push(index(self.entries.len()));
        self.entries.push(entry);
    }
}

/// A centre has fewer entries and people than fit: its events are.
fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

impl Wanted {
    /// The same, recorded from one day to another where the centre is, both included.
    #[must_use]
    pub fn between(self, zone: &Zone, from: Option<Date>, to: Option<Date>) -> Self {
        let end = |day: Date| zone.end_of(day);
        let begin = |day: Date| day.yesterday().map_or(Timestamp::MIN, end);
        Self { from: from.map(begin), until: to.map(end), ..self }
    }

    fn holds(&self, entry: &Kept) -> bool {
        let after = |from: Timestamp| from.as_microsecond() <= entry.recorded_micros;
        let before = |until: Timestamp| entry.recorded_micros <= until.as_microsecond();
        (!self.by_others || entry.person != entry.actor)
            && self.from.is_none_or(after)
            && self.until.is_none_or(before)
            && self.as_of.is_none_or(|at| entry.position <= at)
    }
}

/// What an event says, and of whom.
pub struct Fact {
    people: Vec<Uuid>,
    actor: Uuid,
    role: Role,
    purpose: Purpose,
    did: Did,
}

/// What an event that is no reading tells somebody; `None` if nothing by itself.
fn change(name: &str) -> Option<ChangeKind> {
    Some(match name {
        "PersonRegistered" => ChangeKind::Registered,
        "StartCardIssued" => ChangeKind::CardIssued,
        "SignedIn" => ChangeKind::SignedIn,
        "SignedOut" => ChangeKind::SignedOut,
        "AvatarChosen" => ChangeKind::AvatarChosen,
        "ErasureDecided" => ChangeKind::ErasureDecided,
        "KeysDestroyed" => ChangeKind::Erased,
        "YouthRegistered" => ChangeKind::TrajectoryBegun,
        "IntakeRecorded" => ChangeKind::Intake,
        "PopulationChanged" => ChangeKind::Population,
        "CoachChosen" => ChangeKind::CoachChosen,
        "StepRegistered" => ChangeKind::Step,
        "StepNoted" => ChangeKind::Note,
        "StepWithdrawn" => ChangeKind::StepWithdrawn,
        "TrajectoryClosed" => ChangeKind::TrajectoryClosed,
        "RunStarted" => ChangeKind::ExerciseBegun,
        "Answered" | "HealthAnswered" | "StepAnswered" | "HealthStepAnswered" => ChangeKind::Answer,
        "RunCompleted" => ChangeKind::ExerciseCompleted,
        _ => return None,
    })
}

impl View for AuditLog {
    const NAME: &'static str = "audit-log";
    const VERSION: u32 = 1;

    type Fact = Fact;

    fn filter() -> Filter {
        Filter::kinds(&[person::KIND, reading::KIND, run::KIND, trajectory::KIND])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        let (people, did) = if event.stream.kind() == reading::KIND {
            let ReadingEvent::PersonalDataRead { what, youths, .. } = event.decoded()?;
            (youths.into_iter().map(events::YouthId::uuid).collect(), Did::Read(what))
        } else {
            // Of a person's own stream the id is the person's.
            let person = event.subject().unwrap_or_else(|| event.stream.id());
            let change = change(event.name).ok_or(CodecError::UnknownShape)?;
            (vec![person], Did::Change(change))
        };
        let meta = event.meta()?;
        let (actor, role, purpose) = (meta.actor, meta.role, meta.purpose);
        Ok(Some(Fact { people, actor, role, purpose, did }))
    }

    fn apply(&mut self, event: &Recorded, Fact { people, actor, role, purpose, did }: Fact) {
        let actor = self.place(actor);
        let (position, recorded_micros) = (event.position, event.recorded_micros);
        let occurred_on = event.occurred_on;
        for person in people {
            let person = self.place(person);
            self.add(Kept {
                position,
                recorded_micros,
                occurred_on,
                person,
                actor,
                role,
                purpose,
                did,
            });
        }
    }

    fn bytes(&self) -> usize {
        self.entries.len() * ENTRY_BYTES + self.people.len() * PERSON_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(&(&self.people, &self.entries))
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        let (people, entries): (Vec<Uuid>, Vec<Kept>) = view::loaded(bytes)?;
        let places = people.iter().enumerate().map(|(at, person)| (*person, index(at))).collect();
        let about = vec![Vec::new(); people.len()];
        let count = index(people.len());
        let mut log = Self { people, places, entries: Vec::with_capacity(entries.len()), about };
        for entry in entries {
            if entry.person >= count || entry.actor >= count {
                return None;
            }
            log.add(entry);
        }
        Some(log)
    }
}

#[cfg(test)]
mod tests {
    use events::{person::PersonEvent, run::RunEvent, trajectory::TrajectoryEvent};
    use strum::VariantNames;

    use super::*;

    #[test]
    fn every_event_about_a_person_is_told_in_the_audit_log() {
        let events = [PersonEvent::VARIANTS, RunEvent::VARIANTS, TrajectoryEvent::VARIANTS];
        let untold: Vec<_> =
            events.into_iter().flatten().filter(|name| change(name).is_none()).collect();
        assert!(untold.is_empty(), "say in change() what these tell people: {untold:?}");
    }
}
