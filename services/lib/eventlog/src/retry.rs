//! Pauses before somebody who did not answer is asked again: one rule for everybody who waits.

use std::time::Duration;

/// From so many failures on the pause is surely the longest.
const DOUBLINGS_MAX: usize = 16;

/// How long to wait, and how long at most.
#[derive(Clone, Copy, Debug)]
pub struct Pauses {
    first: Duration,
    longest: Duration,
}

impl Pauses {
    /// Before a server of ours is asked again, which may be back any moment.
    pub const SERVER: Self =
        Self { first: Duration::from_millis(100), longest: Duration::from_secs(5) };
    /// Before work of several commands is tried again, which somebody may have to see to.
    pub const WORK: Self = Self { first: Duration::from_secs(5), longest: Duration::from_mins(5) };

    /// The pause after so many failures in a row: twice as long after each further one. Whoever gets on
    /// begins to count anew.
    pub fn after(self, failures: usize) -> Duration {
        let doublings = failures.saturating_sub(1).min(DOUBLINGS_MAX);
        self.first.saturating_mul(1 << doublings).min(self.longest)
    }
}

/// The pause before a server of ours is asked again.
pub fn pause(failures: usize) -> Duration {
    Pauses::SERVER.after(failures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_a_bound() {
        let millis = [1, 2, 6, 7, usize::MAX].map(|failures| pause(failures).as_millis());
        assert_eq!(millis, [100, 200, 3_200, 5_000, 5_000]);
        let seconds = [1, 2, 3, 7, 60].map(|failures| Pauses::WORK.after(failures).as_secs());
        assert_eq!(seconds, [5, 10, 20, 300, 300]);
    }
}
