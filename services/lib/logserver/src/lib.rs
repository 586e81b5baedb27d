//! `stc log serve`: the embedded log in KurrentDB's own gRPC protocol, so that every official
//! client reads it and several processes share it.
//!
//! Invariant: the log is append-only here too. Only events of our shape come in, and a retry of an
//! append is answered with its first result.
//!
//! An append is answered for itself: what is refused takes nobody along who shares its call.
//!
//! A client tells from the answer what is worth a retry:
//!
//! | what happened | answer | try again |
//! |---|---|---|
//! | someone else appended first | `WrongExpectedVersion` | after reading the stream |
//! | too much in one append | `MaximumAppendSizeExceeded` | in smaller ones |
//! | part of a retry, an id twice, a large event, another shape, more metadata | `InvalidArgument` | never |
//! | too many appends are waiting, the disk is full, another program holds the file | `ResourceExhausted` | after a pause |
//! | the log stopped, cannot be read, or is stopping | `Unavailable` | once it runs again |
//! | deleting | `FailedPrecondition` | never |
//! | no credentials, or others | `Unauthenticated` | with the right ones |

mod append;
mod batch;
mod command;
mod filter;
mod groups;
mod login;
mod node;
mod read;
mod streams;
mod subscribe;
mod wire;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result};
use eventlog::{EventLog, LogError};
use proto::eventstore::{
    gossip::gossip_server::GossipServer,
    persistent_subscriptions::persistent_subscriptions_server::PersistentSubscriptionsServer,
    server_features::server_features_server::ServerFeaturesServer,
    streams::streams_server::StreamsServer,
};
use runtime::serve::Listener;
use tokio::{net::TcpListener, sync::watch};
use tonic::{
    Status,
    service::interceptor::InterceptedService,
    transport::{Identity, Server, ServerTlsConfig},
};

pub use command::{LogServe, run};
pub use login::Login;

use groups::Groups;
use node::Node;
use streams::LogStreams;

/// How many calls one connection may have open, subscriptions included.
const CALLS_PER_CONNECTION_MAX: u32 = 256;
/// Most that one append may hold, bytes.
const APPEND_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Largest message that is read, bytes. A larger one ends its call, so an append that is too large
/// has to be read some way beyond its limit to be answered alone.
const MESSAGE_BYTES_MAX: usize = 4 * APPEND_BYTES_MAX;
/// The header by which clients tell errors apart.
const EXCEPTION: &str = "exception";
/// After this silence a connection is asked whether it is alive.
const KEEPALIVE_SECONDS: u64 = 10;

/// How the log is served.
pub struct Settings {
    /// Certificate and key; otherwise in the open.
    pub tls: Option<Identity>,
    /// Who may read and append; otherwise everybody.
    pub login: Option<Login>,
    /// The host and port that gossip tells clients.
    pub advertise: (String, u16),
    /// The file in which groups of consumers keep how far they are.
    pub groups: PathBuf,
}

/// The certificate chain and the key in these PEM files.
///
/// # Errors
///
/// One of them cannot be read.
pub fn identity(cert: &Path, key: &Path) -> Result<Identity> {
    let read = |file: &Path| {
        std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))
    };
    Ok(Identity::from_pem(read(cert)?, read(key)?))
}

/// Serves the log until `stop` is set, then finishes what is running.
///
/// # Errors
///
/// The certificate cannot be used, or no connection can be accepted.
pub async fn serve(
    log: Arc<dyn EventLog>,
    listener: TcpListener,
    settings: Settings,
    stop: watch::Receiver<bool>,
) -> Result<()> {
    let (reporter, health) = tonic_health::server::health_reporter();
    reporter.set_serving::<StreamsServer<LogStreams>>().await;
    let groups = Groups::open(log.clone(), settings.groups, stop.clone())?;
    let streams = StreamsServer::new(LogStreams::new(log, stop.clone()))
        .max_decoding_message_size(MESSAGE_BYTES_MAX);
    let login = settings.login.map(Arc::new);
    let check = move |request: tonic::Request<()>| {
        login.as_ref().map_or(Ok(()), |login| login.check(request.metadata())).map(|()| request)
    };
    let streams = InterceptedService::new(streams, check.clone());
    let groups = InterceptedService::new(PersistentSubscriptionsServer::new(groups), check);
    // Clients ask who we are before they show their credentials.
    let (address, port) = settings.advertise;
    let node = Arc::new(Node::new(address, port));
    let silence = Duration::from_secs(KEEPALIVE_SECONDS);
    let mut server = Server::builder()
        .max_concurrent_streams(CALLS_PER_CONNECTION_MAX)
        .http2_keepalive_interval(Some(silence))
        .http2_keepalive_timeout(Some(silence));
    if let Some(identity) = settings.tls {
        runtime::tls::chosen();
        let tls = ServerTlsConfig::new().identity(identity);
        server = server.tls_config(tls).context("the certificate or its key cannot be used")?;
    }
    server
        .add_service(streams)
        .add_service(groups)
        .add_service(GossipServer::from_arc(node.clone()))
        .add_service(ServerFeaturesServer::from_arc(node))
        .add_service(health)
        .serve_with_incoming_shutdown(Listener::Tcp(listener), stopped(stop))
        .await?;
    Ok(())
}

/// Answers when it is time to stop.
async fn stopped(mut stop: watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// What a call that does not end by itself is told at the end, so that its client comes back.
fn stopping() -> Status {
    Status::unavailable("the log is stopping: connect again")
}

/// What a client is told; the table above says what it makes of it.
fn status(error: &LogError) -> Status {
    let sentence = error.to_string();
    match error {
        // Told as an answer of its own; this is for those who expected nothing.
        LogError::Conflict { .. } => Status::already_exists(sentence),
        LogError::PartialRetry | LogError::RepeatedId | LogError::OutOfBounds => {
            Status::invalid_argument(sentence)
        }
        LogError::Busy | LogError::DiskFull | LogError::Locked => {
            Status::resource_exhausted(sentence)
        }
        LogError::Stopped(_)
        | LogError::Unreadable(_)
        | LogError::Unavailable
        | LogError::Denied => Status::unavailable(sentence),
    }
}
