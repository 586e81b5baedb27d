//! Whoever restricted the use of the own data read that it will be used again.

use events::{RequestId, rights::RightsEvent as Event};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::Rights;

/// Say that it was read. What was read once is known from then on.
#[derive(Clone, Copy, Debug)]
pub struct SeeLifting {
    /// The request that had asked for the restriction.
    pub request: RequestId,
}

/// Nothing was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnnounced;

impl refusal::Refusal for NotAnnounced {
    fn refusal(&self) -> Kind {
        Kind::State(Reason::LiftingNotAnnounced)
    }
}

impl Decision for SeeLifting {
    type State = Rights;
    type Refusal = NotAnnounced;

    fn decide(&self, _: &By, rights: &Rights) -> Result<Vec<Event>, NotAnnounced> {
        let request = self.request;
        let announced = rights.announced.filter(|_| rights.restricted == Some(request));
        if announced.ok_or(NotAnnounced)?.seen {
            return Ok(vec![]);
        }
        Ok(vec![Event::LiftingSeen { request }])
    }
}

#[cfg(test)]
mod specs {
    use events::LiftReason;

    use super::{
        super::examples::{OTHER_REQUEST, REQUEST, RESTRICTED, announced, asked, granted},
        *,
    };

    const SEE: SeeLifting = SeeLifting { request: REQUEST };
    const SEEN: Event = Event::LiftingSeen { request: REQUEST };

    #[test]
    fn that_it_was_read_is_known_once() {
        let told = || announced(LiftReason::Settled);
        asked([granted(), RESTRICTED, told()]).when(SEE).then([SEEN]);
        asked([granted(), RESTRICTED, told(), SEEN]).when(SEE).then([]);
    }

    #[test]
    fn what_was_not_told_cannot_be_read() {
        asked([granted(), RESTRICTED]).when(SEE).then_refused(NotAnnounced);
        let other = SeeLifting { request: OTHER_REQUEST };
        let told = announced(LiftReason::Settled);
        asked([granted(), RESTRICTED, told]).when(other).then_refused(NotAnnounced);
    }
}
