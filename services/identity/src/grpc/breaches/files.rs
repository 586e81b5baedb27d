//! How files are found and written.

use std::sync::Arc;

use domain::breach::Breach;
use eventlog::clock::now;
use events::{BreachId, Country, centre::BreachRule};
use jiff::Timestamp;
use kernel::{Category, Decision, Reason, TenantId, personal::SubjectKey, refusal::Refusal};
use proto::shared::Done;
use runtime::{
    Ctx,
    access::{Asked, Permit},
    execute::{Target, execute},
    serve::Answer,
    status::{not_found, of_command, parse, unavailable},
};
use tonic::{Response, Status};

use super::{Identity, PAGE_BREACHES, count};
use crate::{
    resources::BreachesOf,
    views::{BreachFile, Breaches, Directory},
};

/// A page of files, and what there is in all.
pub(super) struct Listed {
    pub(super) files: Vec<BreachFile>,
    pub(super) total: u32,
    pub(super) overdue: u32,
    pub(super) next_page: Option<String>,
    pub(super) now: Timestamp,
}

impl Identity {
    /// Those of a centre, or of all, from one on.
    pub(super) async fn listed(
        &self,
        ctx: &Ctx,
        centre: Option<&TenantId>,
        from: usize,
    ) -> Result<Listed, Status> {
        self.breaches.at_least(ctx.at_least()).await?;
        let (breaches, now) = (self.breaches.now(), now());
        let listed = breaches.view.listed(centre);
        let overdue = listed.iter().filter(|file| file.breach.is_overdue(now)).count();
        let end = from.saturating_add(PAGE_BREACHES);
        Ok(Listed {
            files: listed.iter().skip(from).take(PAGE_BREACHES).copied().cloned().collect(),
            total: count(listed.len()),
            overdue: count(overdue),
            next_page: (end < listed.len()).then(|| end.to_string()),
            now,
        })
    }

    /// The file of this id, for whoever may do with it what is asked.
    pub(super) async fn breach_of(
        &self,
        asked: &Asked,
        id: &str,
    ) -> Result<(Permit, BreachFile), Status> {
        let id: BreachId = parse("breach", id)?;
        let ctx = asked.authorize(&BreachesOf(asked.tenant().clone()))?;
        let found = |breaches: &Breaches| breaches.file(ctx.tenant(), id).cloned();
        let log = &*self.registrar.backends.log;
        let file = self.breaches.find(log, ctx.at_least(), found).await?;
        Ok((ctx, file.ok_or_else(not_found)?))
    }

    /// By which rule a breach of the tenant of `ctx` is judged, and in which country. A centre that never
    /// opened does not exist.
    pub(super) async fn breach_rule(&self, ctx: &Ctx) -> Result<(Country, BreachRule), Status> {
        let rule =
            |directory: &Directory| Some((directory.centre()?.country, directory.breach_rule()?));
        self.directory.find(ctx, rule).await?.ok_or_else(not_found)
    }

    /// Runs a command about a breach. Its words are sealed under its own id.
    pub(super) async fn writes<C>(&self, ctx: &Permit, id: BreachId, command: &C) -> Answer<Done>
    where
        C: Decision<State = Breach, Refusal: Refusal>,
    {
        let target = Target::today(id.uuid(), Some(id.uuid()), self.today(ctx).await?);
        let done = execute(&self.registrar.backends, ctx, target, command).await;
        let position = done.map_err(|error| of_command(&error))?.position;
        Ok(Response::new(Done { position: position.into() }))
    }

    /// What opens the words of a file, if it is still there and there are some.
    pub(super) async fn key_of(
        &self,
        ctx: &Ctx,
        id: BreachId,
    ) -> Result<Option<Arc<SubjectKey>>, Status> {
        let keys = &self.registrar.backends.keys;
        let keys = keys.to_open(ctx.tenant(), &[id.uuid()], Category::Content).await;
        let mut keys = keys.map_err(|_| unavailable(Reason::KeysUnavailable))?;
        Ok(keys.remove(&id.uuid()))
    }
}
