//! What is kept no longer is to be erased.

use std::convert::Infallible;

use events::{
    RetentionClass,
    erasure::{Erasure, ErasureEvent as Event},
};
use jiff::civil::Date;
use kernel::{By, Decision, work::Phase};
use uuid::Uuid;

/// Write down what is to be erased because its term is over. From then on it is done, whatever fails in between.
#[derive(Clone, Copy, Debug)]
pub struct BeginTermErasure {
    /// Whose or what it is: a youth, or a breach.
    pub subject: Uuid,
    /// What ends.
    pub class: RetentionClass,
    /// The day from which the term was counted.
    pub since: Date,
    /// Of how many months it was.
    pub months: u16,
}

impl Decision for BeginTermErasure {
    type State = Erasure;
    type Refusal = Infallible;

    fn decide(&self, by: &By, erasure: &Erasure) -> Result<Vec<Event>, Infallible> {
        if erasure.phase() != Phase::Absent {
            return Ok(vec![]);
        }
        let Self { subject, class, since, months } = *self;
        Ok(vec![Event::TermErasureBegun { by: by.actor, subject, class, since, months }])
    }
}

#[cfg(test)]
mod specs {
    use jiff::civil::date;
    use kernel::spec::given;

    use super::{
        super::examples::{TODAY, on},
        *,
    };

    #[test]
    fn an_erasure_is_begun_once_and_says_what_ends() {
        let (subject, class) = (Uuid::from_u128(5), RetentionClass::CoachingFile);
        let (since, months, by) = (date(2017, 3, 8), 120, on(TODAY).actor);
        let command = BeginTermErasure { subject, class, since, months };
        let begun = Event::TermErasureBegun { by, subject, class, since, months };
        given([]).by(on(TODAY)).when(command).then([begun.clone()]);
        given([begun]).by(on(TODAY)).when(command).then([]);
    }
}
