//! How a person gets into a tenant: the id is claimed across all tenants first.
//!
//! Invariant: an id is one person's, in one tenant, also when two centres ask at the same moment.
//! Whatever can be refused is refused before the first event.

use std::sync::Arc;

use domain::{
    identifier::{ClaimIdentifier, claim},
    person::{EraseAnswers, EraseKeys, EraseSignal, Person, RegisterPerson, register},
};
use eventlog::Position;
use events::{AlarmId, ErasureReason};
use jiff::civil::Date;
use kernel::{Category, Personal, Reason, Role};
use runtime::{
    Backends, Ctx,
    access::Permit,
    execute::{Before, CommandError, Target, before, execute},
    status::{of_command, unavailable},
};
use tonic::Status;
use uuid::Uuid;
use vault::{Vault, VaultError};

use crate::card_of;

/// Somebody to register in the tenant of the context.
pub(super) struct Newcomer {
    pub(super) id: Uuid,
    pub(super) role: Role,
    pub(super) name: String,
    pub(super) fte_percent: Option<u8>,
}

/// A registration that nothing but the state of the log can refuse any more.
pub(super) struct Checked {
    id: Uuid,
    command: RegisterPerson,
    code: String,
}

/// Lets people in, and puts them out.
#[derive(Clone)]
pub(crate) struct Registrar {
    pub(crate) backends: Backends,
    pub(crate) vault: Arc<Vault>,
}

impl Registrar {
    /// Refuses what the rules of a person would refuse in any case.
    pub(super) fn check(&self, ctx: &Ctx, new: Newcomer) -> Result<Checked, register::Refusal> {
        let Newcomer { id, role, name, fte_percent } = new;
        let code = card_of(&self.vault, ctx, id);
        let code_hash = self.vault.card_hash(&code);
        let command = RegisterPerson { role, name: Personal::Open(name), fte_percent, code_hash };
        command.check()?;
        Ok(Checked { id, command, code })
    }

    /// Claims the id for the tenant of `ctx`, which is nothing to do once more, and registers them.
    /// Answers the position and the card's code.
    pub(super) async fn register(
        &self,
        ctx: &Permit,
        Checked { id, command, code }: Checked,
        today: Date,
    ) -> Result<(Position, String), Status> {
        let claimed = claim(&self.backends, ctx, id).await;
        claimed.map_err(|error| of_command(&error))?;
        let target = Target::today(id, Some(id), today);
        let done = execute(&self.backends, ctx, target, &command).await;
        let position = done.map_err(|error| of_command(&error))?.position;
        Ok((position, code))
    }

    /// Destroys in the vault first: the event tells what is done already. A try that ended in between
    /// is made good by the next one.
    pub(super) async fn erase(
        &self,
        ctx: &Permit,
        person: Uuid,
        command: &EraseKeys,
        today: Date,
    ) -> Result<Position, Status> {
        self.destroy(ctx, person).await?;
        let target = Target::today(person, Some(person), today);
        let done = execute(&self.backends, ctx, target, command).await;
        done.map(|done| done.position).map_err(|error| of_command(&error))
    }

    /// Destroys the keys of a youth's answers, of one run or of all that there are, and writes that down. Who asks again
    /// after an answer that did not arrive destroys nothing more.
    pub(super) async fn erase_answers(
        &self,
        ctx: &Permit,
        youth: Uuid,
        command: &EraseAnswers,
        today: Date,
    ) -> Result<Position, Status> {
        let destroyed =
            self.vault.destroy_things(ctx.tenant(), youth, command.run, &Category::ANSWERS);
        let destroyed = destroyed.await;
        destroyed.map_err(|error| not_destroyed(&error))?;
        let target = Target::today(youth, Some(youth), today);
        let done = execute(&self.backends, ctx, target, command).await;
        done.map(|done| done.position).map_err(|error| of_command(&error))
    }

    /// Destroys the key of a signal, and writes that down.
    pub(crate) async fn erase_signal(
        &self,
        ctx: &Permit,
        youth: Uuid,
        alarm: AlarmId,
        today: Date,
    ) -> Result<(), Status> {
        let (tenant, only) = (ctx.tenant(), Some(alarm.uuid()));
        let destroyed = self.vault.destroy_things(tenant, youth, only, &[Category::Observation]);
        destroyed.await.map_err(|error| not_destroyed(&error))?;
        let target = Target::today(youth, Some(youth), today);
        let done = execute(&self.backends, ctx, target, &EraseSignal { alarm }).await;
        done.map(drop).map_err(|error| of_command(&error))
    }

    /// Erases somebody whom the work of `ctx` registered. Of whoever is nobody yet the keys are destroyed:
    /// what was told of them stands in the work. Somebody who was registered in another way stays.
    pub(super) async fn put_out(&self, ctx: &Permit, person: Uuid) -> Result<(), Status> {
        let found = before::<Person>(&self.backends, ctx, person).await;
        match found.map_err(|error| of_command(&error))? {
            Before::Done(_) => {
                let erase = EraseKeys { reason: ErasureReason::RegisteredByMistake };
                let today = eventlog::clock::today();
                self.erase(&ctx.once(), person, &erase, today).await.map(drop)
            }
            Before::Now { revision: None, .. } => self.destroy(ctx, person).await,
            Before::Now { revision: Some(_), .. } => Ok(()),
        }
    }

    /// Destroys the keys of an id of the tenant of `ctx`.
    pub(super) async fn destroy(&self, ctx: &Permit, subject: Uuid) -> Result<(), Status> {
        let destroyed = self.vault.destroy_subject(ctx.tenant(), subject).await;
        self.backends.keys.forget(ctx.tenant(), subject);
        destroyed.map_err(|error| not_destroyed(&error))
    }
}

fn not_destroyed(error: &VaultError) -> Status {
    tracing::error!(%error, "keys were not destroyed");
    unavailable(Reason::KeysUnavailable)
}

/// Claims a person's id for the tenant of `ctx`.
///
/// # Errors
///
/// As [`execute`].
pub(crate) async fn claim(
    backends: &Backends,
    ctx: &Permit,
    id: Uuid,
) -> Result<(), CommandError<claim::Refusal>> {
    let command = ClaimIdentifier { tenant: ctx.tenant().to_string() };
    let target = Target::today(id, None, eventlog::clock::today());
    execute(backends, &ctx.across(), target, &command).await.map(drop)
}
