//! The steps of destroying everything about a centre: from here there is no way back, every key is destroyed,
//! everybody there is told to be erased, and it is certified that no key is left.
//!
//! Invariant: nothing is destroyed that its lead did not agree to and that was not returned before.

use std::sync::Arc;

use domain::{
    centre::{BeginWipe, Centre, Leave},
    person::EraseKeys,
};
use eventlog::{
    Filter, Position,
    clock::{self, today_in},
};
use events::{ErasureReason, WorkKind, centre::CentreGone, departure::DepartureEvent};
use futures::StreamExt as _;
use jiff::{Timestamp, civil::Date};
use kernel::{Decision, Reason, Role, TenantId, refusal::Refusal};
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
use crate::{centre_id, views::Directory};

/// Takes centres away.
pub(crate) struct Departures {
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
    agreement_ended_on: Option<Date>,
    /// SHA-256 of the export that was given back.
    export: Option<String>,
    left_on: Date,
    /// How many people had keys.
    people: u32,
    /// Keys of the centre, its own included, that the vault still has.
    keys_left: u64,
    /// Events of the centre in the log, of which nothing personal can be read.
    events: u64,
    looked_at: Timestamp,
}

/// The kind of certificate, and its version.
const CERTIFICATE: &str = "start-to-can.exit/1";

impl Manager for Departures {
    const KIND: WorkKind = WorkKind::Departure;
    type Event = DepartureEvent;
    /// From where on it can be read that nothing can be read any more.
    type Done = Position;

    async fn finish(&self, work: &WorkId) -> Result<Position, Status> {
        let ctx = work.permit(self.begun(work).await?, Role::Operator);
        let today = today_in(&zone_in(&self.directory, &ctx).await?);
        self.tells(&ctx, today, &BeginWipe).await?;
        let destroyed = self.registrar.vault.destroy_centre(ctx.tenant()).await;
        destroyed.map_err(|error| {
            tracing::error!(%error, "keys of a centre were not destroyed");
            unavailable(Reason::KeysUnavailable)
        })?;
        let people = self.directory.of(&ctx).await?.get(|directory| {
            let all = directory.people();
            all.map(|(id, person)| (*id, person.erased)).collect::<Vec<_>>()
        });
        for (person, _) in people.iter().filter(|(_, erased)| !erased) {
            // The keys are gone; this tells everybody who keeps some in memory.
            let target = Target::today(*person, Some(*person), today);
            let erase = EraseKeys { reason: ErasureReason::NoLongerNeeded };
            let told = execute(&self.registrar.backends, &ctx, target, &erase).await;
            told.map_err(|error| of_command(&error))?;
        }
        let people = u32::try_from(people.len()).unwrap_or(u32::MAX);
        self.certify(&ctx, people, today).await
    }

    /// What was begun to be destroyed is destroyed, whoever turns it back. Before that, nothing was.
    async fn undo(&self, work: &WorkId) -> Result<(), Status> {
        let ctx = work.permit(self.begun(work).await?, Role::Operator);
        let centre = centre_id(ctx.tenant());
        let wiping = before::<Centre>(&self.registrar.backends, &ctx, centre).await;
        match wiping.map_err(|error| of_command(&error))? {
            Before::Done(_) => self.finish(work).await.map(drop),
            Before::Now { .. } => Ok(()),
        }
    }
}

impl Departures {
    /// Who asked.
    async fn begun(&self, work: &WorkId) -> Result<Uuid, Status> {
        let told = work.told(&self.registrar.backends).await?;
        match told.into_iter().next() {
            Some((DepartureEvent::DepartureBegun { by }, _)) => Ok(by),
            _ => Err(not_found()),
        }
    }

    /// Runs a command of the centre's stream.
    async fn tells<C>(&self, ctx: &Permit, today: Date, command: &C) -> Result<Position, Status>
    where
        C: Decision<State = Centre, Refusal: Refusal>,
    {
        let target = Target::today(centre_id(ctx.tenant()), None, today);
        let done = execute(&self.registrar.backends, ctx, target, command).await;
        done.map(|done| done.position).map_err(|error| of_command(&error))
    }

    /// Looks whether a key is left, counts what stands in the log, and signs what it found.
    async fn certify(&self, ctx: &Permit, people: u32, today: Date) -> Result<Position, Status> {
        let left = self.registrar.vault.count(ctx.tenant()).await;
        let left = left.map_err(|_| unavailable(Reason::KeysUnavailable))?;
        if left > 0 {
            return Err(Status::internal("a key is left"));
        }
        let exit = self.directory.of(ctx).await?.get(|it| it.exit().cloned());
        let events = self.events(ctx).await?;
        let statement = Statement {
            certificate: CERTIFICATE,
            centre: ctx.tenant(),
            agreement_ended_on: exit.as_ref().and_then(|exit| exit.agreement_ended_on),
            export: exit.and_then(|exit| exit.export).map(|(export, _)| export.sha256),
            left_on: today,
            people,
            keys_left: left,
            events,
            looked_at: clock::now(),
        };
        let statement = serde_json::to_string(&statement);
        let statement = statement.map_err(|_| Status::internal("no statement"))?;
        let certificate = self.signer.certify(&statement);
        let certificate = certificate.map_err(|_| Status::internal("not signed"))?;
        let gone = CentreGone { people, events, certificate: Some(certificate) };
        // The same command began the wipe of the same stream: this one is another.
        self.tells(&ctx.once(), today, &Leave { gone }).await
    }

    async fn events(&self, ctx: &Permit) -> Result<u64, Status> {
        let log = &self.registrar.backends.log;
        let end = log.end().await.map_err(|error| of_log(&error))?;
        let filter = Filter { tenant: Some(ctx.tenant().clone()), ..Filter::default() };
        let mut pages = log.pages(Position::START, end, filter);
        let mut count = 0;
        while let Some(page) = pages.next().await {
            count += page.map_err(|error| of_log(&error))?.events.len() as u64;
        }
        Ok(count)
    }
}
