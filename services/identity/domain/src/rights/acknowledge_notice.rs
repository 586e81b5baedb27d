//! Whoever was told what became of data says that no old copy is used.

use events::{RecipientId, RequestId, rights::RightsEvent as Event};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::Rights;

/// Say that it was seen and done: copies are not used and prints are destroyed. Who said so says it once.
#[derive(Clone, Copy, Debug)]
pub struct AcknowledgeNotice {
    /// The request that was granted.
    pub request: RequestId,
}

/// Nobody was told of this request, or not who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NothingToTell;

impl refusal::Refusal for NothingToTell {
    fn refusal(&self) -> Kind {
        Kind::State(Reason::NothingToTell)
    }
}

impl Decision for AcknowledgeNotice {
    type State = Rights;
    type Refusal = NothingToTell;

    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, NothingToTell> {
        let (request, recipient) = (self.request, RecipientId::new(by.actor));
        let notified = rights.notified.get(&request).ok_or(NothingToTell)?;
        match notified.recipients.get(&recipient) {
            Some(false) => Ok(vec![Event::NoticeAcknowledged { request, recipient }]),
            Some(true) => Ok(vec![]),
            None => Err(NothingToTell),
        }
    }
}

#[cfg(test)]
mod specs {
    use events::DataRight;
    use kernel::Role;

    use super::{
        super::examples::{COACH, OFFICER, OTHER_REQUEST, REQUEST, TODAY, asked, granted, told},
        *,
    };

    const SEEN: AcknowledgeNotice = AcknowledgeNotice { request: REQUEST };
    const DONE: Event = Event::NoticeAcknowledged { request: REQUEST, recipient: COACH };

    fn by(who: RecipientId) -> By {
        By { actor: who.uuid(), role: Role::Coach, today: TODAY }
    }

    fn corrected() -> [Event; 2] {
        [granted(), told(DataRight::Rectification, [COACH])]
    }

    #[test]
    fn whoever_was_told_says_that_it_is_done() {
        asked(corrected()).by(by(COACH)).when(SEEN).then([DONE]);
    }

    #[test]
    fn what_was_said_twice_is_said_once() {
        asked(corrected().into_iter().chain([DONE])).by(by(COACH)).when(SEEN).then([]);
    }

    #[test]
    fn who_was_told_nothing_has_nothing_to_say() {
        asked(corrected()).by(by(OFFICER)).when(SEEN).then_refused(NothingToTell);
        let other = AcknowledgeNotice { request: OTHER_REQUEST };
        asked(corrected()).by(by(COACH)).when(other).then_refused(NothingToTell);
    }
}
