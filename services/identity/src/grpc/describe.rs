//! Names and avatars of people, opened for those who may see them.

use std::collections::{BTreeSet, HashSet};

use centres::Centres;
use events::{Code, limits::identity::DESCRIBE_PEOPLE_IDS};
use kernel::{
    Category, Reason, Role, TenantId,
    text::search::{Order, Search},
};
use proto::identity::{self as wire, directory_service_server::DirectoryService};
use runtime::{
    Ctx,
    access::{Asked, Centre, Permit, asked},
    serve::Answer,
    status::{invalid, not_found, parse, unavailable},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::{Identity, person_id, role_named};
use crate::{
    resources::{People, Somebody},
    views::PersonEntry,
};

/// How many people one page holds.
const PAGE_PEOPLE: usize = 50;

#[tonic::async_trait]
impl DirectoryService for Identity {
    async fn list_people(
        &self,
        request: Request<wire::ListPeopleRequest>,
    ) -> Answer<wire::ListPeopleResponse> {
        let (asked, request) = asked(request)?;
        let from = request.page.as_deref().map(|page| parse::<usize>("page", page));
        let from = from.transpose()?.unwrap_or(0);
        let role = request.role.as_deref().map(|role| role_named("role", role)).transpose()?;
        let (ctx, listed) = &self
            .listing_in(&asked, request.centre.as_deref().filter(|centre| !centre.is_empty()), role)
            .await?;
        let wanted = |entry: &PersonEntry| {
            [role, *listed].into_iter().flatten().all(|role| entry.role == role)
        };
        let entries = self.entries(ctx, |_, entry| wanted(entry)).await?;
        let search = Search::of(request.q.as_deref().unwrap_or_default());
        let mut people = self.opened(ctx.tenant(), &entries).await?;
        let unreadable = self.unreadable(ctx.tenant(), &entries, &people).await?;
        people.retain(|person| search.finds(&person.name));
        let order = self.order(ctx).await?;
        people.sort_by(|one, other| {
            order.compare(&one.name, &other.name).then_with(|| one.id.cmp(&other.id))
        });
        let end = from.saturating_add(PAGE_PEOPLE);
        let next_page = (end < people.len()).then(|| end.to_string());
        let total = u32::try_from(people.len()).unwrap_or(u32::MAX);
        let items: Vec<_> = people.into_iter().skip(from).take(PAGE_PEOPLE).collect();
        asked.tells_of(ctx, youths(&items));
        Ok(Response::new(wire::ListPeopleResponse { items, next_page, total, unreadable }))
    }

    /// By role, or by id: of those whom the caller may not describe nothing is said.
    async fn describe_people(
        &self,
        request: Request<wire::DescribePeopleRequest>,
    ) -> Answer<wire::DescribePeopleResponse> {
        let (asked, request) = asked(request)?;
        if request.ids.len() > DESCRIBE_PEOPLE_IDS.most() {
            return Err(invalid("ids", Reason::TooMany));
        }
        let ids: Vec<Uuid> =
            request.ids.iter().map(|id| person_id("ids", id)).collect::<Result<_, _>>()?;
        let role = request.role.as_deref().map(|role| role_named("role", role)).transpose()?;
        let centre = asked.tenant().clone();
        let (ctx, entries) = if let Some(role) = role {
            let ctx = asked.authorize(&People { centre, role: Some(role) })?;
            let entries = self.entries(&ctx, |_, entry| entry.role == role).await?;
            (ctx, entries)
        } else {
            let ctx = asked.authorize(&Centre(centre))?;
            let entries = self.visible(&asked, &ctx, ids).await?;
            (ctx, entries)
        };
        let people = self.opened(ctx.tenant(), &entries).await?;
        asked.tells_of(&ctx, youths(&people));
        Ok(Response::new(wire::DescribePeopleResponse { people }))
    }
}

impl Identity {
    /// How names are ordered there: as in the centre's language.
    pub(super) async fn order(&self, ctx: &Ctx) -> Result<Order, Status> {
        let directory = self.directory.of(ctx).await?;
        let language = directory.get(|it| it.centre().map(|centre| centre.language.name()));
        Ok(Order::of(language))
    }

    /// Whose people are listed, and which: the caller's own tenant's with the role that is asked for, or of a
    /// centre that an operator names its leads.
    async fn listing_in(
        &self,
        asked: &Asked,
        centre: Option<&str>,
        role: Option<Role>,
    ) -> Result<(Permit, Option<Role>), Status> {
        let centre: Option<TenantId> = centre.map(|it| parse("centre", it)).transpose()?;
        let centre = centre.unwrap_or_else(|| asked.tenant().clone());
        let elsewhere = centre != *asked.tenant();
        let role = if elsewhere { Some(Role::Lead) } else { role };
        let ctx = asked.authorize(&People { centre, role })?;
        if elsewhere {
            let known = |centres: &Centres| centres.of(ctx.tenant()).map(drop);
            let known =
                self.centres.find(&*self.registrar.backends.log, ctx.at_least(), known).await?;
            known.ok_or_else(not_found)?;
        }
        Ok((ctx, role))
    }

    /// One person of the tenant of `ctx`, open; `None` if there is none, or no more. Whose key is missing without an erasure
    /// is somebody whom nobody can name now.
    pub(super) async fn described_one(
        &self,
        ctx: &Ctx,
        id: Uuid,
    ) -> Result<Option<wire::Person>, Status> {
        let entry = self.directory.of(ctx).await?.get(|directory| directory.person(id).cloned());
        let entries: Vec<_> = entry.map(|entry| (id, entry)).into_iter().collect();
        let mut people = self.opened(ctx.tenant(), &entries).await?;
        match self.unreadable(ctx.tenant(), &entries, &people).await? {
            0 => Ok(people.pop()),
            _ => Err(unavailable(Reason::KeysUnavailable)),
        }
    }

    /// How many of these could not be opened although nobody erased them.
    async fn unreadable(
        &self,
        tenant: &TenantId,
        entries: &[(Uuid, PersonEntry)],
        opened: &[wire::Person],
    ) -> Result<u32, Status> {
        if opened.len() == entries.len() {
            return Ok(0);
        }
        let open: HashSet<Uuid> = opened.iter().filter_map(|it| it.id.parse().ok()).collect();
        let shut = entries.iter().filter(|(id, entry)| !entry.erased && !open.contains(id));
        let shut: Vec<Uuid> = shut.map(|(id, _)| *id).collect();
        let lost = self.registrar.vault.lost(tenant, &shut).await;
        let lost = lost.map_err(|_| unavailable(Reason::KeysUnavailable))?;
        Ok(u32::try_from(lost.len()).unwrap_or(u32::MAX))
    }

    pub(super) async fn entries(
        &self,
        ctx: &Ctx,
        wanted: impl Fn(Uuid, &PersonEntry) -> bool,
    ) -> Result<Vec<(Uuid, PersonEntry)>, Status> {
        let directory = self.directory.of(ctx).await?;
        Ok(directory.get(|directory| {
            let people = directory.people().filter(|(id, entry)| wanted(**id, entry));
            people.map(|(id, entry)| (*id, entry.clone())).collect()
        }))
    }

    /// Those of these people whom the caller may know.
    pub(super) async fn visible(
        &self,
        asked: &Asked,
        ctx: &Ctx,
        ids: impl IntoIterator<Item = Uuid>,
    ) -> Result<Vec<(Uuid, PersonEntry)>, Status> {
        let ids: BTreeSet<_> = ids.into_iter().collect();
        let directory = self.directory.of(ctx).await?;
        let entries: Vec<_> = directory.get(|directory| {
            let found = |id| Some((id, directory.person(id)?.clone()));
            ids.into_iter().filter_map(found).collect()
        });
        let mut visible = Vec::with_capacity(entries.len());
        for (id, entry) in entries {
            let (centre, role) = (asked.tenant().clone(), entry.role);
            if asked.may(&Somebody { centre, id, role })? {
                visible.push((id, entry));
            }
        }
        Ok(visible)
    }

    /// People whose key still exists, as messages.
    pub(super) async fn opened(
        &self,
        tenant: &TenantId,
        entries: &[(Uuid, PersonEntry)],
    ) -> Result<Vec<wire::Person>, Status> {
        let ids: Vec<_> = entries.iter().map(|(id, _)| *id).collect();
        let keys = self.registrar.backends.keys.to_open(tenant, &ids, Category::Identity).await;
        let keys = keys.map_err(|_| unavailable(Reason::KeysUnavailable))?;
        let people = entries.iter().filter_map(|(id, entry)| {
            let key = keys.get(id)?;
            let name = entry.name.opened(tenant, *id, key)?;
            let avatar = entry.avatar.as_ref().and_then(|avatar| avatar.opened(tenant, *id, key));
            Some(message(*id, entry, name, avatar))
        });
        Ok(people.collect())
    }
}

/// Those of them who are young people.
fn youths(people: &[wire::Person]) -> impl Iterator<Item = Uuid> {
    let youths = people.iter().filter(|person| person.role == Role::Youth.name());
    youths.filter_map(|person| person.id.parse().ok())
}

fn message(id: Uuid, entry: &PersonEntry, name: String, avatar: Option<String>) -> wire::Person {
    wire::Person {
        id: id.to_string(),
        role: entry.role.name().to_owned(),
        name,
        avatar,
        since: entry.since.to_string(),
        has_card: entry.has_card,
        last_sign_in_on: entry.last_sign_in_on.map(|date| date.to_string()),
        fte_percent: entry.fte_percent.map(u32::from),
        notice: entry.notice.map(|version| version.name().to_owned()),
    }
}
