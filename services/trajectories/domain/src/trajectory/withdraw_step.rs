//! A step that was registered by mistake is taken back by the coach who registered it.

use kernel::{
    By, Decision,
    refusal::{self, Kind},
};

use super::{NotOpen, Step, Trajectory};
use events::{CoachId, StepId, trajectory::TrajectoryEvent as Event};

/// Take a step back. Twice is once.
#[derive(Clone, Copy, Debug)]
pub struct WithdrawStep {
    /// The step.
    pub step: StepId,
}

/// Why a step was not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The trajectory never began.
    NotOpen(NotOpen),
    /// The coach never registered that step.
    NoSuchStep,
}

impl From<NotOpen> for Refusal {
    fn from(not_open: NotOpen) -> Self {
        Self::NotOpen(not_open)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(not_open) => not_open.refusal(),
            Self::NoSuchStep => Kind::NotFound,
        }
    }
}

impl Decision for WithdrawStep {
    type State = Trajectory;
    type Refusal = Refusal;

    fn decide(&self, by: &By, trajectory: &Trajectory) -> Result<Vec<Event>, Refusal> {
        let step = self.step;
        // Also after the end: a mistake stays one, and after-care may have one.
        match trajectory.begun()?.steps.get(&step) {
            Some(Step { by: coach, .. }) if *coach != CoachId::new(by.actor) => {
                Err(Refusal::NoSuchStep)
            }
            None => Err(Refusal::NoSuchStep),
            Some(Step { counts: false, .. }) => Ok(vec![]),
            Some(Step { counts: true, .. }) => Ok(vec![Event::StepWithdrawn { step }]),
        }
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{COACH, OTHER_COACH, STEP, chosen, coach, registered, step_registered},
        *,
    };

    const WITHDRAW: WithdrawStep = WithdrawStep { step: STEP };

    #[test]
    fn a_step_registered_by_mistake_is_withdrawn_once() {
        let withdrawn = Event::StepWithdrawn { step: STEP };
        let past = [registered(), chosen(COACH), step_registered()];
        given(past.clone()).by(coach(COACH)).when(WITHDRAW).then([withdrawn.clone()]);
        given(past.into_iter().chain([withdrawn])).by(coach(COACH)).when(WITHDRAW).then([]);
    }

    #[test]
    fn a_step_is_withdrawn_by_the_coach_who_registered_it() {
        given([registered(), chosen(COACH), step_registered(), chosen(OTHER_COACH)])
            .by(coach(OTHER_COACH))
            .when(WITHDRAW)
            .then_refused(Refusal::NoSuchStep);
    }

    #[test]
    fn a_step_that_never_was_cannot_be_withdrawn() {
        given([registered(), chosen(COACH)])
            .by(coach(COACH))
            .when(WITHDRAW)
            .then_refused(Refusal::NoSuchStep);
    }
}
