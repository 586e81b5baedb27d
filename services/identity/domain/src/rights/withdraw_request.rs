//! A youth takes a request back.

use events::{RequestId, rights::RightsEvent as Event};
use kernel::{By, Decision};

use super::{RequestOver, Rights};

/// Take it back.
#[derive(Clone, Copy, Debug)]
pub struct WithdrawRequest {
    /// The request.
    pub request: RequestId,
}

impl Decision for WithdrawRequest {
    type State = Rights;
    type Refusal = RequestOver;

    fn decide(&self, _: &By, rights: &Rights) -> Result<Vec<Event>, RequestOver> {
        let request = self.request;
        rights.open(request)?;
        Ok(vec![Event::RequestWithdrawn { request }])
    }
}

#[cfg(test)]
mod specs {
    use super::{
        super::examples::{REQUEST, asked, granted, withdrawn},
        *,
    };

    const WITHDRAW: WithdrawRequest = WithdrawRequest { request: REQUEST };

    #[test]
    fn a_request_that_nobody_answered_is_taken_back() {
        asked([]).when(WITHDRAW).then([withdrawn()]);
        asked([granted()]).when(WITHDRAW).then_refused(RequestOver);
        asked([withdrawn()]).when(WITHDRAW).then_refused(RequestOver);
    }
}
