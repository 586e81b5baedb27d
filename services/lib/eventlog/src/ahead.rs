//! A log whose end lies ahead of the clock.
//!
//! Time in the log never goes back. So where a clock was fast once, everything that is recorded later
//! carries that moment until the clock has come to it, and nothing of it is known as of now.

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use super::{EventLog, LogError};

/// How far the log's end may lie ahead of the clock before somebody is told: clocks of several
/// machines differ, by less than this.
pub const AHEAD_MINUTES_MAX: i64 = 5;

/// A log's end that lies too far ahead, in words for who runs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// The moment that the log's last event carries.
    pub end: Timestamp,
    /// How far that is ahead of the clock.
    pub minutes: i64,
}

impl fmt::Display for Ahead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { end, minutes } = self;
        write!(
            f,
            "the log ends at {end}, {minutes} minutes after the clock of this machine. Set the clock \
             if it is slow. If it was fast once, restore the copy from before, or go on: until then \
             everything is recorded at that moment, and tables as known now leave it out"
        )
    }
}

/// Whether the log ends more than [`AHEAD_MINUTES_MAX`] minutes after this moment.
///
/// # Errors
///
/// [`LogError`] if the log cannot be read.
pub async fn ahead(log: &dyn EventLog, now: Timestamp) -> Result<Option<Ahead>, LogError> {
    let position = *log.head().borrow();
    let Some(last) = log.at(position).await? else { return Ok(None) };
    let end = last.recorded_at();
    let by = end.duration_since(now);
    let far = by > SignedDuration::from_mins(AHEAD_MINUTES_MAX);
    Ok(far.then(|| Ahead { end, minutes: by.as_mins() }))
}
