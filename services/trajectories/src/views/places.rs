//! The coaches of every centre, how many places each has, and who holds one.

use std::collections::{BTreeMap, BTreeSet};

use events::{caseload::CaseloadEvent, person::PersonEvent};
use jiff::Timestamp;
use platform::{Recorded, Role, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::caseload::places_of;

/// Working time of a coach of whom none was said, percent of full time.
const FTE_PERCENT_UNSAID: u8 = 100;

/// A place that a youth holds with a coach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where.
    pub tenant: TenantId,
    /// With whom.
    pub coach: Uuid,
    /// Who.
    pub youth: Uuid,
    /// By which taking.
    pub take: Uuid,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Held {
    take: Uuid,
    since: Timestamp,
}

/// Coaches and their places.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Places {
    coaches: BTreeMap<(TenantId, Uuid), u32>,
    held: BTreeMap<(TenantId, Uuid), BTreeMap<Uuid, Held>>,
    /// People whose keys were destroyed.
    erased: BTreeSet<(TenantId, Uuid)>,
}

impl Places {
    /// How many places a coach has; `None` if the centre has no such coach.
    pub fn of(&self, tenant: &TenantId, coach: Uuid) -> Option<u32> {
        self.coaches.get(&(tenant.clone(), coach)).copied()
    }

    /// The coaches of a centre and how many places each has.
    pub fn coaches(&self, tenant: &TenantId) -> impl Iterator<Item = (Uuid, u32)> {
        let (from, tenant) = ((tenant.clone(), Uuid::nil()), tenant.clone());
        let ours = self.coaches.range(from..).take_while(move |((of, _), _)| *of == tenant);
        ours.map(|((_, coach), places)| (*coach, *places))
    }

    /// Whether a youth holds a place with a coach.
    pub fn holds(&self, tenant: &TenantId, coach: Uuid, youth: Uuid) -> bool {
        self.held.get(&(tenant.clone(), coach)).is_some_and(|held| held.contains_key(&youth))
    }

    /// Places that were taken before a moment.
    pub fn taken_before(&self, moment: Timestamp) -> impl Iterator<Item = Place> {
        self.held.iter().flat_map(move |((tenant, coach), held)| {
            let old = held.iter().filter(move |(_, held)| held.since < moment);
            old.map(|(youth, held)| {
                let (tenant, coach, youth, take) = (tenant.clone(), *coach, *youth, held.take);
                Place { tenant, coach, youth, take }
            })
        })
    }

    /// Whether a person's keys were destroyed.
    pub fn is_erased(&self, tenant: &TenantId, person: Uuid) -> bool {
        self.erased.contains(&(tenant.clone(), person))
    }

    pub(super) fn person_event(&mut self, event: &Recorded, fact: &PersonEvent) {
        let person = (event.stream.tenant().clone(), event.stream.id());
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
            | PersonEvent::AvatarChosen { .. } => {}
        }
    }

    pub(super) fn caseload_event(&mut self, event: &Recorded, fact: &CaseloadEvent) {
        let coach = (event.stream.tenant().clone(), event.stream.id());
        let held = self.held.entry(coach).or_default();
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
