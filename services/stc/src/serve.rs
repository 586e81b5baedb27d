//! `stc serve`: one service in a process of its own, over TCP, on a log server.

use std::{
    io::Write,
    net::SocketAddr,
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use gateway::Shards;
use identity::{Vault, VaultError};
use platform::{
    Backends, EventLog, TenantId,
    bus::Bus,
    datadir::DataDir,
    execute::CommandError,
    keys::{KeyRing, KeySource},
    log::{KurrentLog, LogError},
    nats,
    serve::{Channel, Listener, balanced},
    telemetry::metrics,
    token::{Signer, Verifier},
};
use stc::compose::{RemoteKeys, forget_destroyed_keys, service_token};
use tokio::{net::TcpListener, sync::watch};
use tonic::{service::RoutesBuilder, transport::Endpoint};

/// Pause before what a service needs at its start is asked again.
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
    /// Where exercises answers; gateway only. With shards several, separated by semicolons, each
    /// after its centres: `lsc01,lsc02=http://exercises-a:8081;http://exercises:8081`.
    #[arg(long, env = "STC_EXERCISES", value_delimiter = ';')]
    exercises: Vec<Shard>,
    /// Where trajectories answers, as with exercises; gateway only.
    #[arg(long, env = "STC_TRAJECTORIES", value_delimiter = ';')]
    trajectories: Vec<Shard>,
    /// Where monitoring answers; gateway only.
    #[arg(long, env = "STC_MONITORING")]
    monitoring: Option<Endpoint>,
}

/// Some centres, or all others, and where a service answers for them.
#[derive(Clone)]
struct Shard(Vec<TenantId>, Endpoint);

impl FromStr for Shard {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let (centres, endpoint) = text.rsplit_once('=').unwrap_or(("", text));
        let centres = centres.split(',').filter(|centre| !centre.is_empty());
        let centres = centres.map(str::parse).collect::<Result<_, _>>()?;
        Ok(Self(centres, endpoint.parse()?))
    }
}

impl Serve {
    /// The service's name.
    pub(crate) fn name(&self) -> String {
        self.service.to_possible_value().map_or_else(String::new, |it| it.get_name().to_owned())
    }
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
        return gateway(args, &signer, listener, stopped).await;
    }
    let url = needed(args.eventstore.as_ref(), "--eventstore")?;
    let connect = async || KurrentLog::connect(url).await;
    let passing = |error: &LogError| matches!(error, LogError::Unavailable);
    let Some(log) = patiently("the log server", &stopped, connect, passing)
        .await
        .context("--eventstore (STC_EVENTSTORE)")?
    else {
        return Ok(());
    };
    let log: Arc<dyn EventLog> = Arc::new(log);
    let listener = Listener::Tcp(listener);
    match args.service {
        Service::Gateway => {}
        Service::Relay => {
            let tokens = Arc::new(signer.verifier());
            relay(log, nats(&args)?, tokens, listener, stopped).await?;
        }
        Service::Identity => identity(&args, log, signer, listener, stopped, out).await?,
        Service::Exercises | Service::Trajectories | Service::Monitoring => {
            let identity = channel("--identity", args.identity.as_ref())?;
            let keys = Arc::new(RemoteKeys::new(identity, &service_token(&signer)?)?);
            let backends = backends(&args, log, keys, &signer, &stopped)?;
            match args.service {
                Service::Exercises => exercises::serve(listener, backends, stopped).await?,
                Service::Trajectories => trajectories::serve(listener, backends, stopped).await?,
                _ => monitoring::serve(listener, backends, stopped).await?,
            }
        }
    }
    Ok(())
}

async fn gateway(
    args: Serve,
    signer: &Signer,
    listener: TcpListener,
    stop: watch::Receiver<bool>,
) -> Result<()> {
    let clients = gateway::Clients {
        identity: channel("--identity", args.identity.as_ref())?,
        exercises: shards("--exercises", &args.exercises)?,
        trajectories: shards("--trajectories", &args.trajectories)?,
        monitoring: channel("--monitoring", args.monitoring.as_ref())?,
        service_token: service_token(signer)?,
        bus: args.nats.as_ref().map(|_| nats(&args).map(Bus::Nats)).transpose()?,
    };
    let (origin, behind_proxy) = (args.origin, args.behind_proxy);
    gateway::serve(listener, clients, gateway::Config { origin, behind_proxy }, stop).await;
    Ok(())
}

