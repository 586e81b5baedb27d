//! An operator asks that everything about a centre is destroyed.

use std::convert::Infallible;

use events::departure::{Departure, DepartureEvent as Event};
use kernel::{By, Decision, work::Phase};

/// Write down that it is asked. From then on it is done, whatever fails in between.
#[derive(Clone, Copy, Debug)]
pub struct BeginDeparture;

impl Decision for BeginDeparture {
    type State = Departure;
    type Refusal = Infallible;

    fn decide(&self, by: &By, departure: &Departure) -> Result<Vec<Event>, Infallible> {
        let absent = departure.phase() == Phase::Absent;
        Ok(if absent { vec![Event::DepartureBegun { by: by.actor }] } else { vec![] })
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{TODAY, on},
        *,
    };

    #[test]
    fn a_departure_is_begun_once() {
        let begun = Event::DepartureBegun { by: on(TODAY).actor };
        given([]).by(on(TODAY)).when(BeginDeparture).then([begun.clone()]);
        given([begun]).by(on(TODAY)).when(BeginDeparture).then([]);
    }
}
