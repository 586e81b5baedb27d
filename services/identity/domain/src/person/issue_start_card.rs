//! A person gets another start card.

use events::person::PersonEvent as Event;
use kernel::{By, Decision};

use super::{NobodyThere, Person};

/// Print a new start card; older ones stop working, and whoever is signed in is signed out.
#[derive(Clone, Debug)]
pub struct IssueStartCard {
    /// Keyed hash of the code.
    pub code_hash: String,
}

impl Decision for IssueStartCard {
    type State = Person;
    type Refusal = NobodyThere;

    fn decide(&self, _: &By, person: &Person) -> Result<Vec<Event>, NobodyThere> {
        person.access()?;
        Ok(vec![Event::StartCardIssued { code_hash: self.code_hash.clone() }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{card, sign_out, signed_in, youth, youth_and},
        *,
    };

    fn issue(hash: &str) -> IssueStartCard {
        IssueStartCard { code_hash: hash.to_owned() }
    }

    #[test]
    fn a_registered_person_gets_another_card() {
        given(youth()).when(issue("card2")).then([card("card2")]);
    }

    #[test]
    fn nobody_gets_a_card_without_being_registered() {
        given([]).when(issue("card2")).then_refused(NobodyThere);
    }

    #[test]
    fn a_new_card_ends_the_sessions_that_began_with_the_old_one() {
        given(youth_and([signed_in("a"), card("card2")])).when(sign_out("a")).then([]);
    }
}
