//! What somebody read in an unusual way is looked into by somebody else.
//!
//! Invariant: nobody looks into the own reading.

pub mod review_reading;

use std::collections::BTreeMap;

use events::{ReviewFinding, review::ReviewEvent as Event};
use jiff::{Timestamp, civil::Date};
use kernel::State;
use serde::{Deserialize, Serialize};

pub use events::review::KIND;
pub use review_reading::ReviewReading;

/// Of each day of a reader, up to when it was looked at and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviews(BTreeMap<Date, (Timestamp, ReviewFinding)>);

impl State for Reviews {
    type Event = Event;

    const KIND: &'static str = KIND;
    const VERSION: u32 = 1;

    fn evolve(mut self, event: &Event) -> Self {
        match *event {
            Event::UnusualReadingReviewed { day, until, finding } => {
                self.0.insert(day, (until, finding));
            }
        }
        self
    }
}
