//! What proves that nothing can be read any more.

use eventlog::{Filter, Position, clock};
use events::{ErasureReason, RequestId, RetentionClass};
use futures::StreamExt as _;
use jiff::{Timestamp, civil::Date};
use kernel::{Reason, TenantId};
use runtime::{
    access::Permit,
    status::{of_log, unavailable},
};
use serde::Serialize;
use tonic::Status;
use uuid::Uuid;

use super::{Cause, Erasures};

/// The kind of certificate, and its version.
const CERTIFICATE: &str = "start-to-can.erasure/2";

/// What a certificate says, as JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Statement<'a> {
    certificate: &'static str,
    centre: &'a TenantId,
    /// Who was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<Uuid>,
    /// The words of which breach.
    #[serde(skip_serializing_if = "Option::is_none")]
    breach: Option<Uuid>,
    /// Why.
    reason: ErasureReason,
    /// The request that asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<RequestId>,
    /// The term that was over.
    #[serde(skip_serializing_if = "Option::is_none")]
    term: Option<Term>,
    erased_on: Date,
    /// Keys of the person or the breach, of any category, that the vault still has.
    keys_left: usize,
    /// Events about it in the log, of which nothing personal can be read.
    events: u32,
    looked_at: Timestamp,
}

/// A term that was over.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Term {
    class: RetentionClass,
    since: Date,
    months: u16,
}

impl Erasures {
    /// How many events there are, and the signed statement that nothing of them can be read.
    pub(super) async fn certificate(
        &self,
        ctx: &Permit,
        cause: Cause,
        today: Date,
    ) -> Result<(u32, String), Status> {
        let subject = cause.subject();
        let left = self.registrar.vault.keyed(ctx.tenant(), &[subject]).await;
        let left = left.map_err(|_| unavailable(Reason::KeysUnavailable))?;
        if !left.is_empty() {
            return Err(Status::internal("a key is left"));
        }
        let events = self.events_about(ctx, subject).await?;
        let (request, term) = match cause {
            Cause::Request { request, .. } => (Some(request), None),
            Cause::Term { class, since, months, .. } => (None, Some(Term { class, since, months })),
        };
        let statement = Statement {
            certificate: CERTIFICATE,
            centre: ctx.tenant(),
            person: (!cause.is_file()).then_some(subject),
            breach: cause.is_file().then_some(subject),
            reason: cause.reason(),
            request,
            term,
            erased_on: today,
            keys_left: left.len(),
            events,
            looked_at: clock::now(),
        };
        let statement = serde_json::to_string(&statement);
        let statement = statement.map_err(|_| Status::internal("no statement"))?;
        let certificate = self.signer.certify(&statement);
        let certificate = certificate.map_err(|_| Status::internal("not signed"))?;
        Ok((events, certificate))
    }

    async fn events_about(&self, ctx: &Permit, subject: Uuid) -> Result<u32, Status> {
        let log = &self.registrar.backends.log;
        let end = log.end().await.map_err(|error| of_log(&error))?;
        let filter = Filter { tenant: Some(ctx.tenant().clone()), ..Filter::default() };
        let mut pages = log.pages(Position::START, end, filter);
        let mut count = 0;
        while let Some(page) = pages.next().await {
            let page = page.map_err(|error| of_log(&error))?;
            let about = page.events.iter().filter(|event| event.subject() == Some(subject));
            count += about.count();
        }
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }
}
