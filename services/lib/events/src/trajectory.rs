//! A youth's trajectory with a centre: from registration to exit. Kind of stream: `trajectory`.

use jiff::civil::Date;
use kernel::{Category, Event, Personal, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::ids::{CoachId, ContactId, EmployerId, HandoverId, PlacementId, StepId, YouthId};
use vocabulary::{
    ActionCategory, Barrier, Channel, CoachRole, CoachingStep, Contract, Disability,
    EmployerPurpose, EmploymentForm, EntryLevel, ExitKind, Gender, HandoverPart, HandoverTo,
    JobStartRule, Mode, Place, PlacementEndReason, PlacementKind, Population, Sector, Source,
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

/// A warm handover (L1286–1291), as its coach proposes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Handover {
    /// To whom.
    pub to: HandoverTo,
    /// Who that is: a person or an organisation.
    pub name: String,
    /// What is passed on.
    pub parts: Vec<HandoverPart>,
    /// Why, in words that the youth can read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// A talk with an employer about a youth (IPS 15 to 18).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EmployerContact {
    /// With which one.
    pub employer: EmployerId,
    /// Why.
    pub purpose: EmployerPurpose,
    /// How.
    pub channel: Channel,
    /// Minutes.
    pub minutes: u16,
}

/// Where a youth learns or works: the facts of table 3. Its form may tell of a disability.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Placement {
    /// What it is.
    pub kind: PlacementKind,
    /// With whom, if the centre has them in its list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<EmployerId>,
    /// A job's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<EmploymentForm>,
    /// A job's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
    /// Hours of a week.
    pub weekly_hours: u8,
    /// Whether it is paid as work.
    pub paid: bool,
    /// Of the labour market.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// By which rule it counts as the start of a job, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts_by: Option<JobStartRule>,
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
    /// A coach proposed to hand over.
    HandoverOffered {
        /// The handover.
        handover: HandoverId,
        /// To whom, and what.
        offer: Personal<Handover>,
    },
    /// The youth agreed to it or not.
    HandoverAnswered {
        /// The handover.
        handover: HandoverId,
        /// Whether the youth agreed.
        agrees: bool,
    },
    /// Whoever it is to accepted.
    HandoverAccepted {
        /// The handover.
        handover: HandoverId,
    },
    /// An employer was talked with about the youth.
    EmployerContacted {
        /// The talk.
        contact: ContactId,
        /// With whom, and how.
        talk: Personal<EmployerContact>,
    },
    /// The youth began somewhere.
    PlacementStarted {
        /// The placement.
        placement: PlacementId,
        /// The first day.
        started_on: Date,
        /// What and where.
        facts: Personal<Placement>,
    },
    /// It ended.
    PlacementEnded {
        /// The placement.
        placement: PlacementId,
        /// Why.
        reason: Personal<PlacementEndReason>,
    },
}

impl Event for TrajectoryEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::IntakeRecorded { intake } => Some((Category::Health, intake)),
            Self::PopulationChanged { population } => Some((Category::Health, population)),
            Self::TrajectoryClosed { exit } => Some((Category::Health, exit)),
            Self::PlacementStarted { facts, .. } => Some((Category::Health, facts)),
            Self::PlacementEnded { reason, .. } => Some((Category::Health, reason)),
            Self::StepNoted { note, .. } => Some((Category::Content, note)),
            Self::HandoverOffered { offer, .. } => Some((Category::Content, offer)),
            Self::EmployerContacted { talk, .. } => Some((Category::Content, talk)),
            Self::OwnVersionGiven { words, .. } => Some((Category::Content, words)),
            Self::YouthRegistered { .. }
            | Self::CoachChosen { .. }
            | Self::StepRegistered(_)
            | Self::StepWithdrawn { .. }
            | Self::OwnVersionWithdrawn { .. }
            | Self::HandoverAnswered { .. }
            | Self::HandoverAccepted { .. } => None,
        }
    }
}
