//! A run: a youth begins an exercise, answers its steps and completes it. One stream per run, so
//! that what a youth did before costs nothing. Every tap is an answer, so an answer may be
//! unfinished until the run is completed.
//!
//! Invariant: a run is its youth's; for everybody else it does not exist. A completed run never
//! changes. Answers about health are health data (GDPR Art. 9).

mod answer;
mod complete;
mod start;

use events::{LifeDomain, run::RunEvent};
use kernel::{
    Reason, State,
    refusal::{Kind, Refusal},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use answer::{ANSWERS_PER_RUN_MAX, Answer, AnswerRefused, OWN_CHARS_MAX, RuleOf, StepRule};
pub use complete::{Complete, CompleteRefused, StepProgress};
pub use start::{RUNS_PER_YOUTH_MAX, Start, StartRefused};

/// Why nothing can be done in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpen {
    /// The youth has no such run.
    NotFound,
    /// The run is completed.
    AlreadyCompleted,
}

impl Refusal for NotOpen {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::AlreadyCompleted => Kind::State(Reason::AlreadyCompleted),
        }
    }
}

/// What the rules need to remember of a run; nothing before it was begun.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run(Option<Begun>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Begun {
    youth: Uuid,
    exercise: String,
    version: u32,
    domain: LifeDomain,
    answers: u32,
    completed: bool,
}

impl State for Run {
    type Event = RunEvent;

    const KIND: &'static str = events::run::KIND;
    const VERSION: u32 = 1;

    fn evolve(mut self, event: &RunEvent) -> Self {
        match event {
            RunEvent::RunStarted { youth, exercise, version, domain } => {
                self.0 = Some(Begun {
                    youth: *youth,
                    exercise: exercise.clone(),
                    version: *version,
                    domain: *domain,
                    answers: 0,
                    completed: false,
                });
            }
            RunEvent::Answered { .. }
            | RunEvent::HealthAnswered { .. }
            | RunEvent::StepAnswered { .. }
            | RunEvent::HealthStepAnswered { .. } => {
                if let Some(begun) = &mut self.0 {
                    begun.answers += 1;
                }
            }
            RunEvent::RunCompleted { .. } => {
                if let Some(begun) = &mut self.0 {
                    begun.completed = true;
                }
            }
        }
        self
    }
}

impl Run {
    /// The run, for its youth while it goes on.
    fn open(&self, youth: Uuid) -> Result<&Begun, NotOpen> {
        match &self.0 {
            Some(begun) if begun.youth != youth => Err(NotOpen::NotFound),
            Some(begun) if begun.completed => Err(NotOpen::AlreadyCompleted),
            Some(begun) => Ok(begun),
            None => Err(NotOpen::NotFound),
        }
    }
}

/// What the specifications of all commands begin with.
#[cfg(test)]
mod examples {
    use jiff::civil::Date;
    use kernel::{
        By, Role,
        spec::{self, Given},
    };

    use super::*;

    pub(super) const YOUTH: Uuid = Uuid::from_u128(1);
    pub(super) const SOMEBODY_ELSE: Uuid = Uuid::from_u128(2);

    pub(super) fn youth(actor: Uuid) -> By {
        By { actor, role: Role::Youth, today: Date::ZERO }
    }

    /// What happened in a run, whose youth acts now.
    pub(super) fn given(history: impl IntoIterator<Item = RunEvent>) -> Given<Run> {
        spec::given(history).by(youth(YOUTH))
    }

    pub(super) fn started_in(exercise: &str, domain: LifeDomain) -> RunEvent {
        RunEvent::RunStarted { youth: YOUTH, exercise: exercise.to_owned(), version: 1, domain }
    }

    pub(super) fn started() -> RunEvent {
        started_in("work-first-steps", LifeDomain::Work)
    }

    pub(super) fn completed() -> RunEvent {
        RunEvent::RunCompleted { seconds: 180 }
    }
}
