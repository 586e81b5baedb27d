//! `stc serve`: one service in a process of its own, over TCP, on a log server.

mod args;

use std::{io::Write, path::Path, sync::Arc, time::Duration};

use anyhow::{Context, Result};
use eventlog::{EventLog, KurrentLog, LogError, retry::pause};
use runtime::{
    Backends, Process,
    access::Policies,
    bus::Bus,
    commands::Commands,
    datadir::DataDir,
    execute::CommandError,
    keys::{KeyRing, KeySource},
    nats,
    projector::Live,
    serve::{Listener, Secured},
    telemetry::metrics,
    tls::{LOOK_SECONDS, Tls},
    token::Verifier,
};
use settings::{Setting, addresses, needed};
use tokio::{net::TcpListener, sync::watch};
use vault::{Beside, Erasures, Vault, VaultError};

use crate::compose::{RemoteKeys, forget_destroyed_keys};
pub use args::Serve;
use args::{ERASURES, EVENTSTORE, ROOT_KEY, SERVICE_TOKEN, Service, VAULT};

/// Serves until `stopped`.
///
/// # Errors
///
/// A setting or the address cannot be used, or the service ended; the message says what to do.
pub async fn run(
    mut args: Serve,
    stopped: impl Future<Output = Result<()>> + Send + 'static,
    out: &mut impl Write,
) -> Result<()> {
    args.holds_no_key_of_identity()?;
    let policies = args.policies.load()?;
    args.tls = args.certificates.load()?;
    if let Some(tls) = args.tls.clone() {
        let shown = tls.clone();
        metrics::certificate(move || shown.ends());
        tokio::spawn(tls.follow(Duration::from_secs(LOOK_SECONDS)));
    }
    let tokens = Arc::new(args.verifier()?);
    args.check().await?;
    let token = args.service_token(&tokens)?;
    let listener = TcpListener::bind(args.listen)
        .await
        .with_context(|| format!("cannot listen on {}", args.listen))?;
    let address = listener.local_addr()?;
    let (stop, stops) = watch::channel(false);
    tokio::spawn(async move {
        // Without signals the process still ends when it is killed.
        let _ = stopped.await;
        stop.send_replace(true);
    });
    writeln!(out, "serving on {address}")?;
    out.flush()?;
    if matches!(args.service, Service::Gateway) {
        return gateway(args, token, listener, stops).await;
    }
    let url = needed(args.eventstore.as_ref(), EVENTSTORE)?;
    let connect = async || KurrentLog::connect(url).await;
    let passing = |error: &LogError| matches!(error, LogError::Unavailable);
    let Some(log) =
        patiently("the log server", &stops, connect, passing).await.context(Setting(EVENTSTORE))?
    else {
        return Ok(());
    };
    let log: Arc<dyn EventLog> = Arc::new(log);
    let listener = match args.tls.clone() {
        Some(tls) => Listener::Tls(Secured::new(listener, tls)),
        None => Listener::Tcp(listener),
    };
    match args.service {
        Service::Gateway => {}
        Service::Relay => {
            relay(log, policies, args.bus()?, tokens, listener, stops).await?;
        }
        Service::Identity => identity(&args, policies, log, listener, stops, out).await?,
        Service::Exercises | Service::Trajectories | Service::Monitoring => {
            let identity = args.to_identity()?;
            let token = needed(token.as_ref(), SERVICE_TOKEN)?;
            let keys = Arc::new(RemoteKeys::new(identity.clone(), token)?);
            let backends = backends(&args, policies, log, keys, tokens, &stops)?;
            Live::<Commands>::shared(&backends, stops.clone()).await?;
            let views = backends.process.views.clone();
            match args.service {
                Service::Exercises => exercises::serve(listener, backends, stops).await?,
                Service::Trajectories => {
                    let admission = trajectories::Admission::new(identity, token)?;
                    trajectories::serve(listener, backends, admission, stops).await?;
                }
                _ => monitoring::serve(listener, backends, stops).await?,
            }
            views.stopped().await;
        }
    }
    Ok(())
}

async fn gateway(
    args: Serve,
    token: Option<String>,
    listener: TcpListener,
    stop: watch::Receiver<bool>,
) -> Result<()> {
    let clients = gateway::Clients {
        identity: args.to_identity()?,
        exercises: args.to_exercises()?,
        trajectories: args.to_trajectories()?,
        monitoring: args.to_monitoring()?,
        service_token: needed(token.as_ref(), SERVICE_TOKEN)?.clone(),
        bus: args.nats.as_ref().map(|_| args.bus().map(Bus::Nats)).transpose()?,
    };
    let (origin, behind_proxy) = (args.origin, args.behind_proxy);
    gateway::serve(listener, clients, gateway::Config { origin, behind_proxy }, stop).await;
    Ok(())
}

