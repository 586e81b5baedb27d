//! A trajectory begins with a registration, has a coach whom the youth chose, collects coaching
//! steps and ends.
//!
//! Invariant: only the coach whom the youth chose registers steps, and nothing is registered
//! before the registration or in the future.

pub mod change_population;
pub mod choose_coach;
pub mod close;
#[cfg(test)]
pub(crate) mod examples;
pub mod give_own_version;
pub mod register;
pub mod register_step;
pub mod withdraw_own_version;
pub mod withdraw_step;

use std::collections::BTreeMap;

use events::{CoachId, StepId, trajectory::TrajectoryEvent as Event};
use jiff::civil::Date;
use kernel::{
    By, Reason, Role, State,
    refusal::{Kind, Refusal},
};
use serde::{Deserialize, Serialize};

pub use change_population::ChangePopulation;
pub use choose_coach::ChooseCoach;
pub use close::CloseTrajectory;
pub use give_own_version::GiveOwnVersion;
pub use register::RegisterYouth;
pub use register_step::RegisterStep;
pub use withdraw_own_version::WithdrawOwnVersion;
pub use withdraw_step::WithdrawStep;

/// What the rules need to remember, and no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trajectory {
    /// Nobody was registered.
    #[default]
    Absent,
    /// Under way.
    Open(Open),
    /// Ended.
    Closed {
        /// The day of registration.
        registered_on: Date,
        /// Whom the youth chose last.
        coach: Option<CoachId>,
        /// Every step that was registered: the youth may still tell how it was.
        steps: BTreeMap<StepId, Step>,
    },
}

/// A trajectory under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// The day of registration.
    pub registered_on: Date,
    /// Whom the youth chose.
    pub coach: Option<CoachId>,
    /// Every step that was registered.
    pub steps: BTreeMap<StepId, Step>,
}

/// A coaching step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The coach who registered it.
    pub by: CoachId,
    /// Whether it was not withdrawn.
    pub counts: bool,
    /// Whether an own version of the youth stands beside it.
    pub has_version: bool,
}

/// Why nothing can happen in a trajectory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpen {
    /// It never began.
    Absent,
    /// It ended.
    Closed,
}

/// Nobody registered such a step in the trajectory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchStep;

impl Refusal for NoSuchStep {
    fn refusal(&self) -> Kind {
        Kind::NotFound
    }
}

/// Why a day is none on which something can have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongDay {
    /// It is yet to come.
    InTheFuture,
    /// The youth was not registered yet.
    BeforeRegistration,
}

impl Refusal for NotOpen {
    fn refusal(&self) -> Kind {
        match self {
            Self::Absent => Kind::NotFound,
            Self::Closed => Kind::State(Reason::TrajectoryClosed),
        }
    }
}

impl Refusal for WrongDay {
    fn refusal(&self) -> Kind {
        match self {
            Self::InTheFuture => Kind::Field("occurredOn", Reason::InTheFuture),
            Self::BeforeRegistration => Kind::Field("occurredOn", Reason::BeforeRegistration),
        }
    }
}

/// Why nobody of the staff can write down something that happened to a youth on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAccompanied {
    /// The trajectory is not under way.
    NotOpen(NotOpen),
    /// Another coach's.
    NotTheirs,
    /// It cannot have happened on that day.
    Day(WrongDay),
}

impl From<NotOpen> for NotAccompanied {
    fn from(not_open: NotOpen) -> Self {
        Self::NotOpen(not_open)
    }
}

impl From<WrongDay> for NotAccompanied {
    fn from(day: WrongDay) -> Self {
        Self::Day(day)
    }
}

impl Refusal for NotAccompanied {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(not_open) => not_open.refusal(),
            Self::NotTheirs => Kind::NotFound,
            Self::Day(day) => day.refusal(),
        }
    }
}

impl State for Trajectory {
    type Event = Event;

