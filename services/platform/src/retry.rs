//! Pauses before somebody who did not answer is asked again: one policy for everybody who waits.

use std::time::Duration;

/// The pause is twice this after the first failure, and twice as long after each further one,
const PAUSE_MILLIS: u64 = 50;
/// but never longer.
const PAUSE_MILLIS_MAX: u64 = 5_000;
/// From so many failures on it is surely the longest.
const DOUBLINGS_MAX: usize = 16;

/// The pause after so many failures in a row. Whoever gets on begins to count anew.
pub fn pause(failures: usize) -> Duration {
    let doubled = PAUSE_MILLIS << failures.min(DOUBLINGS_MAX);
    Duration::from_millis(doubled.min(PAUSE_MILLIS_MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_a_bound() {
        let millis = [1, 2, 6, 7, usize::MAX].map(|failures| pause(failures).as_millis());
        assert_eq!(millis, [100, 200, 3_200, 5_000, 5_000]);
    }
}
