//! A youth begins an exercise.

use kernel::{
    By, Decision, Reason,
    refusal::{Kind, Refusal},
};

use super::Run;
use events::{LifeDomain, run::RunEvent};

/// How many runs one youth may begin: seven exercises a day for most of a year.
///
/// A limit against abuse and no rule of the field: it is held against what the view knows, so those
/// who begin many at the same moment may get a few more.
pub const RUNS_PER_YOUTH_MAX: usize = 2_000;

/// Begin an exercise. Beginning the same run twice is one beginning.
#[derive(Clone, Debug)]
pub struct Start {
    /// The exercise.
    pub exercise: String,
    /// Its version.
    pub version: u32,
    /// Its life domain.
    pub domain: LifeDomain,
    /// How many runs the youth began before.
    pub begun_before: usize,
}

/// Why a run was not begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartRefused {
    /// The id belongs to a run of another exercise, or of somebody else.
    RunExists,
    /// The youth began too many runs.
    TooManyRuns,
    /// The catalogue has no such exercise (any more).
    UnknownExercise,
}

impl Refusal for StartRefused {
    fn refusal(&self) -> Kind {
        match self {
            Self::RunExists => Kind::State(Reason::RunExists),
            Self::TooManyRuns => Kind::State(Reason::TooManyRuns),
            Self::UnknownExercise => Kind::State(Reason::UnknownExercise),
        }
    }
}

impl Decision for Start {
    type State = Run;
    type Refusal = StartRefused;

    fn decide(&self, by: &By, run: &Run) -> Result<Vec<RunEvent>, StartRefused> {
        let Self { exercise, version, domain, begun_before } = self;
        match &run.0 {
            Some(begun) if begun.youth == by.actor && begun.exercise == *exercise => Ok(vec![]),
            Some(_) => Err(StartRefused::RunExists),
            None if *begun_before >= RUNS_PER_YOUTH_MAX => Err(StartRefused::TooManyRuns),
            None => Ok(vec![RunEvent::RunStarted {
                youth: by.actor,
                exercise: exercise.clone(),
                version: *version,
                domain: *domain,
            }]),
        }
    }
}

#[cfg(test)]
mod specs {
    use super::{super::examples::*, *};

    fn start(exercise: &str) -> Start {
        Start {
            exercise: exercise.to_owned(),
            version: 1,
            domain: LifeDomain::Work,
            begun_before: 0,
        }
    }

    #[test]
    fn a_youth_begins_an_exercise() {
        given([]).when(start("work-first-steps")).then([started()]);
    }

    #[test]
    fn beginning_the_same_run_twice_is_one_beginning() {
        given([started()]).when(start("work-first-steps")).then([]);
        given([started(), completed()]).when(start("work-first-steps")).then([]);
        let begun_before = RUNS_PER_YOUTH_MAX;
        let again = Start { begun_before, ..start("work-first-steps") };
        given([started()]).when(again).then([]);
    }

    #[test]
    fn the_id_of_a_run_is_not_used_for_another_exercise() {
        given([started()]).when(start("work-other")).then_refused(StartRefused::RunExists);
    }

    #[test]
    fn the_id_of_somebody_elses_run_is_taken() {
        given([started()])
            .by(youth(SOMEBODY_ELSE))
            .when(start("work-first-steps"))
            .then_refused(StartRefused::RunExists);
    }

    #[test]
    fn a_youth_begins_no_more_runs_than_the_limit() {
        let nth = |begun_before| Start { begun_before, ..start("work-first-steps") };
        given([]).when(nth(RUNS_PER_YOUTH_MAX - 1)).then([started()]);
        given([]).when(nth(RUNS_PER_YOUTH_MAX)).then_refused(StartRefused::TooManyRuns);
    }
}
