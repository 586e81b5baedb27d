//! A youth finishes an exercise.

use kernel::{
    By, Decision, Reason,
    refusal::{Kind, Refusal},
};

use super::{NotOpen, Run};
use events::{limits::exercises::COMPLETE_RUN_SECONDS, run::RunEvent};

/// Finish the exercise.
#[derive(Clone, Debug)]
pub struct Complete {
    /// Time spent, seconds.
    pub seconds: u32,
    /// How far every step is; `None` if the exercise is not known (any more).
    pub steps: Option<Vec<StepProgress>>,
}

/// How far a step of a run is. Counted by who can open the answers: the state has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepProgress {
    /// At least so many choices are needed.
    pub pick_min: usize,
    /// So many are made, own words included.
    pub chosen: usize,
}

/// Why a run was not completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompleteRefused {
    /// Nothing can be done in the run.
    NotOpen(NotOpen),
    /// The catalogue has no such exercise (any more).
    UnknownExercise,
    /// A step is not answered enough.
    StepsUnanswered,
    /// The time spent is not plausible.
    SecondsOutOfRange,
}

impl Refusal for CompleteRefused {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(why) => why.refusal(),
            Self::UnknownExercise => Kind::State(Reason::UnknownExercise),
            Self::StepsUnanswered => Kind::State(Reason::StepsUnanswered),
            Self::SecondsOutOfRange => Kind::Field("seconds", Reason::SecondsOutOfRange),
        }
    }
}

impl From<NotOpen> for CompleteRefused {
    fn from(why: NotOpen) -> Self {
        Self::NotOpen(why)
    }
}

impl Decision for Complete {
    type State = Run;
    type Refusal = CompleteRefused;

    fn decide(&self, by: &By, run: &Run) -> Result<Vec<RunEvent>, CompleteRefused> {
        let Self { seconds, steps } = self;
        run.open(by.actor)?;
        if !COMPLETE_RUN_SECONDS.holds(*seconds) {
            return Err(CompleteRefused::SecondsOutOfRange);
        }
        let steps = steps.as_ref().ok_or(CompleteRefused::UnknownExercise)?;
        if steps.iter().any(|step| step.chosen < step.pick_min) {
            return Err(CompleteRefused::StepsUnanswered);
        }
        Ok(vec![RunEvent::RunCompleted { seconds: *seconds }])
    }
}

#[cfg(test)]
mod specs {
    use super::{super::examples::*, *};

    fn complete(seconds: u32, chosen: usize) -> Complete {
        let steps = Some(vec![
            StepProgress { pick_min: 1, chosen: 2 },
            StepProgress { pick_min: 1, chosen },
            StepProgress { pick_min: 0, chosen: 0 },
        ]);
        Complete { seconds, steps }
    }

    #[test]
    fn a_run_whose_steps_are_answered_is_completed() {
        given([started()]).when(complete(180, 1)).then([completed()]);
    }

    #[test]
    fn an_unknown_run_is_not_completed() {
        given([]).when(complete(180, 1)).then_refused(NotOpen::NotFound);
    }

    #[test]
    fn a_run_is_completed_by_its_youth_only() {
        for history in [vec![started()], vec![started(), completed()]] {
            given(history)
                .by(youth(SOMEBODY_ELSE))
                .when(complete(180, 1))
                .then_refused(NotOpen::NotFound);
        }
    }

    #[test]
    fn a_run_is_completed_once() {
        given([started(), completed()])
            .when(complete(180, 1))
            .then_refused(NotOpen::AlreadyCompleted);
    }

    #[test]
    fn a_run_with_an_unanswered_step_is_not_completed() {
        given([started()]).when(complete(180, 0)).then_refused(CompleteRefused::StepsUnanswered);
    }

    #[test]
    fn a_run_of_an_exercise_that_is_gone_is_not_completed() {
        given([started()])
            .when(Complete { steps: None, ..complete(180, 1) })
            .then_refused(CompleteRefused::UnknownExercise);
    }

    #[test]
    fn a_run_lasts_a_day_at_most() {
        given([started()])
            .when(complete(86_400, 1))
            .then([RunEvent::RunCompleted { seconds: 86_400 }]);
        given([started()])
            .when(complete(86_401, 1))
            .then_refused(CompleteRefused::SecondsOutOfRange);
    }
}
