//! An id belongs to one tenant.
//!
//! Invariant: whoever claimed an id first has it for good.

use events::identifier::IdentifierEvent;
use platform::{
    By, Decision, Reason, State,
    status::{Kind, Refusal},
};
use serde::{Deserialize, Serialize};

/// Kind of stream.
pub const KIND: &str = "identifier";

/// What someone asks for.
#[derive(Clone, Debug)]
pub enum Command {
    /// Take the id for a person of this tenant.
    Claim {
        /// The tenant.
        tenant: String,
    },
}

/// Why a command was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Somebody elsewhere has the id.
    #[error("the id is somebody else's: give another id")]
    Taken,
}

impl Refusal for Error {
    fn refusal(&self) -> Kind {
        match self {
            Self::Taken => Kind::State(Reason::PersonExists),
        }
    }
}

/// What the rules need to remember, and no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Identifier {
    /// Nobody's.
    #[default]
    Free,
    /// Of this tenant.
    Of(String),
}

impl Identifier {
    /// The tenant that has it.
    pub fn holder(&self) -> Option<&str> {
        match self {
            Self::Free => None,
            Self::Of(tenant) => Some(tenant),
        }
    }
}

impl State for Identifier {
    type Event = IdentifierEvent;

    const KIND: &'static str = KIND;
    const VERSION: u32 = 1;

    fn evolve(self, event: &IdentifierEvent) -> Self {
        match (self, event) {
            (Self::Free, IdentifierEvent::IdentifierClaimed { tenant }) => Self::Of(tenant.clone()),
            (held @ Self::Of(_), IdentifierEvent::IdentifierClaimed { .. }) => held,
        }
    }
}

impl Decision for Command {
    type State = Identifier;
    type Refusal = Error;

    fn decide(&self, _: &By, state: &Identifier) -> Result<Vec<IdentifierEvent>, Error> {
        state.decide(self)
    }
}

impl Identifier {
    fn decide(&self, command: &Command) -> Result<Vec<IdentifierEvent>, Error> {
        let Command::Claim { tenant } = command;
        match self {
            Self::Free => Ok(vec![IdentifierEvent::IdentifierClaimed { tenant: tenant.clone() }]),
            Self::Of(holder) if holder == tenant => Ok(vec![]),
            Self::Of(_) => Err(Error::Taken),
        }
    }
}

#[cfg(test)]
mod tests {
    use platform::spec::given;

    use super::*;

    fn claim(tenant: &str) -> Command {
        Command::Claim { tenant: tenant.to_owned() }
    }

    fn claimed(tenant: &str) -> IdentifierEvent {
        IdentifierEvent::IdentifierClaimed { tenant: tenant.to_owned() }
    }

    #[test]
    fn an_id_is_claimed_once() {
        given::<Identifier>([]).when(claim("lsc07")).then([claimed("lsc07")]);
        given::<Identifier>([claimed("lsc07")]).when(claim("lsc07")).then([]);
    }

    #[test]
    fn an_id_of_one_centre_is_no_other_centres() {
        given::<Identifier>([claimed("lsc07")]).when(claim("lsc08")).then_refused(Error::Taken);
        given::<Identifier>([claimed("stc")]).when(claim("lsc08")).then_refused(Error::Taken);
    }
}
