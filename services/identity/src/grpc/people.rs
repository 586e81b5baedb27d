//! Registering people, start cards, avatars.

use domain::{
    centre::Centre,
    identifier::Identifier,
    person::{ChooseAvatar, EraseAnswers, IssueStartCard, SeeNotice, register},
};
use kernel::{Reason, Role, TenantId};
use proto::{
    identity::{self as wire, person_service_server::PersonService},
    shared::{Done, NewCard, StartCard},
};
use runtime::{
    Ctx,
    access::{Asked, Permit, asked},
    execute::state_of,
    serve::Answer,
    status::{invalid, not_found, of_command, of_refusal, parse},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::{Identity, new_card, person_id, registering::Newcomer, role_named};
use crate::{card_of, centre_id, resources::Somebody, views::Directory};

#[tonic::async_trait]
impl PersonService for Identity {
    async fn register_person(
        &self,
        request: Request<wire::RegisterPersonRequest>,
    ) -> Answer<NewCard> {
        let (asked, request) = asked(request)?;
        let person = person_id("id", &request.id)?;
        let role = role_named("role", &request.role)?;
        let fte_percent = request.fte_percent.map(u8::try_from).transpose();
        let fte_percent = fte_percent.map_err(|_| invalid("ftePercent", Reason::FteOutOfRange))?;
        let centre = request.centre.as_deref().map(|it| parse::<TenantId>("centre", it));
        let centre = centre.transpose()?;
        let there = centre.clone().unwrap_or_else(|| asked.tenant().clone());
        let ctx = asked.authorize(&Somebody { centre: there, id: person, role })?;
        if role == Role::Youth {
            // A youth has a trajectory too: see trajectories.
            return Err(of_refusal(&register::Refusal::RoleNotForPeople));
        }
        if role == Role::Lead {
            centre.ok_or_else(|| invalid("centre", Reason::Missing))?;
            self.is_open(&ctx).await?;
        }
        let new = Newcomer { id: person, role, name: request.name, fte_percent };
        let checked = self.registrar.check(&ctx, new).map_err(|error| of_refusal(&error))?;
        let today = self.today(&ctx).await?;
        let (position, code) = self.registrar.register(&ctx, checked, today).await?;
        Ok(Response::new(new_card(person.to_string(), position, code)))
    }

    async fn issue_start_card(
        &self,
        request: Request<wire::IssueStartCardRequest>,
    ) -> Answer<wire::IssueStartCardResponse> {
        let (asked, request) = asked(request)?;
        let person = person_id("person", &request.person)?;
        let centre = request.centre.as_deref().map(|centre| parse("centre", centre)).transpose()?;
        let found = self.reachable(&asked, person, centre).await?.ok_or_else(not_found)?;
        let ctx = asked.authorize(&found)?;
        // Whoever was erased gets no card any more.
        self.described_one(&ctx, person).await?.ok_or_else(not_found)?;
        let vault = &self.registrar.vault;
        let code = card_of(vault, &ctx, person);
        let command = IssueStartCard { code_hash: vault.card_hash(&code) };
        let position = self.run(&ctx, person, &command).await?;
        Ok(Response::new(wire::IssueStartCardResponse {
            position: position.into(),
            card: Some(StartCard { code, ..StartCard::default() }),
        }))
    }

    async fn see_notice(&self, request: Request<wire::SeeNoticeRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let command = SeeNotice { version: parse("version", &request.version)? };
        let (centre, id, role) = (asked.tenant().clone(), asked.actor(), asked.role());
        let ctx = asked.authorize(&Somebody { centre, id, role })?;
        let position = self.run(&ctx, ctx.actor(), &command).await?;
        Ok(Response::new(Done { position: position.into() }))
    }

    async fn erase_answers(&self, request: Request<wire::EraseAnswersRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let run = request.run.as_deref().map(|run| parse("run", run)).transpose()?;
        let (centre, id, role) = (asked.tenant().clone(), asked.actor(), asked.role());
        let ctx = asked.authorize(&Somebody { centre, id, role })?;
        let today = self.today(&ctx).await?;
        let command = EraseAnswers { run };
        let done = self.registrar.erase_answers(&ctx, ctx.actor(), &command, today).await?;
        Ok(Response::new(Done { position: done.into() }))
    }

    async fn choose_avatar(&self, request: Request<wire::ChooseAvatarRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let command = ChooseAvatar { avatar: request.avatar };
        let (centre, id, role) = (asked.tenant().clone(), asked.actor(), asked.role());
        let ctx = asked.authorize(&Somebody { centre, id, role })?;
        let position = self.run(&ctx, ctx.actor(), &command).await?;
        Ok(Response::new(Done { position: position.into() }))
    }
}

impl Identity {
    /// A centre that never opened does not exist.
    async fn is_open(&self, ctx: &Permit) -> Result<(), Status> {
        let open = state_of::<Centre>(&self.registrar.backends, ctx, centre_id(ctx.tenant())).await;
        open.map_err(|error| of_command(&error))?.map(drop).ok_or_else(not_found)
    }

    /// Somebody of the centre that the caller names; an operator finds people also without.
    async fn reachable(
        &self,
        asked: &Asked,
        person: Uuid,
        centre: Option<TenantId>,
    ) -> Result<Option<Somebody>, Status> {
        let tenant = match (asked.role(), centre) {
            (_, Some(centre)) => Some(centre),
            (Role::Operator, None) => self.holder_of(person).await?,
            (_, None) => Some(asked.tenant().clone()),
        };
        let Some(centre) = tenant else { return Ok(None) };
        let somebody = |directory: &Directory| {
            let role = directory.person(person)?.role;
            Some(Somebody { centre: centre.clone(), id: person, role })
        };
        self.directory.facts(asked, &centre, somebody).await
    }

    /// The tenant that claimed a person's id.
    pub(super) async fn holder_of(&self, person: Uuid) -> Result<Option<TenantId>, Status> {
        let ours = Ctx::internal(TenantId::platform(), Uuid::nil(), Role::Service, Uuid::now_v7());
        let claimed = state_of::<Identifier>(&self.registrar.backends, &ours, person).await;
        let claimed = claimed.map_err(|error| of_command(&error))?;
        Ok(claimed.and_then(|(identifier, _)| identifier.holder()?.parse().ok()))
    }
}
