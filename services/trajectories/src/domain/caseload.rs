//! A coach has so many places, and a youth takes one before choosing that coach.
//!
//! Invariant: nobody takes a place while as many as there are of them are held by others. All of a
//! coach's places stand in one stream, so the last one is given once, whoever asks at the same time.

use std::collections::BTreeMap;

use events::caseload::CaseloadEvent as Event;
use platform::{
    By, Decision, Reason, State,
    status::{Kind, Refusal},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Youths per coach of one full-time equivalent (L1294).
pub const YOUTHS_PER_FTE: u32 = 20;

/// How many places a coach has: [`YOUTHS_PER_FTE`] pro rata, at least one.
pub fn places_of(fte_percent: u8) -> u32 {
    (YOUTHS_PER_FTE * u32::from(fte_percent) / 100).max(1)
}

/// What someone asks for.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "fields carry the names of the event's, which says what they are")]
pub enum Command {
    /// Take a place; a youth who holds one takes it anew, full or not.
    Take { youth: Uuid, take: Uuid, places: u32 },
    /// Give a place back. One that was taken anew meanwhile stays.
    Free { youth: Uuid, take: Uuid },
}

/// Why a command was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Others hold as many places as there are.
    #[error("the coach has no room for one more")]
    CoachHasNoRoom,
}

impl Refusal for Error {
    fn refusal(&self) -> Kind {
        match self {
            Self::CoachHasNoRoom => Kind::State(Reason::CoachHasNoRoom),
        }
    }
}

/// Who holds a place, and by which taking.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caseload(BTreeMap<Uuid, Uuid>);

impl Caseload {
    /// By which taking a youth holds a place here.
    pub fn take_of(&self, youth: Uuid) -> Option<Uuid> {
        self.0.get(&youth).copied()
    }

    fn take(&self, youth: Uuid, take: Uuid, places: u32) -> Result<Vec<Event>, Error> {
        let others = self.0.keys().filter(|holder| **holder != youth).count();
        let is_full = u32::try_from(others).is_ok_and(|others| others >= places);
        match self.take_of(youth) {
            Some(held) if held == take => Ok(vec![]),
            None if is_full => Err(Error::CoachHasNoRoom),
            Some(_) | None => Ok(vec![Event::PlaceTaken { youth, take }]),
        }
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

impl Decision for Command {
    type State = Caseload;
    type Refusal = Error;

    fn decide(&self, _: &By, state: &Caseload) -> Result<Vec<Event>, Error> {
        state.decide(self)
    }
}

impl Caseload {
    fn decide(&self, command: &Command) -> Result<Vec<Event>, Error> {
        match *command {
            Command::Take { youth, take, places } => self.take(youth, take, places),
            Command::Free { youth, take } if self.take_of(youth) == Some(take) => {
                Ok(vec![Event::PlaceFreed { youth, take }])
            }
            Command::Free { .. } => Ok(vec![]),
        }
    }
}

#[cfg(test)]
mod tests {
    use platform::spec::given;

    use super::*;

    const NOOR: Uuid = Uuid::from_u128(1);
    const SAM: Uuid = Uuid::from_u128(2);
    const FIRST: Uuid = Uuid::from_u128(11);
    const SECOND: Uuid = Uuid::from_u128(12);

    fn taken(youth: Uuid, take: Uuid) -> Event {
        Event::PlaceTaken { youth, take }
    }

    fn freed(youth: Uuid, take: Uuid) -> Event {
        Event::PlaceFreed { youth, take }
    }

    fn take(youth: Uuid, take: Uuid) -> Command {
        Command::Take { youth, take, places: 1 }
    }

    fn free(youth: Uuid, take: Uuid) -> Command {
        Command::Free { youth, take }
    }

    #[test]
    fn the_last_place_is_given_once() {
        given::<Caseload>([]).when(take(NOOR, FIRST)).then([taken(NOOR, FIRST)]);
        given::<Caseload>([taken(NOOR, FIRST)])
            .when(take(SAM, SECOND))
            .then_refused(Error::CoachHasNoRoom);
    }

    #[test]
    fn a_place_that_was_given_back_is_there_for_the_next() {
        given::<Caseload>([taken(NOOR, FIRST), freed(NOOR, FIRST)])
            .when(take(SAM, SECOND))
            .then([taken(SAM, SECOND)]);
    }

    #[test]
    fn a_youth_with_a_place_takes_it_anew_also_when_all_are_held() {
        given::<Caseload>([taken(NOOR, FIRST)])
            .when(take(NOOR, SECOND))
            .then([taken(NOOR, SECOND)]);
        given::<Caseload>([taken(NOOR, FIRST)]).when(take(NOOR, FIRST)).then([]);
    }

    #[test]
    fn a_place_taken_anew_is_not_given_back_for_the_taking_before() {
        given::<Caseload>([taken(NOOR, FIRST), taken(NOOR, SECOND)])
            .when(free(NOOR, FIRST))
            .then([]);
        given::<Caseload>([taken(NOOR, FIRST), taken(NOOR, SECOND)])
            .when(free(NOOR, SECOND))
            .then([freed(NOOR, SECOND)]);
    }

    #[test]
    fn giving_back_what_nobody_holds_changes_nothing() {
        given::<Caseload>([]).when(free(NOOR, FIRST)).then([]);
        given::<Caseload>([taken(NOOR, FIRST), freed(NOOR, FIRST)])
            .when(free(NOOR, FIRST))
            .then([]);
    }

    #[test]
    fn a_full_time_coach_has_room_for_twenty_and_every_coach_for_one() {
        assert_eq!([100, 50, 80, 10, 3].map(places_of), [20, 10, 16, 2, 1]);
    }
}
