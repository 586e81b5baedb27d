//! What a person can be told about a command that a rule refused.

use std::convert::Infallible;

use crate::Reason;

/// What kind of refusal a domain error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// There is no such thing (for this caller).
    NotFound,
    /// This field of the command is wrong: its API name, and why.
    Field(&'static str, Reason),
    /// The present state does not allow it.
    State(Reason),
}

/// A domain error that a person can be told about.
pub trait Refusal {
    /// Kind of refusal, and its reason.
    fn refusal(&self) -> Kind;
}

/// What refuses nothing has nothing to tell.
impl Refusal for Infallible {
    fn refusal(&self) -> Kind {
        match *self {}
    }
}