async fn identity(
    args: &Serve,
    policies: Arc<Policies>,
    log: Arc<dyn EventLog>,
    listener: Listener,
    stop: watch::Receiver<bool>,
    out: &mut impl Write,
) -> Result<()> {
    let signer = args.signer()?;
    let place = needed(args.vault.as_ref(), VAULT)?;
    let root_key = needed(args.root_key.as_ref(), ROOT_KEY)?;
    let known = async || identity::somebody_is_registered(&*log).await;
    let passing = |error: &LogError| matches!(error, LogError::Unavailable);
    let Some(somebody) = patiently("the log server", &stop, known, passing).await? else {
        return Ok(());
    };
    let beside = if somebody { Beside::People } else { Beside::Nobody };
    let open = async || vault(place, root_key, args.tls.as_ref(), beside).await;
    let passing = |error: &VaultError| matches!(error, VaultError::Away);
    let Some(vault) =
        patiently("the vault's PostgreSQL", &stop, open, passing).await.context(Setting(VAULT))?
    else {
        return Ok(());
    };
    let vault = match &args.erasures {
        Some(file) => vault.remembering(Erasures::open(file).context(Setting(ERASURES))?),
        None => vault,
    };
    let replay = async || vault.replay_erasures().await;
    let passing = |error: &VaultError| matches!(error, VaultError::Away);
    let replayed = patiently("the vault's PostgreSQL", &stop, replay, passing).await;
    if replayed.context(Setting(ERASURES))?.is_none() {
        return Ok(());
    }
    let vault = Arc::new(vault);
    let tokens = Arc::new(signer.verifier());
    let backends = backends(args, policies, log, vault.clone(), tokens, &stop)?;
    Live::<Commands>::shared(&backends, stop.clone()).await?;
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
    let views = backends.process.views.clone();
    identity::serve(listener, backends, vault, Arc::new(signer), stop).await?;
    views.stopped().await;
    Ok(())
}

/// What a service with views runs on; keys that are destroyed anywhere are forgotten here.
fn backends(
    args: &Serve,
    policies: Arc<Policies>,
    log: Arc<dyn EventLog>,
    keys: Arc<dyn KeySource>,
    tokens: Arc<Verifier>,
    stop: &watch::Receiver<bool>,
) -> Result<Backends> {
    let bus = match &args.nats {
        Some(_) => Bus::Nats(args.bus()?),
        None => Bus::InProcess(log.clone()),
    };
    let keys = KeyRing::swept(keys);
    tokio::spawn(forget_destroyed_keys(bus, keys.clone(), stop.clone()));
    Ok(Backends {
        log,
        keys,
        process: Process::with_memory(args.view_memory).with_policies(policies),
        tokens,
        snapshots: Some(DataDir::open(&args.data)?.snapshots()),
        tenants: args.tenants.clone().into(),
    })
}

/// Publishes the log, and answers for its health.
async fn relay(
    log: Arc<dyn EventLog>,
    policies: Arc<Policies>,
    nats: nats::Settings,
    tokens: Arc<Verifier>,
    listener: Listener,
    stop: watch::Receiver<bool>,
) -> Result<()> {
    let none = runtime::serve::Services::none(
        policies,
        Arc::default(),
        tokens,
        proto::FILE_DESCRIPTOR_SET,
    );
    let (progress, seen) = watch::channel(nats::Progress::default());
    metrics::relay(move || {
        let nats::Progress { published, head } = *seen.borrow();
        published >= head
    });
    let health = runtime::serve::serve(none, listener, stop.clone());
    tokio::select! {
        relayed = nats::relay(log, nats, stop, progress) => relayed?,
        served = health => served?,
    }
    Ok(())
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
    let mut failures = 0;
    loop {
        match attempt().await {
            Err(error) if passing(&error) => {
                failures += 1;
                tracing::warn!(what, failures, "does not answer yet");
            }
            answer => return answer.map(Some),
        }
        tokio::select! {
            () = tokio::time::sleep(pause(failures)) => {}
            _ = stop.wait_for(|stop| *stop) => return Ok(None),
        }
    }
}

async fn vault(
    vault: &str,
    root_key: &Path,
    tls: Option<&Tls>,
    beside: Beside,
) -> Result<Vault, VaultError> {
    // Seen before: it is one of both.
    if addresses::is_file(vault).unwrap_or(false) {
        Vault::open(vault.as_ref(), root_key, beside)
    } else {
        Vault::connect(vault, root_key, tls, beside).await
    }
}
