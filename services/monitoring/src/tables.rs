//! How the tables count. Pure: a view and a question in, a table out.

mod actions;
mod barriers;

use events::{Code, Disability, Population};
use jiff::civil::Date;

pub use actions::{Activity, actions, activity};
pub use barriers::barriers;

use crate::views::{Centre, Person};

/// Version of the definitions below; it stands on every table.
pub const DEFINITION: &str = "2026-1";
/// What leaves a centre is rounded to multiples of this.
pub const ROUNDED_TO: u32 = 5;

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
        persons: impl Iterator<Item = (&'a Person, Vec<usize>)>,
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

    /// Every count rounded by itself, so that no total tells what a cell hides.
    #[must_use]
    pub fn rounded(mut self) -> Self {
        let cells = self.rows.iter_mut().flat_map(|(_, values)| values);
        for value in cells.chain(&mut self.total).chain([&mut self.persons]) {
            *value = round(*value);
        }
        self
    }
}

/// The nearest multiple of [`ROUNDED_TO`].
pub fn round(count: u32) -> u32 {
    (count + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO
}

/// The persons of these centres whom a question asks for.
fn asked<'a>(
    centres: impl Iterator<Item = &'a Centre>,
    question: Question,
) -> impl Iterator<Item = &'a Person> {
    centres.flat_map(Centre::persons).filter(move |person| question.asks_for(person))
}

/// All codes of a list as columns of one group.
fn columns<C: Code>(group: &'static str) -> impl Iterator<Item = Column> {
    C::ALL.iter().map(move |code| (group, code.name()))
}

/// The place of a code in its list.
fn index_of<C: Code>(code: C) -> usize {
    C::ALL.iter().position(|one| *one == code).unwrap_or(0)
}
