//! Who is written down as having read about whom, and what of it is unusual.
//!
//! Invariant: of what somebody was shown of a young person there is always a reading in the log that is
//! at most [`SAME_READING_MINUTES`] older.

pub mod unusual;

use std::{collections::BTreeSet, convert::Infallible};

use events::{ReadKind, YouthId, reading::ReadingEvent as Event};
use jiff::{SignedDuration, Timestamp};
use kernel::{By, Decision, State};
use serde::{Deserialize, Serialize};

/// Reads of the same by the same within so many minutes are one.
pub const SAME_READING_MINUTES: i64 = 15;

/// What somebody read lately.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader(Vec<Read>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Read {
    what: ReadKind,
    youth: YouthId,
    at: Timestamp,
}

impl Read {
    /// Whether one at this moment is the same. A clock that was set back makes another one.
    fn covers(&self, at: Timestamp) -> bool {
        self.at <= at && at < self.at + SignedDuration::from_mins(SAME_READING_MINUTES)
    }
}

impl State for Reader {
    type Event = Event;

    const KIND: &'static str = events::reading::KIND;
    const VERSION: u32 = 1;

    fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::PersonalDataRead { what, youths, at } => {
                // What is over is never asked for again.
                self.0.retain(|read| read.covers(*at));
                self.0.extend(youths.iter().map(|youth| Read {
                    what: *what,
                    youth: *youth,
                    at: *at,
                }));
                self
            }
        }
    }
}

/// Write down that somebody was shown this of these young people. What was written down a short while ago
/// is not again.
#[derive(Clone, Debug)]
pub struct WriteDown {
    /// What.
    pub what: ReadKind,
    /// About whom.
    pub youths: BTreeSet<YouthId>,
    /// When.
    pub at: Timestamp,
}

impl Decision for WriteDown {
    type State = Reader;
    type Refusal = Infallible;

    fn decide(&self, _: &By, Reader(lately): &Reader) -> Result<Vec<Event>, Infallible> {
        let same = |read: &&Read| read.what == self.what && read.covers(self.at);
        let known: BTreeSet<_> = lately.iter().filter(same).map(|read| read.youth).collect();
        let youths: Vec<_> = self.youths.difference(&known).copied().collect();
        let (what, at) = (self.what, self.at);
        let written = (!youths.is_empty()).then_some(Event::PersonalDataRead { what, youths, at });
        Ok(written.into_iter().collect())
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;
    use uuid::Uuid;

    use super::*;

    fn youth(number: u128) -> YouthId {
        Uuid::from_u128(number).into()
    }

    fn at(clock: &str) -> Timestamp {
        format!("2026-03-09T{clock}:00Z").parse().unwrap()
    }

    fn read(what: ReadKind, youths: &[u128], clock: &str) -> Event {
        let youths = youths.iter().map(|number| youth(*number)).collect();
        Event::PersonalDataRead { what, youths, at: at(clock) }
    }

    fn write_down(what: ReadKind, youths: &[u128], clock: &str) -> WriteDown {
        let youths = youths.iter().map(|number| youth(*number)).collect();
        WriteDown { what, youths, at: at(clock) }
    }

    const TIMELINE: ReadKind = ReadKind::Timeline;

    #[test]
    fn who_reads_for_the_first_time_is_written_down() {
        let written = given([]).when(write_down(TIMELINE, &[1, 2], "10:00"));
        written.then([read(TIMELINE, &[1, 2], "10:00")]);
    }

    #[test]
    fn the_same_within_a_quarter_of_an_hour_is_the_same_reading() {
        let again =
            |clock| given([read(TIMELINE, &[1], "10:00")]).when(write_down(TIMELINE, &[1], clock));
        again("10:00").then([]);
        again("10:14").then([]);
        again("10:15").then([read(TIMELINE, &[1], "10:15")]);
    }

    #[test]
    fn something_else_and_somebody_else_are_readings_of_their_own() {
        let before = || given([read(TIMELINE, &[1], "10:00")]);
        let other = ReadKind::Completions;
        before().when(write_down(other, &[1], "10:01")).then([read(other, &[1], "10:01")]);
        before().when(write_down(TIMELINE, &[1, 2], "10:01")).then([read(TIMELINE, &[2], "10:01")]);
    }

    #[test]
    fn what_was_read_before_and_after_is_remembered_as_long_as_it_counts_and_no_longer() {
        let lately = [
            read(TIMELINE, &[1], "10:00"),
            read(TIMELINE, &[2], "10:10"),
            read(TIMELINE, &[3], "10:20"),
        ];
        let state = lately.iter().fold(Reader::default(), Reader::evolve);
        assert_eq!(state.0.len(), 2, "{state:?}");
        given(lately).when(write_down(TIMELINE, &[1, 2, 3], "10:21")).then([read(
            TIMELINE,
            &[1],
            "10:21",
        )]);
    }

    #[test]
    fn a_clock_that_was_set_back_leaves_nothing_unwritten() {
        let before = given([read(TIMELINE, &[1], "10:00")]);
        before.when(write_down(TIMELINE, &[1], "09:00")).then([read(TIMELINE, &[1], "09:00")]);
    }
}
