//! Serving a gRPC service over TCP or inside the process: the same code, another transport.

use std::{
    convert::Infallible,
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use futures::Stream;
use tokio::{
    io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::{mpsc, watch},
};
use tonic::{
    service::RoutesBuilder,
    transport::{self, Endpoint, Server, server::Connected},
};
use tonic_health::{
    ServingStatus,
    pb::health_server::{Health, HealthServer},
    server::{HealthReporter, health_reporter},
};

#[cfg(feature = "apart")]
use crate::tls::Tls;
use crate::{
    access::{AccessLayer, Mistake, Policies},
    clock,
    ctx::TenantId,
    log::{EventLog, LogError, ahead},
    telemetry::{Called, Traced},
    token::Verifier,
};

/// Buffer of an in-process connection.
const PIPE_BYTES: usize = 256 * 1024;
/// In-process connections that may wait to be accepted.
const PIPES_WAITING_MAX: usize = 64;
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

/// A connection of either transport.
pub enum Connection {
    /// From another process.
    Tcp(TcpStream),
    /// From this process.
    Pipe(DuplexStream),
}

/// Where a service takes its connections from.
pub enum Listener {
    /// Other processes.
    Tcp(TcpListener),
    /// Other processes that show a certificate.
    #[cfg(feature = "apart")]
    Tls(TcpListener, Box<Tls>),
    /// This process.
    Pipe(mpsc::Receiver<DuplexStream>),
}

/// A listener inside the process and the channel that reaches it.
pub fn in_process() -> (Listener, Channel) {
    let (connect, pipes) = mpsc::channel::<DuplexStream>(PIPES_WAITING_MAX);
    let connector = tower::service_fn(move |_: http::Uri| {
        let connect = connect.clone();
        async move {
            let (near, far) = tokio::io::duplex(PIPE_BYTES);
            let gone = |_| io::Error::from(io::ErrorKind::ConnectionRefused);
            connect.send(far).await.map_err(gone)?;
            Ok::<_, io::Error>(hyper_util::rt::TokioIo::new(near))
        }
    });
    let endpoint = Endpoint::from_static("http://in-process");
    (Listener::Pipe(pipes), Called(endpoint.connect_with_connector_lazy(connector)))
}

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
    builder(&listener)?
        .concurrency_limit_per_connection(CALLS_PER_CONNECTION_MAX)
        .layer(Traced(service.policies))
        .layer(access)
        .add_routes(service.routes.routes())
        .serve_with_incoming_shutdown(listener, stopped)
        .await?;
    Ok(())
}

impl Listener {
    /// Whether it lets nobody in without a certificate.
    fn wants_certificates(&self) -> bool {
        match self {
            #[cfg(feature = "apart")]
            Self::Tls(..) => true,
            Self::Tcp(_) | Self::Pipe(_) => false,
        }
    }
}

fn builder(listener: &Listener) -> Result<Server, transport::Error> {
    match listener {
        #[cfg(feature = "apart")]
        Listener::Tls(_, tls) => Server::builder().tls_config(tls.server()),
        Listener::Tcp(_) | Listener::Pipe(_) => Ok(Server::builder()),
    }
}

fn accepted(listener: &TcpListener, cx: &mut Context<'_>) -> Poll<Option<io::Result<Connection>>> {
    listener.poll_accept(cx).map(|accepted| {
        Some(accepted.and_then(|(tcp, _)| {
            tcp.set_nodelay(true)?;
            Ok(Connection::Tcp(tcp))
        }))
    })
}

impl Stream for Listener {
    type Item = io::Result<Connection>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut *self {
            Self::Tcp(listener) => accepted(listener, cx),
            #[cfg(feature = "apart")]
            Self::Tls(listener, _) => accepted(listener, cx),
            Self::Pipe(pipes) => {
                pipes.poll_recv(cx).map(|pipe| pipe.map(|pipe| Ok(Connection::Pipe(pipe))))
            }
        }
    }
}

impl Connected for Connection {
    type ConnectInfo = ();

    fn connect_info(&self) {}
}

impl AsyncRead for Connection {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(tcp) => Pin::new(tcp).poll_read(cx, buffer),
            Self::Pipe(pipe) => Pin::new(pipe).poll_read(cx, buffer),
        }
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Self::Tcp(tcp) => Pin::new(tcp).poll_write(cx, bytes),
            Self::Pipe(pipe) => Pin::new(pipe).poll_write(cx, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(tcp) => Pin::new(tcp).poll_flush(cx),
            Self::Pipe(pipe) => Pin::new(pipe).poll_flush(cx),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(tcp) => Pin::new(tcp).poll_shutdown(cx),
            Self::Pipe(pipe) => Pin::new(pipe).poll_shutdown(cx),
        }
    }
}
