//! The GDPR audit log: who read or changed what of whom, what for and when, made of the events.
//!
//! Invariant: every reading and every event about a person is an entry for that person, in the order of
//! the log; what it says of anybody is ids, codes and moments.

mod change;
mod reviews;

use std::collections::HashMap;

use domain::{centre, consent, person, review, rights};
use eventlog::{Filter, Position, Recorded};
use events::{
    ChangeKind, Code, ReadKind, YouthId, alarm,
    centre::{Centre, CentreEvent},
    reading,
    reading::ReadingEvent,
    review::ReviewEvent,
    run,
    trajectory::{self, TrajectoryEvent},
};
use jiff::{Timestamp, civil::Date};
use kernel::{Purpose, Role, codec::CodecError, zone::Zone};
use reads::domain::unusual::{Rules, Seen, Watch};
use runtime::{
    View,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use change::change;
use reviews::Reviews;
pub use reviews::{Review, Unreviewed};

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
    /// By which rules it is unusual.
    pub unusual: Rules,
    /// What somebody found who looked into it.
    pub reviewed: Option<Review>,
}

impl AuditEntry {
    /// When the platform came to know it.
    pub fn recorded_at(&self) -> Timestamp {
        moment(self.recorded_micros)
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
    /// Only what is unusual by some rule.
    pub unusual: bool,
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
    unusual: Rules,
}

/// The audit log of a centre.
#[derive(Debug, Default)]
pub struct AuditLog {
    people: Vec<Uuid>,
    places: HashMap<Uuid, u32>,
    entries: Vec<Kept>,
    /// Which entries are about each of the people.
    about: Vec<Vec<u32>>,
    centre: Option<Centre>,
    watch: Watch,
    reviews: Reviews,
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
            .map(move |(at, entry)| self.told(at, entry, wanted.as_of))
    }

    fn told(&self, at: usize, entry: &Kept, as_of: Option<Position>) -> AuditEntry {
        let Kept { position, recorded_micros, occurred_on, role, purpose, did, unusual, .. } =
            *entry;
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
            unusual,
            reviewed: self.reviews.of(entry, as_of),
        }
    }

    fn place(&mut self, person: Uuid) -> u32 {
        *self.places.entry(person).or_insert_with(|| {
            self.people.push(person);
            self.about.push(Vec::new());
            index(self.people.len() - 1)
        })
    }

    /// Takes an event into account of which the rules have to know, and says by which it is unusual.
    fn watched(
        &mut self,
        event: &Recorded,
        (reader, role): (Uuid, Role),
        youth: YouthId,
        did: Did,
        coach: Option<Uuid>,
    ) -> Rules {
        match (did, coach) {
            (Did::Read(what), _) => {
                let at = moment(event.recorded_micros);
                let zone = self.centre.as_ref().map(|centre| centre.zone.clone());
                let hour = zone.unwrap_or_default().hour_of(at);
                return self.watch.sees(Seen { reader, role, youth, what, at, hour });
            }
            (Did::Change(ChangeKind::TrajectoryBegun), _) => self.watch.began(youth),
            (Did::Change(ChangeKind::CoachChosen), Some(coach)) => self.watch.chose(youth, coach),
            (Did::Change(_), _) => {}
        }
        Rules::default()
    }

    fn add(&mut self, entry: Kept) {
        self.reviews.seen(&entry, index(self.entries.len()));
        self.about[entry.person as usize].push(index(self.entries.len()));
        self.entries.push(entry);
    }
}

/// A moment as the log keeps it.
fn moment(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
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
            && (!self.unusual || !entry.unusual.is_empty())
            && self.from.is_none_or(after)
            && self.until.is_none_or(before)
            && self.as_of.is_none_or(|at| entry.position <= at)
    }
}

/// What an event means to [`AuditLog`].
pub enum Fact {
    /// Somebody did something with somebody's data.
    Entry(Entry),
    /// About the centre.
    Centre(CentreEvent),
    /// Somebody looked into unusual reading.
    Review(ReviewEvent, Uuid),
}

/// What an event says, and of whom.
pub struct Entry {
    people: Vec<Uuid>,
    actor: Uuid,
    role: Role,
    purpose: Purpose,
    did: Did,
    /// Whom a youth chose with it.
    coach: Option<Uuid>,
}

impl View for AuditLog {
    const NAME: &'static str = "audit-log";
    const VERSION: u32 = 7;

    type Fact = Fact;

    fn filter() -> Filter {
        Filter::kinds(&[
            alarm::KIND,
            centre::KIND,
            consent::KIND,
            person::KIND,
            reading::KIND,
            review::KIND,
            rights::KIND,
            run::KIND,
            trajectory::KIND,
        ])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        if event.stream.kind() == centre::KIND {
            return event.decoded().map(Fact::Centre).map(Some);
        }
        if event.stream.kind() == review::KIND {
            return Ok(Some(Fact::Review(event.decoded()?, event.meta()?.actor)));
        }
        let (people, did) = if event.stream.kind() == reading::KIND {
            let ReadingEvent::PersonalDataRead { what, youths, .. } = event.decoded()?;
            (youths.into_iter().map(events::YouthId::uuid).collect(), Did::Read(what))
        } else {
            // Of a person's own stream the id is the person's.
            let person = event.subject().unwrap_or_else(|| event.stream.id());
            let change = change(event.name).ok_or(CodecError::UnknownShape)?;
            (vec![person], Did::Change(change))
        };
        let coach = match did {
            Did::Change(ChangeKind::CoachChosen) => match event.decoded()? {
                TrajectoryEvent::CoachChosen { coach } => Some(coach.uuid()),
                _ => None,
            },
            _ => None,
        };
        let meta = event.meta()?;
        let (actor, role, purpose) = (meta.actor, meta.role, meta.purpose);
        Ok(Some(Fact::Entry(Entry { people, actor, role, purpose, did, coach })))
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        let Entry { people, actor: by, role, purpose, did, coach } = match fact {
            Fact::Entry(entry) => entry,
            Fact::Centre(fact) => {
                self.centre = Centre::after(self.centre.take(), fact);
                return;
            }
            Fact::Review(fact, by) => {
                let ReviewEvent::UnusualReadingReviewed { day, until, finding } = fact;
                let review = Review::said(event, until, finding, by);
                return self.reviewed(event.stream.id(), day, review);
            }
        };
        let actor = self.place(by);
        let (position, recorded_micros) = (event.position, event.recorded_micros);
        let occurred_on = event.occurred_on;
        for person in people {
            let unusual = self.watched(event, (by, role), YouthId::new(person), did, coach);
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
                unusual,
            });
        }
    }

    fn bytes(&self) -> usize {
        self.entries.len() * ENTRY_BYTES + self.people.len() * PERSON_BYTES
    }

    fn save(&self) -> Vec<u8> {
        let Self { people, entries, centre, watch, reviews, .. } = self;
        view::saved(&(people, entries, centre, watch, reviews.said()))
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        let (people, entries, centre, watch, said): (Vec<Uuid>, Vec<Kept>, _, _, _) =
            view::loaded(bytes)?;
        let places = people.iter().enumerate().map(|(at, person)| (*person, index(at))).collect();
        let about = vec![Vec::new(); people.len()];
        let count = index(people.len());
        let kept = Vec::with_capacity(entries.len());
        let reviews = Reviews::having(said);
        let mut log = Self { people, places, entries: kept, about, centre, watch, reviews };
        for entry in entries {
            if entry.person >= count || entry.actor >= count {
                return None;
            }
            log.add(entry);
        }
        Some(log)
    }
}
