//! A youth takes a place with a coach.

use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::Caseload;
use events::{TakeId, YouthId, caseload::CaseloadEvent as Event};

/// Take a place; a youth who holds one takes it anew, full or not.
#[derive(Clone, Copy, Debug)]
pub struct TakePlace {
    /// The youth.
    pub youth: YouthId,
    /// This taking.
    pub take: TakeId,
    /// How many places there are.
    pub places: u32,
}

/// Why a place was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Others hold as many places as there are.
    CoachHasNoRoom,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::CoachHasNoRoom => Kind::State(Reason::CoachHasNoRoom),
        }
    }
}

impl Decision for TakePlace {
    type State = Caseload;
    type Refusal = Refusal;

    fn decide(&self, _: &By, caseload: &Caseload) -> Result<Vec<Event>, Refusal> {
        let Self { youth, take, places } = *self;
        let others = u32::try_from(caseload.held_by_others_than(youth));
        let is_full = others.is_ok_and(|others| others >= places);
        match caseload.take_of(youth) {
            Some(held) if held == take => Ok(vec![]),
            None if is_full => Err(Refusal::CoachHasNoRoom),
            Some(_) | None => Ok(vec![Event::PlaceTaken { youth, take }]),
        }
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{FIRST, NOOR, SAM, SECOND, freed, taken},
        *,
    };

    fn take(youth: YouthId, take: TakeId) -> TakePlace {
        TakePlace { youth, take, places: 1 }
    }

    #[test]
    fn the_last_place_is_given_once() {
        given([]).when(take(NOOR, FIRST)).then([taken(NOOR, FIRST)]);
        given([taken(NOOR, FIRST)]).when(take(SAM, SECOND)).then_refused(Refusal::CoachHasNoRoom);
    }

    #[test]
    fn a_place_that_was_given_back_is_there_for_the_next() {
        given([taken(NOOR, FIRST), freed(NOOR, FIRST)])
            .when(take(SAM, SECOND))
            .then([taken(SAM, SECOND)]);
    }

    #[test]
    fn a_youth_with_a_place_takes_it_anew_also_when_all_are_held() {
        given([taken(NOOR, FIRST)]).when(take(NOOR, SECOND)).then([taken(NOOR, SECOND)]);
        given([taken(NOOR, FIRST)]).when(take(NOOR, FIRST)).then([]);
    }
}
