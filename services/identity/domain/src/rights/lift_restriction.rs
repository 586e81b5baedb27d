//! Data that was kept and not used is used again.

use events::{LiftReason, RequestId, rights::RightsEvent as Event};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::Rights;

/// Use it again, for the reason that whoever restricted it was told before: once they read so, or had the days
/// to (Art. 18(3)).
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

/// Why it is not used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is used already.
    NotRestricted(NotRestricted),
    /// Whoever restricted it was not told so, or another reason.
    NotAnnounced,
    /// They did not read it yet, and still have time to.
    NotRead,
}

impl From<NotRestricted> for Refusal {
    fn from(used: NotRestricted) -> Self {
        Self::NotRestricted(used)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotRestricted(used) => used.refusal(),
            Self::NotAnnounced => Kind::State(Reason::LiftingNotAnnounced),
            Self::NotRead => Kind::State(Reason::LiftingNotRead),
        }
    }
}

impl Decision for LiftRestriction {
    type State = Rights;
    type Refusal = Refusal;

    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, Refusal> {
        let Self { request, reason } = *self;
        if rights.restricted != Some(request) {
            return Err(NotRestricted.into());
        }
        let announced = rights.announced.filter(|announced| announced.reason == reason);
        let announced = announced.ok_or(Refusal::NotAnnounced)?;
        if !announced.seen && by.today < announced.from {
            return Err(Refusal::NotRead);
        }
        Ok(vec![Event::RestrictionLifted { request, reason }])
    }
}

#[cfg(test)]
mod specs {
    use jiff::civil::date;

    use super::{
        super::examples::{
            OTHER_REQUEST, REQUEST, RESTRICTED, announced, asked, granted, lifted, on,
        },
        *,
    };

    const WHY: LiftReason = LiftReason::PersonAgreed;
    const LIFT: LiftRestriction = LiftRestriction { request: REQUEST, reason: WHY };
    const SEEN: Event = Event::LiftingSeen { request: REQUEST };

    #[test]
    fn what_was_restricted_is_used_again_once_the_person_read_why() {
        asked([granted(), RESTRICTED, announced(WHY), SEEN]).when(LIFT).then([lifted(WHY)]);
    }

    #[test]
    fn whoever_does_not_read_it_has_a_week_to() {
        let lift_on = |day| {
            asked([granted(), RESTRICTED, announced(WHY)]).by(on(date(2027, 3, day))).when(LIFT)
        };
        lift_on(9).then_refused(Refusal::NotRead);
        lift_on(15).then_refused(Refusal::NotRead);
        lift_on(16).then([lifted(WHY)]);
    }

    #[test]
    fn nobody_lifts_for_a_reason_that_the_person_was_not_told() {
        asked([granted(), RESTRICTED]).when(LIFT).then_refused(Refusal::NotAnnounced);
        let other = announced(LiftReason::LegalClaims);
        asked([granted(), RESTRICTED, other, SEEN]).when(LIFT).then_refused(Refusal::NotAnnounced);
    }

    #[test]
    fn what_is_used_cannot_be_lifted() {
        asked([granted()]).when(LIFT).then_refused(NotRestricted);
        let lifted = [granted(), RESTRICTED, announced(WHY), SEEN, lifted(WHY)];
        asked(lifted).when(LIFT).then_refused(NotRestricted);
        let other = Event::ProcessingRestricted { request: OTHER_REQUEST };
        asked([granted(), other]).when(LIFT).then_refused(NotRestricted);
    }
}
