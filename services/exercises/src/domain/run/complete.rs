//! A youth finishes an exercise.

use events::run::RunEvent;
use platform::{
    Reason,
    status::{Kind, Refusal},
};
use uuid::Uuid;

use super::{NotOpen, Run};

/// How long a run may be said to have lasted: a day. Exercises take at most five minutes (L892),
/// but a run may be left and resumed.
pub const RUN_SECONDS_MAX: u32 = 86_400;

/// Finish the exercise.
#[derive(Clone, Debug)]
pub struct Complete {
    /// Who finishes it.
    pub youth: Uuid,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompleteRefused {
    /// Nothing can be done in the run.
    #[error(transparent)]
    NotOpen(#[from] NotOpen),
    /// The catalogue has no such exercise (any more).
    #[error("no such exercise: choose one of the catalogue")]
    UnknownExercise,
    /// A step is not answered enough.
    #[error("some steps are not answered: answer them first")]
    StepsUnanswered,
    /// The time spent is not plausible.
    #[error("a run lasts at most {RUN_SECONDS_MAX} seconds: correct the time spent")]
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

impl Complete {
    pub(super) fn decide(&self, run: &Run) -> Result<Vec<RunEvent>, CompleteRefused> {
        let Self { youth, seconds, steps } = self;
        run.open(*youth)?;
        if *seconds > RUN_SECONDS_MAX {
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
    use platform::spec::given;

    use super::{super::examples::*, *};
    use crate::domain::run::Command;

    fn finishing(seconds: u32, chosen: usize) -> Complete {
        let steps = Some(vec![
            StepProgress { pick_min: 1, chosen: 2 },
            StepProgress { pick_min: 1, chosen },
            StepProgress { pick_min: 0, chosen: 0 },
        ]);
        Complete { youth: YOUTH, seconds, steps }
    }

    fn complete(seconds: u32, chosen: usize) -> Command {
        Command::Complete(finishing(seconds, chosen))
    }

    #[test]
    fn a_run_whose_steps_are_answered_is_completed() {
        given::<Run>([started()]).when(complete(180, 1)).then([completed()]);
    }

    #[test]
    fn an_unknown_run_is_not_completed() {
        given::<Run>([]).when(complete(180, 1)).then_refused(refused(NotOpen::NotFound));
    }

    #[test]
    fn a_run_is_completed_by_its_youth_only() {
        for history in [vec![started()], vec![started(), completed()]] {
            given::<Run>(history)
                .when(Command::Complete(Complete { youth: SOMEBODY_ELSE, ..finishing(180, 1) }))
                .then_refused(refused(NotOpen::NotFound));
        }
    }

    #[test]
    fn a_run_is_completed_once() {
        given::<Run>([started(), completed()])
            .when(complete(180, 1))
            .then_refused(refused(NotOpen::AlreadyCompleted));
    }

    #[test]
    fn a_run_with_an_unanswered_step_is_not_completed() {
        given::<Run>([started()])
            .when(complete(180, 0))
            .then_refused(refused(CompleteRefused::StepsUnanswered));
    }

    #[test]
    fn a_run_of_an_exercise_that_is_gone_is_not_completed() {
        given::<Run>([started()])
            .when(Command::Complete(Complete { steps: None, ..finishing(180, 1) }))
            .then_refused(refused(CompleteRefused::UnknownExercise));
    }

    #[test]
    fn a_run_lasts_a_day_at_most() {
        given::<Run>([started()])
            .when(complete(RUN_SECONDS_MAX, 1))
            .then([RunEvent::RunCompleted { seconds: RUN_SECONDS_MAX }]);
        given::<Run>([started()])
            .when(complete(RUN_SECONDS_MAX + 1, 1))
            .then_refused(refused(CompleteRefused::SecondsOutOfRange));
    }

    fn refused(why: impl Into<CompleteRefused>) -> crate::domain::run::Error {
        why.into().into()
    }
}
