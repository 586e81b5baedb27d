//! The catalogue and a youth's runs as gRPC messages.

use events::{
    Code, Language, RunState,
    run::{Choice, Given, Placed},
};
use proto::exercises as wire;

use crate::{
    catalogue::{Bin, Choosable, Exercise, Step, StepKind, catalogue},
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
    let things = |all: &[Choosable]| {
        let thing = |one: &Choosable| wire::ExerciseOption {
            id: one.id.clone(),
            label: one.label.in_language(language).to_owned(),
            picture: one.picture.clone(),
        };
        all.iter().map(thing).collect()
    };
    let kind = match &step.kind {
        StepKind::Choose(choose) => wire::exercise_step::Kind::Choose(wire::Choose {
            pick_min: choose.pick_min,
            pick_max: choose.pick_max,
            own_allowed: choose.own_allowed,
            options: things(&choose.options),
        }),
        StepKind::Sort(sort) => {
            let bin = |bin: &Bin| wire::ExerciseBin {
                id: bin.id.clone(),
                label: bin.label.in_language(language).to_owned(),
            };
            let bins = sort.bins.iter().map(bin).collect();
            wire::exercise_step::Kind::Sort(wire::Sort { cards: things(&sort.cards), bins })
        }
    };
    wire::ExerciseStep {
        id: step.id.clone(),
        question: step.question.in_language(language).to_owned(),
        hint: step.hint.in_language(language).to_owned(),
        overview: step.overview.map(|part| part.name().to_owned()),
        kind: Some(kind),
    }
}

/// What a youth gives as an answer; without a kind it is as before there were some.
pub(crate) fn asked(
    given: Option<wire::answer_step_request::Given>,
    options: Vec<String>,
    own: Option<String>,
) -> Given {
    use wire::answer_step_request::Given as Asked;
    match given {
        Some(Asked::Chosen(wire::Chosen { options, own })) => {
            Given::Chosen(Choice { options, own })
        }
        Some(Asked::Sorted(wire::Sorted { placed })) => {
            let placed = placed.into_iter().map(|wire::Placed { card, bin }| Placed { card, bin });
            Given::Sorted(placed.collect())
        }
        None => Given::Chosen(Choice { options, own }),
    }
}

fn told(given: Given) -> wire::answer::Given {
    match given {
        Given::Chosen(Choice { options, own }) => {
            wire::answer::Given::Chosen(wire::Chosen { options, own })
        }
        Given::Sorted(placed) => {
            let placed = placed.into_iter().map(|Placed { card, bin }| wire::Placed { card, bin });
            wire::answer::Given::Sorted(wire::Sorted { placed: placed.collect() })
        }
    }
}

/// A run with its answers, for the youth whose keys these are.
pub(crate) fn run(run: &Run, keys: &AnswerKeys) -> wire::Run {
    let answers = run.answers.iter().filter_map(|answer| {
        let given = Some(told(answer.opened(keys)?));
        Some(wire::Answer { step: answer.step.clone(), given })
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
