//! A run as its stream tells it.
//!
//! Invariant: it is read for its youth, or for the coach with whom the youth shares its life domain, and answers
//! stay sealed here until they are opened for one of them.

use std::{collections::HashMap, sync::Arc};

use eventlog::{Position, Recorded, StreamName, whole_stream};
use events::{
    LifeDomain,
    run::{Choice, Given, RunEvent},
};
use futures::future::try_join_all;
use jiff::Timestamp;
use kernel::{Category, Personal, Reason, personal::SubjectKey};
use runtime::{Backends, Ctx, keys::Thing, status};
use tonic::Status;
use uuid::Uuid;

/// One run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) id: Uuid,
    pub(crate) youth: Uuid,
    pub(crate) exercise: String,
    pub(crate) version: u32,
    pub(crate) domain: LifeDomain,
    pub(crate) started_at: Timestamp,
    pub(crate) completed_at: Option<Timestamp>,
    /// The latest answer to each step, in the order in which steps were first answered.
    pub(crate) answers: Vec<Answer>,
    /// Revision of its last event.
    pub(crate) revision: u64,
}

/// An answer, sealed.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) step: String,
    /// The later, the greater, in whatever run.
    pub(crate) position: Position,
    run: Uuid,
    category: Category,
    given: Sealed,
    place: Vec<u8>,
}

/// What was given, sealed, as the log has it.
#[derive(Debug)]
enum Sealed {
    Given(Personal<Given>),
    /// As before there were kinds of steps.
    Choice(Personal<Choice>),
}

/// A youth's keys to the answers of their runs, by run: each has its own.
#[derive(Default)]
pub(crate) struct AnswerKeys(HashMap<(Uuid, Category), Arc<SubjectKey>>);

impl Run {
    /// Reads a run of a youth, up to a revision if one is given. `NOT_FOUND` if the youth has no
    /// such run.
    pub(crate) async fn read(
        ctx: &Ctx,
        backends: &Backends,
        youth: Uuid,
        id: Uuid,
        until: Option<u64>,
    ) -> Result<Self, Status> {
        let stream = StreamName::new(events::run::KIND, ctx.tenant(), id);
        let recorded = whole_stream(&*backends.log, &stream).await;
        let recorded = recorded.map_err(|error| status::of_log(&error))?;
        let upto = until.unwrap_or(u64::MAX);
        let mut run = None;
        for event in recorded.iter().filter(|event| event.revision <= upto) {
            let told = event.decoded();
            let told = told.map_err(|_| Status::internal("an event of no known shape"))?;
            run = Self::after(run, event, told);
        }
        run.filter(|run| run.youth == youth).ok_or_else(status::not_found)
    }

    /// Reads some runs of a youth, in their order.
    pub(crate) async fn read_all(
        ctx: &Ctx,
        backends: &Backends,
        youth: Uuid,
        ids: impl IntoIterator<Item = Uuid>,
    ) -> Result<Vec<Self>, Status> {
        let read = |id| Self::read(ctx, backends, youth, id, None);
        try_join_all(ids.into_iter().map(read)).await
    }

    /// The run after one more event.
    fn after(run: Option<Self>, recorded: &Recorded, event: RunEvent) -> Option<Self> {
        let mut run = match event {
            RunEvent::RunStarted { youth, exercise, version, domain } => Self {
                id: recorded.stream.id(),
                youth,
                exercise,
                version,
                domain,
                started_at: recorded.recorded_at(),
                completed_at: None,
                answers: Vec::new(),
                revision: recorded.revision,
            },
            RunEvent::Answered { step, given } => {
                run?.with(Answer::new(recorded, step, Category::Content, Sealed::Given(given)))
            }
            RunEvent::HealthAnswered { step, given } => {
                run?.with(Answer::new(recorded, step, Category::Health, Sealed::Given(given)))
            }
            RunEvent::StepAnswered { step, choice } => {
                run?.with(Answer::new(recorded, step, Category::Content, Sealed::Choice(choice)))
            }
            RunEvent::HealthStepAnswered { step, choice } => {
                run?.with(Answer::new(recorded, step, Category::Health, Sealed::Choice(choice)))
            }
            RunEvent::RunCompleted { .. } => {
                Self { completed_at: Some(recorded.recorded_at()), ..run? }
            }
        };
        run.revision = recorded.revision;
        Some(run)
    }

    fn with(mut self, answer: Answer) -> Self {
        match self.answers.iter_mut().find(|earlier| earlier.step == answer.step) {
            Some(earlier) => *earlier = answer,
            None => self.answers.push(answer),
        }
        self
    }

    /// The latest answer to a step, opened.
    pub(crate) fn answer(&self, step: &str, keys: &AnswerKeys) -> Option<Given> {
        self.answers.iter().find(|answer| answer.step == step)?.opened(keys)
    }
}

impl AnswerKeys {
    /// A youth's keys to the answers of these runs; only those are asked for that something is
    /// sealed with.
    pub(crate) async fn of(
        ctx: &Ctx,
        backends: &Backends,
        youth: Uuid,
        runs: &[Run],
    ) -> Result<Self, Status> {
        let mut keys = HashMap::new();
        for category in [Category::Content, Category::Health] {
            let sealed = |run: &&Run| run.answers.iter().any(|it| it.category == category);
            let things = runs.iter().filter(sealed).map(|run| Thing { person: youth, id: run.id });
            let things: Vec<Thing> = things.collect();
            if !things.is_empty() {
                let found = backends.keys.to_open_things(ctx.tenant(), &things, category).await;
                let found = found.map_err(|_| status::unavailable(Reason::Busy))?;
                keys.extend(found.into_iter().map(|(run, key)| ((run, category), key)));
            }
        }
        Ok(Self(keys))
    }
}

impl Answer {
    fn new(recorded: &Recorded, step: String, category: Category, given: Sealed) -> Self {
        let (position, place) = (recorded.position, recorded.place());
        Self { step, position, run: recorded.stream.id(), category, given, place }
    }

    /// The answer; `None` if its key was destroyed. One that does not open counts as not given, so
    /// that the youth can give it again.
    pub(crate) fn opened(&self, keys: &AnswerKeys) -> Option<Given> {
        let key = keys.0.get(&(self.run, self.category))?;
        let opened = match &self.given {
            Sealed::Given(given) => given.opened(key, &self.place),
            Sealed::Choice(choice) => choice.opened(key, &self.place).map(Given::Chosen),
        };
        if opened.is_err() {
            tracing::error!(position = u64::from(self.position), "an answer does not open");
        }
        opened.ok()
    }
}
