//! A youth is erased who asked for it.

use events::{RequestId, rights::RightsEvent as Event};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{RequestOver, Rights};

/// Say that everything about whoever asked is erased: the first step of it. Whatever else they asked for is
/// over with it.
#[derive(Clone, Copy, Debug)]
pub struct GrantErasure {
    /// The request.
    pub request: RequestId,
}

/// Why nobody is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The request was answered or taken back.
    RequestOver,
    /// Something holds what is kept about whoever asked (Art. 17(3)): the request can be refused on the ground of
    /// claims at law.
    OnHold,
}

impl From<RequestOver> for Refusal {
    fn from(RequestOver: RequestOver) -> Self {
        Self::RequestOver
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::RequestOver => RequestOver.refusal(),
            Self::OnHold => Kind::State(Reason::OnHold),
        }
    }
}

impl Decision for GrantErasure {
    type State = Rights;
    type Refusal = Refusal;

    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, Refusal> {
        let request = self.request;
        rights.open(request)?;
        if rights.is_held(by.today) {
            return Err(Refusal::OnHold);
        }
        let others = rights.open.keys().filter(|other| **other != request);
        let lapsed = others.map(|other| Event::RequestLapsed { request: *other });
        Ok([Event::RequestGranted { request, answer: None }].into_iter().chain(lapsed).collect())
    }
}

#[cfg(test)]
mod specs {
    use events::DataRight;

    use super::{
        super::examples::{
            DUE, OTHER_REQUEST, REQUEST, TODAY, asked, granted, held, on, released, withdrawn,
        },
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
        asked([withdrawn()]).when(GRANT).then_refused(Refusal::RequestOver);
    }

    #[test]
    fn while_something_holds_what_is_kept_nobody_is_erased() {
        for until in [None, Some(TODAY)] {
            asked([held(until)]).when(GRANT).then_refused(Refusal::OnHold);
        }
        asked([held(None), released()]).when(GRANT).then([granted()]);
        let tomorrow = on(TODAY.tomorrow().unwrap());
        asked([held(Some(TODAY))]).by(tomorrow).when(GRANT).then([granted()]);
    }
}
