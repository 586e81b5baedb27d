//! What every content pack keeps to.

use std::{collections::BTreeSet, path::PathBuf};

use super::*;

/// Longest exercise that youths accept (L892).
const MINUTES_MAX: u32 = 5;
/// Where the web app keeps the pictures of all exercises.
const PICTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../gateway/web/public/pictures");
/// Where each exercise has a folder, with those that only it has.
const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content");

fn everything() -> &'static [Exercise] {
    &catalogue().0
}

fn steps() -> impl Iterator<Item = (&'static Exercise, &'static Step)> {
    everything().iter().flat_map(|exercise| exercise.steps.iter().map(move |step| (exercise, step)))
}

fn is_id(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=32).contains(&text.len()) && text.bytes().all(allowed)
}

#[test]
fn every_life_domain_has_one_core_exercise() {
    let domains = |kind| {
        let of_kind = catalogue().exercises().filter(move |exercise| exercise.kind == kind);
        of_kind.map(|exercise| exercise.domain).collect::<Vec<_>>()
    };
    assert_eq!(domains(Kind::Core), LifeDomain::ALL);
}

#[test]
fn every_text_is_there_in_every_language() {
    let texts = everything().iter().flat_map(|exercise| {
        let steps = exercise.steps.iter().flat_map(|step| {
            let labels = step.things().iter().map(|thing| (&*thing.id, &thing.label));
            let bins = step.bins().iter().map(|bin| (&*bin.id, &bin.label));
            let own = [(&*step.id, &step.question), (&*step.id, &step.hint)];
            own.into_iter().chain(labels).chain(bins)
        });
        let own = [(&*exercise.id, &exercise.title), (&*exercise.id, &exercise.goal)];
        own.into_iter().chain(steps).map(move |(part, text)| (&exercise.id, part, text))
    });
    for (exercise, part, text) in texts {
        for language in Language::ALL {
            let written = text.in_language(*language);
            assert!(!written.trim().is_empty(), "{exercise}/{part}: no {}", language.name());
            assert_eq!(written, written.trim(), "{exercise}/{part}: blanks around the text");
        }
    }
}

#[test]
fn an_exercise_has_four_or_five_steps_or_fewer_and_takes_five_minutes_at_most() {
    for exercise in everything() {
        let (id, count) = (&exercise.id, exercise.steps.len());
        let least = if exercise.kind == Kind::Core { 4 } else { 1 };
        assert!((least..=5).contains(&count), "{id}: {count} steps");
        let minutes = exercise.minutes;
        assert!((1..=MINUTES_MAX).contains(&minutes), "{id}: {minutes} minutes");
        assert!(exercise.version >= 1, "{id}: versions start at 1");
        assert!(!exercise.source.trim().is_empty(), "{id}: no source");
    }
}

#[test]
fn every_step_can_be_answered() {
    for (exercise, step) in steps() {
        let place = format!("{}/{}", exercise.id, step.id);
        match &step.kind {
            StepKind::Choose(Choose { pick_min, pick_max, options, .. }) => {
                assert!(*pick_max >= 1, "{place}: nothing can be picked");
                assert!(pick_min <= pick_max, "{place}: pickMin above pickMax");
                assert!(*pick_max as usize <= options.len(), "{place}: pickMax above options");
            }
            StepKind::Sort(Sort { cards, bins }) => {
                assert!((2..=8).contains(&cards.len()), "{place}: {} cards", cards.len());
                assert!((2..=3).contains(&bins.len()), "{place}: {} bins", bins.len());
                assert_eq!(step.overview, None, "{place}: its bins feed the overview");
            }
        }
    }
}

#[test]
fn ids_are_well_formed_and_unique() {
    let mut exercises = BTreeSet::new();
    for exercise in everything() {
        assert!(is_id(&exercise.id), "{}", exercise.id);
        assert!(exercises.insert((&exercise.id, exercise.version)), "{} twice", exercise.id);
        let mut steps = BTreeSet::new();
        for step in &exercise.steps {
            let place = format!("{}/{}", exercise.id, step.id);
            assert!(is_id(&step.id) && steps.insert(&step.id), "{place}");
            let things = step.things().iter().map(|thing| &thing.id);
            let mut ids = BTreeSet::new();
            for id in things.chain(step.bins().iter().map(|bin| &bin.id)) {
                assert!(is_id(id) && ids.insert(id), "{place}/{id}");
            }
        }
    }
}

#[test]
fn every_core_exercise_feeds_every_part_of_the_overview() {
    for exercise in everything().iter().filter(|exercise| exercise.kind == Kind::Core) {
        for part in [Part::Want, Part::Can, Part::Who] {
            let feeds = exercise.steps.iter().any(|step| step.overview == Some(part));
            assert!(feeds, "{} does not feed {}", exercise.id, part.name());
        }
    }
}

#[test]
fn every_picture_is_drawn() {
    let options = steps().flat_map(|(exercise, step)| {
        step.things().iter().map(move |thing| (&exercise.id, &thing.picture))
    });
    let own = everything().iter().map(|exercise| (&exercise.id, &exercise.picture));
    for (exercise, picture) in own.chain(options).collect::<BTreeSet<_>>() {
        let shared = PathBuf::from(PICTURES).join(format!("{picture}.svg"));
        let own = format!("{CONTENT}/{exercise}/pictures/{picture}.svg");
        let found = [shared.is_file(), PathBuf::from(own).is_file()];
        assert_eq!(found.iter().filter(|it| **it).count(), 1, "{picture}.svg of {exercise}");
    }
}
