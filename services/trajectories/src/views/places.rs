//! The coaches of a centre, how many places each has, and who holds one.

use std::collections::{BTreeMap, BTreeSet};

use domain::caseload::places_of;
use eventlog::Recorded;
use events::{CoachId, TakeId, YouthId, caseload::CaseloadEvent, person::PersonEvent};
use jiff::Timestamp;
use kernel::Role;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Working time of a coach of whom none was said, percent of full time.
const FTE_PERCENT_UNSAID: u8 = 100;

/// A place that a youth holds with a coach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// With whom.
    pub coach: CoachId,
    /// Who.
    pub youth: YouthId,
    /// By which taking.
    pub take: TakeId,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Held {
    take: TakeId,
    since: Timestamp,
}

/// Coaches and their places.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Places {
    coaches: BTreeMap<Uuid, u32>,
    held: BTreeMap<Uuid, BTreeMap<YouthId, Held>>,
    /// People whose keys were destroyed.
    erased: BTreeSet<Uuid>,
}

impl Places {
    /// How many places a coach has; `None` if the centre has no such coach.
    pub fn of(&self, coach: Uuid) -> Option<u32> {
        self.coaches.get(&coach).copied()
    }

    /// The coaches and how many places each has.
    pub fn coaches(&self) -> impl Iterator<Item = (Uuid, u32)> {
        self.coaches.iter().map(|(coach, places)| (*coach, *places))
    }

    /// Places that were taken before a moment.
    pub fn taken_before(&self, moment: Timestamp) -> impl Iterator<Item = Place> {
        self.held.iter().flat_map(move |(coach, held)| {
            let old = held.iter().filter(move |(_, held)| held.since < moment);
            old.map(|(youth, held)| {
                let (coach, youth, take) = (CoachId::new(*coach), *youth, held.take);
                Place { coach, youth, take }
            })
        })
    }

    /// Whether a person's keys were destroyed.
    pub fn is_erased(&self, person: Uuid) -> bool {
        self.erased.contains(&person)
    }

    pub(super) fn person_event(&mut self, event: &Recorded, fact: &PersonEvent) {
        let person = event.stream.id();
        match fact {
            PersonEvent::PersonRegistered { role: Role::Coach, fte_percent, .. } => {
                let places = places_of(fte_percent.unwrap_or(FTE_PERCENT_UNSAID));
                self.coaches.insert(person, places);
            }
            PersonEvent::KeysDestroyed {} => {
                self.coaches.remove(&person);
                self.erased.insert(person);
            }
            PersonEvent::PersonRegistered { .. }
            | PersonEvent::StartCardIssued { .. }
            | PersonEvent::SignedIn { .. }
            | PersonEvent::SignedOut { .. }
            | PersonEvent::AvatarChosen { .. }
            | PersonEvent::NoticeSeen { .. }
            | PersonEvent::AnswersErased { .. }
            | PersonEvent::SignalErased { .. }
            | PersonEvent::ErasureDecided { .. } => {}
        }
    }

    pub(super) fn caseload_event(&mut self, event: &Recorded, fact: &CaseloadEvent) {
        let held = self.held.entry(event.stream.id()).or_default();
        match *fact {
            CaseloadEvent::PlaceTaken { youth, take } => {
                held.insert(youth, Held { take, since: event.recorded_at() });
            }
            CaseloadEvent::PlaceFreed { youth, take } => {
                if held.get(&youth).is_some_and(|held| held.take == take) {
                    held.remove(&youth);
                }
            }
        }
    }
}