async fn identity(
    args: &Serve,
    log: Arc<dyn EventLog>,
    signer: Signer,
    listener: Listener,
    stop: watch::Receiver<bool>,
    out: &mut impl Write,
) -> Result<()> {
    let place = needed(args.vault.as_ref(), "--vault")?;
    let root_key = needed(args.root_key.as_ref(), "--root-key")?;
    let open = async || vault(place, root_key).await;
    let passing = |error: &VaultError| matches!(error, VaultError::Away);
    let Some(vault) = patiently("the vault's PostgreSQL", &stop, open, passing)
        .await
        .context("--vault (STC_VAULT)")?
    else {
        return Ok(());
    };
    let vault = Arc::new(vault);
    let backends = backends(args, log, vault.clone(), &signer, &stop)?;
    let bootstrap = async || identity::bootstrap_operator(&backends, &vault).await;
    let Some(card) =
        patiently("the log or the vault", &stop, bootstrap, CommandError::is_passing).await?
    else {
        return Ok(());
    };
    if let Some(code) = card {
        writeln!(out, "first operator's start card: {code}")?;
        out.flush()?;
    }
    Ok(identity::serve(listener, backends, vault, Arc::new(signer), stop).await?)
}

/// What a service with views runs on; keys that are destroyed anywhere are forgotten here.
fn backends(
    args: &Serve,
    log: Arc<dyn EventLog>,
    keys: Arc<dyn KeySource>,
    signer: &Signer,
    stop: &watch::Receiver<bool>,
) -> Result<Backends> {
    let bus = match &args.nats {
        Some(_) => Bus::Nats(nats(args)?),
        None => Bus::InProcess(log.clone()),
    };
    let keys = KeyRing::swept(keys);
    tokio::spawn(forget_destroyed_keys(bus, keys.clone(), stop.clone()));
    Ok(Backends {
        log,
        keys,
        tokens: Arc::new(signer.verifier()),
        snapshots: Some(DataDir::open(&args.data)?.snapshots()),
        tenants: args.tenants.clone().into(),
    })
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
    let (progress, seen) = watch::channel(nats::Progress::default());
    metrics::relay(move || {
        let nats::Progress { published, head } = *seen.borrow();
        head.saturating_sub(published)
    });
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

/// Tries until it works, as long as what is in the way passes: a service that starts before what
/// it needs waits, and is not ready. `None` if it was stopped meanwhile.
async fn patiently<T, E>(
    what: &str,
    stop: &watch::Receiver<bool>,
    mut attempt: impl AsyncFnMut() -> Result<T, E>,
    passing: impl Fn(&E) -> bool,
) -> Result<Option<T>, E> {
    let mut stop = stop.clone();
    loop {
        match attempt().await {
            Err(error) if passing(&error) => {
                tracing::warn!(what, pause_millis = RETRY_MILLIS, "does not answer yet");
            }
            answer => return answer.map(Some),
        }
        tokio::select! {
            () = tokio::time::sleep(Duration::from_millis(RETRY_MILLIS)) => {}
            _ = stop.wait_for(|stop| *stop) => return Ok(None),
        }
    }
}

async fn vault(vault: &str, root_key: &Path) -> Result<Vault, VaultError> {
    if vault.starts_with("postgres") {
        Vault::connect(vault, root_key).await
    } else {
        Vault::open(vault.as_ref(), root_key)
    }
}

fn channel(flag: &str, endpoint: Option<&Endpoint>) -> Result<Channel> {
    Ok(balanced(needed(endpoint, flag)?))
}

fn shards(flag: &str, shards: &[Shard]) -> Result<Shards> {
    needed(shards.first(), flag)?;
    Ok(Shards::new(shards.iter().map(|Shard(of, endpoint)| (of.clone(), balanced(endpoint)))))
}

fn needed<'a, T>(setting: Option<&'a T>, flag: &str) -> Result<&'a T> {
    match setting {
        Some(setting) => Ok(setting),
        None => bail!("{flag} is missing: this service cannot do without"),
    }
}
