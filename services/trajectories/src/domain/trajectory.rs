//! A trajectory begins with a registration, has a coach whom the youth chose, collects coaching
//! steps and ends.
//!
//! Invariant: only the coach whom the youth chose registers steps, and nothing is registered
//! before the registration or in the future.

use std::collections::BTreeMap;

use events::{
    ActionCategory, Channel, CoachRole, CoachingStep, Mode, Place, Population, Source,
    trajectory::{Exit, Intake, TrajectoryEvent as Event},
};
use itertools::Itertools;
use jiff::civil::Date;
use platform::{
    By, Decision, Personal, Reason, State,
    status::{Kind, Refusal},
    text::{self, TextError},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Longest coaching step, minutes.
pub const STEP_MINUTES_MAX: u16 = 600;
/// Longest note, characters.
pub const NOTE_CHARS_MAX: usize = 2_000;
/// Oldest and youngest person that can be registered, years. The programme is for 17.5 to 30
/// (L1163); tables count from 15.
const AGE_YEARS: std::ops::RangeInclusive<i16> = 12..=67;

/// A coaching step as a coach registers it (L1328–1336).
#[derive(Clone, Debug)]
pub struct NewStep {
    /// Made by the client.
    pub id: Uuid,
    /// Action category.
    pub category: ActionCategory,
    /// The day it took place.
    pub occurred_on: Date,
    /// 1 to [`STEP_MINUTES_MAX`].
    pub minutes: u16,
    /// Where.
    pub place: Place,
    /// How.
    pub channel: Channel,
    /// In which role.
    pub role: CoachRole,
    /// Which step of strength-based coaching.
    pub coaching_step: CoachingStep,
    /// Alone or in a group.
    pub mode: Mode,
    /// What went well, in the coach's words; at most [`NOTE_CHARS_MAX`] characters.
    pub note: Option<String>,
}

/// What someone asks for. `today` is the day on which they ask.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "fields carry the names of the event's, which says what they are")]
pub enum Command {
    /// Register a youth with their intake facts. Whoever wants guidance can start (L1408).
    Register { youth: Uuid, source: Source, registered_on: Date, intake: Intake, today: Date },
    /// The youth moved between education and NEET.
    ChangePopulation { population: Population },
    /// The youth chooses a coach, with whom they hold a place. Choosing the same one again changes
    /// nothing.
    ChooseCoach { coach: Uuid },
    /// A coach registers a step.
    RegisterStep { coach: Uuid, step: NewStep, today: Date },
    /// The coach who registered a step takes it back. Twice is once.
    WithdrawStep { coach: Uuid, step: Uuid },
    /// The coach, or the lead (`None`), ends the trajectory.
    Close { coach: Option<Uuid>, exit: Exit, occurred_on: Date, today: Date },
}

/// Why a command was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// No such trajectory, or not for this coach.
    #[error("trajectory not found")]
    NotFound,
    /// The coach never registered that step.
    #[error("step not found")]
    NoSuchStep,
    /// The youth is registered.
    #[error("youth is registered already")]
    AlreadyRegistered,
    /// The trajectory ended.
    #[error("trajectory has ended")]
    Closed,
    /// The step's id is taken.
    #[error("a step with this id is registered already")]
    StepExists,
    /// The day is yet to come.
    #[error("choose today or an earlier day")]
    InTheFuture,
    /// The day is before the registration.
    #[error("choose the day of registration or a later one")]
    BeforeRegistration,
    /// No time, or more than [`STEP_MINUTES_MAX`].
    #[error("minutes are 1 to {STEP_MINUTES_MAX}")]
    MinutesOutOfRange,
    /// More than [`NOTE_CHARS_MAX`].
    #[error("a note has at most {NOTE_CHARS_MAX} characters")]
    NoteTooLong,
    /// The note has a control character, or one that turns the direction of the text.
    #[error("a character in the note cannot be used: leave it out")]
    NoteNotReadable,
    /// Not a birth date of someone in the programme.
    #[error("check the birth date")]
    AgeOutOfRange,
    /// The main disability stands among the others, or one stands there twice.
    #[error("name each disability once")]
    DisabilityTwice,
    /// A barrier stands there twice.
    #[error("name each barrier once")]
    BarrierTwice,
    /// Hours only make sense from 1 to 100 percent.
    #[error("hours are 1 to 100 percent of full time")]
    HoursOutOfRange,
}

