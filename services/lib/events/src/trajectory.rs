//! A youth's trajectory with a centre: from registration to exit. Kind of stream: `trajectory`.

use jiff::civil::Date;
use kernel::{Category, Event, Personal, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::ids::{CoachId, StepId, YouthId};
use vocabulary::{
    ActionCategory, Barrier, Channel, CoachRole, CoachingStep, Disability, EmploymentForm,
    EntryLevel, ExitKind, Gender, Mode, Place, Population, Source,
};

/// The kind of stream.
pub const KIND: &str = "trajectory";

/// What was recorded at intake: the facts of tables 1 and 5. All of it is GDPR Art. 9 data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Intake {
    /// Date of birth.
    pub birth_date: Date,
    /// Gender.
    pub gender: Gender,
    /// Education or NEET.
    pub population: Population,
    /// Main disability: the one that tables count.
    pub disability: Disability,
    /// Other disabilities.
    pub other_disabilities: Vec<Disability>,
    /// Additional barriers; `None` = not known, empty = none.
    pub barriers: Option<Vec<Barrier>>,
    /// Education level at entry.
    pub entry_level: EntryLevel,
}

/// A coaching step (L1328–1336), as its coach asks for it, as the log keeps it, and as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The step.
    pub step: StepId,
    /// The coach who did it.
    pub coach: CoachId,
    /// Action category.
    pub category: ActionCategory,
    /// Minutes.
    pub minutes: u16,
    /// Where.
    pub place: Place,
    /// How.
    pub channel: Channel,
    /// In which of the four roles.
    pub role: CoachRole,
    /// Which step of strength-based coaching.
    pub coaching_step: CoachingStep,
    /// Alone or in a group.
    pub mode: Mode,
}

/// How a trajectory ended: the facts of table 3.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Exit {
    /// How it ended.
    pub kind: ExitKind,
    /// For a job: its form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<EmploymentForm>,
    /// For a job: share of full time, percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_percent: Option<u8>,
}

/// What happened in a trajectory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum TrajectoryEvent {
    /// The youth was registered with the centre.
    YouthRegistered {
        /// The youth.
        youth: YouthId,
        /// Who referred them.
        source: Source,
        /// The day of registration.
        registered_on: Date,
    },
    /// Intake facts were recorded. A later one replaces them.
    IntakeRecorded {
        /// The facts.
        intake: Personal<Intake>,
    },
    /// The youth moved between education and NEET.
    PopulationChanged {
        /// Where the youth is now.
        population: Personal<Population>,
    },
    /// The youth chose a coach; a later choice replaces it (L694).
    CoachChosen {
        /// The coach.
        coach: CoachId,
    },
    /// A coach registered a coaching step (L1328–1336).
    StepRegistered(Step),
    /// What went well, in the coach's words, readable by the youth.
    StepNoted {
        /// The step.
        step: StepId,
        /// The words.
        note: Personal<String>,
    },
    /// A step was registered by mistake. It stays in the log and no longer counts.
    StepWithdrawn {
        /// The step.
        step: StepId,
    },
    /// The youth put an own version beside a step (GDPR Art. 16). Given again, it replaces what is shown.
    OwnVersionGiven {
        /// The step.
        step: StepId,
        /// How it was, in the youth's words.
        words: Personal<String>,
    },
    /// The youth took the own version of a step away. It stays in the log and is shown no more.
    OwnVersionWithdrawn {
        /// The step.
        step: StepId,
    },
    /// The trajectory ended.
    TrajectoryClosed {
        /// How.
        exit: Personal<Exit>,
    },
}

impl Event for TrajectoryEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::IntakeRecorded { intake } => Some((Category::Health, intake)),
            Self::PopulationChanged { population } => Some((Category::Health, population)),
            Self::TrajectoryClosed { exit } => Some((Category::Health, exit)),
            Self::StepNoted { note, .. } => Some((Category::Content, note)),
            Self::OwnVersionGiven { words, .. } => Some((Category::Content, words)),
            Self::YouthRegistered { .. }
            | Self::CoachChosen { .. }
            | Self::StepRegistered(_)
            | Self::StepWithdrawn { .. }
            | Self::OwnVersionWithdrawn { .. } => None,
        }
    }
}
