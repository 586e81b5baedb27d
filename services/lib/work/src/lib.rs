//! Work that takes several commands, kept going until it is finished or undone.
//!
//! A handler writes down what was asked ([`kernel::work`]) and lets the work go on at once. What a
//! crash or a service that does not answer interrupted is taken up again by [`Works`]; what does not go
//! on is told to health and to operators, who finish or undo it ([`Handlers`]).
//!
//! Invariant: every step of work is a command under the work's own id, so that doing it again changes
//! nothing. Whatever crashes in between, what was begun is finished or undone, never half.

mod grpc;
#[cfg(test)]
mod tests;
mod unfinished;
mod works;

use std::{fmt, future::Future};

use eventlog::{StreamName, whole_stream};
use kernel::{
    Category, Reason, Role, TenantId, codec::CodecError, personal::Kept, work::WorkEvent,
};
use runtime::{
    Backends, Ctx,
    access::Permit,
    status::{not_found, of_log, unavailable},
};
use serde::de::DeserializeOwned;
use tonic::Status;
use uuid::Uuid;
use vocabulary::WorkKind;

pub use grpc::{Handlers, OneKind};
pub use unfinished::Unfinished;
pub use works::{Stuck, Works};

/// Which work.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkId {
    /// The centre that it is done for.
    pub tenant: TenantId,
    /// Its stream, and the key of every command that it gives.
    pub id: Uuid,
}

impl WorkId {
    /// The work that this command begins: the same for its repetition.
    pub fn of(ctx: &Ctx) -> Self {
        let id = Uuid::new_v5(&ctx.actor(), ctx.command().key.as_bytes());
        Self { tenant: ctx.tenant().clone(), id }
    }

    /// The permit to take its next step in the name of whoever asked for it.
    pub fn permit(&self, actor: Uuid, role: Role) -> Permit {
        Permit::internal(Ctx::internal(self.tenant.clone(), actor, role, self.id))
    }

    /// The permit to look after it, in nobody's name.
    pub fn ours(&self) -> Permit {
        self.permit(Uuid::nil(), Role::Service)
    }

    /// What was written down of it, each event with its place; nothing if nobody asked for it.
    ///
    /// # Errors
    ///
    /// `UNAVAILABLE` if the log does not answer, `INTERNAL` for an event of another version.
    pub async fn told<E: WorkEvent>(&self, on: &Backends) -> Result<Vec<(E, Vec<u8>)>, Status> {
        let stream = StreamName::new(E::KIND, &self.tenant, self.id);
        let recorded = whole_stream(&*on.log, &stream).await.map_err(|error| of_log(&error))?;
        let events = recorded.iter().map(|event| Ok((event.decoded()?, event.place())));
        events
            .collect::<Result<_, CodecError>>()
            .map_err(|_| Status::internal("an event of no known shape"))
    }

    /// A value that was told of somebody.
    ///
    /// # Errors
    ///
    /// `NOT_FOUND` if they were erased meanwhile: then there is nothing to do for them.
    pub async fn opened<T: Clone + DeserializeOwned>(
        &self,
        on: &Backends,
        (subject, category): (Uuid, Category),
        told: &Kept<T>,
    ) -> Result<T, Status> {
        let keys = on.keys.to_open(&self.tenant, &[subject], category).await;
        let keys = keys.map_err(|_| unavailable(Reason::KeysUnavailable))?;
        let key = keys.get(&subject).ok_or_else(not_found)?;
        told.opened(key).map_err(|_| not_found())
    }
}

impl fmt::Display for WorkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.tenant, self.id)
    }
}

/// Knows the steps of one kind of work.
pub trait Manager: Send + Sync + 'static {
    /// What it is called.
    const KIND: WorkKind;
    /// The events of its streams.
    type Event: WorkEvent;
    /// What comes of it.
    type Done: Send;

    /// Takes every step that is left until it is finished. Of what is finished it answers the same
    /// again.
    ///
    /// # Errors
    ///
    /// What is in the way.
    fn finish(&self, work: &WorkId) -> impl Future<Output = Result<Self::Done, Status>> + Send;

    /// Takes back every step that was taken.
    ///
    /// # Errors
    ///
    /// What is in the way.
    fn undo(&self, work: &WorkId) -> impl Future<Output = Result<(), Status>> + Send;
}
