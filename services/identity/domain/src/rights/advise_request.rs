//! The data protection officer advises on a request.

use events::{RequestId, rights::RightsEvent as Event};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{RequestOver, Rights, WrongWords, said};

/// How often one request is advised on: each time is a text that stands with it.
pub const ADVICE_MAX: u8 = 10;

/// Say what to do, while nobody answered yet. Whoever leads the centre decides (Art. 39(1)(a)).
#[derive(Clone, Debug)]
pub struct AdviseRequest {
    /// The request.
    pub request: RequestId,
    /// What to do, and why.
    pub words: String,
}

/// Why the advice is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The request was answered or taken back.
    RequestOver,
    /// There are [`ADVICE_MAX`] already.
    TooMuchAdvice,
    /// Nothing is said.
    Missing,
    /// The words cannot be kept.
    Words(WrongWords),
}

impl From<RequestOver> for Refusal {
    fn from(RequestOver: RequestOver) -> Self {
        Self::RequestOver
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
            Self::RequestOver => RequestOver.refusal(),
            Self::TooMuchAdvice => Kind::State(Reason::TooMuchAdvice),
            Self::Missing => Kind::Field("words", Reason::Missing),
            Self::Words(wrong) => wrong.refusal("words"),
        }
    }
}

impl Decision for AdviseRequest {
    type State = Rights;
    type Refusal = Refusal;

    fn decide(&self, _: &By, rights: &Rights) -> Result<Vec<Event>, Refusal> {
        let words = said(Some(&self.words))?.ok_or(Refusal::Missing)?;
        let request = self.request;
        if rights.open(request)?.advice >= ADVICE_MAX {
            return Err(Refusal::TooMuchAdvice);
        }
        Ok(vec![Event::RequestAdvised { request, words }])
    }
}

#[cfg(test)]
mod specs {
    use super::{
        super::examples::{REQUEST, asked, granted, open, withdrawn},
        *,
    };

    const WORDS: &str = "Ask the school first.";

    fn advise(words: &str) -> AdviseRequest {
        AdviseRequest { request: REQUEST, words: words.to_owned() }
    }

    fn advised() -> Event {
        Event::RequestAdvised { request: REQUEST, words: open(WORDS) }
    }

    #[test]
    fn the_officer_says_what_to_do_and_may_say_more() {
        asked([]).when(advise(" Ask the school first. ")).then([advised()]);
        asked([advised()]).when(advise(WORDS)).then([advised()]);
    }

    #[test]
    fn advice_says_something_that_can_be_read() {
        asked([]).when(advise(" ")).then_refused(Refusal::Missing);
        asked([]).when(advise("a\0b")).then_refused(WrongWords::NotReadable);
    }

    #[test]
    fn what_is_decided_is_not_advised_on() {
        for over in [granted(), withdrawn()] {
            asked([over]).when(advise(WORDS)).then_refused(RequestOver);
        }
    }

    #[test]
    fn a_request_has_only_so_much_advice() {
        let all = || (0..ADVICE_MAX).map(|_| advised());
        asked(all().skip(1)).when(advise(WORDS)).then([advised()]);
        asked(all()).when(advise(WORDS)).then_refused(Refusal::TooMuchAdvice);
    }
}
