//! What happened with somebody, in the order of days, read a page at a time from the newest on.
//!
//! Invariant: whoever goes on from the last entry of each page meets every entry that was there at
//! the beginning once, whatever came in between.

use std::cmp::Reverse;

use eventlog::Position;
use jiff::civil::Date;
use kernel::Reason;
use serde::{Deserialize, Serialize};
use tonic::Status;

use crate::status::{invalid, parse};

/// Entries on a page of which no size was said.
pub const PAGE_ENTRIES: usize = 50;
/// Entries on one page at most.
pub const PAGE_ENTRIES_MAX: usize = 200;

/// The day on which something happened and its place in the log: no two entries have the same.
pub type When = (Date, Position);

/// Something that has its place in a timeline.
pub trait Dated {
    /// When it happened.
    fn when(&self) -> When;
}

/// Entries in the order in which they happened, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline<T>(Vec<T>);

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// Which page somebody asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Only what happened before this; `None`: the newest.
    pub before: Option<When>,
    /// How many entries at most.
    pub entries: usize,
}

/// Part of a timeline, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The entries.
    pub entries: Vec<T>,
    /// Whether there are older ones.
    pub more: bool,
}

impl Asked {
    /// A page as a message asks for it: the day and position of the entry before it, and how many
    /// entries, where 0 says nothing.
    ///
    /// # Errors
    ///
    /// `InvalidArgument` for what is no day, or for more than [`PAGE_ENTRIES_MAX`].
    pub fn read(before: Option<(&str, u64)>, limit: u32) -> Result<Self, Status> {
        let before = match before {
            Some((day, position)) => {
                Some((parse("before.occurredOn", day)?, Position::at(position)))
            }
            None => None,
        };
        let entries = match usize::try_from(limit) {
            Ok(0) => PAGE_ENTRIES,
            Ok(limit) if limit <= PAGE_ENTRIES_MAX => limit,
            Ok(_) | Err(_) => return Err(invalid("limit", Reason::TooMany)),
        };
        Ok(Self { before, entries })
    }

    /// The page over several timelines, of a page of each.
    pub fn merged<T: Dated>(self, pages: impl IntoIterator<Item = Page<T>>) -> Page<T> {
        let mut all = Page { entries: Vec::new(), more: false };
        for page in pages {
            all.entries.extend(page.entries);
            all.more |= page.more;
        }
        all.entries.sort_unstable_by_key(|entry| Reverse(entry.when()));
        all.more |= all.entries.len() > self.entries;
        all.entries.truncate(self.entries);
        all
    }
}

impl<T> Page<T> {
    /// The same page, told in another way.
    pub fn map<U>(self, told: impl FnMut(T) -> U) -> Page<U> {
        Page { entries: self.entries.into_iter().map(told).collect(), more: self.more }
    }
}

impl<T: Dated> Timeline<T> {
    /// Puts an entry where it belongs: what is told late has its place among older ones.
    pub fn add(&mut self, entry: T) {
        let place = self.before(entry.when());
        self.0.insert(place, entry);
    }

    /// Leaves those entries and no others, and says how many went.
    pub fn retain(&mut self, stays: impl FnMut(&T) -> bool) -> usize {
        let before = self.0.len();
        self.0.retain(stays);
        before - self.0.len()
    }

