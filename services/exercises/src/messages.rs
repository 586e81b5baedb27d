//! The catalogue and a youth's runs as gRPC messages.

use events::{Code, Language, RunState};
use proto::exercises as wire;

use crate::{
    catalogue::{Exercise, Step, catalogue},
    history::{AnswerKeys, Run},
    views::Completed,
};

/// An exercise in one language.
pub(crate) fn exercise(exercise: &Exercise, language: Language) -> wire::Exercise {
    wire::Exercise {
        id: exercise.id.clone(),
        version: exercise.version,
        domain: exercise.domain.name().to_owned(),
        kind: exercise.kind.name().to_owned(),
        title: exercise.title.in_language(language).to_owned(),
        goal: exercise.goal.in_language(language).to_owned(),
        minutes: exercise.minutes,
        picture: exercise.picture.clone(),
        steps: exercise.steps.iter().map(|one| step(one, language)).collect(),
    }
}

fn step(step: &Step, language: Language) -> wire::ExerciseStep {
    let options = step.options.iter().map(|option| wire::ExerciseOption {
        id: option.id.clone(),
        label: option.label.in_language(language).to_owned(),
        picture: option.picture.clone(),
    });
    wire::ExerciseStep {
        id: step.id.clone(),
        question: step.question.in_language(language).to_owned(),
        hint: step.hint.in_language(language).to_owned(),
        pick_min: step.pick_min,
        pick_max: step.pick_max,
        overview: step.overview.map(|part| part.name().to_owned()),
        own_allowed: step.own_allowed,
        options: options.collect(),
    }
}

/// A run with its answers, for the youth whose keys these are.
pub(crate) fn run(run: &Run, keys: &AnswerKeys) -> wire::Run {
    let answers = run.answers.iter().filter_map(|answer| {
        let choice = answer.opened(keys)?;
        Some(wire::Answer { step: answer.step.clone(), options: choice.options, own: choice.own })
    });
    let state = if run.completed_at.is_some() { RunState::Completed } else { RunState::Open };
    wire::Run {
        id: run.id.to_string(),
        exercise: run.exercise.clone(),
        version: run.version,
        domain: run.domain.name().to_owned(),
        answers: answers.collect(),
        started_at: run.started_at.to_string(),
        completed_at: run.completed_at.map(|at| at.to_string()),
        revision: run.revision,
        state: state.name().to_owned(),
    }
}

/// A run that was completed.
pub(crate) fn completion(completed: Completed, language: Language) -> wire::Completion {
    let run = completed.run;
    wire::Completion {
        position: completed.position.into(),
        domain: run.domain.name().to_owned(),
        title: title(&run.exercise, run.version, language),
        exercise: run.exercise,
        occurred_on: completed.occurred_on.to_string(),
        recorded_at: completed.recorded_at.to_string(),
    }
}

/// The title of a run's exercise, by its id if the exercise is gone from the catalogue.
fn title(exercise: &str, version: u32, language: Language) -> String {
    let known = catalogue().version(exercise, version);
    let known = known.or_else(|| catalogue().newest(exercise));
    known.map_or(exercise, |exercise| exercise.title.in_language(language)).to_owned()
}
