//! Serving a gRPC service over TCP or inside the process: the same code, another transport.

mod listener;
#[cfg(feature = "apart")]
mod secured;

use std::{convert::Infallible, sync::Arc, time::Duration};

use tokio::sync::watch;
use tonic::{
    Response, Status,
    body::Body,
    server::NamedService,
    service::RoutesBuilder,
    transport::{self, Server},
};
use tonic_health::{
    ServingStatus,
    pb::health_server::{Health, HealthServer},
    server::{HealthReporter, health_reporter},
};
use uuid::Uuid;

use eventlog::{EventLog, LogError, Position, ahead, clock};
use kernel::TenantId;
pub use listener::{Connection, Listener, Shown, in_process};
#[cfg(feature = "apart")]
pub use secured::Secured;

use crate::{
    Backends,
    access::{AccessLayer, Mistake, Policies, Reading, Readings, Restrictions, Text},
    telemetry::{Called, Traced},
    token::Verifier,
};

/// How many calls one connection may have open; more wait.
const CALLS_PER_CONNECTION_MAX: usize = 256;
/// How long a connection takes new calls. What went over it stands in its buffers as long as it lives: words and
/// keys of whoever was erased are to be gone within a minute.
const CONNECTION_AGE: Duration = Duration::from_secs(20);
/// How often it is looked whether the log's end lies ahead of the clock.
const CLOCK_SECONDS: u64 = 60;
/// The name under which health tells it: not serving while it does.
pub const CLOCK: &str = "stc.log.clock";
/// Largest message a service reads.
pub const MESSAGE_BYTES_MAX: usize = 1024 * 1024;

/// What a handler answers.
pub type Answer<T> = Result<Response<T>, Status>;

/// A way to a service, in this process or another one.
pub type Channel = Called<transport::Channel>;

/// A server of these handlers that reads no message beyond [`MESSAGE_BYTES_MAX`].
#[macro_export]
macro_rules! limited {
    ($server:ident, $handlers:expr) => {
        $server::from_arc(::std::sync::Arc::clone(&$handlers))
            .max_decoding_message_size($crate::serve::MESSAGE_BYTES_MAX)
    };
}

/// The gRPC services of a process, ready to be served.
pub struct Services {
    /// Full gRPC names, as health reports them.
    names: Vec<&'static str>,
    /// Who may do what.
    policies: Arc<Policies>,
    /// Whose calls are answered: those of a shard's tenants, or with none everybody's.
    tenants: Arc<[TenantId]>,
    tokens: Arc<Verifier>,
    /// Who writes down who read about young people.
    readings: Arc<dyn Readings>,
    /// Who said that their data is not used.
    restrictions: Arc<dyn Restrictions>,
    routes: RoutesBuilder,
    /// What reflection shows.
    descriptors: &'static [u8],
}

impl Services {
    /// None yet. `brought` are the policies, unless the process was given others, about the operations of
    /// these descriptors; `readings` writes down who read about young people, and
    /// `restrictions` knows whose data is not used.
    ///
    /// # Errors
    ///
    /// A policy is wrong, or an operation does not say what it reads.
    pub fn on(
        backends: &Backends,
        brought: &[Text<'_>],
        descriptors: &'static [u8],
        readings: Arc<dyn Readings>,
        restrictions: Arc<dyn Restrictions>,
    ) -> Result<Self, Mistake> {
        let policies = backends.process.policies(brought, descriptors)?;
        let (tenants, tokens) = (backends.tenants.clone(), backends.tokens.clone());
        Ok(Self { readings, restrictions, ..Self::none(policies, tenants, tokens, descriptors) })
    }

    /// None, for a process that answers for its health alone.
    pub fn none(
        policies: Arc<Policies>,
        tenants: Arc<[TenantId]>,
        tokens: Arc<Verifier>,
        descriptors: &'static [u8],
    ) -> Self {
        let (names, routes) = (Vec::new(), RoutesBuilder::default());
        let (readings, restrictions) = (Arc::new(Nobody), Arc::new(Nobody));
        Self { names, policies, tenants, tokens, readings, restrictions, routes, descriptors }
    }

    /// One more.
    #[must_use]
    pub fn with<S>(mut self, server: S) -> Self
    where
        S: tower::Service<http::Request<Body>, Response = http::Response<Body>, Error = Infallible>
            + NamedService
            + Clone
            + Send
            + Sync
            + 'static,
        S::Future: Send + 'static,
    {
        self.names.push(S::NAME);
        self.routes.add_service(server);
        self
    }
}

/// Of a process that answers about nobody.
struct Nobody;

#[async_trait::async_trait]
impl Readings for Nobody {
    async fn record(&self, _: Reading) -> Result<(), Status> {
        Err(Status::internal("nobody writes down who reads"))
    }
}

#[async_trait::async_trait]
impl Restrictions for Nobody {
    async fn known(&self, _: Position) -> Result<(), Status> {
        Ok(())
    }

    fn hold(&self, _: &TenantId, _: Uuid) -> bool {
        true
    }

    fn fence(&self, _: &TenantId) -> bool {
        false
    }
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

/// Serves them with health and reflection until `stop` is set, then finishes what is running.
///
/// # Errors
///
/// See [`ServeError`].
pub async fn serve(
    services: Services,
    listener: Listener,
    stop: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    serve_with(services, listener, health_reporter(), stop).await
}

/// The same for those whose process tells everybody whether the log's end lies ahead of the clock: its
/// health has [`CLOCK`] beside its own names, and it says so in its log when that changes.
///
/// # Errors
///
/// See [`ServeError`].
pub async fn serve_with_clock(
    services: Services,
    log: Arc<dyn EventLog>,
    listener: Listener,
    stop: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    let (reporter, health) = health_reporter();
    let looks = look_at_the_clock(log, reporter.clone());
    let served = serve_with(services, listener, (reporter, health), stop);
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
    services: Services,
    listener: Listener,
    (reporter, health): (HealthReporter, HealthServer<H>),
    mut stop: watch::Receiver<bool>,
) -> Result<(), ServeError>
where
    H: Health,
{
    let Services {
        names,
        policies,
        tenants,
        tokens,
        readings,
        restrictions,
        mut routes,
        descriptors,
    } = services;
    for name in names {
        reporter.set_service_status(name, ServingStatus::Serving).await;
    }
    let reflection = tonic_reflection::server::Builder::configure()
        .register_encoded_file_descriptor_set(descriptors)
        .build_v1()?;
    routes.add_service(health).add_service(reflection);
    let stopped = async move {
        let _ = stop.wait_for(|stop| *stop).await;
    };
    let access = AccessLayer::new(policies.clone(), tokens, tenants, readings, restrictions);
    let access = access.certified(listener.wants_certificates());
    Server::builder()
        .max_connection_age(CONNECTION_AGE)
        .concurrency_limit_per_connection(CALLS_PER_CONNECTION_MAX)
        .layer(Traced(policies))
        .layer(access)
        .add_routes(routes.routes())
        .serve_with_incoming_shutdown(listener, stopped)
        .await?;
    Ok(())
}