    /// The entries, newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &T> {
        self.0.iter().rev()
    }

    /// The entries, newest first, to tell more of them. None moves.
    pub fn newest_first_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().rev()
    }

    /// A page of those entries that are shown.
    pub fn page(&self, asked: Asked, shown: impl Fn(&T) -> bool) -> Page<T>
    where
        T: Clone,
    {
        let end = asked.before.map_or(self.0.len(), |before| self.before(before));
        let mut older = self.0[..end].iter().rev().filter(|entry| shown(entry));
        let entries = older.by_ref().take(asked.entries).cloned().collect();
        Page { entries, more: older.next().is_some() }
    }

    /// How many entries come before a moment.
    fn before(&self, when: When) -> usize {
        self.0.partition_point(|entry| entry.when() < when)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    impl Dated for When {
        fn when(&self) -> When {
            *self
        }
    }

    fn on(day: i8, number: u64) -> When {
        (date(2026, 3, day), Position::at(number))
    }

    fn of(entries: impl IntoIterator<Item = When>) -> Timeline<When> {
        let mut timeline = Timeline::default();
        entries.into_iter().for_each(|entry| timeline.add(entry));
        timeline
    }

    fn asked(before: Option<When>, limit: u32) -> Asked {
        let day = before.map(|(day, _)| day.to_string());
        let before = day.as_deref().zip(before.map(|(_, position)| position.into()));
        Asked::read(before, limit).unwrap()
    }

    #[test]
    fn what_was_told_late_stands_on_its_day_and_after_what_was_told_of_that_day_before() {
        let timeline = of([on(2, 1), on(3, 4), on(2, 7), on(1, 9)]);
        let page = timeline.page(asked(None, 0), |_| true);
        assert_eq!(page.entries, [on(3, 4), on(2, 7), on(2, 1), on(1, 9)]);
        assert!(!page.more);
    }

    #[test]
    fn pages_show_everything_once_whatever_comes_in_between() {
        let days = [2, 3, 4, 4, 3, 2, 2, 4, 3];
        let there: Vec<_> = (1..).zip(days).map(|(number, day)| on(day, number)).collect();
        let mut timeline = of(there.clone());
        let (mut read, mut late) = (Vec::new(), 10..);
        loop {
            let page = timeline.page(asked(read.last().copied(), 2), |_| true);
            read.extend(page.entries);
            if !page.more {
                break;
            }
            timeline.add(on(31, late.next().unwrap()));
            if read.len() < 6 {
                timeline.add(on(1, late.next().unwrap()));
            }
        }
        assert_eq!(read[..9], of(there).newest_first().copied().collect::<Vec<_>>());
        assert!(
            read[9..].iter().all(|(day, _)| day.day() == 1),
            "what was told late of older days"
        );
        assert!(read.windows(2).all(|two| two[0] > two[1]), "none twice");
    }

    #[test]
    fn what_is_not_shown_takes_no_room_on_a_page() {
        let timeline = of([on(1, 1), on(2, 2), on(3, 3), on(4, 4), on(5, 5), on(6, 6)]);
        let odd = |(day, _): &When| day.day() % 2 == 1;
        let page = timeline.page(asked(None, 2), odd);
        assert_eq!((page.entries, page.more), (vec![on(5, 5), on(3, 3)], true));
        let last = timeline.page(asked(Some(on(3, 3)), 2), odd);
        assert_eq!((last.entries, last.more), (vec![on(1, 1)], false));
    }

    #[test]
    fn pages_over_two_timelines_are_those_of_one_that_has_everything() {
        let all: Vec<_> = (1..=9).map(|number| on(number, number.unsigned_abs().into())).collect();
        let [one, other] =
            [1, 0].map(|rest| of(all.iter().copied().filter(|(day, _)| day.day() / 2 % 2 == rest)));
        let mut before = None;
        loop {
            let asked = asked(before, 2);
            let page = asked.merged([&one, &other].map(|one| one.page(asked, |_| true)));
            assert_eq!(page, of(all.clone()).page(asked, |_| true));
            before = page.entries.last().copied();
            if !page.more {
                break;
            }
        }
    }

    #[test]
    fn a_page_is_of_some_size_and_before_some_day() {
        for (before, limit, refused) in [
            (None, 201, "limit: tooMany"),
            (Some(("2026-02-30", 1)), 1, "before.occurredOn: unknownValue"),
        ] {
            assert_eq!(Asked::read(before, limit).unwrap_err().message(), refused);
        }
        assert!(Asked::read(None, 200).is_ok());
    }
}
