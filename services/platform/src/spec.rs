//! Given past events, when a command arrives, then these events or this refusal.

use std::fmt::Debug;

use crate::Decider;

/// The past.
#[must_use]
pub struct Given<D>(D);

/// The answer to the command.
#[must_use]
pub struct When<D: Decider>(Result<Vec<D::Event>, D::Error>);

/// Starts a specification from what already happened.
pub fn given<D: Decider>(history: impl IntoIterator<Item = D::Event>) -> Given<D> {
    Given(history.into_iter().fold(D::default(), |state, event| state.evolve(&event)))
}

impl<D: Decider> Given<D> {
    /// Decides the command.
    #[expect(clippy::needless_pass_by_value, reason = "a specification reads better without `&`")]
    pub fn when(self, command: D::Command) -> When<D> {
        When(self.0.decide(&command))
    }
}

impl<D: Decider> When<D>
where
    D::Event: Debug + PartialEq,
    D::Error: Debug + PartialEq,
{
    /// Expects exactly these events.
    #[track_caller]
    pub fn then(self, expected: impl IntoIterator<Item = D::Event>) {
        assert_eq!(self.0, Ok(expected.into_iter().collect()));
    }

    /// Expects this refusal.
    #[track_caller]
    pub fn then_refused(self, expected: D::Error) {
        assert_eq!(self.0, Err(expected));
    }
}
