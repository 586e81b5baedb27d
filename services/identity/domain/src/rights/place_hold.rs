//! What is kept about a youth is needed beyond its term.

use events::{HoldGround, rights::RightsEvent as Event};
use jiff::civil::Date;
use kernel::{By, Decision};

use super::Rights;
use crate::hold::{Hold, NotPlaced};

/// From now on nothing about the youth is destroyed. Said again, it holds for what is said now.
#[derive(Clone, Copy, Debug)]
pub struct PlaceHold {
    /// Why.
    pub ground: HoldGround,
    /// The last day; `None`: until it is lifted.
    pub until: Option<Date>,
}

impl Decision for PlaceHold {
    type State = Rights;
    type Refusal = NotPlaced;

    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, NotPlaced> {
        let Self { ground, until } = *self;
        if rights.gone {
            return Err(NotPlaced::NothingThere);
        }
        let placed = Hold { ground, until }.placed(rights.hold, by.today)?;
        Ok(placed
            .map(|Hold { ground, until }| Event::HoldPlaced { ground, until })
            .into_iter()
            .collect())
    }
}

#[cfg(test)]
mod specs {
    use events::DataRight;
    use kernel::spec::given;

    use super::{
        super::examples::{TODAY, granted, held, made, on, released},
        *,
    };

    fn place(until: Option<Date>) -> PlaceHold {
        PlaceHold { ground: HoldGround::LegalClaim, until }
    }

    #[test]
    fn what_is_needed_for_a_claim_is_held_until_it_is_lifted_or_a_day_is_over() {
        for until in [None, Some(TODAY)] {
            given([]).by(on(TODAY)).when(place(until)).then([held(until)]);
        }
        given([held(None), released()]).by(on(TODAY)).when(place(None)).then([held(None)]);
    }

    #[test]
    fn a_hold_is_placed_once_and_said_again_it_is_what_is_said_then() {
        given([held(None)]).by(on(TODAY)).when(place(None)).then([]);
        given([held(None)]).by(on(TODAY)).when(place(Some(TODAY))).then([held(Some(TODAY))]);
    }

    #[test]
    fn a_day_that_is_over_holds_nothing() {
        let yesterday = Some(TODAY.yesterday().unwrap());
        given([]).by(on(TODAY)).when(place(yesterday)).then_refused(NotPlaced::DayOver);
    }

    #[test]
    fn of_whoever_is_erased_there_is_nothing_to_hold() {
        let erased = [made(DataRight::Erasure), granted()];
        given(erased).by(on(TODAY)).when(place(None)).then_refused(NotPlaced::NothingThere);
    }
}
