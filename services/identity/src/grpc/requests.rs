//! What young people ask about their data.

mod told;

use std::{collections::HashMap, sync::Arc};

use domain::rights::{
    AdviseRequest, AnnounceLifting, BeginErasure, ExtendRequest, GrantRequest, LiftRestriction,
    MakeRequest, RefuseRequest, Rights, SeeLifting, WithdrawRequest, is_told_on,
};
use eventlog::Position;
use events::{DataRight, RecipientId, RequestId, YouthId};
use kernel::{Category, Decision, Reason, Role, personal::SubjectKey, refusal::Refusal};
use proto::{
    identity::{self as wire, NamedPerson, request_service_server::RequestService},
    shared::Done,
};
use runtime::{
    access::{Asked, Permit, asked},
    execute::{Target, execute},
    serve::Answer,
    status::{not_found, of_command, parse, unavailable},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;
use work::WorkId;

use super::{Identity, notices::recipients_of, person_id};
use crate::{
    resources::RequestsOf,
    views::{Certificate, Directory, RequestEntry, Requests},
};

use told::told;

/// How many requests one page holds.
const PAGE_REQUESTS: usize = 50;

#[tonic::async_trait]
impl RequestService for Identity {
    async fn make_request(&self, request: Request<wire::MakeRequestRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (id, person) = (parse("id", &request.id)?, person_id("person", &request.person)?);
        let right = parse("right", &request.right)?;
        let ctx =
            asked.authorize(&RequestsOf { centre: asked.tenant().clone(), youth: Some(person) })?;
        let there = |directory: &Directory| {
            directory.person(person).filter(|it| it.role == Role::Youth && !it.erased).map(drop)
        };
        self.directory.find(&ctx, there).await?.ok_or_else(not_found)?;
        let known = self.requests.of(&ctx).await?;
        let known = known.get(|it| it.request(id).map(|it| (it.person, it.right)));
        match known {
            Some(known) if known != (person, right) => return Err(not_found()),
            Some(_) => return Ok(Response::new(Done { position: Position::START.into() })),
            None => {}
        }
        let command = MakeRequest { request: id, right, words: request.words };
        self.answers(&ctx, person, &command).await
    }

    async fn list_requests(
        &self,
        request: Request<wire::ListRequestsRequest>,
    ) -> Answer<wire::ListRequestsResponse> {
        let (asked, request) = asked(request)?;
        let person = request.person.as_deref().map(|id| person_id("person", id)).transpose()?;
        let from = request.page.as_deref().map(|page| parse::<usize>("page", page));
        let from = from.transpose()?.unwrap_or(0);
        let ctx = asked.authorize(&RequestsOf { centre: asked.tenant().clone(), youth: person })?;
        if let Some(person) = person {
            let known = |directory: &Directory| directory.person(person).map(drop);
            self.directory.find(&ctx, known).await?.ok_or_else(not_found)?;
        }
        let today = self.today(&ctx).await?;
        let only_open = request.open.unwrap_or(false);
        let (page, total, overdue) = self.requests.of(&ctx).await?.get(|requests| {
            let mut listed = requests.listed(person);
            listed.retain(|entry| !only_open || entry.is_open());
            let overdue = listed.iter().filter(|entry| entry.is_overdue(today)).count();
            let page = listed.iter().skip(from).take(PAGE_REQUESTS).map(|it| (*it).clone());
            (page.collect::<Vec<_>>(), listed.len(), overdue)
        });
        let end = from.saturating_add(PAGE_REQUESTS);
        asked.tells_of(&ctx, page.iter().map(|entry| entry.person));
        let ids = page.iter().flat_map(|entry| entry.recipients().chain([entry.person]));
        let known = self.visible(&asked, &ctx, ids).await?;
        let roles = known.iter().map(|(id, entry)| (*id, entry.role)).collect();
        let people = self.opened(ctx.tenant(), &known).await?.into_iter();
        let people = people.map(|person| NamedPerson { id: person.id, name: person.name });
        let keys = self.content_keys(&ctx, &page).await?;
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(Response::new(wire::ListRequestsResponse {
            items: page
                .iter()
                .map(|entry| {
                    let key = keys.get(&entry.person).map(|key| &**key);
                    told(entry, key, (ctx.role(), today), &roles)
                })
                .collect(),
            next_page: (end < total).then(|| end.to_string()),
            total: count(total),
            overdue: count(overdue),
            people: people.collect(),
            today: today.to_string(),
        }))
    }

    async fn advise_request(&self, request: Request<wire::AdviseRequestRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, found) = self.request_of(&asked, &request.request).await?;
        let command = AdviseRequest { request: found.id, words: request.words };
        self.answers(&ctx, found.person, &command).await
    }

    async fn extend_request(&self, request: Request<wire::ExtendRequestRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, found) = self.request_of(&asked, &request.request).await?;
        let command =
            ExtendRequest { request: found.id, reason: parse("reason", &request.reason)? };
        self.answers(&ctx, found.person, &command).await
    }

    /// Whoever is to be erased is erased by work that goes on whatever fails in between. Words about it
    /// nobody could read: they are not kept.
    async fn grant_request(&self, request: Request<wire::GrantRequestRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, found) = self.request_of(&asked, &request.request).await?;
        if found.right != DataRight::Erasure {
            let recipients = if is_told_on(found.right) {
                self.recipients_of(&ctx, found.person).await?
            } else {
                Vec::new()
            };
            let command = GrantRequest { request: found.id, answer: request.answer, recipients };
            return self.answers(&ctx, found.person, &command).await;
        }
        let command = BeginErasure { youth: YouthId::new(found.person), request: found.id };
        let work = WorkId::of(&ctx);
        let target = Target::today(work.id, Some(found.person), self.today(&ctx).await?);
        let begun = execute(&self.registrar.backends, &ctx, target, &command).await;
        begun.map_err(|error| of_command(&error))?;
        let position = self.erasures.begun(&work).await?;
        Ok(Response::new(Done { position: position.into() }))
    }

    async fn refuse_request(&self, request: Request<wire::RefuseRequestRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, found) = self.request_of(&asked, &request.request).await?;
        let ground = parse("ground", &request.ground)?;
        let command = RefuseRequest { request: found.id, ground, answer: request.answer };
        self.answers(&ctx, found.person, &command).await
    }

    async fn get_erasure_certificate(
        &self,
        request: Request<wire::GetErasureCertificateRequest>,
    ) -> Answer<wire::ErasureCertificate> {
        let (asked, request) = asked(request)?;
        let (ctx, found) = self.request_of(&asked, &request.request).await?;
        let requests = self.requests.of(&ctx).await?;
        let entry = requests.get(|requests| requests.request(found.id).cloned());
        let entry = entry.ok_or_else(not_found)?;
        let Certificate { on, events, signed } = entry.certificate.ok_or_else(not_found)?;
        Ok(Response::new(wire::ErasureCertificate {
            request: entry.id.to_string(),
            person: entry.person.to_string(),
            received_on: entry.received.to_string(),
            erased_on: on.to_string(),
            events,
            certificate: signed,
        }))
    }

    async fn announce_lifting(
        &self,
        request: Request<wire::AnnounceLiftingRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, found) = self.request_of(&asked, &request.request).await?;
        let command =
            AnnounceLifting { request: found.id, reason: parse("reason", &request.reason)? };
        self.answers(&ctx, found.person, &command).await
    }

    async fn see_lifting(&self, request: Request<wire::SeeLiftingRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, found) = self.request_of(&asked, &request.request).await?;
        self.answers(&ctx, found.person, &SeeLifting { request: found.id }).await
    }

    async fn lift_restriction(
        &self,
        request: Request<wire::LiftRestrictionRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, found) = self.request_of(&asked, &request.request).await?;
        let command =
            LiftRestriction { request: found.id, reason: parse("reason", &request.reason)? };
        self.answers(&ctx, found.person, &command).await
    }

    async fn withdraw_request(
        &self,
        request: Request<wire::WithdrawRequestRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, found) = self.request_of(&asked, &request.request).await?;
        self.answers(&ctx, found.person, &WithdrawRequest { request: found.id }).await
    }
}

