//! Data that was kept and not used is used again.

use events::{LiftReason, RequestId, rights::RightsEvent as Event};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::Rights;

/// Use it again, for a reason that whoever restricted it is told (Art. 18(3)).
#[derive(Clone, Copy, Debug)]
pub struct LiftRestriction {
    /// The request that had asked for the restriction.
    pub request: RequestId,
    /// Why.
    pub reason: LiftReason,
}

/// The data is used already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotRestricted;

impl refusal::Refusal for NotRestricted {
    fn refusal(&self) -> Kind {
        Kind::State(Reason::NotRestricted)
    }
}

impl Decision for LiftRestriction {
    type State = Rights;
    type Refusal = NotRestricted;

    fn decide(&self, _: &By, rights: &Rights) -> Result<Vec<Event>, NotRestricted> {
        let Self { request, reason } = *self;
        if rights.restricted != Some(request) {
            return Err(NotRestricted);
        }
        Ok(vec![Event::RestrictionLifted { request, reason }])
    }
}

#[cfg(test)]
mod specs {
    use super::{
        super::examples::{OTHER_REQUEST, REQUEST, asked, granted},
        *,
    };

    const LIFT: LiftRestriction =
        LiftRestriction { request: REQUEST, reason: LiftReason::PersonAgreed };
    const RESTRICTED: Event = Event::ProcessingRestricted { request: REQUEST };
    const LIFTED: Event =
        Event::RestrictionLifted { request: REQUEST, reason: LiftReason::PersonAgreed };

    #[test]
    fn what_was_restricted_is_used_again_for_a_reason() {
        asked([granted(), RESTRICTED]).when(LIFT).then([LIFTED]);
    }

    #[test]
    fn what_is_used_cannot_be_lifted() {
        asked([granted()]).when(LIFT).then_refused(NotRestricted);
        asked([granted(), RESTRICTED, LIFTED]).when(LIFT).then_refused(NotRestricted);
        let other = Event::ProcessingRestricted { request: OTHER_REQUEST };
        asked([granted(), other]).when(LIFT).then_refused(NotRestricted);
    }
}
