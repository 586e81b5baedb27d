//! A person signs out.

use events::person::PersonEvent as Event;
use kernel::{By, Decision};

use super::{NobodyThere, Person};

/// End a session. Ending one that is gone is nothing to do.
#[derive(Clone, Debug)]
pub struct SignOut {
    /// Hash of the session's secret.
    pub session: String,
}

impl Decision for SignOut {
    type State = Person;
    type Refusal = NobodyThere;

    fn decide(&self, _: &By, person: &Person) -> Result<Vec<Event>, NobodyThere> {
        let session = self.session.clone();
        let is_open = person.access()?.sessions.contains(&session);
        Ok(if is_open { vec![Event::SignedOut { session }] } else { vec![] })
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::{
            SESSIONS_PER_PERSON_MAX,
            examples::{sign_out, signed_in, signed_out, youth_and},
        },
        *,
    };

    #[test]
    fn signing_out_ends_one_session() {
        given(youth_and([signed_in("a"), signed_in("b")]))
            .when(sign_out("a"))
            .then([signed_out("a")]);
    }

    #[test]
    fn signing_out_twice_is_one_signing_out() {
        given(youth_and([signed_in("a"), signed_out("a")])).when(sign_out("a")).then([]);
    }

    #[test]
    fn nobody_signs_out_without_being_registered() {
        given([]).when(sign_out("a")).then_refused(NobodyThere);
    }

    #[test]
    fn the_oldest_session_falls_out_when_there_are_too_many() {
        let sessions = (0..=SESSIONS_PER_PERSON_MAX).map(|number| signed_in(&number.to_string()));
        let history = youth_and(sessions);
        given(history.clone()).when(sign_out("0")).then([]);
        given(history).when(sign_out("1")).then([signed_out("1")]);
    }
}
