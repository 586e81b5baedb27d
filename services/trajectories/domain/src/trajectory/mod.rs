//! A trajectory begins with a registration, has a coach whom the youth chose, collects coaching
//! steps and ends.
//!
//! Invariant: only the coach whom the youth chose registers steps, and nothing is registered
//! before the registration or in the future.

pub mod accept_handover;
pub mod answer_handover;
pub mod change_population;
pub mod choose_coach;
pub mod close;
pub mod contact_employer;
pub mod end_placement;
#[cfg(test)]
pub(crate) mod examples;
pub mod give_own_version;
pub mod offer_handover;
pub mod register;
pub mod register_step;
pub mod start_placement;
pub mod withdraw_own_version;
pub mod withdraw_step;

use std::collections::{BTreeMap, BTreeSet};

use events::{
    CoachId, ContactId, HandoverId, HandoverState, PlacementId, StepId,
    trajectory::TrajectoryEvent as Event,
};
use jiff::civil::Date;
use kernel::{
    By, Reason, Role, State,
    refusal::{Kind, Refusal},
};
use serde::{Deserialize, Serialize};

pub use accept_handover::AcceptHandover;
pub use answer_handover::AnswerHandover;
pub use change_population::ChangePopulation;
pub use choose_coach::ChooseCoach;
pub use close::CloseTrajectory;
pub use contact_employer::ContactEmployer;
pub use end_placement::EndPlacement;
pub use give_own_version::GiveOwnVersion;
pub use offer_handover::OfferHandover;
pub use register::RegisterYouth;
pub use register_step::RegisterStep;
pub use start_placement::StartPlacement;
pub use withdraw_own_version::WithdrawOwnVersion;
pub use withdraw_step::WithdrawStep;

/// What the rules need to remember, and no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trajectory {
    /// Nobody was registered.
    #[default]
    Absent,
    /// Under way.
    Open(Begun),
    /// Ended: what was begun is still told, and what goes on after it (after-care, a placement) ends.
    Closed(Begun),
}

/// A trajectory that began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// The day of registration.
    pub registered_on: Date,
    /// Whom the youth chose, or chose last.
    pub coach: Option<CoachId>,
    /// Every step that was registered.
    pub steps: BTreeMap<StepId, Step>,
    /// Every handover that was proposed, and how far it is.
    pub handovers: BTreeMap<HandoverId, HandoverState>,
    /// Every talk with an employer.
    pub contacts: BTreeSet<ContactId>,
    /// Every placement.
    pub placements: BTreeMap<PlacementId, Placement>,
}

/// Where a youth learns or works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// The first day.
    pub started_on: Date,
    /// Whether it ended.
    pub ended: bool,
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

/// The id is taken by something else that was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDownAlready;

