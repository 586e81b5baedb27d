//! It is certified that nothing of what was kept can be read any more.

use std::convert::Infallible;

use events::{
    RetentionClass,
    erasure::{Erasure, ErasureEvent as Event},
};
use kernel::{By, Decision, work::Phase};
use uuid::Uuid;

/// Write down the certificate, once no key is left.
#[derive(Clone, Debug)]
pub struct CertifyTermErasure {
    /// Whose or what it was.
    pub subject: Uuid,
    /// What ended.
    pub class: RetentionClass,
    /// How many events about it stand in the log.
    pub events: u32,
    /// The signed statement.
    pub certificate: String,
}

impl Decision for CertifyTermErasure {
    type State = Erasure;
    type Refusal = Infallible;

    fn decide(&self, _: &By, erasure: &Erasure) -> Result<Vec<Event>, Infallible> {
        if !matches!(erasure.phase(), Phase::Begun | Phase::TurnedBack) {
            return Ok(vec![]);
        }
        let Self { subject, class, events, certificate } = self.clone();
        Ok(vec![Event::TermErasureCertified { subject, class, events, certificate }])
    }
}

#[cfg(test)]
mod specs {
    use jiff::civil::date;
    use kernel::spec::given;

    use super::*;

    #[test]
    fn what_goes_on_is_certified_and_what_is_over_is_not_certified_again() {
        let (subject, class, events) = (Uuid::from_u128(5), RetentionClass::BreachFile, 42);
        let (by, since) = (Uuid::from_u128(7), date(2022, 3, 8));
        let certificate = "v4.public.signed".to_owned();
        let begun = Event::TermErasureBegun { by, subject, class, since, months: 60 };
        let certify =
            CertifyTermErasure { subject, class, events, certificate: certificate.clone() };
        let certified = Event::TermErasureCertified { subject, class, events, certificate };
        given([begun.clone()]).when(certify.clone()).then([certified.clone()]);
        given([begun, certified, Event::ErasureFinished {}]).when(certify).then([]);
    }
}