impl Refusal for Error {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotFound | Self::NoSuchStep => Kind::NotFound,
            Self::AlreadyRegistered => Kind::State(Reason::AlreadyRegistered),
            Self::Closed => Kind::State(Reason::TrajectoryClosed),
            Self::StepExists => Kind::State(Reason::StepExists),
            Self::InTheFuture => Kind::Field("occurredOn", Reason::InTheFuture),
            Self::BeforeRegistration => Kind::Field("occurredOn", Reason::BeforeRegistration),
            Self::MinutesOutOfRange => Kind::Field("minutes", Reason::MinutesOutOfRange),
            Self::NoteTooLong => Kind::Field("note", Reason::NoteTooLong),
            Self::NoteNotReadable => Kind::Field("note", Reason::CharacterNotAllowed),
            Self::AgeOutOfRange => Kind::Field("intake.birthDate", Reason::AgeOutOfRange),
            Self::DisabilityTwice => {
                Kind::Field("intake.otherDisabilities", Reason::DisabilityTwice)
            }
            Self::BarrierTwice => Kind::Field("intake.barriers", Reason::BarrierTwice),
            Self::HoursOutOfRange => Kind::Field("hoursPercent", Reason::HoursOutOfRange),
        }
    }
}

/// What the rules need to remember, and no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trajectory {
    /// Nobody was registered.
    #[default]
    Absent,
    /// Under way.
    Open {
        /// The day of registration.
        registered_on: Date,
        /// Whom the youth chose.
        coach: Option<Uuid>,
        /// Who registered each step, and whether it still counts.
        steps: BTreeMap<Uuid, (Uuid, bool)>,
    },
    /// Ended.
    Closed,
}

impl State for Trajectory {
    type Event = Event;

    const KIND: &'static str = events::trajectory::KIND;
    const VERSION: u32 = 1;

    fn evolve(mut self, event: &Event) -> Self {
        match (&mut self, event) {
            (_, Event::YouthRegistered { registered_on, .. }) => {
                Self::Open { registered_on: *registered_on, coach: None, steps: BTreeMap::new() }
            }
            (Self::Open { coach, .. }, Event::CoachChosen { coach: chosen }) => {
                *coach = Some(*chosen);
                self
            }
            (Self::Open { steps, .. }, Event::StepRegistered { step, coach, .. }) => {
                steps.insert(*step, (*coach, true));
                self
            }
            (Self::Open { steps, .. }, Event::StepWithdrawn { step }) => {
                if let Some((_, counts)) = steps.get_mut(step) {
                    *counts = false;
                }
                self
            }
            (_, Event::TrajectoryClosed { .. }) => Self::Closed,
            _ => self,
        }
    }
}

impl Decision for Command {
    type State = Trajectory;
    type Refusal = Error;

    fn decide(&self, _: &By, state: &Trajectory) -> Result<Vec<Event>, Error> {
        state.decide(self)
    }
}

impl Trajectory {
    fn decide(&self, command: &Command) -> Result<Vec<Event>, Error> {
        match command {
            Command::Register { youth, source, registered_on, intake, today } => {
                self.register(*youth, *source, *registered_on, intake, *today)
            }
            Command::ChangePopulation { population } => self.change_population(*population),
            Command::ChooseCoach { coach } => self.choose_coach(*coach),
            Command::RegisterStep { coach, step, today } => {
                self.register_step(*coach, step, *today)
            }
            Command::WithdrawStep { coach, step } => self.withdraw_step(*coach, *step),
            Command::Close { coach, exit, occurred_on, today } => {
                self.close(*coach, exit, *occurred_on, *today)
            }
        }
    }
}

impl Trajectory {
    /// Whom the youth of an open trajectory chose.
    pub fn coach(&self) -> Option<Uuid> {
        self.open().ok()?.coach
    }
}

/// The parts of an open trajectory.
struct Open<'a> {
    registered_on: Date,
    coach: Option<Uuid>,
    steps: &'a BTreeMap<Uuid, (Uuid, bool)>,
}

