//! A youth takes an own version away that stands beside a step.

use kernel::{By, Decision};

use super::{NoSuchStep, Trajectory};
use events::{StepId, trajectory::TrajectoryEvent as Event};

/// Take it away. Twice is once.
#[derive(Clone, Copy, Debug)]
pub struct WithdrawOwnVersion {
    /// The step.
    pub step: StepId,
}

impl Decision for WithdrawOwnVersion {
    type State = Trajectory;
    type Refusal = NoSuchStep;

    fn decide(&self, _: &By, trajectory: &Trajectory) -> Result<Vec<Event>, NoSuchStep> {
        let step = self.step;
        let shown = trajectory.step(step)?.has_version;
        Ok(shown.then_some(Event::OwnVersionWithdrawn { step }).into_iter().collect())
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{
            COACH, STEP, chosen, own_version_given, registered, step_registered, youth,
        },
        *,
    };

    const WITHDRAW: WithdrawOwnVersion = WithdrawOwnVersion { step: STEP };

    #[test]
    fn an_own_version_is_taken_away_once() {
        let past = [registered(), chosen(COACH), step_registered(), own_version_given()];
        let withdrawn = Event::OwnVersionWithdrawn { step: STEP };
        given(past.clone()).by(youth()).when(WITHDRAW).then([withdrawn.clone()]);
        given(past.into_iter().chain([withdrawn])).by(youth()).when(WITHDRAW).then([]);
    }

    #[test]
    fn where_none_stands_nothing_is_taken_away() {
        given([registered(), chosen(COACH), step_registered()]).by(youth()).when(WITHDRAW).then([]);
    }

    #[test]
    fn of_a_step_that_never_was_nothing_is_taken_away() {
        given([registered(), chosen(COACH)]).by(youth()).when(WITHDRAW).then_refused(NoSuchStep);
    }
}
