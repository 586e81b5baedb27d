//! The end of a centre: begun by an operator, agreed by its lead, exported, and then destroyed.

use std::io;

use domain::centre::{
    AgreeToExit, BeginDeparture, BeginExit, BeginWipe, Centre as State, RecordExport, WithdrawExit,
};
use eventlog::{Filter, Position};
use events::{Code as _, ExitState, centre::CentreExport};
use futures::StreamExt as _;
use kernel::{Decision, Reason, refusal::Refusal};
use proto::{
    identity::{self as wire, exit_service_server::ExitService},
    shared::Done,
};
use runtime::{
    access::{Centre, Permit, asked},
    execute::{Target, execute, state_of},
    serve::Answer,
    status::{invalid, of_command, of_log, of_refusal, parse, refused, unavailable},
};
use takeout::{Made, Takeout, TakeoutError};
use tonic::{Request, Response, Status};
use work::WorkId;

use super::Identity;
use crate::{centre_id, views::ExitEntry};

#[tonic::async_trait]
impl ExitService for Identity {
    async fn get_exit(&self, request: Request<wire::GetExitRequest>) -> Answer<wire::CentreExit> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        self.known(&ctx).await?;
        let exit = self.directory.of(&ctx).await?.get(|it| it.exit().cloned());
        Ok(Response::new(exit.map_or_else(stays, told)))
    }

    async fn agree_to_exit(&self, request: Request<wire::AgreeToExitRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        self.moves(&ctx, &AgreeToExit).await
    }

    async fn withdraw_exit(&self, request: Request<wire::WithdrawExitRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        self.known(&ctx).await?;
        self.moves(&ctx, &WithdrawExit).await
    }

    /// Makes the export once more, without a file, and keeps what proves it if it is the same.
    async fn record_export(&self, request: Request<wire::RecordExportRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        self.known(&ctx).await?;
        let exit = self.directory.of(&ctx).await?.get(|it| it.exit().cloned());
        let through = Position::at(request.through);
        let agreed = exit.and_then(|exit| exit.agreed).map(|(_, position)| position);
        let agreed = agreed.ok_or_else(|| refused(Reason::ExitNotAgreed))?;
        let end = self.registrar.backends.log.end().await.map_err(|error| of_log(&error))?;
        if through < agreed || through > end {
            return Err(invalid("through", Reason::PositionUnknown));
        }
        let made = self.exported(&ctx, through).await?;
        if made.sha256 != request.sha256 {
            return Err(refused(Reason::ExportDiffers));
        }
        let Made { sha256, events, .. } = made;
        let export = CentreExport { sha256, events, through: request.through };
        self.moves(&ctx, &RecordExport { export }).await
    }

    /// Writes down what was asked, then lets the work go on.
    async fn erase_centre(&self, request: Request<wire::EraseCentreRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        self.known(&ctx).await?;
        let backends = &self.registrar.backends;
        let state = state_of::<State>(backends, &ctx, centre_id(ctx.tenant())).await;
        let state = state.map_err(|error| of_command(&error))?;
        let state = state.map(|(state, _)| *state).unwrap_or_default();
        BeginWipe::check(state).map_err(|error| of_refusal(&error))?;
        let work = WorkId::of(&ctx);
        let target = Target::today(work.id, None, self.today(&ctx).await?);
        let begun = execute(backends, &ctx, target, &BeginDeparture).await;
        begun.map_err(|error| of_command(&error))?;
        let position = self.departures.begun(&work).await?;
        Ok(Response::new(Done { position: position.into() }))
    }

    async fn begin_exit(&self, request: Request<wire::BeginExitRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        let agreement_ended_on = parse("agreementEndedOn", &request.agreement_ended_on)?;
        self.moves(&ctx, &BeginExit { agreement_ended_on }).await
    }
}

impl Identity {
    /// Runs a command of the stream of the centre of `ctx`.
    async fn moves<C>(&self, ctx: &Permit, command: &C) -> Answer<Done>
    where
        C: Decision<State = State, Refusal: Refusal>,
    {
        let target = Target::today(centre_id(ctx.tenant()), None, self.today(ctx).await?);
        let done = execute(&self.registrar.backends, ctx, target, command).await;
        let position = done.map_err(|error| of_command(&error))?.position;
        // Whoever is told that nobody is let in any more finds that it is so.
        self.directory.at_least(position).await?;
        self.restrictions.known(position).await?;
        Ok(Response::new(Done { position: position.into() }))
    }

    /// What an export of the centre of `ctx` up to a position would be.
    async fn exported(&self, ctx: &Permit, through: Position) -> Result<Made, Status> {
        let (log, vault) = (&self.registrar.backends.log, &*self.registrar.vault);
        let takeout = Takeout::begin(vault, ctx.tenant().clone(), through, io::sink());
        let mut takeout = takeout.map_err(|error| not_made(&error))?;
        let filter = Filter { tenant: Some(ctx.tenant().clone()), ..Filter::default() };
        let mut pages = log.pages(Position::START, through, filter);
        while let Some(page) = pages.next().await {
            let page = page.map_err(|error| of_log(&error))?;
            takeout.add(&page.events).await.map_err(|error| not_made(&error))?;
        }
        takeout.end().map_err(|error| not_made(&error))
    }
}

fn not_made(error: &TakeoutError) -> Status {
    tracing::error!(%error, "an export was not made");
    match error {
        TakeoutError::Keys => unavailable(Reason::KeysUnavailable),
        TakeoutError::Event(_) => unavailable(Reason::LogUnreadable),
        TakeoutError::Write(_) => Status::internal("nothing takes it"),
    }
}

/// Nobody began the end of it.
fn stays() -> wire::CentreExit {
    wire::CentreExit { state: ExitState::Stays.name().to_owned(), ..wire::CentreExit::default() }
}

fn told(exit: ExitEntry) -> wire::CentreExit {
    let export = exit.export.map(|(export, on)| wire::CentreExport {
        sha256: export.sha256,
        events: export.events,
        through: export.through,
        recorded_on: on.to_string(),
    });
    let certificate = exit.gone.and_then(|(gone, on)| {
        Some(wire::ExitCertificate {
            left_on: on.to_string(),
            people: gone.people,
            events: gone.events,
            certificate: gone.certificate?,
        })
    });
    wire::CentreExit {
        state: exit.state.name().to_owned(),
        agreement_ended_on: exit.agreement_ended_on.map(|day| day.to_string()),
        begun_on: exit.begun_on.map(|day| day.to_string()),
        agreed_on: exit.agreed.map(|(day, _)| day.to_string()),
        export,
        certificate,
    }
}
