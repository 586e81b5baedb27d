//! A youth is erased who asked for it.

use events::{RequestId, rights::RightsEvent as Event};
use kernel::{By, Decision};

use super::{RequestOver, Rights};

/// Say that everything about whoever asked is erased: the first step of it. Whatever else they asked for is
/// over with it.
#[derive(Clone, Copy, Debug)]
pub struct GrantErasure {
    /// The request.
    pub request: RequestId,
}

impl Decision for GrantErasure {
    type State = Rights;
    type Refusal = RequestOver;

    fn decide(&self, _: &By, rights: &Rights) -> Result<Vec<Event>, RequestOver> {
        let request = self.request;
        rights.open(request)?;
        let others = rights.open.keys().filter(|other| **other != request);
        let lapsed = others.map(|other| Event::RequestLapsed { request: *other });
        Ok([Event::RequestGranted { request, answer: None }].into_iter().chain(lapsed).collect())
    }
}

#[cfg(test)]
mod specs {
    use events::DataRight;

    use super::{
        super::examples::{DUE, OTHER_REQUEST, REQUEST, asked, granted, withdrawn},
        *,
    };

    const GRANT: GrantErasure = GrantErasure { request: REQUEST };

    #[test]
    fn with_whoever_is_erased_everything_else_that_they_asked_for_is_over() {
        asked([]).when(GRANT).then([granted()]);
        let (request, right) = (OTHER_REQUEST, DataRight::Access);
        let other = Event::RequestMade { request, right, due: DUE, words: None };
        asked([other]).when(GRANT).then([granted(), Event::RequestLapsed { request }]);
    }

    #[test]
    fn what_was_taken_back_erases_nobody() {
        asked([withdrawn()]).when(GRANT).then_refused(RequestOver);
    }
}
