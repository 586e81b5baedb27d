//! Something was done against a breach.

use events::breach::BreachEvent as Event;
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{Breach, NotOpen, said};
use crate::rights::WrongWords;

/// Write down what was done (Art. 33(3)(d), 33(5)).
#[derive(Clone, Debug)]
pub struct TakeMeasure {
    /// What.
    pub words: String,
}

/// Why it was not taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing more can be done about it.
    NotOpen(NotOpen),
    /// There is nothing to read.
    Nothing,
    /// The words cannot be kept.
    Words(WrongWords),
}

impl From<NotOpen> for Refusal {
    fn from(why: NotOpen) -> Self {
        Self::NotOpen(why)
    }
}

impl From<WrongWords> for Refusal {
    fn from(wrong: WrongWords) -> Self {
        Self::Words(wrong)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(why) => why.refusal(),
            Self::Nothing => Kind::Field("words", Reason::Missing),
            Self::Words(wrong) => wrong.refusal("words"),
        }
    }
}

impl Decision for TakeMeasure {
    type State = Breach;
    type Refusal = Refusal;

    fn decide(&self, _: &By, breach: &Breach) -> Result<Vec<Event>, Refusal> {
        let words = said(Some(&self.words))?.ok_or(Refusal::Nothing)?;
        breach.open()?;
        Ok(vec![Event::BreachMeasureTaken { words }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::Personal;

    use super::{
        super::examples::{after, closed},
        *,
    };

    fn take(words: &str) -> TakeMeasure {
        TakeMeasure { words: words.to_owned() }
    }

    #[test]
    fn what_was_done_is_written_down_in_words() {
        let words = Personal::Open("The sessions were ended.".to_owned());
        let taken = Event::BreachMeasureTaken { words };
        after([]).when(take("The sessions were ended. ")).then([taken]);
        after([]).when(take(" ")).then_refused(Refusal::Nothing);
        after([closed()]).when(take("Late.")).then_refused(NotOpen::Closed);
    }
}
