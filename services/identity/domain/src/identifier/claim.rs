//! A tenant takes an id for one of its people.

use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::Identifier;
use events::identifier::IdentifierEvent as Event;

/// Take the id. Once more by the same tenant is nothing to do.
#[derive(Clone, Debug)]
pub struct ClaimIdentifier {
    /// The tenant.
    pub tenant: String,
}

/// Why an id was not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody elsewhere has it.
    Taken,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::Taken => Kind::State(Reason::PersonExists),
        }
    }
}

impl Decision for ClaimIdentifier {
    type State = Identifier;
    type Refusal = Refusal;

    fn decide(&self, _: &By, identifier: &Identifier) -> Result<Vec<Event>, Refusal> {
        match identifier {
            Identifier::Free => Ok(vec![Event::IdentifierClaimed { tenant: self.tenant.clone() }]),
            Identifier::Of(holder) if *holder == self.tenant => Ok(vec![]),
            Identifier::Of(_) => Err(Refusal::Taken),
        }
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::*;

    fn claim(tenant: &str) -> ClaimIdentifier {
        ClaimIdentifier { tenant: tenant.to_owned() }
    }

    fn claimed(tenant: &str) -> Event {
        Event::IdentifierClaimed { tenant: tenant.to_owned() }
    }

    #[test]
    fn an_id_is_claimed_once() {
        given([]).when(claim("lsc07")).then([claimed("lsc07")]);
        given([claimed("lsc07")]).when(claim("lsc07")).then([]);
    }

    #[test]
    fn an_id_of_one_centre_is_no_other_centres() {
        given([claimed("lsc07")]).when(claim("lsc08")).then_refused(Refusal::Taken);
        given([claimed("stc")]).when(claim("lsc08")).then_refused(Refusal::Taken);
    }
}
