//! A youth answers a step of an exercise, perhaps again.

use kernel::{
    By, Decision, Personal, Reason,
    refusal::{Kind, Refusal},
    text::{self, TextError},
};

use super::{NotOpen, Run};
use events::{
    LifeDomain,
    limits::exercises::ANSWER_STEP_OWN,
    run::{Choice, RunEvent},
};

#[cfg(test)]
mod specs;

/// How many answers one run takes, each tap being one.
pub const ANSWERS_PER_RUN_MAX: u32 = 500;
/// How long an answer in the youth's own words may be.
pub const OWN_CHARS_MAX: usize = ANSWER_STEP_OWN.most();

/// Answer a step.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The step.
    pub step: String,
    /// What the step accepts in the exercise of the run.
    pub rule_of: RuleOf,
    /// The answer, perhaps unfinished.
    pub choice: Choice,
}

/// What a step accepts, by exercise, its version and the step; `None` if the exercise has no such
/// step (any more).
pub type RuleOf = fn(&str, u32, &str) -> Option<StepRule>;

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

/// Why a step was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerRefused {
    /// Nothing can be done in the run.
    NotOpen(NotOpen),
    /// The exercise has no such step (any more).
    UnknownStep,
    /// The step has no such option.
    UnknownOption,
    /// An option was chosen twice.
    OptionTwice,
    /// More choices than the step takes.
    TooManyChoices,
    /// The step takes no own words.
    OwnNotAllowed,
    /// Own words are too long.
    OwnTooLong,
    /// Own words have a control character, or one that turns the direction of the text.
    OwnNotReadable,
    /// The run was answered too often.
    TooManyAnswers,
}

impl Refusal for AnswerRefused {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(why) => why.refusal(),
            Self::UnknownStep => Kind::State(Reason::UnknownStep),
            Self::UnknownOption => Kind::Field("options", Reason::UnknownOption),
            Self::OptionTwice => Kind::Field("options", Reason::OptionTwice),
            Self::TooManyChoices => Kind::Field("options", Reason::TooManyChoices),
            Self::OwnNotAllowed => Kind::Field("own", Reason::OwnNotAllowed),
            Self::OwnTooLong => Kind::Field("own", Reason::OwnTooLong),
            Self::OwnNotReadable => Kind::Field("own", Reason::CharacterNotAllowed),
            Self::TooManyAnswers => Kind::State(Reason::TooManyAnswers),
        }
    }
}

impl From<NotOpen> for AnswerRefused {
    fn from(why: NotOpen) -> Self {
        Self::NotOpen(why)
    }
}

impl Decision for Answer {
    type State = Run;
    type Refusal = AnswerRefused;

    /// An answer is recorded even if it equals the last one: that one is sealed.
    fn decide(&self, by: &By, run: &Run) -> Result<Vec<RunEvent>, AnswerRefused> {
        let open = run.open(by.actor)?;
        if open.answers >= ANSWERS_PER_RUN_MAX {
            return Err(AnswerRefused::TooManyAnswers);
        }
        let rule = (self.rule_of)(&open.exercise, open.version, &self.step);
        let choice = rule.ok_or(AnswerRefused::UnknownStep)?.accept(&self.choice)?;
        let (step, choice) = (self.step.clone(), Personal::Open(choice));
        Ok(vec![match open.domain {
            LifeDomain::Health => RunEvent::HealthStepAnswered { step, choice },
            LifeDomain::Housing
            | LifeDomain::Relationships
            | LifeDomain::Finances
            | LifeDomain::Learning
            | LifeDomain::Leisure
            | LifeDomain::Work => RunEvent::StepAnswered { step, choice },
        }])
    }
}

impl StepRule {
    /// The choice as it is recorded. Too few choices are fine until completion.
    fn accept(&self, choice: &Choice) -> Result<Choice, AnswerRefused> {
        let own = own_words(choice.own.as_deref().unwrap_or_default())?;
        if own.is_some() && !self.own_allowed {
            return Err(AnswerRefused::OwnNotAllowed);
        }
        let options = &choice.options;
        if options.len() + usize::from(own.is_some()) > self.pick_max {
            return Err(AnswerRefused::TooManyChoices);
        }
        if options.iter().any(|option| !self.options.contains(option)) {
            return Err(AnswerRefused::UnknownOption);
        }
        if (1..options.len()).any(|index| options[..index].contains(&options[index])) {
            return Err(AnswerRefused::OptionTwice);
        }
        Ok(Choice { options: options.clone(), own })
    }
}

fn own_words(own: &str) -> Result<Option<String>, AnswerRefused> {
    text::words(own, OWN_CHARS_MAX).map_err(|wrong| match wrong {
        TextError::Blank | TextError::TooLong => AnswerRefused::OwnTooLong,
        TextError::NotAllowed => AnswerRefused::OwnNotReadable,
    })
}
