//! Given past events, when somebody gives a command, then these events or this refusal.

use std::fmt::Debug;

use jiff::civil::Date;
use uuid::Uuid;

use crate::{By, Decision, Role, State, decision::EventOf};

/// The past, and who acts now.
#[must_use]
pub struct Given<S> {
    state: S,
    by: By,
}

/// The answer to the command.
#[must_use]
pub struct When<C: Decision>(Result<Vec<EventOf<C>>, C::Refusal>);

/// Starts a specification from what already happened. Unless it says who acts, a service does, on a
/// day before everything else.
pub fn given<S: State>(history: impl IntoIterator<Item = S::Event>) -> Given<S> {
    let state = history.into_iter().fold(S::default(), |state, event| state.evolve(&event));
    Given { state, by: By { actor: Uuid::nil(), role: Role::Service, today: Date::ZERO } }
}

impl<S: State> Given<S> {
    /// Says who gives the command, and on which day.
    pub fn by(self, by: By) -> Self {
        Self { by, ..self }
    }

    /// Decides the command.
    #[expect(clippy::needless_pass_by_value, reason = "a specification reads better without `&`")]
    pub fn when<C: Decision<State = S>>(self, command: C) -> When<C> {
        When(command.decide(&self.by, &self.state))
    }
}

impl<C: Decision> When<C>
where
    EventOf<C>: Debug + PartialEq,
    C::Refusal: PartialEq,
{
    /// Expects exactly these events.
    #[track_caller]
    pub fn then(self, expected: impl IntoIterator<Item = EventOf<C>>) {
        assert_eq!(self.0, Ok(expected.into_iter().collect()));
    }

    /// Expects this refusal.
    #[track_caller]
    pub fn then_refused(self, expected: impl Into<C::Refusal>) {
        assert_eq!(self.0, Err(expected.into()));
    }
}