impl Refusal for WrittenDownAlready {
    fn refusal(&self) -> Kind {
        Kind::Field("id", Reason::WrittenDownAlready)
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
    const VERSION: u32 = 4;

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::YouthRegistered { registered_on, .. } => Self::Open(Begun::on(*registered_on)),
            Event::CoachChosen { coach } => self.changed(|begun| begun.coach = Some(*coach)),
            Event::StepRegistered(step) => self.changed(|begun| {
                let kept = Step { by: step.coach, counts: true, has_version: false };
                begun.steps.insert(step.step, kept);
            }),
            Event::StepWithdrawn { step } => self.of_step(*step, |step| step.counts = false),
            Event::OwnVersionGiven { step, .. } => {
                self.of_step(*step, |step| step.has_version = true)
            }
            Event::OwnVersionWithdrawn { step } => {
                self.of_step(*step, |step| step.has_version = false)
            }
            Event::TrajectoryClosed { .. } => match self {
                Self::Open(begun) => Self::Closed(begun),
                Self::Absent | Self::Closed(_) => self,
            },
            Event::HandoverOffered { handover, .. } => {
                self.handed(*handover, HandoverState::Offered)
            }
            Event::HandoverAnswered { handover, agrees: true } => {
                self.handed(*handover, HandoverState::Agreed)
            }
            Event::HandoverAnswered { handover, agrees: false } => {
                self.handed(*handover, HandoverState::Declined)
            }
            Event::HandoverAccepted { handover } => self.handed(*handover, HandoverState::Accepted),
            Event::EmployerContacted { contact, .. } => self.changed(|begun| {
                begun.contacts.insert(*contact);
            }),
            Event::PlacementStarted { placement, started_on, .. } => self.changed(|begun| {
                let kept = Placement { started_on: *started_on, ended: false };
                begun.placements.insert(*placement, kept);
            }),
            Event::PlacementEnded { placement, .. } => self.changed(|begun| {
                if let Some(placement) = begun.placements.get_mut(placement) {
                    placement.ended = true;
                }
            }),
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
    fn open(&self) -> Result<&Begun, NotOpen> {
        match self {
            Self::Absent => Err(NotOpen::Absent),
            Self::Closed(_) => Err(NotOpen::Closed),
            Self::Open(open) => Ok(open),
        }
    }

    /// What began, also if it ended.
    fn begun(&self) -> Result<&Begun, NotOpen> {
        match self {
            Self::Absent => Err(NotOpen::Absent),
            Self::Open(begun) | Self::Closed(begun) => Ok(begun),
        }
    }

    /// A step, also of a trajectory that ended: how it was, a youth may always tell.
    fn step(&self, step: StepId) -> Result<&Step, NoSuchStep> {
        self.begun().ok().and_then(|begun| begun.steps.get(&step)).ok_or(NoSuchStep)
    }

    /// What is under way, for the coach whom the youth chose and for the lead, if something can have
    /// happened there on that day.
    fn accompanied(&self, by: &By, day: Date) -> Result<&Begun, NotAccompanied> {
        let open = self.open()?;
        if by.role != Role::Lead && !open.is_with(by) {
            return Err(NotAccompanied::NotTheirs);
        }
        open.check_day(day, by.today)?;
        Ok(open)
    }

    /// What is under way, for the coach whom the youth chose and nobody else.
    fn coached(&self, by: &By, day: Date) -> Result<&Begun, NotAccompanied> {
        let open = self.open()?;
        if !open.is_with(by) {
            return Err(NotAccompanied::NotTheirs);
        }
        open.check_day(day, by.today)?;
        Ok(open)
    }

    fn changed(mut self, change: impl FnOnce(&mut Begun)) -> Self {
        match &mut self {
            Self::Absent => {}
            Self::Open(begun) | Self::Closed(begun) => change(begun),
        }
        self
    }

    fn of_step(self, step: StepId, change: impl FnOnce(&mut Step)) -> Self {
        self.changed(|begun| {
            if let Some(step) = begun.steps.get_mut(&step) {
                change(step);
            }
        })
    }

    fn handed(self, handover: HandoverId, state: HandoverState) -> Self {
        self.changed(|begun| {
            begun.handovers.insert(handover, state);
        })
    }
}

impl WrongDay {
    /// Refuses a day before the registration, or one that is yet to come.
    pub(crate) fn check(registered_on: Date, day: Date, today: Date) -> Result<(), Self> {
        if day > today {
            Err(Self::InTheFuture)
        } else if day < registered_on {
            Err(Self::BeforeRegistration)
        } else {
            Ok(())
        }
    }
}

impl Begun {
    fn on(registered_on: Date) -> Self {
        Self {
            registered_on,
            coach: None,
            steps: BTreeMap::new(),
            handovers: BTreeMap::new(),
            contacts: BTreeSet::new(),
            placements: BTreeMap::new(),
        }
    }

    /// Whether the youth chose whoever asks.
    fn is_with(&self, by: &By) -> bool {
        by.role == Role::Coach && self.coach == Some(CoachId::new(by.actor))
    }

    /// Refuses a day before the registration, or one that is yet to come.
    fn check_day(&self, day: Date, today: Date) -> Result<(), WrongDay> {
        WrongDay::check(self.registered_on, day, today)
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
        ended().when(offer_handover()).then_refused(NotAccompanied::NotOpen(NotOpen::Closed));
        ended().when(contact_employer()).then_refused(NotAccompanied::NotOpen(NotOpen::Closed));
        ended().when(start_placement()).then_refused(NotAccompanied::NotOpen(NotOpen::Closed));
        ended().when(close()).then_refused(NotAccompanied::NotOpen(NotOpen::Closed));
        ended().when(register()).then_refused(register::Refusal::AlreadyRegistered);
        ended().when(moves_to_neet()).then_refused(NotOpen::Closed);
    }

    #[test]
    fn a_step_that_was_registered_by_mistake_is_still_taken_back() {
        let past = [registered(), chosen(COACH), step_registered(), closed()];
        let withdraw = WithdrawStep { step: STEP };
        given(past).by(coach(COACH)).when(withdraw).then([Event::StepWithdrawn { step: STEP }]);
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
