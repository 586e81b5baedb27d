//! Whoever had the data of somebody who was erased is told.

use std::{collections::BTreeSet, convert::Infallible};

use events::{DataRight, RecipientId, RequestId, rights::RightsEvent as Event};
use kernel::{By, Decision};

use super::Rights;

/// Tell those of the centre who had the data that it is erased (Art. 19), once the last key is destroyed: until
/// then somebody else can have read it. Who was told is told once.
#[derive(Clone, Debug)]
pub struct NotifyRecipients {
    /// The request.
    pub request: RequestId,
    /// Who had the data.
    pub recipients: Vec<RecipientId>,
}

impl Decision for NotifyRecipients {
    type State = Rights;
    type Refusal = Infallible;

    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, Infallible> {
        if rights.notified.contains_key(&self.request) {
            return Ok(vec![]);
        }
        Ok(vec![notified(by, self.request, DataRight::Erasure, &self.recipients)])
    }
}

/// Whoever grants it knows it; everybody else is told, each once.
pub(super) fn notified(
    by: &By,
    request: RequestId,
    right: DataRight,
    had: &[RecipientId],
) -> Event {
    let others = had.iter().copied().filter(|one| one.uuid() != by.actor);
    let recipients: BTreeSet<RecipientId> = others.collect();
    Event::RecipientsNotified { request, right, recipients: recipients.into_iter().collect() }
}

#[cfg(test)]
mod specs {
    use super::{
        super::examples::{COACH, LEAD, OFFICER, REQUEST, asked, granted, told},
        *,
    };

    fn notify(recipients: &[RecipientId]) -> NotifyRecipients {
        NotifyRecipients { request: REQUEST, recipients: recipients.to_vec() }
    }

    #[test]
    fn everybody_who_had_the_data_is_told_but_who_granted_the_erasure() {
        let erased = told(DataRight::Erasure, [COACH, OFFICER]);
        asked([granted()]).when(notify(&[OFFICER, LEAD, COACH, OFFICER])).then([erased]);
        asked([granted()]).when(notify(&[])).then([told(DataRight::Erasure, [])]);
    }

    #[test]
    fn who_was_told_is_not_told_again() {
        let erased = told(DataRight::Erasure, [COACH]);
        asked([granted(), erased]).when(notify(&[COACH, OFFICER])).then([]);
    }
}
