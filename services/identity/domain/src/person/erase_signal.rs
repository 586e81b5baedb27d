//! An alarm signal is gone a year after its end (reference §6.6).

use events::{AlarmId, person::PersonEvent as Event};
use kernel::{By, Decision};

use super::{NobodyThere, Person};

/// Keep that the key of a signal was destroyed.
#[derive(Clone, Copy, Debug)]
pub struct EraseSignal {
    /// Which one.
    pub alarm: AlarmId,
}

impl Decision for EraseSignal {
    type State = Person;
    type Refusal = NobodyThere;

    fn decide(&self, _: &By, person: &Person) -> Result<Vec<Event>, NobodyThere> {
        person.access()?;
        Ok(vec![Event::SignalErased { alarm: self.alarm }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;
    use uuid::Uuid;

    use super::{
        super::examples::{youth, youth_and},
        *,
    };

    #[test]
    fn a_signal_of_somebody_who_is_there_is_erased() {
        let alarm = AlarmId::new(Uuid::from_u128(3));
        given(youth()).when(EraseSignal { alarm }).then([Event::SignalErased { alarm }]);
        let gone = youth_and([Event::KeysDestroyed {}]);
        given(gone).when(EraseSignal { alarm }).then_refused(NobodyThere);
    }
}
