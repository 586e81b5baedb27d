//! A lead grants that a youth is erased.

use std::convert::Infallible;

use events::{
    RequestId, YouthId,
    erasure::{Erasure, ErasureEvent as Event},
};
use kernel::{By, Decision, work::Phase};

/// Write down who is to be erased. From then on it is done, whatever fails in between.
#[derive(Clone, Copy, Debug)]
pub struct BeginErasure {
    /// Who.
    pub youth: YouthId,
    /// The request that asked for it.
    pub request: RequestId,
}

impl Decision for BeginErasure {
    type State = Erasure;
    type Refusal = Infallible;

    fn decide(&self, by: &By, erasure: &Erasure) -> Result<Vec<Event>, Infallible> {
        if erasure.phase() != Phase::Absent {
            return Ok(vec![]);
        }
        let Self { youth, request } = *self;
        Ok(vec![Event::ErasureBegun { by: by.actor, youth, request }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;
    use uuid::Uuid;

    use super::{
        super::examples::{REQUEST, TODAY, on},
        *,
    };

    #[test]
    fn an_erasure_is_begun_once() {
        let command = BeginErasure { youth: YouthId::new(Uuid::from_u128(5)), request: REQUEST };
        let (by, youth) = (on(TODAY).actor, command.youth);
        let begun = Event::ErasureBegun { by, youth, request: REQUEST };
        given([]).by(on(TODAY)).when(command).then([begun.clone()]);
        given([begun]).by(on(TODAY)).when(command).then([]);
    }
}
