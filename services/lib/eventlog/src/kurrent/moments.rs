//! Where moments lie in a log whose server has no index on time and takes no number between two
//! events: what was read tells it, so nothing is walked over twice.
//!
//! Invariant: positions and moments grow together.

use std::sync::{Mutex, PoisonError};

use crate::Position;

/// How many places are kept (16 bytes each); then every other one is let go.
const PLACES_MAX: usize = 65_536;

/// A position and when it was recorded, microseconds since 1970 UTC.
pub(super) type Place = (Position, i64);

/// Places here and there in the log.
#[derive(Default)]
pub(super) struct Moments(Mutex<Vec<Place>>);

impl Moments {
    /// Keeps a place that was read.
    pub(super) fn note(&self, place: Place) {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Err(index) = places.binary_search_by_key(&place.0, |(position, _)| *position) else {
            return;
        };
        places.insert(index, place);
        if places.len() > PLACES_MAX {
            let mut number = 0;
            places.retain(|_| {
                number += 1;
                number % 2 == 0
            });
        }
    }

    /// The last place at or before a moment, and the first one after it.
    pub(super) fn around(&self, micros: i64) -> (Option<Place>, Option<Place>) {
        let places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let after = places.partition_point(|(_, recorded)| *recorded <= micros);
        (after.checked_sub(1).map(|before| places[before]), places.get(after).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_lies_between_the_places_around_it() {
        let moments = Moments::default();
        let place = |position, micros| Some((Position::at(position), micros));
        assert_eq!(moments.around(5), (None, None));
        for (position, micros) in [(70, 700), (10, 100), (40, 400), (41, 400), (10, 100)] {
            moments.note((Position::at(position), micros));
        }
        assert_eq!(moments.around(99), (None, place(10, 100)));
        assert_eq!(moments.around(100), (place(10, 100), place(40, 400)));
        assert_eq!(moments.around(400), (place(41, 400), place(70, 700)));
        assert_eq!(moments.around(800), (place(70, 700), None));
    }

    #[test]
    fn places_are_bounded() {
        let moments = Moments::default();
        for position in 0..=PLACES_MAX as u64 {
            moments.note((Position::at(position), position.cast_signed()));
        }
        let (before, after) = moments.around(1_000);
        assert!(before.is_some_and(|(position, _)| position >= Position::at(999)));
        assert!(after.is_some_and(|(position, _)| position <= Position::at(1_002)));
        assert!(moments.0.lock().unwrap().len() <= PLACES_MAX / 2 + 1);
    }
}
