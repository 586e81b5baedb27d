//! Table 1: barriers and age (L1620–1645). A person counts in the period of their registration,
//! with gender, barriers and age of that day.

use events::{Barrier, Gender, trajectory::Intake};
use jiff::civil::Date;

use super::{Column, Counts, Question, asked, columns, index_of};
use crate::views::{Monitoring, Person};

/// The classes of the paper overlap at their edges; each is taken from its first birthday up to,
/// not including, its last (reference §2.1).
const AGES: [(&str, i16, i16); 5] = [
    ("15-17", 15, 17),
    ("17-18", 17, 18),
    ("18-20", 18, 20),
    ("20-24", 20, 24),
    ("24+", 24, i16::MAX),
];
const GENDERS: usize = 3;
/// None, the five barriers, not known.
const BARRIERS: usize = 7;

/// Unique persons by disability, and gender, barrier and age class.
pub fn barriers(centre: &Monitoring, question: Question) -> Counts {
    let all: Vec<Column> = columns::<Gender>("gender")
        .chain([("barriers", "none")])
        .chain(columns::<Barrier>("barriers"))
        .chain([("barriers", "barriersUnknown")])
        .chain(AGES.iter().map(|(name, _, _)| ("age", *name)))
        .chain([("age", "ageOutside")])
        .collect();
    let registered = asked(centre, question)
        .filter(move |person| question.includes(person.registered_on))
        .map(|person| {
            let columns = stands_in(&person);
            (person, columns)
        });
    Counts::of(all, registered)
}

fn stands_in(person: &Person) -> Vec<usize> {
    let Some(intake) = &person.intake else { return Vec::new() };
    let mut stands_in = vec![index_of(intake.gender)];
    stands_in.extend(barrier_columns(intake).map(|column| GENDERS + column));
    stands_in.push(GENDERS + BARRIERS + age_class(intake.birth_date, person.registered_on));
    stands_in
}

fn barrier_columns(intake: &Intake) -> impl Iterator<Item = usize> {
    let (fixed, named) = match intake.barriers.as_deref() {
        None => (Some(BARRIERS - 1), &[][..]),
        Some([]) => (Some(0), &[][..]),
        Some(named) => (None, named),
    };
    fixed.into_iter().chain(named.iter().map(|barrier| 1 + index_of(*barrier)))
}

fn age_class(birth_date: Date, on: Date) -> usize {
    let before_birthday = (on.month(), on.day()) < (birth_date.month(), birth_date.day());
    let age = on.year() - birth_date.year() - i16::from(before_birthday);
    AGES.iter().position(|(_, from, below)| (*from..*below).contains(&age)).unwrap_or(AGES.len())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_class_begins_on_a_birthday_and_ends_before_one() {
        let born = date(2008, 3, 9);
        let class = |on| age_class(born, on);
        assert_eq!(class(date(2023, 3, 8)), AGES.len(), "14: outside");
        assert_eq!(class(date(2023, 3, 9)), 0, "15");
        assert_eq!(class(date(2025, 3, 8)), 0, "16, the day before 17");
        assert_eq!(class(date(2025, 3, 9)), 1, "17");
        assert_eq!(class(date(2026, 3, 9)), 2, "18");
        assert_eq!(class(date(2028, 3, 9)), 3, "20");
        assert_eq!(class(date(2032, 3, 9)), 4, "24");
    }
}
