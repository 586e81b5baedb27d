//! Whoever restricted the use of the own data is told that it will be used again.

use events::{LiftReason, RequestId, rights::RightsEvent as Event};
use jiff::ToSpan;
use kernel::{By, Decision};

use super::{Rights, lift_restriction::NotRestricted};

/// For so many days there is time to read it: after that the restriction can be lifted unread.
pub const DAYS_TO_READ: i32 = 7;

/// Tell whoever restricted the data, and why, before it is lifted (Art. 18(3)). Another reason begins anew.
#[derive(Clone, Copy, Debug)]
pub struct AnnounceLifting {
    /// The request that had asked for the restriction.
    pub request: RequestId,
    /// Why.
    pub reason: LiftReason,
}

impl Decision for AnnounceLifting {
    type State = Rights;
    type Refusal = NotRestricted;

    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, NotRestricted> {
        let Self { request, reason } = *self;
        if rights.restricted != Some(request) {
            return Err(NotRestricted);
        }
        if rights.announced.is_some_and(|announced| announced.reason == reason) {
            return Ok(vec![]);
        }
        let from = by.today.saturating_add(DAYS_TO_READ.days());
        Ok(vec![Event::LiftingAnnounced { request, reason, from }])
    }
}

#[cfg(test)]
mod specs {
    use super::{
        super::examples::{REQUEST, RESTRICTED, announced, asked, granted, lifted},
        *,
    };

    const SETTLED: AnnounceLifting =
        AnnounceLifting { request: REQUEST, reason: LiftReason::Settled };

    #[test]
    fn whoever_restricted_the_data_is_told_a_week_before_why_it_will_be_used() {
        let told = announced(LiftReason::Settled);
        asked([granted(), RESTRICTED]).when(SETTLED).then([told.clone()]);
        asked([granted(), RESTRICTED, told]).when(SETTLED).then([]);
    }

    #[test]
    fn another_reason_is_told_too() {
        let other = announced(LiftReason::LegalClaims);
        asked([granted(), RESTRICTED, other]).when(SETTLED).then([announced(LiftReason::Settled)]);
    }

    #[test]
    fn what_was_told_before_an_earlier_lifting_is_told_again() {
        let told = || announced(LiftReason::Settled);
        let again = [granted(), RESTRICTED, told(), lifted(LiftReason::Settled), RESTRICTED];
        asked(again).when(SETTLED).then([told()]);
    }

    #[test]
    fn of_what_is_used_nothing_is_told() {
        asked([granted()]).when(SETTLED).then_refused(NotRestricted);
    }
}
