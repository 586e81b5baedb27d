//! A place with a coach is given back.

use std::convert::Infallible;

use events::{TakeId, YouthId, caseload::CaseloadEvent as Event};
use kernel::{By, Decision};

use super::Caseload;

/// Give a place back. One that was taken anew meanwhile stays.
#[derive(Clone, Copy, Debug)]
pub struct FreePlace {
    /// The youth.
    pub youth: YouthId,
    /// The taking that is over.
    pub take: TakeId,
}

impl Decision for FreePlace {
    type State = Caseload;
    type Refusal = Infallible;

    fn decide(&self, _: &By, caseload: &Caseload) -> Result<Vec<Event>, Infallible> {
        let Self { youth, take } = *self;
        let is_held = caseload.take_of(youth) == Some(take);
        Ok(if is_held { vec![Event::PlaceFreed { youth, take }] } else { vec![] })
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{FIRST, NOOR, SECOND, freed, taken},
        *,
    };

    fn free(youth: YouthId, take: TakeId) -> FreePlace {
        FreePlace { youth, take }
    }

    #[test]
    fn a_place_taken_anew_is_not_given_back_for_the_taking_before() {
        given([taken(NOOR, FIRST), taken(NOOR, SECOND)]).when(free(NOOR, FIRST)).then([]);
        given([taken(NOOR, FIRST), taken(NOOR, SECOND)])
            .when(free(NOOR, SECOND))
            .then([freed(NOOR, SECOND)]);
    }

    #[test]
    fn giving_back_what_nobody_holds_changes_nothing() {
        given([]).when(free(NOOR, FIRST)).then([]);
        given([taken(NOOR, FIRST), freed(NOOR, FIRST)]).when(free(NOOR, FIRST)).then([]);
    }
}
