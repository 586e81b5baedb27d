//! Which exercises every youth of a centre began and which they completed: no answers.

use std::collections::{BTreeMap, BTreeSet};

use eventlog::{Filter, Position, Recorded};
use events::{
    LifeDomain,
    person::{self, PersonEvent},
    run::{self, RunEvent},
};
use jiff::{Timestamp, civil::Date};
use kernel::codec::CodecError;
use runtime::{
    View,
    timeline::{Asked, Dated, Page, Timeline, When},
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a youth takes in memory, and a run, about.
const YOUTH_BYTES: usize = 120;
const RUN_BYTES: usize = 140;

/// Runs that are open and runs that were completed, by youth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completions {
    youths: BTreeMap<Uuid, OfYouth>,
    runs: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct OfYouth {
    /// In the order in which they were begun.
    open: Vec<Run>,
    completed: Timeline<Completed>,
    /// How many were erased.
    erased: usize,
}

/// A run, without what was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    id: Uuid,
    /// The exercise.
    pub exercise: String,
    /// Its version.
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
    /// When the platform came to know it.
    pub recorded_at: Timestamp,
}

impl Dated for Completed {
    fn when(&self) -> When {
        (self.occurred_on, self.position)
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
    /// What a youth answered was erased: in one run, or in all begun before.
    Erased(Option<Uuid>),
}

impl Completions {
    /// How many exercises a youth completed after a log position; none if the youth is unknown.
    pub fn of(&self, youth: Uuid, since: Position) -> u32 {
        let completed = self.completed(youth).filter(|completed| completed.position > since);
        let exercises: BTreeSet<_> = completed.map(|completed| &completed.run.exercise).collect();
        u32::try_from(exercises.len()).unwrap_or(u32::MAX)
    }

    /// How many runs a youth ever began, also of those that were erased.
    pub fn begun(&self, youth: Uuid) -> usize {
        let erased = self.youths.get(&youth).map_or(0, |youth| youth.erased);
        self.open(youth).count() + self.completed(youth).count() + erased
    }

    /// The last runs of a youth in some life domains: of each exercise so many that are open, and so many
    /// completed ones.
    pub fn last(
        &self,
        youth: Uuid,
        of_each: usize,
        wanted: impl Fn(LifeDomain) -> bool,
    ) -> Vec<Uuid> {
        let wanted = |run: &&Run| wanted(run.domain);
        let open = last_of_each(self.open(youth).rev().filter(&wanted), of_each);
        let completed = self.completed(youth).map(|completed| &completed.run).filter(&wanted);
        open.chain(last_of_each(completed, of_each)).collect()
    }

    /// A page of what a youth completed after a log position.
    pub fn page(&self, youth: Uuid, since: Position, asked: Asked) -> Page<Completed> {
        let youth = self.youths.get(&youth);
        let page = |it: &OfYouth| it.completed.page(asked, |completed| completed.position > since);
        asked.merged(youth.map(page))
    }

    fn open(&self, youth: Uuid) -> impl DoubleEndedIterator<Item = &Run> {
        self.youths.get(&youth).map_or(&[][..], |youth| &youth.open).iter()
    }

    /// The newest first.
    fn completed(&self, youth: Uuid) -> impl Iterator<Item = &Completed> {
        self.youths.get(&youth).into_iter().flat_map(|youth| youth.completed.newest_first())
    }
}

/// The first of these, so many of each exercise.
fn last_of_each<'a>(
    newest_first: impl Iterator<Item = &'a Run>,
    of_each: usize,
) -> impl Iterator<Item = Uuid> {
    let mut seen = BTreeMap::<&str, usize>::new();
    let last = newest_first.filter(move |run| {
        let seen = seen.entry(&run.exercise).or_default();
        *seen += 1;
        *seen <= of_each
    });
    last.map(|run| run.id)
}

impl View for Completions {
    const NAME: &'static str = "exercises-completions";
    const VERSION: u32 = 6;

    type Fact = Fact;

    fn filter() -> Filter {
        let names = vec!["RunStarted", "RunCompleted", "AnswersErased"];
        Filter { names, ..Filter::kinds(&[run::KIND, person::KIND]) }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        if event.stream.kind() == person::KIND {
            return Ok(match event.decoded()? {
                PersonEvent::AnswersErased { run } => Some(Fact::Erased(run)),
                _ => None,
            });
        }
        Ok(match event.decoded()? {
            RunEvent::RunStarted { youth, exercise, version, domain } => {
                Some(Fact::Started { youth, exercise, version, domain })
            }
            RunEvent::RunCompleted { .. } => Some(Fact::Completed),
            RunEvent::Answered { .. }
            | RunEvent::HealthAnswered { .. }
            | RunEvent::StepAnswered { .. }
            | RunEvent::HealthStepAnswered { .. } => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        let id = event.stream.id();
        match fact {
            Fact::Started { youth, exercise, version, domain } => {
                let youth = self.youths.entry(youth).or_default();
                youth.open.push(Run { id, exercise, version, domain });
                self.runs += 1;
            }
            Fact::Erased(run) => {
                let gone = |id: Uuid| run.is_none_or(|run| run == id);
                if let Some(youth) = self.youths.get_mut(&id) {
                    let open = youth.open.len();
                    youth.open.retain(|run| !gone(run.id));
                    let erased = open - youth.open.len()
                        + youth.completed.retain(|completed| !gone(completed.run.id));
                    youth.erased += erased;
                    self.runs -= erased;
                }
            }
            Fact::Completed => {
                // Whoever an event of a run is about is its youth.
                let youth = event.subject().and_then(|youth| self.youths.get_mut(&youth));
                let Some(youth) = youth else { return };
                if let Some(at) = youth.open.iter().rposition(|run| run.id == id) {
                    let (run, recorded_at) = (youth.open.remove(at), event.recorded_at());
                    let Recorded { occurred_on, position, .. } = *event;
                    youth.completed.add(Completed { run, occurred_on, position, recorded_at });
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
