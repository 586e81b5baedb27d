//! A person signs in with a start card.

use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{NobodyThere, Person};
use events::person::PersonEvent as Event;
use jiff::Timestamp;

/// Begin a session with a start card.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// Keyed hash of the card's code.
    pub code_hash: String,
    /// Hash of the session's secret.
    pub session: String,
    /// When the session ends by itself.
    pub expires: Timestamp,
}

/// Why nobody was signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such person.
    NobodyThere,
    /// The card is not the one issued last.
    UnknownCard,
}

impl From<NobodyThere> for Refusal {
    fn from(NobodyThere: NobodyThere) -> Self {
        Self::NobodyThere
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NobodyThere => Kind::NotFound,
            Self::UnknownCard => Kind::State(Reason::UnknownCard),
        }
    }
}

impl Decision for SignIn {
    type State = Person;
    type Refusal = Refusal;

    fn decide(&self, _: &By, person: &Person) -> Result<Vec<Event>, Refusal> {
        if person.access()?.card.as_deref() != Some(&self.code_hash) {
            return Err(Refusal::UnknownCard);
        }
        Ok(vec![Event::SignedIn { session: self.session.clone(), expires: self.expires }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{card, sign_in, signed_in, youth, youth_and},
        *,
    };

    #[test]
    fn the_last_card_signs_in_any_number_of_times() {
        given(youth()).when(sign_in("card1", "a")).then([signed_in("a")]);
        given(youth_and([signed_in("a")])).when(sign_in("card1", "b")).then([signed_in("b")]);
    }

    #[test]
    fn an_older_card_stops_working() {
        given(youth_and([card("card2")]))
            .when(sign_in("card1", "a"))
            .then_refused(Refusal::UnknownCard);
    }

    #[test]
    fn nobody_signs_in_without_being_registered() {
        given([]).when(sign_in("card1", "a")).then_refused(NobodyThere);
    }
}
