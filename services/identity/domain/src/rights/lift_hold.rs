//! What is kept about a youth is needed no longer than its term.

use events::rights::RightsEvent as Event;
use kernel::{By, Decision};

use super::Rights;
use crate::hold::NotOnHold;

/// Nothing holds it any more. Its term goes on as if nothing had.
#[derive(Clone, Copy, Debug)]
pub struct LiftHold;

impl Decision for LiftHold {
    type State = Rights;
    type Refusal = NotOnHold;

    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, NotOnHold> {
        if !rights.is_held(by.today) {
            return Err(NotOnHold);
        }
        Ok(vec![Event::HoldLifted {}])
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{TODAY, held, on, released},
        *,
    };

    #[test]
    fn what_was_held_is_held_no_more() {
        given([held(None)]).by(on(TODAY)).when(LiftHold).then([released()]);
    }

    #[test]
    fn what_nothing_holds_cannot_be_released() {
        given([]).by(on(TODAY)).when(LiftHold).then_refused(NotOnHold);
        given([held(None), released()]).by(on(TODAY)).when(LiftHold).then_refused(NotOnHold);
        let tomorrow = on(TODAY.tomorrow().unwrap());
        given([held(Some(TODAY))]).by(tomorrow).when(LiftHold).then_refused(NotOnHold);
    }
}
