//! A youth answers a step of an exercise, perhaps again.

use itertools::Itertools;
use kernel::{
    By, Category, Decision, Personal, Reason,
    refusal::{Kind, Refusal},
    text::{self, TextError},
};

use super::{NotOpen, Run};
use events::{
    limits::exercises::ANSWER_STEP_OWN,
    run::{Choice, Given, Placed, RunEvent, category},
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
    pub given: Given,
}

/// What a step accepts, by exercise, its version and the step; `None` if the exercise has no such
/// step (any more).
pub type RuleOf = fn(&str, u32, &str) -> Option<StepRule>;

/// What a step of an exercise accepts as an answer, by its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepRule {
    /// Some of several options.
    Choose {
        /// At most so many choices, own words included.
        pick_max: usize,
        /// Ids of the options.
        options: Vec<String>,
        /// Whether own words are accepted.
        own_allowed: bool,
    },
    /// Each card into one bin.
    Sort {
        /// Ids of the cards.
        cards: Vec<String>,
        /// Ids of the bins.
        bins: Vec<String>,
    },
}

/// Why a step was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerRefused {
    /// Nothing can be done in the run.
    NotOpen(NotOpen),
    /// The exercise has no such step (any more).
    UnknownStep,
    /// The step is of another kind than the answer.
    OtherKind,
    /// The step has no such option.
    UnknownOption,
    /// The step has no such card, or no such bin.
    UnknownPlace,
    /// A card lies in two bins.
    CardTwice,
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
            Self::OtherKind => Kind::Field("step", Reason::UnknownValue),
            Self::UnknownOption => Kind::Field("chosen.options", Reason::UnknownOption),
            Self::OptionTwice => Kind::Field("chosen.options", Reason::OptionTwice),
            Self::TooManyChoices => Kind::Field("chosen.options", Reason::TooManyChoices),
            Self::OwnNotAllowed => Kind::Field("chosen.own", Reason::OwnNotAllowed),
            Self::OwnTooLong => Kind::Field("chosen.own", Reason::OwnTooLong),
            Self::OwnNotReadable => Kind::Field("chosen.own", Reason::CharacterNotAllowed),
            Self::UnknownPlace => Kind::Field("sorted.placed", Reason::UnknownOption),
            Self::CardTwice => Kind::Field("sorted.placed", Reason::OptionTwice),
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
        let given = rule.ok_or(AnswerRefused::UnknownStep)?.accept(&self.given)?;
        let (step, given) = (self.step.clone(), Personal::Open(given));
        Ok(vec![match category(open.domain) {
            Category::Health => RunEvent::HealthAnswered { step, given },
            _ => RunEvent::Answered { step, given },
        }])
    }
}

impl StepRule {
    /// The answer as it is recorded. Too little is fine until completion.
    fn accept(&self, given: &Given) -> Result<Given, AnswerRefused> {
        match (self, given) {
            (Self::Choose { pick_max, options, own_allowed }, Given::Chosen(choice)) => {
                let own = own_words(choice.own.as_deref().unwrap_or_default())?;
                if own.is_some() && !own_allowed {
                    return Err(AnswerRefused::OwnNotAllowed);
                }
                if choice.options.len() + usize::from(own.is_some()) > *pick_max {
                    return Err(AnswerRefused::TooManyChoices);
                }
                let chosen = &choice.options;
                if chosen.iter().any(|option| !options.contains(option)) {
                    return Err(AnswerRefused::UnknownOption);
                }
                if !chosen.iter().all_unique() {
                    return Err(AnswerRefused::OptionTwice);
                }
                Ok(Given::Chosen(Choice { options: choice.options.clone(), own }))
            }
            (Self::Sort { cards, bins }, Given::Sorted(placed)) => {
                let known = |it: &Placed| cards.contains(&it.card) && bins.contains(&it.bin);
                if !placed.iter().all(known) {
                    return Err(AnswerRefused::UnknownPlace);
                }
                if !placed.iter().map(|placed| &placed.card).all_unique() {
                    return Err(AnswerRefused::CardTwice);
                }
                Ok(given.clone())
            }
            (Self::Choose { .. }, Given::Sorted(_)) | (Self::Sort { .. }, Given::Chosen(_)) => {
                Err(AnswerRefused::OtherKind)
            }
        }
    }
}

fn own_words(own: &str) -> Result<Option<String>, AnswerRefused> {
    text::words(own, OWN_CHARS_MAX).map_err(|wrong| match wrong {
        TextError::Blank | TextError::TooLong => AnswerRefused::OwnTooLong,
        TextError::NotAllowed => AnswerRefused::OwnNotReadable,
    })
}
