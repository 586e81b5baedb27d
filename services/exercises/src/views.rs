//! Which exercises every youth of a centre completed: counts only, no answers.

use std::collections::BTreeMap;

use events::runs::RunsEvent;
use platform::{
    Filter, Recorded, View,
    codec::{self, CodecError},
    log::Position,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a youth takes in memory, and a run, about.
const YOUTH_BYTES: usize = 120;
const RUN_BYTES: usize = 72;

/// Completed exercises, by youth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completions {
    youths: BTreeMap<Uuid, OfYouth>,
    /// How many runs were begun.
    runs: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct OfYouth {
    /// Exercise of every run that is not completed.
    open: BTreeMap<Uuid, String>,
    /// Position of the last completed run by exercise.
    completed: BTreeMap<String, Position>,
}

/// What an event means to [`Completions`].
#[derive(Debug)]
pub enum Fact {
    /// A run of this exercise began.
    Started(Uuid, String),
    /// A run was completed.
    Completed(Uuid),
}

impl Completions {
    /// How many exercises a youth completed after a log position; none if the youth is unknown.
    pub fn of(&self, youth: Uuid, since: Position) -> u32 {
        let youth = self.youths.get(&youth);
        let completed = youth.into_iter().flat_map(|youth| youth.completed.values());
        u32::try_from(completed.filter(|position| **position > since).count()).unwrap_or(u32::MAX)
    }
}

impl View for Completions {
    const NAME: &'static str = "exercises-completions";
    const VERSION: u32 = 3;

    type Fact = Fact;

    fn filter() -> Filter {
        let names = vec!["RunStarted", "RunCompleted"];
        Filter { names, ..Filter::kinds(&["runs"]) }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        Ok(match codec::decode(event.name, event.data())? {
            RunsEvent::RunStarted { run, exercise, .. } => Some(Fact::Started(run, exercise)),
            RunsEvent::RunCompleted { run, .. } => Some(Fact::Completed(run)),
            RunsEvent::StepAnswered { .. } | RunsEvent::HealthStepAnswered { .. } => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        let youth = self.youths.entry(event.stream.id()).or_default();
        match fact {
            Fact::Started(run, exercise) => {
                self.runs += 1;
                youth.open.insert(run, exercise);
            }
            Fact::Completed(run) => {
                if let Some(exercise) = youth.open.remove(&run) {
                    youth.completed.insert(exercise, event.position);
                }
            }
        }
    }

    fn bytes(&self) -> usize {
        self.youths.len() * YOUTH_BYTES + self.runs * RUN_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(self)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes)
    }
}
