//! Every key of a person was destroyed.

use events::{ErasureReason, person::PersonEvent as Event};
use kernel::{By, Decision};

use super::{NobodyThere, Person};

/// Keep that the vault destroyed every key of the person. Twice is once.
#[derive(Clone, Copy, Debug)]
pub struct EraseKeys {
    /// On which ground.
    pub reason: ErasureReason,
}

impl Decision for EraseKeys {
    type State = Person;
    type Refusal = NobodyThere;

    fn decide(&self, _: &By, person: &Person) -> Result<Vec<Event>, NobodyThere> {
        match person {
            Person::Absent => Err(NobodyThere),
            Person::Registered(_) => {
                Ok(vec![Event::ErasureDecided { reason: self.reason }, Event::KeysDestroyed {}])
            }
            Person::Erased => Ok(vec![]),
        }
    }
}

#[cfg(test)]
mod specs {
    use kernel::{
        Role,
        spec::{Given, given},
    };

    use super::{
        super::{
            ChooseAvatar, IssueStartCard,
            examples::{register, sign_in, sign_out, signed_in, youth, youth_and},
            register::Refusal,
        },
        *,
    };

    const REASON: ErasureReason = ErasureReason::PersonAsked;

    fn erase() -> EraseKeys {
        EraseKeys { reason: REASON }
    }

    fn erased() -> Given<Person> {
        given(youth_and([signed_in("one"), Event::KeysDestroyed {}]))
    }

    #[test]
    fn destroyed_keys_end_the_card_and_every_session() {
        given([]).when(erase()).then_refused(NobodyThere);
        given(youth())
            .when(erase())
            .then([Event::ErasureDecided { reason: REASON }, Event::KeysDestroyed {}]);
        erased().when(sign_in("card1", "two")).then_refused(NobodyThere);
        erased().when(sign_out("one")).then_refused(NobodyThere);
        erased().when(IssueStartCard { code_hash: "card2".to_owned() }).then_refused(NobodyThere);
        erased().when(ChooseAvatar { avatar: "fox".to_owned() }).then_refused(NobodyThere);
        let again = register(Role::Youth, "Noor", None);
        erased().when(again).then_refused(Refusal::PersonExists);
    }

    #[test]
    fn destroying_keys_twice_is_destroying_them_once() {
        erased().when(erase()).then([]);
    }
}
