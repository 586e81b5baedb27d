//! Registering people, start cards, avatars.

use platform::{
    Ctx, Reason, Role, TenantId,
    execute::state_of,
    status::{invalid, not_found, of_command, of_refusal, parse, unavailable},
};
use proto::{identity as wire, shared::Done};
use tonic::Status;
use uuid::Uuid;

use super::{Identity, person_id, registering::Newcomer, role_named};
use crate::{
    card_of, centre_id,
    domain::{
        centre::Centre,
        identifier::Identifier,
        person::{ChooseAvatar, EraseKeys, IssueStartCard, may_register},
    },
    views::Directory,
};

impl Identity {
    pub(super) async fn do_register_person(
        &self,
        ctx: &Ctx,
        request: wire::RegisterPersonRequest,
    ) -> Result<wire::RegisterPersonResponse, Status> {
        let person = person_id("id", &request.id)?;
        let role = role_named("role", &request.role)?;
        let fte_percent = request.fte_percent.map(u8::try_from).transpose();
        let fte_percent = fte_percent.map_err(|_| invalid("ftePercent", Reason::FteOutOfRange))?;
        if !may_register(ctx.role(), role) {
            return Err(not_for_this_role());
        }
        let tenant = self.tenant_for(ctx, role, request.centre.as_deref()).await?;
        let ctx = ctx.within(tenant);
        let new = Newcomer { id: person, role, name: request.name, fte_percent };
        let checked = self.check(&ctx, new).map_err(|error| of_refusal(&error))?;
        self.claim(&ctx, &checked).await?;
        let (position, code) = self.register(&ctx, checked).await?;
        Ok(wire::RegisterPersonResponse {
            position: position.into(),
            card: Some(wire::StartCard { code }),
        })
    }

    pub(super) async fn do_issue_start_card(
        &self,
        ctx: &Ctx,
        request: &wire::IssueStartCardRequest,
    ) -> Result<wire::IssueStartCardResponse, Status> {
        let person = person_id("person", &request.person)?;
        let centre = request.centre.as_deref().map(|centre| parse("centre", centre)).transpose()?;
        let (ctx, role) = self.reachable(ctx, person, centre).await?.ok_or_else(not_found)?;
        if !may_register(ctx.role(), role) {
            return Err(not_for_this_role());
        }
        // Whoever was erased gets no card any more.
        self.described_one(&ctx, person).await?.ok_or_else(not_found)?;
        let code = card_of(&self.vault, &ctx, person);
        let command = IssueStartCard { code_hash: self.vault.card_hash(&code) };
        let position = self.run(&ctx, person, &command).await?;
        Ok(wire::IssueStartCardResponse {
            position: position.into(),
            card: Some(wire::StartCard { code }),
        })
    }

    pub(super) async fn do_choose_avatar(
        &self,
        ctx: &Ctx,
        request: wire::ChooseAvatarRequest,
    ) -> Result<Done, Status> {
        let command = ChooseAvatar { avatar: request.avatar };
        let position = self.run(ctx, ctx.actor(), &command).await?;
        Ok(Done { position: position.into() })
    }

    /// Destroys in the vault first: the event tells what is done already. A try that ended in
    /// between is made good by the next one.
    pub(super) async fn do_destroy_keys(
        &self,
        ctx: &Ctx,
        request: &wire::DestroyKeysRequest,
    ) -> Result<Done, Status> {
        let (tenant, person) =
            (parse("centre", &request.centre)?, person_id("person", &request.person)?);
        let ctx = ctx.within(tenant);
        let known = |directory: &Directory| directory.person(person).map(drop);
        self.directory.find(&ctx, known).await?.ok_or_else(not_found)?;
        let destroyed = self.vault.destroy_subject(ctx.tenant(), person).await;
        destroyed.map_err(|error| {
            tracing::error!(%error, "keys were not destroyed");
            unavailable(Reason::KeysUnavailable)
        })?;
        let position = self.run(&ctx, person, &EraseKeys).await?;
        Ok(Done { position: position.into() })
    }

    /// In which tenant a person with this role is registered.
    async fn tenant_for(
        &self,
        ctx: &Ctx,
        role: Role,
        centre: Option<&str>,
    ) -> Result<TenantId, Status> {
        let centre: Option<TenantId> = centre.map(|centre| parse("centre", centre)).transpose()?;
        match (role, centre) {
            (Role::Lead, None) => Err(invalid("centre", Reason::Missing)),
            (Role::Lead, Some(centre)) => {
                let asked = ctx.within(centre);
                let id = centre_id(asked.tenant());
                let open = state_of::<Centre>(&self.backends, &asked, id).await;
                let open = open.map_err(|error| of_command(&error))?;
                open.map(|_| asked.tenant().clone()).ok_or_else(not_found)
            }
            (_, None) => Ok(ctx.tenant().clone()),
            (_, Some(centre)) if centre == *ctx.tenant() => Ok(centre),
            (_, Some(_)) => Err(not_found()),
        }
    }

    /// Whom the caller may know of, and where: people of the own tenant, for an operator also every
    /// lead.
    async fn reachable(
        &self,
        ctx: &Ctx,
        person: Uuid,
        centre: Option<TenantId>,
    ) -> Result<Option<(Ctx, Role)>, Status> {
        let tenant = match (ctx.role(), centre) {
            (Role::Operator, Some(centre)) => Some(centre),
            (Role::Operator, None) => self.holder_of(ctx, person).await?,
            (_, None) => Some(ctx.tenant().clone()),
            (_, Some(centre)) => Some(centre).filter(|centre| centre == ctx.tenant()),
        };
        let Some(tenant) = tenant else { return Ok(None) };
        let is_own = tenant == *ctx.tenant();
        let ctx = ctx.within(tenant);
        let role = |directory: &Directory| directory.person(person).map(|entry| entry.role);
        let role = self.directory.find(&ctx, role).await?;
        Ok(role.filter(|role| is_own || *role == Role::Lead).map(|role| (ctx, role)))
    }

    /// The tenant that claimed a person's id.
    async fn holder_of(&self, ctx: &Ctx, person: Uuid) -> Result<Option<TenantId>, Status> {
        let across = ctx.within(TenantId::platform());
        let claimed = state_of::<Identifier>(&self.backends, &across, person).await;
        let claimed = claimed.map_err(|error| of_command(&error))?;
        Ok(claimed.and_then(|(identifier, _)| identifier.holder()?.parse().ok()))
    }
}

fn not_for_this_role() -> Status {
    Status::permission_denied("not for this role")
}