impl Trajectory {
    fn open(&self) -> Result<Open<'_>, Error> {
        match self {
            Self::Absent => Err(Error::NotFound),
            Self::Closed => Err(Error::Closed),
            Self::Open { registered_on, coach, steps } => {
                Ok(Open { registered_on: *registered_on, coach: *coach, steps })
            }
        }
    }

    fn register(
        &self,
        youth: Uuid,
        source: Source,
        registered_on: Date,
        intake: &Intake,
        today: Date,
    ) -> Result<Vec<Event>, Error> {
        if *self != Self::Absent {
            return Err(Error::AlreadyRegistered);
        }
        if registered_on > today {
            return Err(Error::InTheFuture);
        }
        check_intake(intake, registered_on)?;
        let intake = Personal::Open(intake.clone());
        Ok(vec![
            Event::YouthRegistered { youth, source, registered_on },
            Event::IntakeRecorded { intake },
        ])
    }

    fn change_population(&self, population: Population) -> Result<Vec<Event>, Error> {
        self.open()?;
        Ok(vec![Event::PopulationChanged { population: Personal::Open(population) }])
    }

    fn choose_coach(&self, coach: Uuid) -> Result<Vec<Event>, Error> {
        match self.open()?.coach {
            Some(chosen) if chosen == coach => Ok(vec![]),
            _ => Ok(vec![Event::CoachChosen { coach }]),
        }
    }

    fn register_step(&self, coach: Uuid, step: &NewStep, today: Date) -> Result<Vec<Event>, Error> {
        let open = self.open()?;
        if open.coach != Some(coach) {
            return Err(Error::NotFound);
        }
        if open.steps.contains_key(&step.id) {
            return Err(Error::StepExists);
        }
        check_day(open.registered_on, step.occurred_on, today)?;
        if !(1..=STEP_MINUTES_MAX).contains(&step.minutes) {
            return Err(Error::MinutesOutOfRange);
        }
        let note = checked_note(step.note.as_deref().unwrap_or_default())?;
        let registered = Event::StepRegistered {
            step: step.id,
            coach,
            category: step.category,
            minutes: step.minutes,
            place: step.place,
            channel: step.channel,
            role: step.role,
            coaching_step: step.coaching_step,
            mode: step.mode,
        };
        let noted = note.map(|note| Event::StepNoted { step: step.id, note: Personal::Open(note) });
        Ok([registered].into_iter().chain(noted).collect())
    }

    fn withdraw_step(&self, coach: Uuid, step: Uuid) -> Result<Vec<Event>, Error> {
        match self.open()?.steps.get(&step) {
            Some((by, _)) if *by != coach => Err(Error::NoSuchStep),
            None => Err(Error::NoSuchStep),
            Some((_, false)) => Ok(vec![]),
            Some((_, true)) => Ok(vec![Event::StepWithdrawn { step }]),
        }
    }

    fn close(
        &self,
        coach: Option<Uuid>,
        exit: &Exit,
        occurred_on: Date,
        today: Date,
    ) -> Result<Vec<Event>, Error> {
        let open = self.open()?;
        if coach.is_some() && open.coach != coach {
            return Err(Error::NotFound);
        }
        check_day(open.registered_on, occurred_on, today)?;
        if exit.hours_percent.is_some_and(|hours| !(1..=100).contains(&hours)) {
            return Err(Error::HoursOutOfRange);
        }
        Ok(vec![Event::TrajectoryClosed { exit: Personal::Open(exit.clone()) }])
    }
}

fn checked_note(note: &str) -> Result<Option<String>, Error> {
    text::words(note, NOTE_CHARS_MAX).map_err(|wrong| match wrong {
        TextError::Blank | TextError::TooLong => Error::NoteTooLong,
        TextError::NotAllowed => Error::NoteNotReadable,
    })
}

fn check_day(registered_on: Date, day: Date, today: Date) -> Result<(), Error> {
    if day > today {
        Err(Error::InTheFuture)
    } else if day < registered_on {
        Err(Error::BeforeRegistration)
    } else {
        Ok(())
    }
}

fn check_intake(intake: &Intake, registered_on: Date) -> Result<(), Error> {
    let before_birthday = (registered_on.month(), registered_on.day())
        < (intake.birth_date.month(), intake.birth_date.day());
    let age = registered_on.year() - intake.birth_date.year() - i16::from(before_birthday);
    if !AGE_YEARS.contains(&age) {
        return Err(Error::AgeOutOfRange);
    }
    if !intake.other_disabilities.iter().chain([&intake.disability]).all_unique() {
        return Err(Error::DisabilityTwice);
    }
    if !intake.barriers.iter().flatten().all_unique() {
        return Err(Error::BarrierTwice);
    }
    Ok(())
}

#[cfg(test)]
#[path = "trajectory_tests.rs"]
mod tests;
