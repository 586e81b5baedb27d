//! `stc serve`: one service in a process of its own, over TCP, on a log server.

use std::{io::Write, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use identity::Vault;
use platform::{
    Backends, EventLog, TenantId,
    bus::Bus,
    datadir::DataDir,
    keys::{KeyRing, KeySource},
    log::{KurrentLog, LogError},
    nats,
    serve::{Listener, balanced},
    token::{Signer, Verifier},
};
use stc::compose::{RemoteKeys, forget_destroyed_keys, service_token};
use tokio::{net::TcpListener, sync::watch};
use tonic::{
    service::RoutesBuilder,
    transport::{Channel, Endpoint},
};

/// Pause before a log server that does not answer is asked again.
const RETRY_MILLIS: u64 = 500;

/// Which service.
#[derive(Clone, Copy, ValueEnum)]
enum Service {
    /// Centres, people, cards, sessions, keys.
    Identity,
    /// Exercises and runs.
    Exercises,
    /// Trajectories.
    Trajectories,
    /// Tables.
    Monitoring,
    /// REST and the web app.
    Gateway,
    /// Publishes the log on NATS. One at a time.
    Relay,
}

/// Settings of one service. Each takes what it needs and lets the rest stand.
#[derive(Args)]
pub(crate) struct Serve {
    service: Service,
    /// Directory of this process alone, for snapshots.
    #[arg(long, env = "STC_DATA", default_value = "data")]
    data: PathBuf,
    /// Address to listen on.
    #[arg(long, env = "STC_LISTEN", default_value = "127.0.0.1:8081")]
    listen: SocketAddr,
    /// The log server, such as `kurrentdb+discover://name:password@log:2113?tls=true`.
    #[arg(long, env = "STC_EVENTSTORE", hide_env_values = true)]
    eventstore: Option<String>,
    /// NATS, such as `nats://name:password@nats-0:4222`, several separated by commas.
    #[arg(long, env = "STC_NATS", hide_env_values = true)]
    nats: Option<String>,
    /// How many copies NATS keeps: 1, or 3 on a cluster; relay only.
    #[arg(long, env = "STC_NATS_REPLICAS", default_value_t = 1)]
    nats_replicas: usize,
    /// The key vault: `postgres://name:password@host/database`, or a `SQLite` file; identity only.
    #[arg(long, env = "STC_VAULT", hide_env_values = true)]
    vault: Option<String>,
    /// The key that wraps the vault's keys; identity only.
    #[arg(long, env = "STC_ROOT_KEY")]
    root_key: Option<PathBuf>,
    /// The key that signs service tokens, shared by all services.
    #[arg(long, env = "STC_TOKEN_KEY")]
    token_key: Option<PathBuf>,
    /// The centres of this shard, separated by commas; all if not given.
    #[arg(long, env = "STC_TENANTS", value_delimiter = ',')]
    tenants: Vec<TenantId>,
    /// The address people use; gateway only.
    #[arg(long, env = "STC_ORIGIN")]
    origin: Option<String>,
    /// Trust the client address that a proxy of ours tells; gateway only.
    #[arg(long, env = "STC_BEHIND_PROXY")]
    behind_proxy: bool,
    /// Where identity answers, such as `http://identity:8081`.
    #[arg(long, env = "STC_IDENTITY")]
    identity: Option<Endpoint>,
    /// Where exercises answers; gateway only.
    #[arg(long, env = "STC_EXERCISES")]
    exercises: Option<Endpoint>,
    /// Where trajectories answers; gateway only.
    #[arg(long, env = "STC_TRAJECTORIES")]
    trajectories: Option<Endpoint>,
    /// Where monitoring answers; gateway only.
    #[arg(long, env = "STC_MONITORING")]
    monitoring: Option<Endpoint>,
}

/// Serves until a signal.
pub(crate) async fn serve(args: Serve, out: &mut impl Write) -> Result<()> {
    let signer = signer(&args)?;
    let listener = TcpListener::bind(args.listen)
        .await
        .with_context(|| format!("cannot listen on {}", args.listen))?;
    let address = listener.local_addr()?;
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        // Without signals the process still ends when it is killed.
        let _ = crate::stopped().await;
        stop.send_replace(true);
    });
    writeln!(out, "serving on {address}")?;
    out.flush()?;
    if matches!(args.service, Service::Gateway) {
        let clients = gateway::Clients {
            identity: channel("--identity", args.identity.as_ref())?,
            exercises: channel("--exercises", args.exercises.as_ref())?,
            trajectories: channel("--trajectories", args.trajectories.as_ref())?,
            monitoring: channel("--monitoring", args.monitoring.as_ref())?,
            service_token: service_token(&signer)?,
        };
        let (origin, behind_proxy) = (args.origin, args.behind_proxy);
        let settings = gateway::Config { origin, behind_proxy };
        gateway::serve(listener, clients, settings, stopped).await;
        return Ok(());
    }
    let log = log(&args).await?;
    let listener = Listener::Tcp(listener);
    let tokens = Arc::new(signer.verifier());
    if matches!(args.service, Service::Relay) {
        return relay(log, nats(&args)?, tokens, listener, stopped).await;
    }
    let bus = match &args.nats {
        Some(_) => Bus::Nats(nats(&args)?),
        None => Bus::InProcess(log.clone()),
    };
    let snapshots = Some(DataDir::open(&args.data)?.snapshots());
    let backends = |keys: Arc<dyn KeySource>| {
        let keys = Arc::new(KeyRing::new(keys));
        keys.sweep_forever();
        tokio::spawn(forget_destroyed_keys(bus, keys.clone(), stopped.clone()));
        Backends { log: log.clone(), keys, tokens, snapshots, tenants: args.tenants.clone().into() }
    };
    if matches!(args.service, Service::Identity) {
        let vault = Arc::new(vault(&args).await?);
        let backends = backends(vault.clone());
        if let Some(code) = identity::bootstrap_operator(&backends, &vault).await? {
            writeln!(out, "first operator's start card: {code}")?;
            out.flush()?;
        }
        identity::serve(listener, backends, vault, Arc::new(signer), stopped).await?;
        return Ok(());
    }
    let identity = channel("--identity", args.identity.as_ref())?;
    let backends = backends(Arc::new(RemoteKeys::new(identity, &service_token(&signer)?)?));
    match args.service {
        Service::Exercises => exercises::serve(listener, backends, stopped).await?,
        Service::Trajectories => trajectories::serve(listener, backends, stopped).await?,
        Service::Monitoring => monitoring::serve(listener, backends, stopped).await?,
        Service::Identity | Service::Gateway | Service::Relay => {}
    }
    Ok(())
}

