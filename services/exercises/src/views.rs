//! Which exercises every youth of a centre began and which they completed: no answers.

use std::collections::BTreeMap;

use events::{
    LifeDomain,
    run::{self, RunEvent},
};
use jiff::{Timestamp, civil::Date};
use platform::{
    Filter, Recorded, View,
    codec::{self, CodecError},
    log::Position,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a youth takes in memory, an exercise of a youth, and a run, about.
const YOUTH_BYTES: usize = 120;
const EXERCISE_BYTES: usize = 400;
const RUN_BYTES: usize = 64;

/// Runs that are open and runs that were completed, by youth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completions {
    youths: BTreeMap<Uuid, OfYouth>,
    exercises: usize,
    runs: usize,
}

/// By exercise.
type OfYouth = BTreeMap<String, OfExercise>;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct OfExercise {
    /// In the order in which they were begun.
    open: Vec<Run>,
    /// In the order in which they were completed.
    completed: Vec<Completed>,
}

/// A run, without what was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    id: Uuid,
    /// Version of the exercise.
    pub version: u32,
    /// Its life domain.
    pub domain: LifeDomain,
}

/// A run that was completed, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completed {
    /// The run.
    pub run: Run,
    /// The day on which it was completed.
    pub occurred_on: Date,
    /// Where that stands in the log.
    pub position: Position,
    recorded_micros: i64,
}

impl Completed {
    /// When the platform came to know it.
    pub fn recorded_at(&self) -> Timestamp {
        Timestamp::from_microsecond(self.recorded_micros).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// What an event means to [`Completions`].
#[derive(Debug)]
pub enum Fact {
    /// A youth began a run.
    Started {
        /// The youth.
        youth: Uuid,
        /// The exercise.
        exercise: String,
        /// Its version.
        version: u32,
        /// Its life domain.
        domain: LifeDomain,
    },
    /// A run was completed.
    Completed,
}

impl Completions {
    /// How many exercises a youth completed after a log position; none if the youth is unknown.
    pub fn of(&self, youth: Uuid, since: Position) -> u32 {
        let completed = self.exercises(youth).filter(|(_, exercise)| {
            exercise.completed.last().is_some_and(|completed| completed.position > since)
        });
        u32::try_from(completed.count()).unwrap_or(u32::MAX)
    }

    /// How many runs a youth began.
    pub fn begun(&self, youth: Uuid) -> usize {
        self.exercises(youth).map(|(_, it)| it.open.len() + it.completed.len()).sum()
    }

    /// The last runs of a youth: of each exercise so many that are open, and so many completed ones.
    pub fn last(&self, youth: Uuid, of_each: usize) -> Vec<Uuid> {
        let last = self.exercises(youth).flat_map(|(_, exercise)| {
            let open = exercise.open.iter().rev().take(of_each);
            let completed = exercise.completed.iter().rev().take(of_each);
            open.chain(completed.map(|completed| &completed.run)).map(|run| run.id)
        });
        last.collect()
    }

    /// What a youth completed after a log position, in the order of the log: exercise and run.
    pub fn completed(&self, youth: Uuid, since: Position) -> Vec<(&str, &Completed)> {
        let all = self.exercises(youth);
        let all =
            all.flat_map(|(name, exercise)| exercise.completed.iter().map(move |it| (name, it)));
        let mut completed: Vec<_> = all.filter(|(_, it)| it.position > since).collect();
        completed.sort_by_key(|(_, it)| it.position);
        completed
    }

    fn exercises(&self, youth: Uuid) -> impl Iterator<Item = (&str, &OfExercise)> {
        let exercises = self.youths.get(&youth).into_iter().flatten();
        exercises.map(|(name, exercise)| (name.as_str(), exercise))
    }
}

impl View for Completions {
    const NAME: &'static str = "exercises-completions";
    const VERSION: u32 = 4;

    type Fact = Fact;

    fn filter() -> Filter {
        let names = vec!["RunStarted", "RunCompleted"];
        Filter { names, ..Filter::kinds(&[run::KIND]) }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        Ok(match codec::decode(event.name, event.data())? {
            RunEvent::RunStarted { youth, exercise, version, domain } => {
                Some(Fact::Started { youth, exercise, version, domain })
            }
            RunEvent::RunCompleted { .. } => Some(Fact::Completed),
            RunEvent::StepAnswered { .. } | RunEvent::HealthStepAnswered { .. } => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        let id = event.stream.id();
        match fact {
            Fact::Started { youth, exercise, version, domain } => {
                let exercises = self.youths.entry(youth).or_default();
                let known = exercises.len();
                exercises.entry(exercise).or_default().open.push(Run { id, version, domain });
                self.exercises += exercises.len() - known;
                self.runs += 1;
            }
            Fact::Completed => {
                // Whoever an event of a run is about is its youth.
                let youth = event.subject().and_then(|youth| self.youths.get_mut(&youth));
                for exercise in youth.into_iter().flat_map(BTreeMap::values_mut) {
                    if let Some(at) = exercise.open.iter().rposition(|run| run.id == id) {
                        exercise.completed.push(Completed {
                            run: exercise.open.remove(at),
                            occurred_on: event.occurred_on,
                            position: event.position,
                            recorded_micros: event.recorded_micros,
                        });
                        return;
                    }
                }
            }
        }
    }

    fn bytes(&self) -> usize {
        let youths = self.youths.len() * YOUTH_BYTES;
        youths + self.exercises * EXERCISE_BYTES + self.runs * RUN_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(self)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes)
    }
}