    const KIND: &'static str = events::trajectory::KIND;
    const VERSION: u32 = 3;

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::YouthRegistered { registered_on, .. } => {
                let (registered_on, steps) = (*registered_on, BTreeMap::new());
                Self::Open(Open { registered_on, coach: None, steps })
            }
            Event::CoachChosen { coach } => self.while_open(|open| open.coach = Some(*coach)),
            Event::StepRegistered(step) => self.while_open(|open| {
                let kept = Step { by: step.coach, counts: true, has_version: false };
                open.steps.insert(step.step, kept);
            }),
            Event::StepWithdrawn { step } => self.of_step(*step, |step| step.counts = false),
            Event::OwnVersionGiven { step, .. } => {
                self.of_step(*step, |step| step.has_version = true)
            }
            Event::OwnVersionWithdrawn { step } => {
                self.of_step(*step, |step| step.has_version = false)
            }
            Event::TrajectoryClosed { .. } => match self {
                Self::Open(Open { registered_on, coach, steps }) => {
                    Self::Closed { registered_on, coach, steps }
                }
                Self::Absent | Self::Closed { .. } => self,
            },
            Event::IntakeRecorded { .. }
            | Event::PopulationChanged { .. }
            | Event::StepNoted { .. } => self,
        }
    }
}

impl Trajectory {
    /// Whom the youth of an open trajectory chose.
    pub fn coach(&self) -> Option<CoachId> {
        self.open().ok()?.coach
    }

    /// Whether it ended.
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Closed { .. })
    }

    /// What is under way.
    fn open(&self) -> Result<&Open, NotOpen> {
        match self {
            Self::Absent => Err(NotOpen::Absent),
            Self::Closed { .. } => Err(NotOpen::Closed),
            Self::Open(open) => Ok(open),
        }
    }

    /// A step, also of a trajectory that ended: how it was, a youth may always tell.
    fn step(&self, step: StepId) -> Result<&Step, NoSuchStep> {
        match self {
            Self::Absent => None,
            Self::Open(Open { steps, .. }) | Self::Closed { steps, .. } => steps.get(&step),
        }
        .ok_or(NoSuchStep)
    }

    /// What is under way, for the coach whom the youth chose and for the lead, if something can have
    /// happened there on that day.
    fn accompanied(&self, by: &By, day: Date) -> Result<&Open, NotAccompanied> {
        let open = self.open()?;
        if by.role != Role::Lead && open.coach != Some(CoachId::new(by.actor)) {
            return Err(NotAccompanied::NotTheirs);
        }
        open.check_day(day, by.today)?;
        Ok(open)
    }

    fn while_open(mut self, change: impl FnOnce(&mut Open)) -> Self {
        if let Self::Open(open) = &mut self {
            change(open);
        }
        self
    }

    fn of_step(mut self, step: StepId, change: impl FnOnce(&mut Step)) -> Self {
        match &mut self {
            Self::Absent => {}
            Self::Open(Open { steps, .. }) | Self::Closed { steps, .. } => {
                if let Some(step) = steps.get_mut(&step) {
                    change(step);
                }
            }
        }
        self
    }
}

impl Open {
    /// Refuses a day before the registration, or one that is yet to come.
    fn check_day(&self, day: Date, today: Date) -> Result<(), WrongDay> {
        if day > today {
            Err(WrongDay::InTheFuture)
        } else if day < self.registered_on {
            Err(WrongDay::BeforeRegistration)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{examples::*, *};

    #[test]
    fn nothing_happens_in_a_trajectory_that_ended() {
        let past = || [registered(), chosen(COACH), step_registered(), closed()];
        let ended = || given::<Trajectory>(past()).by(coach(COACH));
        ended().when(ChooseCoach { coach: OTHER_COACH }).then_refused(NotOpen::Closed);
        ended().when(register_step()).then_refused(NotOpen::Closed);
        ended().when(WithdrawStep { step: STEP }).then_refused(NotOpen::Closed);
        ended().when(close()).then_refused(NotAccompanied::NotOpen(NotOpen::Closed));
        ended().when(register()).then_refused(register::Refusal::AlreadyRegistered);
        ended().when(moves_to_neet()).then_refused(NotOpen::Closed);
    }

    #[test]
    fn how_it_was_a_youth_still_tells_of_a_trajectory_that_ended() {
        let past = || [registered(), chosen(COACH), step_registered(), closed()];
        given(past()).by(youth()).when(give_own_version()).then([own_version_given()]);
        let told = past().into_iter().chain([own_version_given()]);
        let withdraw = WithdrawOwnVersion { step: STEP };
        given(told).by(youth()).when(withdraw).then([Event::OwnVersionWithdrawn { step: STEP }]);
    }
}
