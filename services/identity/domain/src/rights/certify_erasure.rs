//! It is certified that nothing about somebody can be read any more.

use std::convert::Infallible;

use events::{
    RequestId, YouthId,
    erasure::{Erasure, ErasureEvent as Event},
};
use kernel::{By, Decision, work::Phase};

/// Write down the certificate, once no key is left.
#[derive(Clone, Debug)]
pub struct CertifyErasure {
    /// Who was erased.
    pub youth: YouthId,
    /// The request that asked for it.
    pub request: RequestId,
    /// How many events about the youth stand in the log.
    pub events: u32,
    /// The signed statement.
    pub certificate: String,
}

impl Decision for CertifyErasure {
    type State = Erasure;
    type Refusal = Infallible;

    fn decide(&self, _: &By, erasure: &Erasure) -> Result<Vec<Event>, Infallible> {
        if !matches!(erasure.phase(), Phase::Begun | Phase::TurnedBack) {
            return Ok(vec![]);
        }
        let Self { youth, request, events, certificate } = self.clone();
        Ok(vec![Event::ErasureCertified { youth, request, events, certificate }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;
    use uuid::Uuid;

    use super::{super::examples::REQUEST, *};

    #[test]
    fn what_goes_on_is_certified_and_what_is_over_is_not_certified_again() {
        let (youth, request, events) = (YouthId::new(Uuid::from_u128(5)), REQUEST, 42);
        let certificate = "v4.public.signed".to_owned();
        let begun = Event::ErasureBegun { by: Uuid::from_u128(7), youth, request };
        let certify = CertifyErasure { youth, request, events, certificate: certificate.clone() };
        let certified = Event::ErasureCertified { youth, request, events, certificate };
        given([begun.clone()]).when(certify.clone()).then([certified.clone()]);
        given([begun, certified, Event::ErasureFinished {}]).when(certify).then([]);
    }
}
