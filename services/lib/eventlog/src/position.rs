//! A place in the log.
//!
//! Invariant: nobody computes with it but an engine of the log with its own. On a server it is a place
//! in a file: what lies between two of them tells nothing, and there may be none next to it.

use std::{fmt, num::ParseIntError, str::FromStr};

use serde::{Deserialize, Serialize};

/// A place in the log, to be compared and kept. An event's own, or where a reader stands: everything
/// up to there was looked at.
///
/// ```
/// # use eventlog::Position;
/// let later = |one: Position, other: Position| one.max(other);
/// ```
///
/// How many events lie between two of them it does not say:
///
/// ```compile_fail,E0369
/// # use eventlog::Position;
/// let events = |since: Position, until: Position| until - since;
/// ```
///
/// Nor which one comes next:
///
/// ```compile_fail,E0369
/// # use eventlog::Position;
/// let next = |position: Position| position + 1;
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Position(u64);

/// A position of the embedded log as it stands in its file: numbers from 1 on, without a gap.
pub(super) type Number = u64;

impl Position {
    /// Before the first event: nothing is recorded, or nothing was looked at yet.
    pub const START: Self = Self(0);
    /// No event comes after it, however long the log grows.
    pub const MAX: Self = Self(u64::MAX);

    /// The position that a message, a file or an engine tells as this number.
    pub const fn at(number: u64) -> Self {
        Self(number)
    }

    /// The one after it, where an engine's positions have no gaps.
    #[cfg(feature = "kurrentdb")]
    pub(super) const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl From<Position> for u64 {
    fn from(position: Position) -> Self {
        position.0
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Position {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_written_as_its_number_everywhere() {
        let position = Position::at(4_711);
        assert_eq!(position.to_string().parse(), Ok(position));
        assert_eq!(serde_json::to_string(&position).unwrap(), "4711");
        assert_eq!(postcard::to_stdvec(&position), postcard::to_stdvec(&4_711_u64));
        assert!("-1".parse::<Position>().is_err());
    }
}