/// Publishes the log, and answers for its health.
async fn relay(
    log: Arc<dyn EventLog>,
    nats: nats::Settings,
    tokens: Arc<Verifier>,
    listener: Listener,
    stop: watch::Receiver<bool>,
) -> Result<()> {
    let service = platform::serve::Service {
        names: &[],
        access: &[],
        routes: RoutesBuilder::default(),
        descriptors: proto::FILE_DESCRIPTOR_SET,
    };
    let (progress, _) = watch::channel(nats::Progress::default());
    let health = platform::serve::serve(service, tokens, listener, stop.clone());
    tokio::select! {
        relayed = nats::relay(log, nats, stop, progress) => relayed?,
        served = health => served?,
    }
    Ok(())
}

fn nats(args: &Serve) -> Result<nats::Settings> {
    let servers = needed(args.nats.as_ref(), "--nats")?;
    nats::Settings::new(servers, args.nats_replicas).context("--nats (STC_NATS)")
}

fn signer(args: &Serve) -> Result<Signer> {
    if matches!(args.service, Service::Relay) {
        // It calls nobody, and nobody calls more than its health.
        return Ok(Signer::generate()?);
    }
    let file = needed(args.token_key.as_ref(), "--token-key")?;
    // Made anew it would fit nobody else's.
    Signer::load(file).with_context(|| format!("--token-key: cannot use {}", file.display()))
}

/// The log, as soon as its server answers: who starts before it waits, and is not ready.
async fn log(args: &Serve) -> Result<Arc<dyn EventLog>> {
    let url = needed(args.eventstore.as_ref(), "--eventstore")?;
    loop {
        match KurrentLog::connect(url).await {
            Ok(log) => return Ok(Arc::new(log)),
            Err(LogError::Unavailable) => {
                tracing::warn!("the log server does not answer yet");
                tokio::time::sleep(Duration::from_millis(RETRY_MILLIS)).await;
            }
            Err(error) => return Err(error).context("--eventstore (STC_EVENTSTORE)"),
        }
    }
}

async fn vault(args: &Serve) -> Result<Vault> {
    let vault = needed(args.vault.as_ref(), "--vault")?;
    let root_key = needed(args.root_key.as_ref(), "--root-key")?;
    let opened = if vault.starts_with("postgres") {
        Vault::connect(vault, root_key).await
    } else {
        Vault::open(vault.as_ref(), root_key)
    };
    opened.context("--vault (STC_VAULT)")
}

fn channel(flag: &str, endpoint: Option<&Endpoint>) -> Result<Channel> {
    Ok(balanced(needed(endpoint, flag)?))
}

fn needed<'a, T>(setting: Option<&'a T>, flag: &str) -> Result<&'a T> {
    match setting {
        Some(setting) => Ok(setting),
        None => bail!("{flag} is missing: this service cannot do without"),
    }
}
