//! The exercises: a folder for each, one core exercise per life domain (L732, L739), compiled in.
//!
//! Invariant: an exercise's version changes whenever a step or an option changes its meaning, so
//! that an answer (which keeps exercise and version) is never shown under another question. A pack
//! of an older version may stay beside the new one, so that open runs can be finished.

use std::sync::LazyLock;

use domain::run::{Start, StepProgress, StepRule};
use events::{Code, Language, LifeDomain, run::Given};
pub use events::{ExerciseKind as Kind, OverviewPart as Part};
use rust_embed::Embed;
use serde::Deserialize;

#[cfg(test)]
mod linter;

/// A folder for each exercise: what it asks, in `exercise.json` or, of an older version that is kept, in
/// `exercise.1.json`; and its own pictures, which the web app serves.
#[derive(Embed)]
#[folder = "content"]
struct Content;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut exercises: Vec<_> =
        Content::iter().filter(|path| path.ends_with(".json")).map(|path| parsed(&path)).collect();
    exercises.sort_by_key(|exercise| {
        (exercise.domain_order(), exercise.kind, exercise.id.clone(), exercise.version)
    });
    Catalogue(exercises)
});

fn parsed(path: &str) -> Exercise {
    let file = Content::get(path).map(|file| file.data).unwrap_or_default();
    serde_json::from_slice(&file).expect("the linter parses every one")
}

/// The exercises of this version of the platform.
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

/// What a step of an exercise accepts; `None` if there is no such step (any more).
pub fn rule_of(exercise: &str, version: u32, step: &str) -> Option<StepRule> {
    catalogue().version(exercise, version)?.step(step).map(Step::rule)
}

/// All exercises, in the order of the life domains.
#[derive(Debug)]
pub struct Catalogue(Vec<Exercise>);

/// A text in the platform's languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    nl: String,
    fi: String,
    en: String,
}

/// An exercise.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Exercise {
    /// Unique among exercises; versions share it.
    pub id: String,
    /// Grows with every change of meaning.
    pub version: u32,
    /// Its life domain.
    pub domain: LifeDomain,
    /// Core or supporting.
    pub kind: Kind,
    /// How long it takes; at most five (L892).
    pub minutes: u32,
    /// Name of its picture.
    pub picture: String,
    /// Where it comes from, for who maintains it.
    pub source: String,
    /// What it is called.
    pub title: Text,
    /// What the youth gets from it.
    pub goal: Text,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    /// Unique within the exercise.
    pub id: String,
    /// The part of the overview that the answer feeds; where bins do it, none.
    pub overview: Option<Part>,
    /// The question.
    pub question: Text,
    /// Help with it.
    pub hint: Text,
    /// How it is answered.
    pub kind: StepKind,
}

/// How a step is answered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StepKind {
    /// With some of several options.
    Choose(Choose),
    /// By sorting cards into bins.
    Sort(Sort),
}

/// Options to tap.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choose {
    /// At least so many choices.
    pub pick_min: u32,
    /// At most so many.
    pub pick_max: u32,
    /// Whether own words are accepted.
    pub own_allowed: bool,
    /// What can be chosen.
    pub options: Vec<Choosable>,
}

/// Cards, each for one bin.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sort {
    /// What is sorted.
    pub cards: Vec<Choosable>,
    /// Into what.
    pub bins: Vec<Bin>,
}

/// Where cards go.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bin {
    /// Unique within the step.
    pub id: String,
    /// What it says.
    pub label: Text,
    /// The part of the overview that its cards feed.
    pub overview: Option<Part>,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choosable {
    /// Unique within the step.
    pub id: String,
    /// Name of its picture.
    pub picture: String,
    /// What it says.
    pub label: Text,
}

impl Text {
    /// The text in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::Fi => &self.fi,
            Language::En => &self.en,
        }
    }
}

impl Catalogue {
    /// The exercises that can be begun: of each its newest version, in the order of the domains.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.0.iter().filter(|exercise| {
            self.newest(&exercise.id).is_some_and(|newest| newest.version == exercise.version)
        })
    }

    /// The newest version of an exercise.
    pub fn newest(&self, id: &str) -> Option<&Exercise> {
        self.0.iter().filter(|exercise| exercise.id == id).max_by_key(|exercise| exercise.version)
    }

    /// An exercise as it was when it was answered; `None` if that version is not kept.
    pub fn version(&self, id: &str, version: u32) -> Option<&Exercise> {
        self.0.iter().find(|exercise| exercise.id == id && exercise.version == version)
    }
}

impl Exercise {
    /// One of its steps.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The command with which a youth begins it who began so many runs before.
    pub fn start(&self, begun_before: usize) -> Start {
        let (exercise, version, domain) = (self.id.clone(), self.version, self.domain);
        Start { exercise, version, domain, begun_before }
    }

    /// How far each of its steps is, `answer` telling the latest answer to a step.
    pub fn progress(&self, answer: impl Fn(&str) -> Option<Given>) -> Vec<StepProgress> {
        let progress = |step: &Step| StepProgress {
            pick_min: match &step.kind {
                StepKind::Choose(choose) => choose.pick_min as usize,
                StepKind::Sort(sort) => sort.cards.len(),
            },
            chosen: match answer(&step.id) {
                Some(Given::Chosen(choice)) => {
                    choice.options.len() + usize::from(choice.own.is_some())
                }
                Some(Given::Sorted(placed)) => placed.len(),
                None => 0,
            },
        };
        self.steps.iter().map(progress).collect()
    }

    /// Place of its domain in the order of the source (L732).
    pub(crate) fn domain_order(&self) -> usize {
        LifeDomain::ALL.iter().position(|domain| *domain == self.domain).unwrap_or(usize::MAX)
    }
}

impl Step {
    /// What it accepts as an answer.
    pub fn rule(&self) -> StepRule {
        let ids = |all: &[Choosable]| all.iter().map(|one| one.id.clone()).collect();
        match &self.kind {
            StepKind::Choose(Choose { pick_max, own_allowed, options, .. }) => StepRule::Choose {
                pick_max: *pick_max as usize,
                options: ids(options),
                own_allowed: *own_allowed,
            },
            StepKind::Sort(Sort { cards, bins }) => StepRule::Sort {
                cards: ids(cards),
                bins: bins.iter().map(|bin| bin.id.clone()).collect(),
            },
        }
    }

    /// Its options or cards.
    pub fn things(&self) -> &[Choosable] {
        match &self.kind {
            StepKind::Choose(choose) => &choose.options,
            StepKind::Sort(sort) => &sort.cards,
        }
    }

    /// One of them.
    pub fn thing(&self, id: &str) -> Option<&Choosable> {
        self.things().iter().find(|thing| thing.id == id)
    }

    /// Its bins; only cards have some.
    pub fn bins(&self) -> &[Bin] {
        match &self.kind {
            StepKind::Choose(_) => &[],
            StepKind::Sort(sort) => &sort.bins,
        }
    }
}
