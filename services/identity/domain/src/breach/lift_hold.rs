//! The file of a breach is needed no longer than its term.

use events::breach::BreachEvent as Event;
use kernel::{By, Decision};

use super::Breach;
use crate::hold::NotOnHold;

/// Nothing holds it any more.
#[derive(Clone, Copy, Debug)]
pub struct LiftBreachHold;

impl Decision for LiftBreachHold {
    type State = Breach;
    type Refusal = NotOnHold;

    fn decide(&self, by: &By, breach: &Breach) -> Result<Vec<Event>, NotOnHold> {
        if !breach.is_held(by.today) {
            return Err(NotOnHold);
        }
        Ok(vec![Event::BreachHoldLifted {}])
    }
}

#[cfg(test)]
mod specs {
    use super::{
        super::examples::{after, held},
        *,
    };

    #[test]
    fn what_was_held_is_held_no_more_and_nothing_else_can_be_lifted() {
        after([held()]).when(LiftBreachHold).then([Event::BreachHoldLifted {}]);
        after([held(), Event::BreachHoldLifted {}]).when(LiftBreachHold).then_refused(NotOnHold);
        after([]).when(LiftBreachHold).then_refused(NotOnHold);
    }
}
