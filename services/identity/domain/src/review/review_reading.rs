//! Somebody looked into what somebody else read in an unusual way.

use events::{ReviewFinding, review::ReviewEvent as Event};
use jiff::{Timestamp, civil::Date};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};
use uuid::Uuid;

use super::Reviews;

/// Say what was found. What is found otherwise later is said again, and the last counts.
#[derive(Clone, Copy, Debug)]
pub struct ReviewReading {
    /// Who read.
    pub reader: Uuid,
    /// The day on which it was read.
    pub day: Date,
    /// The last of what was looked at, as the audit log has it; none: nothing of it is unusual.
    pub until: Option<Timestamp>,
    /// What was found.
    pub finding: ReviewFinding,
}

/// Why it does not count as looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is the own reading.
    OwnReading,
    /// Nothing of it is unusual.
    NothingUnusual,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        Kind::State(match self {
            Self::OwnReading => Reason::OwnReading,
            Self::NothingUnusual => Reason::NothingUnusual,
        })
    }
}

impl Decision for ReviewReading {
    type State = Reviews;
    type Refusal = Refusal;

    fn decide(&self, by: &By, Reviews(before): &Reviews) -> Result<Vec<Event>, Refusal> {
        let Self { reader, day, until, finding } = *self;
        if by.actor == reader {
            return Err(Refusal::OwnReading);
        }
        let until = until.ok_or(Refusal::NothingUnusual)?;
        let same = |(up_to, found): &(Timestamp, _)| *up_to >= until && *found == finding;
        if before.get(&day).is_some_and(same) {
            return Ok(vec![]);
        }
        Ok(vec![Event::UnusualReadingReviewed { day, until, finding }])
    }
}

#[cfg(test)]
mod specs {
    use jiff::{SignedDuration, civil::date};
    use kernel::{Role, spec::given};

    use super::*;

    const KAREL: Uuid = Uuid::from_u128(1);
    const OFFICER: Uuid = Uuid::from_u128(2);
    const DAY: Date = date(2027, 3, 9);

    fn by(actor: Uuid) -> By {
        By { actor, role: Role::Officer, today: date(2027, 3, 11) }
    }

    fn at_night(minutes: i64) -> Timestamp {
        "2027-03-09T22:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes)
    }

    fn look(minutes: i64, finding: ReviewFinding) -> ReviewReading {
        ReviewReading { reader: KAREL, day: DAY, until: Some(at_night(minutes)), finding }
    }

    fn looked(minutes: i64, finding: ReviewFinding) -> Event {
        Event::UnusualReadingReviewed { day: DAY, until: at_night(minutes), finding }
    }

    #[test]
    fn what_is_unusual_is_looked_into_and_what_was_found_is_said() {
        for finding in [ReviewFinding::Explained, ReviewFinding::NotAllowed] {
            let said = given([]).by(by(OFFICER)).when(look(0, finding));
            said.then([looked(0, finding)]);
        }
    }

    #[test]
    fn what_was_looked_at_is_looked_at_again_when_more_was_read_or_something_else_is_found() {
        use ReviewFinding::{Explained, NotAllowed};
        let again = |command| given([looked(5, Explained)]).by(by(OFFICER)).when(command);
        again(look(5, Explained)).then([]);
        again(look(0, Explained)).then([]);
        again(look(9, Explained)).then([looked(9, Explained)]);
        again(look(5, NotAllowed)).then([looked(5, NotAllowed)]);
    }

    #[test]
    fn nobody_looks_into_the_own_reading() {
        let own = given([]).by(by(KAREL)).when(look(0, ReviewFinding::Explained));
        own.then_refused(Refusal::OwnReading);
    }

    #[test]
    fn what_is_not_unusual_is_not_looked_into() {
        let nothing = ReviewReading { until: None, ..look(0, ReviewFinding::Explained) };
        given([]).by(by(OFFICER)).when(nothing).then_refused(Refusal::NothingUnusual);
    }
}
