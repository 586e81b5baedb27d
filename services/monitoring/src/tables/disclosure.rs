//! What may be told of a count to whoever asks.
//!
//! Invariant: what leaves a centre is a multiple of [`ROUNDED_TO`] or not shown at all. Nobody there
//! can tell one or two persons from nobody.

/// What leaves a centre is rounded to multiples of this.
pub const ROUNDED_TO: u32 = 5;
/// Minutes that leave a centre are rounded to whole hours.
const ROUNDED_TO_MINUTES: u64 = 60;

/// What whoever asks may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// Every count as it is: within a centre.
    Exact,
    /// Rounded, and small counts not shown: what leaves a centre.
    Rounded,
}

impl Disclosure {
    /// What counts are multiples of; `None` if they are exact.
    pub fn rounded_to(self) -> Option<u32> {
        (self == Self::Rounded).then_some(ROUNDED_TO)
    }

    /// Counts below this are not shown, nor is it told that there is nobody.
    pub fn not_shown_below(self) -> Option<u32> {
        (self == Self::Rounded).then_some(ROUNDED_TO.div_ceil(2))
    }

    /// A count, or `None` where it is not shown.
    pub fn count(self, count: u32) -> Option<u32> {
        match self {
            Self::Exact => Some(count),
            Self::Rounded => nearest(count.into(), ROUNDED_TO.into())?.try_into().ok(),
        }
    }

    /// Minutes, or `None` where they are not shown.
    pub fn minutes(self, minutes: u64) -> Option<u64> {
        match self {
            Self::Exact => Some(minutes),
            Self::Rounded => nearest(minutes, ROUNDED_TO_MINUTES),
        }
    }
}

/// The nearest multiple, unless that is zero: it would say that there is nothing.
fn nearest(count: u64, multiple: u64) -> Option<u64> {
    let rounded = (count + multiple / 2) / multiple * multiple;
    (rounded > 0).then_some(rounded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_or_two_and_nobody_are_not_shown_and_all_others_are_rounded() {
        let shown = |count| Disclosure::Rounded.count(count);
        assert_eq!([0, 1, 2].map(shown), [None; 3]);
        assert_eq!([3, 5, 7, 8, 12].map(shown), [5, 5, 5, 10, 10].map(Some));
        let below = Disclosure::Rounded.not_shown_below().unwrap();
        assert_eq!((shown(below - 1), shown(below)), (None, Some(ROUNDED_TO)));
        assert_eq!(Disclosure::Rounded.minutes(29), None);
        assert_eq!(Disclosure::Rounded.minutes(89), Some(60));
    }

    #[test]
    fn within_a_centre_nobody_is_nobody() {
        assert_eq!([0, 1, 8].map(|count| Disclosure::Exact.count(count)), [0, 1, 8].map(Some));
        assert_eq!(Disclosure::Exact.minutes(0), Some(0));
        assert_eq!(Disclosure::Exact.not_shown_below(), None);
    }
}