/// A request, as far as commands about it need to know it.
pub(super) struct Found {
    pub(super) id: RequestId,
    pub(super) person: Uuid,
    right: DataRight,
}

impl Identity {
    /// The request of this id, for whoever may do with it what is asked.
    pub(super) async fn request_of(
        &self,
        asked: &Asked,
        id: &str,
    ) -> Result<(Permit, Found), Status> {
        let id: RequestId = parse("request", id)?;
        let centre = asked.tenant();
        let about = |requests: &Requests| {
            let youth = Some(requests.request(id)?.person);
            Some(RequestsOf { centre: centre.clone(), youth })
        };
        let about = self.requests.facts(asked, centre, about).await?.ok_or_else(not_found)?;
        let ctx = asked.authorize(&about)?;
        let found = self.requests.of(&ctx).await?.get(|requests| {
            let &RequestEntry { person, right, .. } = requests.request(id)?;
            Some(Found { id, person, right })
        });
        Ok((ctx, found.ok_or_else(not_found)?))
    }

    /// Runs a command about the requests of a person.
    pub(super) async fn answers<C>(&self, ctx: &Permit, person: Uuid, command: &C) -> Answer<Done>
    where
        C: Decision<State = Rights, Refusal: Refusal>,
    {
        let target = Target::today(person, Some(person), self.today(ctx).await?);
        let done = execute(&self.registrar.backends, ctx, target, command).await;
        let position: Position = done.map_err(|error| of_command(&error))?.position;
        Ok(Response::new(Done { position: position.into() }))
    }

    /// Who of the centre had the data of somebody.
    async fn recipients_of(&self, ctx: &Permit, person: Uuid) -> Result<Vec<RecipientId>, Status> {
        let log = &*self.registrar.backends.log;
        recipients_of((log, &self.audit), &self.directory, ctx, person).await
    }

    async fn content_keys(
        &self,
        ctx: &Permit,
        page: &[RequestEntry],
    ) -> Result<HashMap<Uuid, Arc<SubjectKey>>, Status> {
        let people: Vec<_> = page.iter().map(|entry| entry.person).collect();
        let keys = &self.registrar.backends.keys;
        let keys = keys.to_open(ctx.tenant(), &people, Category::Content).await;
        keys.map_err(|_| unavailable(Reason::KeysUnavailable))
    }
}
