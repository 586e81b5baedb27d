//! What somebody answered in exercises is erased (GDPR Art. 17).

use events::person::PersonEvent as Event;
use kernel::{By, Decision};
use uuid::Uuid;

use super::{NobodyThere, Person};

/// Keep that the keys of a person's answers were destroyed. The answers are the person's own and shared by consent
/// (Art. 17(1)(b)), so there is nothing to weigh and no request to wait for.
#[derive(Clone, Copy, Debug)]
pub struct EraseAnswers {
    /// The only run; `None`: every run begun so far.
    pub run: Option<Uuid>,
}

impl Decision for EraseAnswers {
    type State = Person;
    type Refusal = NobodyThere;

    fn decide(&self, _: &By, person: &Person) -> Result<Vec<Event>, NobodyThere> {
        person.access()?;
        Ok(vec![Event::AnswersErased { run: self.run }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{youth, youth_and},
        *,
    };

    #[test]
    fn answers_of_one_run_or_of_all_are_erased_at_any_time_and_again() {
        for run in [Some(Uuid::from_u128(3)), None] {
            let erased = Event::AnswersErased { run };
            given(youth()).when(EraseAnswers { run }).then([erased.clone()]);
            given(youth_and([erased.clone()])).when(EraseAnswers { run }).then([erased]);
        }
    }

    #[test]
    fn of_whoever_is_erased_there_is_nothing_left_to_erase() {
        let gone = youth_and([Event::KeysDestroyed {}]);
        given(gone).when(EraseAnswers { run: None }).then_refused(NobodyThere);
    }
}
