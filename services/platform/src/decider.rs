//! The shape of every rule in the platform.

use serde::{Serialize, de::DeserializeOwned};

use crate::personal::Event;

/// A pure decision maker. Its state is the fold of its events.
///
/// A state holds what the rules need and no more: ids, days and codes, never a name, people's own
/// words or a fact about health. So it may be kept, in memory and on a disk.
pub trait Decider: Clone + Default + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// What someone asks for.
    type Command;
    /// What happened.
    type Event: Event;
    /// Why a command was refused.
    type Error;

    /// The kind of stream, the part of its name before the first dash.
    const KIND: &'static str;
    /// Version of the state and its fold: a state kept under another one is not used.
    const VERSION: u32;

    /// Answers a command with the events it causes; no events means nothing to do.
    ///
    /// # Errors
    ///
    /// Refuses a command which breaks a rule.
    fn decide(&self, command: &Self::Command) -> Result<Vec<Self::Event>, Self::Error>;

    /// Takes one event into account. Total: a stored event is a fact.
    #[must_use]
    fn evolve(self, event: &Self::Event) -> Self;
}
