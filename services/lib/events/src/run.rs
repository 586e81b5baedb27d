//! A youth's run through an exercise. Kind of stream: `run`, one per run.

use kernel::{Category, Event, Personal, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

use vocabulary::LifeDomain;

/// The kind of stream.
pub const KIND: &str = "run";

/// What a youth chose at one step of an exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// Ids of the chosen options.
    pub options: Vec<String>,
    /// "Something else", in the youth's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<String>,
}

/// What a youth answered a step with, in the kind of the step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Given {
    /// Some of several options.
    Chosen(Choice),
    /// Cards, each in one bin.
    Sorted(Vec<Placed>),
}

/// A card in a bin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Placed {
    /// Id of the card.
    pub card: String,
    /// Id of the bin.
    pub bin: String,
}

/// What happened in a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum RunEvent {
    /// The youth began an exercise.
    RunStarted {
        /// Whose run it is.
        youth: Uuid,
        /// The exercise.
        exercise: String,
        /// Its version, so that answers keep their meaning.
        version: u32,
        /// Its life domain.
        domain: LifeDomain,
    },
    /// The youth answered a step, perhaps again.
    Answered {
        /// The step.
        step: String,
        /// With what.
        given: Personal<Given>,
    },
    /// The youth answered a step of an exercise in the domain of health (GDPR Art. 9).
    HealthAnswered {
        /// The step.
        step: String,
        /// With what.
        given: Personal<Given>,
    },
    /// The youth answered a step, perhaps again. Before there were kinds of steps.
    StepAnswered {
        /// The step.
        step: String,
        /// What was chosen.
        choice: Personal<Choice>,
    },
    /// The youth answered a step of an exercise in the domain of health (GDPR Art. 9). Before there were
    /// kinds of steps.
    HealthStepAnswered {
        /// The step.
        step: String,
        /// What was chosen.
        choice: Personal<Choice>,
    },
    /// The youth finished the exercise.
    RunCompleted {
        /// Time spent, seconds.
        seconds: u32,
    },
}

/// The category of what is answered in a life domain.
pub fn category(domain: LifeDomain) -> Category {
    match domain {
        LifeDomain::Health => Category::Health,
        LifeDomain::Housing
        | LifeDomain::Relationships
        | LifeDomain::Finances
        | LifeDomain::Learning
        | LifeDomain::Leisure
        | LifeDomain::Work => Category::Content,
    }
}

impl Event for RunEvent {
    const KEYED_BY_STREAM: bool = true;

    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::Answered { given, .. } => Some((Category::Content, given)),
            Self::HealthAnswered { given, .. } => Some((Category::Health, given)),
            Self::StepAnswered { choice, .. } => Some((Category::Content, choice)),
            Self::HealthStepAnswered { choice, .. } => Some((Category::Health, choice)),
            Self::RunStarted { .. } | Self::RunCompleted { .. } => None,
        }
    }
}
