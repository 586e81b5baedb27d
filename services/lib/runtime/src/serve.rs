//! Serving a gRPC service over TCP or inside the process: the same code, another transport.

mod listener;
#[cfg(feature = "apart")]
mod secured;

use std::{convert::Infallible, sync::Arc, time::Duration};

use tokio::sync::watch;
use tonic::{
    service::RoutesBuilder,
    transport::{self, Server},
};
use tonic_health::{
    ServingStatus,
    pb::health_server::{Health, HealthServer},
    server::{HealthReporter, health_reporter},
};

use eventlog::{EventLog, LogError, ahead, clock};
use kernel::TenantId;
pub use listener::{Connection, Listener, Shown, in_process};
#[cfg(feature = "apart")]
pub use secured::Secured;

use crate::{
    access::{AccessLayer, Mistake, Policies},
    telemetry::{Called, Traced},
    token::Verifier,
};

/// How many calls one connection may have open; more wait.
const CALLS_PER_CONNECTION_MAX: usize = 256;
/// How often it is looked whether the log's end lies ahead of the clock.
const CLOCK_SECONDS: u64 = 60;
/// The name under which health tells it: not serving while it does.
pub const CLOCK: &str = "stc.log.clock";
/// Largest message a service reads.
pub const MESSAGE_BYTES_MAX: usize = 1024 * 1024;

/// A way to a service, in this process or another one.
pub type Channel = Called<transport::Channel>;

/// A gRPC service, ready to be served.
pub struct Service {
    /// Full gRPC names, as health reports them.
    pub names: &'static [&'static str],
    /// Who may do what.
    pub policies: Arc<Policies>,
    /// The handlers.
    pub routes: RoutesBuilder,
    /// Whose calls it answers: those of a shard's tenants, or with none everybody's.
    pub tenants: Arc<[TenantId]>,
    /// What reflection shows.
    pub descriptors: &'static [u8],
}

/// Why a service ended before it was stopped.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// It could not read the log at start.
    #[error(transparent)]
    Log(#[from] LogError),
    /// It could not accept connections.
    #[error("cannot serve: {0}")]
    Transport(#[from] transport::Error),
    /// A policy is wrong.
    #[error(transparent)]
    Policies(#[from] Mistake),
    /// Its descriptors are damaged.
    #[error("cannot describe itself: {0}")]
    Descriptors(#[from] tonic_reflection::server::Error),
}

/// Serves with health and reflection until `stop` is set, then finishes what is running.
///
/// # Errors
///
/// See [`ServeError`].
pub async fn serve(
    service: Service,
    tokens: Arc<Verifier>,
    listener: Listener,
    stop: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    serve_with(service, tokens, listener, health_reporter(), stop).await
}

/// The same for the service that tells everybody whether the log's end lies ahead of the clock: its
/// health has [`CLOCK`] beside its own names, and it says so in its log when that changes.
///
/// # Errors
///
/// See [`ServeError`].
pub async fn serve_with_clock(
    service: Service,
    log: Arc<dyn EventLog>,
    tokens: Arc<Verifier>,
    listener: Listener,
    stop: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    let (reporter, health) = health_reporter();
    let looks = look_at_the_clock(log, reporter.clone());
    let served = serve_with(service, tokens, listener, (reporter, health), stop);
    tokio::select! {
        served = served => served,
        never = looks => match never {},
    }
}

async fn look_at_the_clock(log: Arc<dyn EventLog>, reporter: HealthReporter) -> Infallible {
    let mut before = None;
    let mut look = tokio::time::interval(Duration::from_secs(CLOCK_SECONDS));
    loop {
        look.tick().await;
        let Ok(ahead) = ahead(&*log, clock::now()).await else { continue };
        match ahead {
            Some(ahead) if before != Some(ahead.end) => tracing::warn!("{ahead}"),
            None if before.is_some() => tracing::info!("the clock has come to the log's end"),
            _ => {}
        }
        before = ahead.map(|ahead| ahead.end);
        let status =
            if ahead.is_some() { ServingStatus::NotServing } else { ServingStatus::Serving };
        reporter.set_service_status(CLOCK, status).await;
    }
}

async fn serve_with<H>(
    mut service: Service,
    tokens: Arc<Verifier>,
    listener: Listener,
    (reporter, health): (HealthReporter, HealthServer<H>),
    mut stop: watch::Receiver<bool>,
) -> Result<(), ServeError>
where
    H: Health,
{
    for name in service.names {
        reporter.set_service_status(name, ServingStatus::Serving).await;
    }
    let reflection = tonic_reflection::server::Builder::configure()
        .register_encoded_file_descriptor_set(service.descriptors)
        .build_v1()?;
    service.routes.add_service(health).add_service(reflection);
    let stopped = async move {
        let _ = stop.wait_for(|stop| *stop).await;
    };
    let access = AccessLayer::new(service.policies.clone(), tokens, service.tenants);
    let access = access.certified(listener.wants_certificates());
    Server::builder()
        .concurrency_limit_per_connection(CALLS_PER_CONNECTION_MAX)
        .layer(Traced(service.policies))
        .layer(access)
        .add_routes(service.routes.routes())
        .serve_with_incoming_shutdown(listener, stopped)
        .await?;
    Ok(())
}
