//! Who looked into unusual reading, and what nobody looked at yet.
//!
//! Invariant: what was read after somebody looked is not looked at, also on the same day.

use std::collections::{BTreeMap, BTreeSet};

use eventlog::{Position, Recorded};
use events::ReviewFinding;
use jiff::{Timestamp, civil::Date};
use reads::domain::unusual::Rules;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{AuditLog, Kept, moment};

/// Somebody looked into what one person read in an unusual way on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The event that says so.
    position: Position,
    /// Up to when, microseconds since 1970 UTC.
    until_micros: i64,
    /// What was found.
    pub finding: ReviewFinding,
    /// The day on which somebody looked.
    pub on: Date,
    /// Who looked.
    pub by: Uuid,
}

/// What somebody read in an unusual way on one day and nobody looked at yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreviewed {
    /// Who read.
    pub reader: Uuid,
    /// The day, where the centre is.
    pub day: Date,
    /// The last time.
    pub until: Timestamp,
    /// How many times.
    pub times: usize,
    /// About how many people.
    pub people: usize,
    /// By which rules.
    pub rules: Rules,
}

impl Review {
    /// What an event says.
    pub(super) fn said(
        event: &Recorded,
        until: Timestamp,
        finding: ReviewFinding,
        by: Uuid,
    ) -> Self {
        let until_micros = until.as_microsecond();
        Self { position: event.position, until_micros, finding, on: event.occurred_on, by }
    }
}

/// A reader by the place among the people, and a day.
type ReaderDay = (Date, u32);
/// What was found, the first in front.
pub(super) type Said = BTreeMap<ReaderDay, Vec<Review>>;

/// Of each reader and day, which entries are unusual, and what was found.
#[derive(Debug, Default)]
pub(super) struct Reviews {
    unusual: BTreeMap<ReaderDay, Vec<u32>>,
    said: Said,
}

impl Reviews {
    /// With what was found before; entries are still to be [seen](Self::seen).
    pub(super) fn having(said: Said) -> Self {
        Self { said, unusual: BTreeMap::new() }
    }

    /// What a snapshot has to keep: the rest follows from the entries.
    pub(super) fn said(&self) -> &Said {
        &self.said
    }

    /// Takes an entry into account that stands at this place.
    pub(super) fn seen(&mut self, entry: &Kept, at: u32) {
        if !entry.unusual.is_empty() {
            self.unusual.entry((entry.occurred_on, entry.actor)).or_default().push(at);
        }
    }

    /// What was found of an entry last, as it was known at a position.
    pub(super) fn of(&self, entry: &Kept, as_of: Option<Position>) -> Option<Review> {
        if entry.unusual.is_empty() {
            return None;
        }
        let covers = |it: &&Review| {
            entry.recorded_micros <= it.until_micros && as_of.is_none_or(|at| it.position <= at)
        };
        let said = self.said.get(&(entry.occurred_on, entry.actor))?;
        said.iter().rev().find(covers).copied()
    }
}

impl AuditLog {
    /// What is unusual and nobody looked at yet, the first day in front.
    pub fn unreviewed(&self) -> impl Iterator<Item = Unreviewed> {
        self.reviews.unusual.iter().filter_map(|(&(day, reader), entries)| {
            let said = self.reviews.said.get(&(day, reader)).into_iter().flatten();
            let looked = said.map(|it| it.until_micros).max().unwrap_or(i64::MIN);
            let entries = entries.iter().rev().map(|at| &self.entries[*at as usize]);
            let after: Vec<_> = entries.take_while(|it| it.recorded_micros > looked).collect();
            let until = moment(after.first()?.recorded_micros);
            let times = after.iter().map(|it| it.position).collect::<BTreeSet<_>>().len();
            let people = after.iter().map(|it| it.person).collect::<BTreeSet<_>>().len();
            let rules = after.iter().fold(Rules::default(), |all, it| all.with(it.unusual));
            let reader = self.people[reader as usize];
            Some(Unreviewed { reader, day, until, times, people, rules })
        })
    }

    /// The last time up to a moment that somebody read in an unusual way on a day.
    pub fn last_unusual(&self, reader: Uuid, day: Date, until: Timestamp) -> Option<Timestamp> {
        let entries = self.reviews.unusual.get(&(day, *self.places.get(&reader)?))?;
        let moments = entries.iter().map(|at| self.entries[*at as usize].recorded_micros);
        moments.rev().find(|micros| *micros <= until.as_microsecond()).map(moment)
    }

