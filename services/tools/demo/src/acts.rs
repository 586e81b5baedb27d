//! What the people of the demo do, and when.

use std::any::Any;

use anyhow::{Context, Result};
use eventlog::Append;
use futures::future::BoxFuture;
use identity::domain::{RegisterPerson, SignIn};
use jiff::{Timestamp, civil::Date};
use kernel::{Category, Decision, State};
use runtime::{
    Ctx,
    execute::{Target, prepare},
    keys::{KeyRing, Thing},
};
use uuid::Uuid;

/// An act, when it happened and when it was recorded.
pub(super) struct Timed {
    pub(super) recorded_at: Timestamp,
    pub(super) occurred_on: Date,
    pub(super) ctx: Ctx,
    pub(super) act: Act,
}

/// What somebody does.
pub(super) enum Act {
    /// Registers a person. The card's hash is filled in by the recorder, which knows the vault.
    Registration(Uuid, RegisterPerson),
    /// Signs a person in with the card of their registration, whose hash the recorder fills in.
    SignIn(Uuid, SignIn),
    /// Begins something of a youth that has a key of its own, of this category.
    Begin(Thing, Category, Box<dyn Told>),
    /// Any other command, about a thing and perhaps a person.
    Command(Uuid, Option<Uuid>, Box<dyn Told>),
}

impl Act {
    /// A command about a person's thing.
    pub(super) fn of(id: Uuid, person: Uuid, command: impl Decision + 'static) -> Self {
        Self::Command(id, Some(person), Box::new(command))
    }

    /// A command that begins a youth's thing.
    pub(super) fn begins(
        id: Uuid,
        person: Uuid,
        category: Category,
        command: impl Decision + 'static,
    ) -> Self {
        Self::Begin(Thing { person, id }, category, Box::new(command))
    }

    /// The kind of stream.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Registration(_, command) => Told::kind(command),
            Self::SignIn(_, command) => Told::kind(command),
            Self::Begin(_, _, command) | Self::Command(_, _, command) => command.kind(),
        }
    }
}

/// A state in memory and the revision of its stream, of whatever kind.
pub(super) type Kept = Option<Box<dyn Any + Send>>;

/// A command of whatever kind.
pub(super) trait Told: Send + Sync {
    /// The kind of stream.
    fn kind(&self) -> &'static str;

    /// Decides it on what is kept of the stream, and keeps what follows.
    fn decide<'a>(
        &'a self,
        keys: &'a KeyRing,
        ctx: &'a Ctx,
        target: Target,
        kept: &'a mut Kept,
        recorded_at: Timestamp,
    ) -> BoxFuture<'a, Result<Option<Append>>>;
}

impl<C: Decision> Told for C {
    fn kind(&self) -> &'static str {
        C::State::KIND
    }

    fn decide<'a>(
        &'a self,
        keys: &'a KeyRing,
        ctx: &'a Ctx,
        target: Target,
        kept: &'a mut Kept,
        recorded_at: Timestamp,
    ) -> BoxFuture<'a, Result<Option<Append>>> {
        Box::pin(async move {
            let known = kept.take().and_then(|kept| kept.downcast().ok());
            let (state, revision): (C::State, Option<u64>) =
                known.map_or_else(Default::default, |known| *known);
            let (append, state) = prepare(keys, ctx, target, state, revision, self, recorded_at)
                .await
                .with_context(|| format!("the demo broke a rule of {}", C::State::KIND))?;
            let added = append.as_ref().map_or(0, |append| append.events.len() as u64);
            let next = revision.map_or(0, |revision| revision + 1) + added;
            *kept = Some(Box::new((state, next.checked_sub(1))));
            Ok(append)
        })
    }
}
