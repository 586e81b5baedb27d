//! A coach has so many places, and a youth takes one before choosing that coach.
//!
//! Invariant: nobody takes a place while as many as there are of them are held by others. All of a
//! coach's places stand in one stream, so the last one is given once, whoever asks at the same time.

pub mod free_place;
pub mod take_place;

use std::collections::BTreeMap;

use events::{TakeId, YouthId, caseload::CaseloadEvent as Event};
use kernel::State;
use serde::{Deserialize, Serialize};

pub use free_place::FreePlace;
pub use take_place::TakePlace;

/// Youths per coach of one full-time equivalent (L1294).
pub const YOUTHS_PER_FTE: u32 = 20;

/// How many places a coach has: [`YOUTHS_PER_FTE`] pro rata, at least one.
pub fn places_of(fte_percent: u8) -> u32 {
    (YOUTHS_PER_FTE * u32::from(fte_percent) / 100).max(1)
}

/// Who holds a place, and by which taking.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caseload(BTreeMap<YouthId, TakeId>);

impl Caseload {
    /// By which taking a youth holds a place here.
    pub fn take_of(&self, youth: YouthId) -> Option<TakeId> {
        self.0.get(&youth).copied()
    }

    /// How many places others hold.
    fn held_by_others_than(&self, youth: YouthId) -> usize {
        self.0.keys().filter(|holder| **holder != youth).count()
    }
}

impl State for Caseload {
    type Event = Event;

    const KIND: &'static str = events::caseload::KIND;
    const VERSION: u32 = 1;

    fn evolve(mut self, event: &Event) -> Self {
        match *event {
            Event::PlaceTaken { youth, take } => {
                self.0.insert(youth, take);
            }
            Event::PlaceFreed { youth, take } => {
                if self.take_of(youth) == Some(take) {
                    self.0.remove(&youth);
                }
            }
        }
        self
    }
}

#[cfg(test)]
mod examples {
    use uuid::Uuid;

    use super::*;

    pub(super) const NOOR: YouthId = YouthId::new(Uuid::from_u128(1));
    pub(super) const SAM: YouthId = YouthId::new(Uuid::from_u128(2));
    pub(super) const FIRST: TakeId = TakeId::new(Uuid::from_u128(11));
    pub(super) const SECOND: TakeId = TakeId::new(Uuid::from_u128(12));

    pub(super) fn taken(youth: YouthId, take: TakeId) -> Event {
        Event::PlaceTaken { youth, take }
    }

    pub(super) fn freed(youth: YouthId, take: TakeId) -> Event {
        Event::PlaceFreed { youth, take }
    }

    #[test]
    fn a_full_time_coach_has_room_for_twenty_and_every_coach_for_one() {
        assert_eq!([100, 50, 80, 10, 3].map(places_of), [20, 10, 16, 2, 1]);
    }
}
