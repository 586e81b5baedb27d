//! The steps of erasing somebody who asked for it: the request is granted, every key is destroyed, and it is
//! certified that none is left.

use std::sync::Arc;

use domain::{
    person::EraseKeys,
    rights::{CertifyErasure, GrantErasure, Rights},
};
use eventlog::{
    Filter, Position,
    clock::{self, today_in},
};
use events::{ErasureReason, RequestId, WorkKind, YouthId, erasure::ErasureEvent};
use futures::StreamExt as _;
use jiff::{Timestamp, civil::Date};
use kernel::{Reason, Role, TenantId};
use runtime::{
    access::Permit,
    execute::{Before, Target, before, execute},
    projector::Partitions,
    status::{not_found, of_command, of_log, unavailable},
    token::Signer,
};
use serde::Serialize;
use tonic::Status;
use uuid::Uuid;
use work::{Manager, WorkId};

use super::{Registrar, zone_in};
use crate::views::Directory;

/// Erases people.
pub(crate) struct Erasures {
    pub(crate) registrar: Registrar,
    pub(crate) directory: Partitions<Directory>,
    pub(crate) signer: Arc<Signer>,
}

/// What a certificate says, as JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Statement<'a> {
    certificate: &'static str,
    centre: &'a TenantId,
    person: Uuid,
    request: RequestId,
    erased_on: Date,
    /// Keys of the person, of any category, that the vault still has.
    keys_left: usize,
    /// Events about the person in the log, of which nothing personal can be read.
    events: u32,
    looked_at: Timestamp,
}

/// The kind of certificate, and its version.
const CERTIFICATE: &str = "start-to-can.erasure/1";

impl Manager for Erasures {
    const KIND: WorkKind = WorkKind::Erasure;
    type Event = ErasureEvent;
    /// From where on it can be read that nothing can be read any more.
    type Done = Position;

    async fn finish(&self, work: &WorkId) -> Result<Position, Status> {
        let Begun { by, youth, request } = self.begun(work).await?;
        let (ctx, person) = (work.permit(by, Role::Lead), youth.uuid());
        let today = today_in(&zone_in(&self.directory, &ctx).await?);
        let target = Target::today(person, Some(person), today);
        let grant = GrantErasure { request };
        let granted = execute(&self.registrar.backends, &ctx, target, &grant).await;
        granted.map_err(|error| of_command(&error))?;
        let erase = EraseKeys { reason: ErasureReason::PersonAsked };
        self.registrar.erase(&ctx, person, &erase, today).await?;
        self.certify(&ctx, work, youth, request, today).await
    }

    /// What was granted is done, whoever turns it back: the youth was promised it. Before that, nothing
    /// was destroyed.
    async fn undo(&self, work: &WorkId) -> Result<(), Status> {
        let Begun { by, youth, .. } = self.begun(work).await?;
        let ctx = work.permit(by, Role::Lead);
        let granted = before::<Rights>(&self.registrar.backends, &ctx, youth.uuid()).await;
        match granted.map_err(|error| of_command(&error))? {
            Before::Done(_) => self.finish(work).await.map(drop),
            Before::Now { .. } => Ok(()),
        }
    }
}

/// What a lead granted.
struct Begun {
    by: Uuid,
    youth: YouthId,
    request: RequestId,
}

impl Erasures {
    async fn begun(&self, work: &WorkId) -> Result<Begun, Status> {
        let told = work.told(&self.registrar.backends).await?;
        match told.into_iter().next() {
            Some((ErasureEvent::ErasureBegun { by, youth, request }, _)) => {
                Ok(Begun { by, youth, request })
            }
            _ => Err(not_found()),
        }
    }

    /// Looks whether a key is left, counts what stands in the log, and signs what it found.
    async fn certify(
        &self,
        ctx: &Permit,
        work: &WorkId,
        youth: YouthId,
        request: RequestId,
        today: Date,
    ) -> Result<Position, Status> {
        let person = youth.uuid();
        let left = self.registrar.vault.keyed(ctx.tenant(), &[person]).await;
        let left = left.map_err(|_| unavailable(Reason::KeysUnavailable))?;
        if !left.is_empty() {
            return Err(Status::internal("a key is left"));
        }
        let events = self.events_about(ctx, person).await?;
        let statement = Statement {
            certificate: CERTIFICATE,
            centre: ctx.tenant(),
            person,
            request,
            erased_on: today,
            keys_left: left.len(),
            events,
            looked_at: clock::now(),
        };
        let statement = serde_json::to_string(&statement);
        let statement = statement.map_err(|_| Status::internal("no statement"))?;
        let certificate = self.signer.certify(&statement);
        let certificate = certificate.map_err(|_| Status::internal("not signed"))?;
        let command = CertifyErasure { youth, request, events, certificate };
        let target = Target::today(work.id, Some(person), today);
        let done = execute(&self.registrar.backends, ctx, target, &command).await;
        done.map(|done| done.position).map_err(|error| of_command(&error))
    }

    async fn events_about(&self, ctx: &Permit, person: Uuid) -> Result<u32, Status> {
        let log = &self.registrar.backends.log;
        let end = log.end().await.map_err(|error| of_log(&error))?;
        let filter = Filter { tenant: Some(ctx.tenant().clone()), ..Filter::default() };
        let mut pages = log.pages(Position::START, end, filter);
        let mut count = 0;
        while let Some(page) = pages.next().await {
            let page = page.map_err(|error| of_log(&error))?;
            let about = page.events.iter().filter(|event| event.subject() == Some(person));
            count += about.count();
        }
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }
}
