//! A youth's runs: an exercise is begun, its steps are answered, it is completed. One stream per
//! youth; every tap is an answer, so an answer may be unfinished until the run is completed.
//!
//! Invariant: a completed run never changes, and answers about health are health data (GDPR Art. 9).

use std::collections::BTreeMap;

use events::{
    LifeDomain,
    runs::{Choice, RunsEvent},
};
use platform::{
    By, Decision, Personal, Reason, State,
    status::{Kind, Refusal},
    text::{self, TextError},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[cfg(test)]
mod specs;

/// How many runs one youth may begin: seven exercises a day for most of a year.
pub const RUNS_PER_YOUTH_MAX: usize = 2_000;
/// How many answers one run takes, each tap being one.
pub const ANSWERS_PER_RUN_MAX: u32 = 500;
/// How long an answer in the youth's own words may be.
pub const OWN_CHARS_MAX: usize = 120;
/// How long a run may be said to have lasted: a day. Exercises take at most five minutes (L892),
/// but a run may be left and resumed.
pub const RUN_SECONDS_MAX: u32 = 86_400;

/// What a step of an exercise accepts as an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRule {
    /// At most so many choices, own words included.
    pub pick_max: usize,
    /// Ids of the options.
    pub options: Vec<String>,
    /// Whether own words are accepted.
    pub own_allowed: bool,
}

/// How far a step of a run is. Counted by who can open the answers: the state has them sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepProgress {
    /// At least so many choices are needed.
    pub pick_min: usize,
    /// So many are made, own words included.
    pub chosen: usize,
}

/// What a youth asks for.
#[derive(Clone, Debug)]
pub enum Command {
    /// Begin an exercise. Beginning the same run twice is one beginning.
    Start {
        /// The new run.
        run: Uuid,
        /// The exercise.
        exercise: String,
        /// Its version.
        version: u32,
        /// Its life domain.
        domain: LifeDomain,
    },
    /// Answer a step, perhaps again.
    Answer {
        /// The run.
        run: Uuid,
        /// The step.
        step: String,
        /// What the step accepts; `None` if the exercise has no such step (any more).
        rule: Option<StepRule>,
        /// The answer, perhaps unfinished.
        choice: Choice,
    },
    /// Finish the exercise.
    Complete {
        /// The run.
        run: Uuid,
        /// Time spent, seconds.
        seconds: u32,
        /// How far every step is; `None` if the exercise is not known (any more).
        steps: Option<Vec<StepProgress>>,
    },
}

/// Why a command was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The youth has no such run.
    #[error("run not found: list the runs again")]
    NotFound,
    /// The id belongs to a run of another exercise.
    #[error("the run's id is taken: make a new one")]
    RunExists,
    /// The youth began too many runs.
    #[error("a youth begins at most {RUNS_PER_YOUTH_MAX} runs: continue an open one")]
    TooManyRuns,
    /// The catalogue has no such exercise (any more).
    #[error("no such exercise: choose one of the catalogue")]
    UnknownExercise,
    /// The exercise has no such step (any more).
    #[error("no such step: load the exercise again")]
    UnknownStep,
    /// The step has no such option.
    #[error("no such option: choose among the step's options")]
    UnknownOption,
    /// An option was chosen twice.
    #[error("an option is chosen twice: name it once")]
    OptionTwice,
    /// More choices than the step takes.
    #[error("too many choices: take one away")]
    TooManyChoices,
    /// The step takes no own words.
    #[error("this step takes no own words: choose an option")]
    OwnNotAllowed,
    /// Own words are too long.
    #[error("own words have at most {OWN_CHARS_MAX} characters: shorten them")]
    OwnTooLong,
    /// Own words have a control character, or one that turns the direction of the text.
    #[error("a character in the own words cannot be used: leave it out")]
    OwnNotReadable,
    /// The run was answered too often.
    #[error("a run takes at most {ANSWERS_PER_RUN_MAX} answers: begin a new run")]
    TooManyAnswers,
    /// The run is completed.
    #[error("the run is completed: begin a new one")]
    AlreadyCompleted,
    /// A step is not answered enough.
    #[error("some steps are not answered: answer them first")]
    StepsUnanswered,
    /// The time spent is not plausible.
    #[error("a run lasts at most {RUN_SECONDS_MAX} seconds: correct the time spent")]
    SecondsOutOfRange,
}

impl Refusal for Error {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::RunExists => Kind::State(Reason::RunExists),
            Self::TooManyRuns => Kind::State(Reason::TooManyRuns),
            Self::UnknownExercise => Kind::State(Reason::UnknownExercise),
            Self::UnknownStep => Kind::State(Reason::UnknownStep),
            Self::UnknownOption => Kind::Field("options", Reason::UnknownOption),
            Self::OptionTwice => Kind::Field("options", Reason::OptionTwice),
            Self::TooManyChoices => Kind::Field("options", Reason::TooManyChoices),
            Self::OwnNotAllowed => Kind::Field("own", Reason::OwnNotAllowed),
            Self::OwnTooLong => Kind::Field("own", Reason::OwnTooLong),
            Self::OwnNotReadable => Kind::Field("own", Reason::CharacterNotAllowed),
            Self::TooManyAnswers => Kind::State(Reason::TooManyAnswers),
            Self::AlreadyCompleted => Kind::State(Reason::AlreadyCompleted),
            Self::StepsUnanswered => Kind::State(Reason::StepsUnanswered),
            Self::SecondsOutOfRange => Kind::Field("seconds", Reason::SecondsOutOfRange),
        }
    }
}

