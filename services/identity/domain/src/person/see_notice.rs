//! A person read what is done with the data.

use events::{NoticeVersion, person::PersonEvent as Event};
use kernel::{By, Decision};

use super::{NobodyThere, Person};

/// Keep that this notice was read. Whoever read it, or a newer one, read it once.
#[derive(Clone, Copy, Debug)]
pub struct SeeNotice {
    /// Which.
    pub version: NoticeVersion,
}

impl Decision for SeeNotice {
    type State = Person;
    type Refusal = NobodyThere;

    fn decide(&self, _: &By, person: &Person) -> Result<Vec<Event>, NobodyThere> {
        let version = self.version;
        if person.access()?.notice >= Some(version) {
            return Ok(vec![]);
        }
        Ok(vec![Event::NoticeSeen { version }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{card, youth, youth_and},
        *,
    };

    const VERSION: NoticeVersion = NoticeVersion::November2026;
    const SEE: SeeNotice = SeeNotice { version: VERSION };
    const SEEN: Event = Event::NoticeSeen { version: VERSION };

    #[test]
    fn a_notice_is_read_once_also_with_another_card() {
        given(youth()).when(SEE).then([SEEN]);
        given(youth_and([SEEN])).when(SEE).then([]);
        given(youth_and([SEEN, card("card2")])).when(SEE).then([]);
    }

    #[test]
    fn nobody_reads_a_notice_without_being_registered() {
        given([]).when(SEE).then_refused(NobodyThere);
    }
}
