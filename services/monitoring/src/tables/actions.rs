//! Table 2: actions (L1646–1681). A person counts in a category with at least one such action in
//! the period; the second view tells amount and span (L1333).

use std::collections::BTreeSet;

use events::{ActionCategory, Code};
use jiff::civil::Date;

use super::{Counts, Question, asked, columns, index_of};
use crate::views::{Action, Monitoring, Person};

/// Amount and span of one category's actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// The category.
    pub category: ActionCategory,
    /// Unique persons.
    pub persons: u32,
    /// Actions.
    pub actions: u32,
    /// Their minutes.
    pub minutes: u64,
    /// First and last day.
    pub span: Option<(Date, Date)>,
}

/// Unique persons by disability and action category.
pub fn actions(centre: &Monitoring, question: Question) -> Counts {
    let active = asked(centre, question).filter_map(move |person| {
        let categories: BTreeSet<_> =
            counted(&person, question).map(|action| index_of(action.category)).collect();
        (!categories.is_empty()).then(|| (person, categories.into_iter().collect()))
    });
    Counts::of(columns::<ActionCategory>("actions").collect(), active)
}

/// The same actions by category: how many, how long, from when to when.
pub fn activity(centre: &Monitoring, question: Question) -> Vec<Activity> {
    let none = |category: &ActionCategory| Activity {
        category: *category,
        persons: 0,
        actions: 0,
        minutes: 0,
        span: None,
    };
    let mut all: Vec<Activity> = ActionCategory::ALL.iter().map(none).collect();
    for person in asked(centre, question).filter(|person| person.intake.is_some()) {
        let mut seen = BTreeSet::new();
        for action in counted(&person, question) {
            let index = index_of(action.category);
            all[index].count(action);
            if seen.insert(index) {
                all[index].persons += 1;
            }
        }
    }
    all
}

impl Activity {
    fn count(&mut self, action: &Action) {
        self.actions += 1;
        self.minutes += u64::from(action.minutes);
        self.stretch((action.occurred_on, action.occurred_on));
    }

    fn stretch(&mut self, (from, to): (Date, Date)) {
        let (first, last) = self.span.unwrap_or((from, to));
        self.span = Some((first.min(from), last.max(to)));
    }

    /// Adds the actions of other persons in the same category.
    pub fn add(&mut self, others: &Self) {
        self.persons += others.persons;
        self.actions += others.actions;
        self.minutes += others.minutes;
        if let Some(span) = others.span {
            self.stretch(span);
        }
    }
}

fn counted(person: &Person, question: Question) -> impl Iterator<Item = &Action> {
    person.actions.iter().filter(move |action| question.includes(action.occurred_on))
}
