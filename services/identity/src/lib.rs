//! Centres, people, start cards, sessions, and the keys of personal data.
//!
//! Invariant: nothing kept here opens anything. Of a start card and of a session only a hash is
//! stored, of a key only its wrapped form.

pub mod bootstrap;
mod clocks;
mod grpc;
mod resources;
mod standing;
pub mod views;

use std::sync::Arc;

use centres::Centres;
use eventlog::{LogError, StreamName};
use kernel::TenantId;
use runtime::{
    Backends, Ctx,
    execute::event_id,
    projector::{Live, Partitions},
    serve::{Listener, ServeError, Services},
    telemetry::metrics,
    token::Signer,
};
use tokio::sync::watch;
use uuid::Uuid;
use vault::Vault;
use work::Works;

use grpc::{Departures, Erasures, Openings};
use standing::{Looks, Standing};

pub use bootstrap::{bootstrap_operator, somebody_is_registered};
pub use domain;
pub use domain::{Centre, Identifier, Person};
pub use views::{AuditLog, Breaches, Directory, Doors, Ledger, Requests, Retention, Signals};

/// Namespace of the ids of centre streams.
const CENTRES: Uuid = Uuid::from_u128(0x6d1f_9f0e_5c1b_4b5e_9a3c_2f7b_84c0_d1a6);

/// The id of a centre's stream: UUID v5 of the centre's id as text. The stream stands in that
/// centre's own tenant, so opening a centre twice meets itself.
pub fn centre_id(centre: &TenantId) -> Uuid {
    Uuid::new_v5(&CENTRES, centre.as_str().as_bytes())
}

/// The code of the start card that this command issues to this person of the tenant of `ctx`. The same
/// for a repeated command, another one for every other person.
pub fn card_of(vault: &Vault, ctx: &Ctx, person: Uuid) -> String {
    let stream = StreamName::new(domain::person::KIND, ctx.tenant(), person);
    vault.card_code(event_id(ctx, &stream, 0))
}

/// What identity knows: of a centre that is asked about, and a little of all.
#[derive(Clone)]
struct Views {
    directory: Partitions<Directory>,
    requests: Partitions<Requests>,
    ledger: Partitions<Ledger>,
    retention: Partitions<Retention>,
    audit: Partitions<AuditLog>,
    breaches: Live<Breaches>,
    doors: Live<Doors>,
    centres: Live<Centres>,
    signals: Live<Signals>,
}

impl Views {
    async fn start(backends: &Backends, stop: &watch::Receiver<bool>) -> Result<Self, LogError> {
        let (directory, requests, ledger, retention, audit) = tokio::try_join!(
            Partitions::start(backends, stop.clone()),
            Partitions::start(backends, stop.clone()),
            Partitions::start(backends, stop.clone()),
            Partitions::start(backends, stop.clone()),
            Partitions::start(backends, stop.clone()),
        )?;
        let (breaches, doors, centres, signals) = tokio::try_join!(
            Live::start(backends, stop.clone()),
            Live::start(backends, stop.clone()),
            Live::shared(backends, stop.clone()),
            Live::start(backends, stop.clone()),
        )?;
        let known = Self {
            directory,
            requests,
            ledger,
            retention,
            audit,
            breaches,
            doors,
            centres,
            signals,
        };
        Ok(known)
    }

    async fn stopped(self) {
        self.directory.stopped().await;
        self.requests.stopped().await;
        self.ledger.stopped().await;
        self.retention.stopped().await;
        self.audit.stopped().await;
        self.breaches.stopped().await;
        self.doors.stopped().await;
        self.signals.stopped().await;
    }
}

/// Serves until `stop` is set, then finishes what is running.
///
/// # Errors
///
/// See [`ServeError`].
pub async fn serve(
    listener: Listener,
    backends: Backends,
    vault: Arc<Vault>,
    signer: Arc<Signer>,
    stop: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    let views = Views::start(&backends, &stop).await?;
    let Views { directory, retention, audit, centres, .. } = views.clone();
    let readings = reads::written(&backends, stop.clone()).await?;
    let restrictions = restrictions::known(&backends, stop.clone()).await?;
    let (policies, described) = (proto::access::POLICIES, proto::FILE_DESCRIPTOR_SET);
    let held = restrictions.clone();
    let services = Services::on(&backends, policies, described, readings, held)?;
    let log = backends.log.clone();
    let (all, vaults) = (centres.clone(), vault.clone());
    let (backed, people) = (backends.clone(), directory.clone());
    let looks = Looks { backends: backed, centres: all, directory: people, vault: vaults };
    let standing = Standing::start(looks, stop.clone());
    let seen = standing.clone();
    metrics::lost_keys(move || seen.lost());
    let registrar = grpc::Registrar { backends: backends.clone(), vault };
    let erasures = Erasures {
        registrar: registrar.clone(),
        directory: directory.clone(),
        audit: audit.clone(),
        retention: retention.clone(),
        signer: signer.clone(),
    };
    let (erasures, clocks) =
        clocks::erases(erasures, centres.clone(), views.signals.clone(), stop.clone()).await?;
    let (openings, departures) =
        comings_and_goings(&registrar, &directory, &signer, backends, &stop).await?;
    let identity = grpc::Identity {
        registrar,
        openings: openings.clone(),
        erasures: erasures.clone(),
        departures: departures.clone(),
        signer,
        directory: directory.clone(),
        requests: views.requests.clone(),
        ledger: views.ledger.clone(),
        retention: retention.clone(),
        audit: audit.clone(),
        breaches: views.breaches.clone(),
        doors: views.doors.clone(),
        centres: centres.clone(),
        standing: standing.clone(),
        restrictions,
    };
    let works =
        work::Handlers::served(vec![openings.clone(), erasures.clone(), departures.clone()]);
    let services = identity.served(services).with(works);
    runtime::serve::serve_with_clock(services, log, listener, stop).await?;
    views.stopped().await;
    openings.stopped().await;
    erasures.stopped().await;
    departures.stopped().await;
    standing.stopped().await;
    // It ends with `stop`, whatever it was doing.
    let _ = clocks.await;
    Ok(())
}

/// How centres open and leave: work of several commands, looked after from here on.
async fn comings_and_goings(
    registrar: &grpc::Registrar,
    directory: &Partitions<Directory>,
    signer: &Arc<Signer>,
    backends: Backends,
    stop: &watch::Receiver<bool>,
) -> Result<(Arc<Works<Openings>>, Arc<Works<Departures>>), ServeError> {
    let openings = Openings { registrar: registrar.clone() };
    let departures = Departures {
        registrar: registrar.clone(),
        directory: directory.clone(),
        signer: signer.clone(),
    };
    Ok((
        Works::start(openings, backends.clone(), stop.clone()).await?,
        Works::start(departures, backends, stop.clone()).await?,
    ))
}
