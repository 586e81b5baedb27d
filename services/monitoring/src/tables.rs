//! How the tables count. Pure: a centre's view and a question in, counts out.
//!
//! Invariant: counts are sums. Those of several centres add up before anybody decides what may be told
//! of them, so that centres can be counted apart.

mod actions;
mod barriers;
mod disclosure;

use std::borrow::Cow;

use events::{Code, Disability, Population};
use jiff::civil::Date;

pub use actions::{Activity, actions, activity};
pub use barriers::barriers;
pub use disclosure::{Disclosure, ROUNDED_TO};

use crate::views::{Monitoring, Person};

/// Version of the definitions below; it stands on every table. Since 2026-2 small counts that leave
/// a centre are not shown, where 2026-1 said 0, and are of a whole day.
pub const DEFINITION: &str = "2026-2";

/// The five rows of the paper.
pub const ROWS: [Disability; 5] = [
    Disability::Mental,
    Disability::Learning,
    Disability::Motor,
    Disability::Hearing,
    Disability::Visual,
];
/// Printed below them, so that the five stay comparable (reference §2.0).
pub const EXTRA_ROWS: [Disability; 2] = [Disability::OtherHealth, Disability::Unknown];

/// What is asked of a table.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// One population, or both.
    pub population: Option<Population>,
    /// First day that counts.
    pub from: Date,
    /// Last day that counts.
    pub to: Date,
}

impl Question {
    /// Whether a day counts.
    pub fn includes(&self, day: Date) -> bool {
        (self.from..=self.to).contains(&day)
    }

    fn asks_for(&self, person: &Person) -> bool {
        self.population.is_none_or(|wanted| person.population_on(self.to) == Some(wanted))
    }
}

/// A column and the group of columns it stands in.
pub type Column = (&'static str, &'static str);

/// Unique persons by disability and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The columns.
    pub columns: Vec<Column>,
    /// One row per disability, in the order of [`ROWS`] and [`EXTRA_ROWS`].
    pub rows: Vec<(Disability, Vec<u32>)>,
    /// All persons, by column.
    pub total: Vec<u32>,
    /// All persons.
    pub persons: u32,
}

impl Counts {
    /// Counts persons into the columns that each of them stands in.
    fn of<'a>(
        columns: Vec<Column>,
        persons: impl Iterator<Item = (Cow<'a, Person>, Vec<usize>)>,
    ) -> Self {
        let empty = vec![0; columns.len()];
        let rows = ROWS.iter().chain(&EXTRA_ROWS);
        let mut counts = Self {
            rows: rows.map(|row| (*row, empty.clone())).collect(),
            total: empty,
            persons: 0,
            columns,
        };
        for (person, stands_in) in persons {
            let Some(intake) = &person.intake else { continue };
            counts.persons += 1;
            let mut row = counts.rows.iter_mut().find(|(row, _)| *row == intake.disability);
            for column in stands_in {
                counts.total[column] += 1;
                if let Some((_, values)) = &mut row {
                    values[column] += 1;
                }
            }
        }
        counts
    }

    /// Adds the counts of other persons to the same question.
    pub fn add(&mut self, others: &Self) {
        let add = |to: &mut Vec<u32>, from: &[u32]| {
            to.iter_mut().zip(from).for_each(|(count, other)| *count += other);
        };
        for ((_, row), (_, other)) in self.rows.iter_mut().zip(&others.rows) {
            add(row, other);
        }
        add(&mut self.total, &others.total);
        self.persons += others.persons;
    }
}

/// The persons of a centre whom a question asks for, each once.
fn asked(centre: &Monitoring, question: Question) -> impl Iterator<Item = Cow<'_, Person>> {
    centre.people(question.to).filter(move |person| question.asks_for(person))
}

/// All codes of a list as columns of one group.
fn columns<C: Code>(group: &'static str) -> impl Iterator<Item = Column> {
    C::ALL.iter().map(move |code| (group, code.name()))
}

/// The place of a code in its list.
fn index_of<C: Code>(code: C) -> usize {
    C::ALL.iter().position(|one| *one == code).unwrap_or(0)
}
