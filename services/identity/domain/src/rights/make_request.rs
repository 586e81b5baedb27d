//! A youth asks for something about the own data.

use events::{DataRight, RequestId, rights::RightsEvent as Event};
use jiff::ToSpan;
use kernel::{
    By, Decision,
    refusal::{self, Kind},
};

use super::{Rights, WrongWords, said};

/// In how many months a request has to be answered (Art. 12(3)).
pub const MONTHS_TO_ANSWER: i8 = 1;

/// Ask for something. What is asked for already is asked once.
#[derive(Clone, Debug)]
pub struct MakeRequest {
    /// The request; its id is made by the client.
    pub request: RequestId,
    /// What is asked for.
    pub right: DataRight,
    /// What is asked, in own words.
    pub words: Option<String>,
}

/// Why a request was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The words cannot be kept.
    Words(WrongWords),
}

impl From<WrongWords> for Refusal {
    fn from(wrong: WrongWords) -> Self {
        Self::Words(wrong)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::Words(wrong) => wrong.refusal("words"),
        }
    }
}

impl Decision for MakeRequest {
    type State = Rights;
    type Refusal = Refusal;

    /// A month ends on the same day of the next one, or on its last (Regulation 1182/71, Art. 3(2)(c)).
    /// That it may end later where that day is a holiday nobody has to use.
    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, Refusal> {
        let words = said(self.words.as_deref())?;
        if rights.open.values().any(|open| open.right == self.right) {
            return Ok(vec![]);
        }
        let due = by.today.saturating_add(MONTHS_TO_ANSWER.months());
        let (request, right) = (self.request, self.right);
        Ok(vec![Event::RequestMade { request, right, due, words }])
    }
}

#[cfg(test)]
mod specs {
    use jiff::civil::date;
    use kernel::spec::given;

    use super::{
        super::{
            WORDS_CHARS_MAX,
            examples::{DUE, OTHER_REQUEST, REQUEST, TODAY, asked, granted, made, on, open},
        },
        *,
    };

    fn make(right: DataRight) -> MakeRequest {
        MakeRequest { request: REQUEST, right, words: None }
    }

    fn saying(words: &str) -> MakeRequest {
        MakeRequest { words: Some(words.to_owned()), ..make(DataRight::Access) }
    }

    #[test]
    fn what_is_asked_has_to_be_answered_within_a_month() {
        given([]).by(on(TODAY)).when(make(DataRight::Access)).then([made(DataRight::Access)]);
    }

    #[test]
    fn a_month_from_the_last_of_january_ends_with_february() {
        let due = date(2027, 2, 28);
        let made =
            Event::RequestMade { request: REQUEST, right: DataRight::Access, due, words: None };
        given([]).by(on(date(2027, 1, 31))).when(make(DataRight::Access)).then([made]);
    }

    #[test]
    fn what_is_asked_twice_is_asked_once() {
        let again = MakeRequest { request: OTHER_REQUEST, ..make(DataRight::Rectification) };
        asked([]).when(again.clone()).then([]);
        let right = DataRight::Rectification;
        let anew = Event::RequestMade { request: OTHER_REQUEST, right, due: DUE, words: None };
        asked([granted()]).when(again).then([anew]);
    }

    #[test]
    fn something_else_can_be_asked_meanwhile() {
        let other = MakeRequest { request: OTHER_REQUEST, ..make(DataRight::Erasure) };
        let (right, due) = (DataRight::Erasure, DUE);
        asked([]).when(other).then([Event::RequestMade {
            request: OTHER_REQUEST,
            right,
            due,
            words: None,
        }]);
    }

    #[test]
    fn whoever_asks_may_say_it_in_own_words() {
        let (right, words) = (DataRight::Access, Some(open("Who saw it?")));
        let made = Event::RequestMade { request: REQUEST, right, due: DUE, words };
        given([]).by(on(TODAY)).when(saying(" Who saw it? ")).then([made]);
        let none = made_without_words();
        given([]).by(on(TODAY)).when(saying(" ")).then([none]);
    }

    fn made_without_words() -> Event {
        made(DataRight::Access)
    }

    #[test]
    fn words_have_a_longest_length_and_no_control_characters() {
        let long = "a".repeat(WORDS_CHARS_MAX + 1);
        given([]).when(saying(&long)).then_refused(WrongWords::TooLong);
        given([]).when(saying("a\u{1b}[31m")).then_refused(WrongWords::NotReadable);
    }
}
