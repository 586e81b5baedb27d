//! How long something is kept, and from which day on that is counted (GDPR Art. 5(1)(e)).
//!
//! Invariant: what was erased by its term was kept for all of it. An erasure takes everything about a youth, also
//! what the youth did alone; so whatever brought youth and platform together counts as a contact.

use std::collections::BTreeMap;

use events::{
    RetentionClass, RetentionRun, StepId,
    centre::{RetentionTerm, Terms},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What.
    pub class: RetentionClass,
    /// The day from which it is counted.
    pub since: Date,
    /// For how many months.
    pub months: u16,
    /// The last day.
    pub until: Date,
    /// Whether somebody confirms the end.
    pub run: RetentionRun,
}

impl Kept {
    /// By the terms of a centre.
    pub fn by(terms: &Terms, class: RetentionClass, since: Date) -> Self {
        let term = terms.of(class);
        let RetentionTerm { months, run } = term;
        Self { class, since, months, until: term.until(since), run }
    }

    /// Whether the last day is over.
    pub fn is_over(&self, today: Date) -> bool {
        self.until < today
    }
}

/// When a youth and the platform had to do with each other: days alone, and nothing that has to be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contacts {
    registered: Date,
    last: Option<Date>,
    steps: BTreeMap<StepId, Date>,
    began: bool,
}

impl Contacts {
    /// Somebody who was registered on this day.
    pub fn since(registered: Date) -> Self {
        Self { registered, last: None, steps: BTreeMap::new(), began: false }
    }

    /// The day of registration is another one: what was told at intake.
    pub fn registered(&mut self, on: Date) {
        self.registered = on;
    }

    /// The youth was there.
    pub fn came(&mut self, on: Date) {
        self.last = self.last.max(Some(on));
    }

    /// A coach was chosen, or an exercise begun: from here on it is a trajectory.
    pub fn began(&mut self, on: Date) {
        self.began = true;
        self.came(on);
    }

    /// A coach registered a step.
    pub fn step(&mut self, step: StepId, on: Date) {
        self.began = true;
        self.steps.insert(step, on);
    }

    /// A step that was registered by mistake was no contact.
    pub fn withdrawn(&mut self, step: StepId) {
        self.steps.remove(&step);
    }

    /// What is kept about the youth, and the day from which its term is counted.
    pub fn kept(&self) -> (RetentionClass, Date) {
        let last = self.steps.values().copied().max().max(self.last);
        let since = last.map_or(self.registered, |last| last.max(self.registered));
        let class =
            if self.began { RetentionClass::CoachingFile } else { RetentionClass::NeverTrajectory };
        (class, since)
    }

    /// How many steps there are.
    pub fn steps(&self) -> usize {
        self.steps.len()
    }
}

#[cfg(test)]
mod specs {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    const REGISTERED: Date = date(2027, 1, 31);

    fn step(number: u128) -> StepId {
        StepId::new(Uuid::from_u128(number))
    }

    #[test]
    fn a_registration_that_never_became_a_trajectory_is_counted_from_when_somebody_was_there_last()
    {
        let mut contacts = Contacts::since(REGISTERED);
        assert_eq!(contacts.kept(), (RetentionClass::NeverTrajectory, REGISTERED));
        contacts.came(date(2027, 2, 9));
        assert_eq!(contacts.kept(), (RetentionClass::NeverTrajectory, date(2027, 2, 9)));
        contacts.registered(date(2026, 12, 1));
        assert_eq!(contacts.kept().1, date(2027, 2, 9));
    }

    #[test]
    fn with_a_coach_an_exercise_or_a_step_it_is_a_coaching_file_from_the_last_contact_on() {
        let mut contacts = Contacts::since(REGISTERED);
        contacts.began(date(2027, 2, 9));
        assert_eq!(contacts.kept(), (RetentionClass::CoachingFile, date(2027, 2, 9)));
        contacts.step(step(1), date(2027, 3, 2));
        assert_eq!(contacts.kept(), (RetentionClass::CoachingFile, date(2027, 3, 2)));
        contacts.came(date(2027, 6, 1));
        contacts.came(date(2027, 5, 1));
        assert_eq!(contacts.kept().1, date(2027, 6, 1));
    }

    #[test]
    fn a_step_that_was_withdrawn_was_no_contact() {
        let mut contacts = Contacts::since(REGISTERED);
        contacts.step(step(1), date(2027, 3, 2));
        contacts.step(step(2), date(2027, 9, 2));
        contacts.withdrawn(step(2));
        assert_eq!(contacts.kept().1, date(2027, 3, 2));
    }

    #[test]
    fn a_term_is_over_after_its_last_day_and_a_short_month_ends_with_its_last() {
        let kept = Kept::by(&Terms::default(), RetentionClass::NeverTrajectory, REGISTERED);
        assert_eq!((kept.months, kept.until), (12, date(2028, 1, 31)));
        assert!(!kept.is_over(date(2028, 1, 31)));
        assert!(kept.is_over(date(2028, 2, 1)));
        let mut terms = Terms::default();
        let term = RetentionTerm { months: 1, run: RetentionRun::Automatic };
        terms.set(RetentionClass::NeverTrajectory, term);
        let kept = Kept::by(&terms, RetentionClass::NeverTrajectory, REGISTERED);
        assert_eq!((kept.until, kept.run), (date(2027, 2, 28), RetentionRun::Automatic));
        let file = Kept::by(&terms, RetentionClass::CoachingFile, REGISTERED);
        assert_eq!(file.until, date(2037, 1, 31));
    }

    #[test]
    fn whoever_comes_with_fifteen_is_not_forgotten_before_twenty_five() {
        let fifteen = REGISTERED;
        let kept = Kept::by(&Terms::default(), RetentionClass::CoachingFile, fifteen);
        assert!(kept.until >= fifteen.saturating_add(jiff::Span::new().years(10)));
    }
}
