//! The shape of every rule in the platform: a command decides on a state.

use std::fmt::Debug;

use jiff::civil::Date;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{Role, personal::Event};

/// What the rules know of one thing: the fold of its events.
///
/// It holds what they need and no more: ids, days and codes, never a name, people's own words or a
/// fact about health. So it may be kept, in memory and on a disk.
pub trait State: Clone + Default + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// What happened.
    type Event: Event;

    /// The kind of stream, the part of its name before the first dash.
    const KIND: &'static str;
    /// Version of the state and its fold: a state kept under another one is not used.
    const VERSION: u32;

    /// Takes one event into account. Total: a stored event is a fact.
    #[must_use]
    fn evolve(self, event: &Self::Event) -> Self;
}

/// A command and its rule. Pure: what it is decided on comes in.
pub trait Decision: Send + Sync {
    /// What it is about.
    type State: State;
    /// Why it may be refused.
    type Refusal: Debug + Send + Sync + 'static;

    /// Answers with the events that it causes; no events means nothing to do.
    ///
    /// # Errors
    ///
    /// Refuses what breaks a rule.
    fn decide(&self, by: &By, state: &Self::State) -> Result<Vec<EventOf<Self>>, Self::Refusal>;
}

/// What a command may cause.
pub type EventOf<C> = <<C as Decision>::State as State>::Event;

/// Who gives a command, and on which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    /// Pseudonymous person id, nil for a service.
    pub actor: Uuid,
    /// What the actor is.
    pub role: Role,
    /// The day, where the centre is.
    pub today: Date,
}