/// What the rules need to remember of one run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The exercise.
    pub exercise: String,
    /// Its version.
    pub version: u32,
    domain: LifeDomain,
    answers: u32,
    completed: bool,
}

/// Everything one youth began.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Runs(BTreeMap<Uuid, Run>);

impl State for Runs {
    type Event = RunsEvent;

    const KIND: &'static str = "runs";
    const VERSION: u32 = 1;

    fn evolve(mut self, event: &RunsEvent) -> Self {
        match event {
            RunsEvent::RunStarted { run, exercise, version, domain } => {
                let (exercise, version, domain) = (exercise.clone(), *version, *domain);
                let started = Run { exercise, version, domain, answers: 0, completed: false };
                self.0.insert(*run, started);
            }
            RunsEvent::StepAnswered { run, .. } | RunsEvent::HealthStepAnswered { run, .. } => {
                if let Some(run) = self.0.get_mut(run) {
                    run.answers += 1;
                }
            }
            RunsEvent::RunCompleted { run, .. } => {
                if let Some(run) = self.0.get_mut(run) {
                    run.completed = true;
                }
            }
        }
        self
    }
}

impl Decision for Command {
    type State = Runs;
    type Refusal = Error;

    fn decide(&self, _: &By, state: &Runs) -> Result<Vec<RunsEvent>, Error> {
        state.decide(self)
    }
}

impl Runs {
    fn decide(&self, command: &Command) -> Result<Vec<RunsEvent>, Error> {
        match command {
            Command::Start { run, exercise, version, domain } => {
                self.start(*run, exercise, *version, *domain)
            }
            Command::Answer { run, step, rule, choice } => {
                self.answer(*run, step, rule.as_ref(), choice)
            }
            Command::Complete { run, seconds, steps } => {
                self.complete(*run, *seconds, steps.as_deref())
            }
        }
    }
}

impl Runs {
    /// One run; `None` if the youth never began it.
    pub fn run(&self, run: Uuid) -> Option<&Run> {
        self.0.get(&run)
    }

    fn open(&self, run: Uuid) -> Result<&Run, Error> {
        match self.run(run) {
            None => Err(Error::NotFound),
            Some(run) if run.completed => Err(Error::AlreadyCompleted),
            Some(run) => Ok(run),
        }
    }

    fn start(
        &self,
        run: Uuid,
        exercise: &str,
        version: u32,
        domain: LifeDomain,
    ) -> Result<Vec<RunsEvent>, Error> {
        match self.run(run) {
            Some(begun) if begun.exercise == exercise => Ok(vec![]),
            Some(_) => Err(Error::RunExists),
            None if self.0.len() >= RUNS_PER_YOUTH_MAX => Err(Error::TooManyRuns),
            None => {
                let exercise = exercise.to_owned();
                Ok(vec![RunsEvent::RunStarted { run, exercise, version, domain }])
            }
        }
    }

    /// An answer is recorded even if it equals the last one: that one is sealed.
    fn answer(
        &self,
        run: Uuid,
        step: &str,
        rule: Option<&StepRule>,
        choice: &Choice,
    ) -> Result<Vec<RunsEvent>, Error> {
        let open = self.open(run)?;
        if open.answers >= ANSWERS_PER_RUN_MAX {
            return Err(Error::TooManyAnswers);
        }
        let choice = rule.ok_or(Error::UnknownStep)?.accept(choice)?;
        let (step, choice) = (step.to_owned(), Personal::Open(choice));
        Ok(vec![match open.domain {
            LifeDomain::Health => RunsEvent::HealthStepAnswered { run, step, choice },
            LifeDomain::Housing
            | LifeDomain::Relationships
            | LifeDomain::Finances
            | LifeDomain::Learning
            | LifeDomain::Leisure
            | LifeDomain::Work => RunsEvent::StepAnswered { run, step, choice },
        }])
    }

    fn complete(
        &self,
        run: Uuid,
        seconds: u32,
        steps: Option<&[StepProgress]>,
    ) -> Result<Vec<RunsEvent>, Error> {
        self.open(run)?;
        if seconds > RUN_SECONDS_MAX {
            return Err(Error::SecondsOutOfRange);
        }
        let steps = steps.ok_or(Error::UnknownExercise)?;
        if steps.iter().any(|step| step.chosen < step.pick_min) {
            return Err(Error::StepsUnanswered);
        }
        Ok(vec![RunsEvent::RunCompleted { run, seconds }])
    }
}

impl StepRule {
    /// The choice as it is recorded. Too few choices are fine until completion.
    fn accept(&self, choice: &Choice) -> Result<Choice, Error> {
        let own = own_words(choice.own.as_deref().unwrap_or_default())?;
        if own.is_some() && !self.own_allowed {
            return Err(Error::OwnNotAllowed);
        }
        let options = &choice.options;
        if options.len() + usize::from(own.is_some()) > self.pick_max {
            return Err(Error::TooManyChoices);
        }
        if options.iter().any(|option| !self.options.contains(option)) {
            return Err(Error::UnknownOption);
        }
        if (1..options.len()).any(|index| options[..index].contains(&options[index])) {
            return Err(Error::OptionTwice);
        }
        Ok(Choice { options: options.clone(), own })
    }
}

fn own_words(own: &str) -> Result<Option<String>, Error> {
    text::words(own, OWN_CHARS_MAX).map_err(|wrong| match wrong {
        TextError::Blank | TextError::TooLong => Error::OwnTooLong,
        TextError::NotAllowed => Error::OwnNotReadable,
    })
}
