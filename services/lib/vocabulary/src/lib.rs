//! The vocabulary of the platform: codes, reasons and limits, written once in the `.proto` files and
//! here made of them. One spelling in events, gRPC, REST and screens.
//!
//! Invariant: what people can meet has a sentence in every language of the web app, which does not
//! compile otherwise; what is not listed there cannot be sent.

use std::fmt;

pub use codes::*;
pub use reasons::{Audience, Reason};

mod codes {
    include!(concat!(env!("OUT_DIR"), "/codes.rs"));
}

mod reasons {
    include!(concat!(env!("OUT_DIR"), "/reasons.rs"));
}

/// Limits of what operations take.
pub mod limits {
    include!(concat!(env!("OUT_DIR"), "/limits.rs"));
}

/// The text is none of the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown code")]
pub struct UnknownCode;

fn unknown(_: &str) -> UnknownCode {
    UnknownCode
}

/// A closed list of codes.
pub trait Code: Copy + Eq + Sized + 'static {
    /// The list's name in API schemas.
    const NAME: &'static str;
    /// Every code, in the order of the source.
    const ALL: &'static [Self];
    /// The code as it is written everywhere.
    fn name(self) -> &'static str;
}

impl Reason {
    /// Every reason.
    pub const ALL: &'static [Self] = <Self as Code>::ALL;

    /// The code as it is written everywhere.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Between what bounds a value lies, both inclusive: a number, or how many characters or items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The least.
    pub min: u64,
    /// The most.
    pub max: u64,
}

impl Limit {
    /// Whether a number lies within.
    pub fn holds(self, number: impl Into<u64>) -> bool {
        (self.min..=self.max).contains(&number.into())
    }

    /// The most, as a count.
    pub const fn most(self) -> usize {
        #[expect(clippy::cast_possible_truncation, reason = "counts are small")]
        let most = self.max as usize;
        most
    }
}

#[cfg(test)]
mod tests {
    use std::{fmt::Debug, str::FromStr};

    use super::*;

    fn reads_back<C: Code + FromStr + Debug>() {
        for code in C::ALL {
            assert_eq!(code.name().parse::<C>().ok(), Some(*code));
        }
        assert!("nonsense".parse::<C>().is_err());
    }

    #[test]
    fn every_code_is_read_back_as_it_was_written() {
        reads_back::<ActionCategory>();
        reads_back::<LifeDomain>();
        reads_back::<Place>();
        reads_back::<Disability>();
        reads_back::<EntryLevel>();
        reads_back::<Reason>();
    }

    #[test]
    fn a_code_is_written_as_its_words_in_camel_case() {
        assert_eq!(ActionCategory::FirstMeeting.name(), "firstMeeting");
        assert_eq!(Reason::NotAUuid.name(), "notAUuid");
        assert_eq!(EntryLevel::Ov1.name(), "ov1");
    }

    #[test]
    fn the_paper_has_seven_domains_twelve_categories_four_roles_and_four_steps() {
        assert_eq!(LifeDomain::ALL.len(), 7);
        assert_eq!(ActionCategory::ALL.len(), 12);
        assert_eq!(CoachRole::ALL.len(), 4);
        assert_eq!(CoachingStep::ALL.len(), 4);
    }

    #[test]
    fn who_meets_a_reason_is_known_of_each() {
        assert_eq!(Reason::CoachHasNoRoom.audience(), Audience::People);
        assert_eq!(Reason::Csrf.audience(), Audience::Programs);
        assert_eq!(Reason::DiskFull.audience(), Audience::Operators);
    }
}
