//! A youth's runs as their stream tells them.
//!
//! Invariant: answers stay sealed here until they are opened for the youth.

use std::{collections::HashMap, sync::Arc};

use events::{
    LifeDomain,
    runs::{Choice, RunsEvent},
};
use jiff::{Timestamp, civil::Date};
use platform::{
    Backends, Category, Ctx, Personal, Reason, Recorded, State, StreamName,
    codec::{self, CodecError},
    log::whole_stream,
    personal::SubjectKey,
    status,
};
use tonic::Status;
use uuid::Uuid;

use crate::domain::runs::Runs;

/// Everything a youth did in exercises.
#[derive(Debug, Default)]
pub(crate) struct History {
    /// Oldest first.
    pub(crate) runs: Vec<Run>,
    /// Revision of the last event; `None` if nothing happened.
    pub(crate) revision: Option<u64>,
}

/// One run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) id: Uuid,
    pub(crate) exercise: String,
    pub(crate) version: u32,
    pub(crate) domain: LifeDomain,
    pub(crate) started_at: Timestamp,
    pub(crate) completion: Option<Completion>,
    /// The latest answer to each step, in the order in which steps were first answered.
    pub(crate) answers: Vec<Answer>,
}

/// When a run was completed.
#[derive(Debug)]
pub(crate) struct Completion {
    pub(crate) position: u64,
    pub(crate) occurred_on: Date,
    pub(crate) recorded_at: Timestamp,
}

/// An answer, sealed.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) step: String,
    /// Revision of its event: the greater, the later.
    pub(crate) revision: u64,
    category: Category,
    choice: Personal<Choice>,
    place: Vec<u8>,
}

/// The youth's keys to the answers of a history.
#[derive(Default)]
pub(crate) struct AnswerKeys(HashMap<Category, Arc<SubjectKey>>);

impl History {
    /// Reads a youth's stream, up to a revision if one is given.
    pub(crate) async fn read(
        ctx: &Ctx,
        backends: &Backends,
        youth: Uuid,
        until: Option<u64>,
    ) -> Result<Self, Status> {
        let stream = StreamName::new(Runs::KIND, ctx.tenant(), youth);
        let recorded = whole_stream(&*backends.log, &stream).await;
        let recorded = recorded.map_err(|error| status::of_log(&error))?;
        let upto = until.unwrap_or(u64::MAX);
        let wanted = recorded.iter().filter(|event| event.revision <= upto);
        Self::fold(wanted).map_err(|_| Status::internal("an event of no known shape"))
    }

    fn fold<'a>(recorded: impl Iterator<Item = &'a Recorded>) -> Result<Self, CodecError> {
        let mut history = Self::default();
        for event in recorded {
            history.take(event, codec::decode(event.name, event.data())?);
            history.revision = Some(event.revision);
        }
        Ok(history)
    }

    fn take(&mut self, recorded: &Recorded, event: RunsEvent) {
        match event {
            RunsEvent::RunStarted { run: id, exercise, version, domain } => {
                let started_at = recorded.recorded_at();
                let (completion, answers) = (None, Vec::new());
                let run = Run { id, exercise, version, domain, started_at, completion, answers };
                self.runs.push(run);
            }
            RunsEvent::StepAnswered { run, step, choice } => {
                self.answer(run, Answer::new(recorded, step, Category::Content, choice));
            }
            RunsEvent::HealthStepAnswered { run, step, choice } => {
                self.answer(run, Answer::new(recorded, step, Category::Health, choice));
            }
            RunsEvent::RunCompleted { run, .. } => {
                if let Some(run) = self.run_mut(run) {
                    run.completion = Some(Completion {
                        position: recorded.position,
                        occurred_on: recorded.occurred_on,
                        recorded_at: recorded.recorded_at(),
                    });
                }
            }
        }
    }

    fn answer(&mut self, run: Uuid, answer: Answer) {
        let Some(run) = self.run_mut(run) else { return };
        match run.answers.iter_mut().find(|earlier| earlier.step == answer.step) {
            Some(earlier) => *earlier = answer,
            None => run.answers.push(answer),
        }
    }

    /// From the end: the run in hand is nearly always the last one.
    fn run_mut(&mut self, id: Uuid) -> Option<&mut Run> {
        self.runs.iter_mut().rev().find(|run| run.id == id)
    }

    /// One run.
    pub(crate) fn run(&self, id: Uuid) -> Option<&Run> {
        self.runs.iter().rev().find(|run| run.id == id)
    }

    /// The youth's keys to these answers; only those are asked for that something is sealed with.
    pub(crate) async fn keys(
        &self,
        ctx: &Ctx,
        backends: &Backends,
        youth: Uuid,
    ) -> Result<AnswerKeys, Status> {
        let mut keys = HashMap::new();
        for category in [Category::Content, Category::Health] {
            let mut answers = self.runs.iter().flat_map(|run| &run.answers);
            if answers.any(|answer| answer.category == category) {
                let found = backends.keys.to_open(ctx.tenant(), &[youth], category).await;
                let mut found = found.map_err(|_| status::unavailable(Reason::Busy))?;
                keys.extend(found.remove(&youth).map(|key| (category, key)));
            }
        }
        Ok(AnswerKeys(keys))
    }
}

impl Run {
    /// The latest answer to a step, opened.
    pub(crate) fn answer(&self, step: &str, keys: &AnswerKeys) -> Option<Choice> {
        self.answers.iter().find(|answer| answer.step == step)?.opened(keys)
    }
}

impl Answer {
    fn new(
        recorded: &Recorded,
        step: String,
        category: Category,
        choice: Personal<Choice>,
    ) -> Self {
        Self { step, revision: recorded.revision, category, choice, place: recorded.place() }
    }

    /// The answer; `None` if its key was destroyed. One that does not open counts as not given, so
    /// that the youth can give it again.
    pub(crate) fn opened(&self, keys: &AnswerKeys) -> Option<Choice> {
        let opened = self.choice.opened(keys.0.get(&self.category)?, &self.place);
        if opened.is_err() {
            tracing::error!(revision = self.revision, "an answer does not open");
        }
        opened.ok()
    }
}
