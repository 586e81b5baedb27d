//! The keys of a person are gone, and the log does not say so.

use events::person::PersonEvent as Event;
use kernel::{By, Decision};

use super::{NobodyThere, Person};

/// Keep that the keys of a person were destroyed, after a log from before that was restored. Who decided it and
/// why stood in what came after, and is gone with it.
#[derive(Clone, Copy, Debug)]
pub struct RepeatErasure;

impl Decision for RepeatErasure {
    type State = Person;
    type Refusal = NobodyThere;

    fn decide(&self, _: &By, person: &Person) -> Result<Vec<Event>, NobodyThere> {
        match person {
            Person::Absent => Err(NobodyThere),
            Person::Registered(_) => Ok(vec![Event::KeysDestroyed {}]),
            Person::Erased => Ok(vec![]),
        }
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
    fn what_a_restored_log_does_not_know_is_kept_once() {
        given(youth()).when(RepeatErasure).then([Event::KeysDestroyed {}]);
        given(youth_and([Event::KeysDestroyed {}])).when(RepeatErasure).then([]);
        given([]).when(RepeatErasure).then_refused(NobodyThere);
    }
}
