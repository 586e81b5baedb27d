//! How a person gets into a tenant: the id is claimed across all tenants first.
//!
//! Invariant: an id is one person's, in one tenant, also when two centres ask at the same moment.
//! Whatever can be refused is refused before the first event.

use platform::{
    Backends, Ctx, Personal, Role,
    access::Permit,
    execute::{CommandError, Target, execute},
    log::Position,
    status::of_command,
};
use tonic::Status;
use uuid::Uuid;

use super::Identity;
use crate::{
    card_of,
    domain::{
        identifier::{ClaimIdentifier, claim},
        person::{RegisterPerson, register},
    },
};

/// Somebody to register in the tenant of the context.
pub(super) struct Newcomer {
    pub(super) id: Uuid,
    pub(super) role: Role,
    pub(super) name: String,
    pub(super) fte_percent: Option<u8>,
}

impl Newcomer {
    /// The command and the code of the card that it issues.
    fn command(self, identity: &Identity, ctx: &Ctx) -> (RegisterPerson, String) {
        let code = card_of(&identity.vault, ctx, self.id);
        let code_hash = identity.vault.card_hash(&code);
        let name = Personal::Open(self.name);
        let (role, fte_percent) = (self.role, self.fte_percent);
        (RegisterPerson { role, name, fte_percent, code_hash }, code)
    }
}

/// A registration that nothing but the state of the log can refuse any more.
pub(super) struct Checked {
    id: Uuid,
    command: RegisterPerson,
    code: String,
}

impl Identity {
    /// Refuses what the rules of a person would refuse in any case.
    pub(super) fn check(&self, ctx: &Ctx, new: Newcomer) -> Result<Checked, register::Refusal> {
        let id = new.id;
        let (command, code) = new.command(self, ctx);
        command.check()?;
        Ok(Checked { id, command, code })
    }

    /// Claims the id for the tenant of `ctx`. Once more by the same tenant is nothing to do.
    pub(super) async fn claim(&self, ctx: &Permit, checked: &Checked) -> Result<(), Status> {
        claim(&self.backends, ctx, checked.id).await.map_err(|error| of_command(&error))
    }

    /// Registers them and answers the position and the card's code.
    pub(super) async fn register(
        &self,
        ctx: &Permit,
        checked: Checked,
    ) -> Result<(Position, String), Status> {
        let position = self.run(ctx, checked.id, &checked.command).await?;
        Ok((position, checked.code))
    }
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
    let target = Target::today(id, None, platform::clock::today());
    execute(backends, &ctx.across(), target, &command).await.map(drop)
}
