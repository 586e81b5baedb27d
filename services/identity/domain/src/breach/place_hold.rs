//! The file of a breach is needed beyond its term.

use events::{HoldGround, breach::BreachEvent as Event};
use jiff::civil::Date;
use kernel::{By, Decision};

use super::Breach;
use crate::hold::{Hold, NotPlaced};

/// From now on nothing of the file is destroyed. Said again, it holds for what is said now.
#[derive(Clone, Copy, Debug)]
pub struct PlaceBreachHold {
    /// Why.
    pub ground: HoldGround,
    /// The last day; `None`: until it is lifted.
    pub until: Option<Date>,
}

impl Decision for PlaceBreachHold {
    type State = Breach;
    type Refusal = NotPlaced;

    fn decide(&self, by: &By, breach: &Breach) -> Result<Vec<Event>, NotPlaced> {
        let Self { ground, until } = *self;
        if breach.reported.is_none() || breach.gone {
            return Err(NotPlaced::NothingThere);
        }
        let placed = Hold { ground, until }.placed(breach.hold, by.today)?;
        let placed = placed.map(|Hold { ground, until }| Event::BreachHoldPlaced { ground, until });
        Ok(placed.into_iter().collect())
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{after, closed, ended, held},
        *,
    };

    const PLACE: PlaceBreachHold = PlaceBreachHold { ground: HoldGround::Authority, until: None };

    #[test]
    fn a_file_is_held_whether_it_is_closed_or_not() {
        after([]).when(PLACE).then([held()]);
        after([closed()]).when(PLACE).then([held()]);
        after([closed(), held()]).when(PLACE).then([]);
    }

    #[test]
    fn a_file_that_is_not_there_is_not_held() {
        given([]).when(PLACE).then_refused(NotPlaced::NothingThere);
        after([closed(), ended()]).when(PLACE).then_refused(NotPlaced::NothingThere);
    }
}
