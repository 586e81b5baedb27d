//! A request takes longer than a month.

use events::{ExtensionReason, RequestId, rights::RightsEvent as Event};
use jiff::ToSpan;
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{RequestOver, Rights};

/// How many months more a request may take (Art. 12(3)).
pub const MONTHS_MORE: i8 = 2;

/// Take more time for a request. It is said within the first month, and once.
#[derive(Clone, Copy, Debug)]
pub struct ExtendRequest {
    /// The request.
    pub request: RequestId,
    /// Why.
    pub reason: ExtensionReason,
}

/// Why a request does not get more time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It was answered or taken back.
    RequestOver,
    /// It got more time already.
    ExtendedAlready,
    /// The month in which it had to be said is over.
    TooLate,
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
            Self::ExtendedAlready => Kind::State(Reason::ExtendedAlready),
            Self::TooLate => Kind::State(Reason::TooLate),
        }
    }
}

impl Decision for ExtendRequest {
    type State = Rights;
    type Refusal = Refusal;

    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, Refusal> {
        let Self { request, reason } = *self;
        let open = rights.open(request)?;
        if open.extended {
            return Err(Refusal::ExtendedAlready);
        }
        if by.today > open.due {
            return Err(Refusal::TooLate);
        }
        let due = open.due.saturating_add(MONTHS_MORE.months());
        Ok(vec![Event::RequestExtended { request, reason, due }])
    }
}

#[cfg(test)]
mod specs {
    use super::{
        super::examples::{DUE, REQUEST, asked, extended, granted, on},
        *,
    };

    const EXTEND: ExtendRequest =
        ExtendRequest { request: REQUEST, reason: ExtensionReason::Complex };

    #[test]
    fn a_request_gets_two_months_more_once() {
        asked([]).when(EXTEND).then([extended()]);
        asked([]).by(on(DUE)).when(EXTEND).then([extended()]);
        asked([extended()]).when(EXTEND).then_refused(Refusal::ExtendedAlready);
    }

    #[test]
    fn that_it_takes_longer_is_said_within_the_month() {
        asked([]).by(on(DUE.tomorrow().unwrap())).when(EXTEND).then_refused(Refusal::TooLate);
    }

    #[test]
    fn what_was_answered_takes_no_longer() {
        asked([granted()]).when(EXTEND).then_refused(Refusal::RequestOver);
    }
}
