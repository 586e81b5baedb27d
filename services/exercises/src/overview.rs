//! What I want, what I can, who helps me: from a youth's latest answers (L692–694, L886).

use std::collections::HashMap;

use events::{
    Code, Language,
    run::{Choice, Given, Placed},
};
use proto::exercises as wire;

use crate::{
    catalogue::{Exercise, Part, Step, catalogue},
    history::{Answer, AnswerKeys, Run},
};

/// The latest answer to a step, and what it answered.
struct Latest<'a> {
    exercise: &'a Exercise,
    step_order: usize,
    step: &'a Step,
    answer: &'a Answer,
}

/// The overview in one language, in the order of domains and steps, from a youth's recent runs of
/// each exercise. Completed or not makes no difference; answers to a version that is not kept are
/// left out.
pub(crate) fn overview(
    recent: &[Run],
    keys: &AnswerKeys,
    language: Language,
) -> wire::GetOverviewResponse {
    let mut overview = wire::GetOverviewResponse::default();
    for latest in latest(recent) {
        let Some(given) = latest.answer.opened(keys) else { continue };
        for (part, finding) in findings(&latest, given, language) {
            match part {
                Part::Want => overview.want.push(finding),
                Part::Can => overview.can.push(finding),
                Part::Who => overview.who.push(finding),
            }
        }
    }
    overview
}

fn latest(recent: &[Run]) -> Vec<Latest<'_>> {
    let mut newest = HashMap::<(&str, &str), (u32, &Answer)>::new();
    for run in recent {
        for answer in &run.answers {
            let slot = newest.entry((&run.exercise, &answer.step));
            let kept = slot.or_insert((run.version, answer));
            if kept.1.position < answer.position {
                *kept = (run.version, answer);
            }
        }
    }
    let known = newest.into_iter().filter_map(|((exercise, step), (version, answer))| {
        let exercise = catalogue().version(exercise, version)?;
        let step_order = exercise.steps.iter().position(|known| known.id == step)?;
        Some(Latest { exercise, step_order, step: &exercise.steps[step_order], answer })
    });
    let mut known: Vec<_> = known.collect();
    known.sort_by_key(|one| (one.exercise.domain_order(), &one.exercise.id, one.step_order));
    known
}

/// What an answer says, and to which part.
fn findings(latest: &Latest<'_>, given: Given, language: Language) -> Vec<(Part, wire::Finding)> {
    let finding = || wire::Finding {
        domain: latest.exercise.domain.name().to_owned(),
        exercise: latest.exercise.id.clone(),
        step: latest.step.id.clone(),
        ..wire::Finding::default()
    };
    let thing = |id: &str| {
        latest.step.thing(id).map(|thing| wire::Finding {
            option: Some(thing.id.clone()),
            label: thing.label.in_language(language).to_owned(),
            picture: Some(thing.picture.clone()),
            ..finding()
        })
    };
    match given {
        Given::Chosen(Choice { options, own }) => {
            let Some(part) = latest.step.overview else { return Vec::new() };
            let own =
                own.map(|own| wire::Finding { label: own.clone(), own: Some(own), ..finding() });
            let chosen = options.iter().filter_map(|id| thing(id));
            chosen.chain(own).map(|finding| (part, finding)).collect()
        }
        Given::Sorted(placed) => {
            let told = placed.iter().filter_map(|Placed { card, bin }| {
                let bin = latest.step.bins().iter().find(|known| known.id == *bin)?;
                Some((bin.overview?, thing(card)?))
            });
            told.collect()
        }
    }
}