    /// Somebody looked into what a reader read on a day.
    pub(super) fn reviewed(&mut self, reader: Uuid, day: Date, review: Review) {
        let reader = self.place(reader);
        self.reviews.said.entry((day, reader)).or_default().push(review);
    }
}

#[cfg(test)]
mod tests {
    use events::{ReadKind, YouthId};
    use jiff::civil::date;
    use kernel::{Purpose, Role};
    use reads::domain::unusual::{Seen, Watch};

    use super::{
        super::{Did, Wanted},
        *,
    };

    const KAREL: Uuid = Uuid::from_u128(1);
    const NOOR: Uuid = Uuid::from_u128(2);
    const ADAM: Uuid = Uuid::from_u128(3);
    const OFFICER: Uuid = Uuid::from_u128(4);
    const DAY: Date = date(2027, 3, 9);

    fn at_night(micros: i64) -> Timestamp {
        moment(1_804_626_000_000_000 + micros)
    }

    /// Karel reads about somebody at night, so many microseconds later.
    fn read(log: &mut AuditLog, about: Uuid, micros: i64) {
        let (youth, at) = (YouthId::new(about), at_night(micros));
        let (role, what) = (Role::Lead, ReadKind::Timeline);
        let seen = Seen { reader: KAREL, role, youth, what, at, hour: 23 };
        let unusual = Watch::default().sees(seen);
        let (person, actor) = (log.place(about), log.place(KAREL));
        log.add(Kept {
            position: Position::START,
            recorded_micros: at.as_microsecond(),
            occurred_on: DAY,
            person,
            actor,
            role,
            purpose: Purpose::Administration,
            did: Did::Read(what),
            unusual,
        });
    }

    fn look(log: &mut AuditLog, micros: i64, finding: ReviewFinding) {
        let until_micros = at_night(micros).as_microsecond();
        let (position, on) = (Position::START, date(2027, 3, 11));
        let review = Review { position, until_micros, finding, on, by: OFFICER };
        log.reviewed(KAREL, DAY, review);
    }

    /// What is left to look at: up to when, and about how many.
    fn left(log: &AuditLog) -> Vec<(i64, usize)> {
        let begin = at_night(0).as_microsecond();
        log.unreviewed().map(|it| (it.until.as_microsecond() - begin, it.people)).collect()
    }

    #[test]
    fn what_is_unusual_is_to_be_looked_at_until_somebody_did_and_again_when_more_is_read() {
        let mut log = AuditLog::default();
        assert_eq!(left(&log), []);
        read(&mut log, NOOR, 0);
        read(&mut log, ADAM, 5);
        assert_eq!(left(&log), [(5, 2)]);
        look(&mut log, 0, ReviewFinding::Explained);
        assert_eq!(left(&log), [(5, 1)], "what was read after it was not looked at");
        look(&mut log, 5, ReviewFinding::NotAllowed);
        assert_eq!(left(&log), []);
        read(&mut log, NOOR, 9);
        assert_eq!(left(&log), [(9, 1)]);
    }

    #[test]
    fn what_was_found_last_stands_with_what_was_read_until_then() {
        let mut log = AuditLog::default();
        read(&mut log, NOOR, 0);
        read(&mut log, NOOR, 5);
        look(&mut log, 5, ReviewFinding::Explained);
        look(&mut log, 0, ReviewFinding::NotAllowed);
        let found = log.latest_first(Wanted::default()).map(|it| it.reviewed.unwrap().finding);
        let found: Vec<_> = found.collect();
        assert_eq!(found, [ReviewFinding::Explained, ReviewFinding::NotAllowed]);
    }

    #[test]
    fn the_last_time_up_to_a_moment_is_that_of_what_was_shown() {
        let mut log = AuditLog::default();
        read(&mut log, NOOR, 0);
        read(&mut log, NOOR, 5);
        assert_eq!(log.last_unusual(KAREL, DAY, at_night(4)), Some(at_night(0)));
        assert_eq!(log.last_unusual(KAREL, DAY, at_night(99)), Some(at_night(5)));
        assert_eq!(log.last_unusual(KAREL, date(2027, 3, 8), at_night(99)), None);
        assert_eq!(log.last_unusual(OFFICER, DAY, at_night(99)), None);
    }

    #[test]
    fn a_snapshot_knows_what_was_looked_at() {
        use runtime::View as _;
        let mut log = AuditLog::default();
        read(&mut log, NOOR, 0);
        look(&mut log, 0, ReviewFinding::Explained);
        read(&mut log, ADAM, 5);
        let after = AuditLog::load(&log.save()).unwrap();
        assert_eq!(left(&after), left(&log));
        assert_eq!(after.save(), log.save());
    }
}
