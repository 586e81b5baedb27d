//! `stc serve`: one service in a process of its own, over TCP.
//!
//! A data directory has one owner, so the services that keep events each run on a directory of
//! their own until the log itself is served; the gateway needs none.

use std::{io::Write, net::SocketAddr, path::PathBuf, sync::Arc};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use platform::{keys::KeySource, serve::Listener};
use stc::compose::{RemoteKeys, Store};
use tokio::{net::TcpListener, sync::watch};
use tonic::transport::{Channel, Endpoint};

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
}

/// Settings of one service.
#[derive(Args)]
pub(crate) struct Serve {
    service: Service,
    /// Data directory.
    #[arg(long, env = "STC_DATA", default_value = "data")]
    data: PathBuf,
    /// Address to listen on.
    #[arg(long, env = "STC_LISTEN", default_value = "127.0.0.1:8081")]
    listen: SocketAddr,
    /// The key that signs service tokens, shared by all services; otherwise the directory's own.
    #[arg(long, env = "STC_TOKEN_KEY")]
    token_key: Option<PathBuf>,
    /// The address people use; gateway only.
    #[arg(long, env = "STC_ORIGIN")]
    origin: Option<String>,
    /// Trust the client address that a proxy of ours tells; gateway only.
    #[arg(long, env = "STC_BEHIND_PROXY")]
    behind_proxy: bool,
    /// Where identity answers, such as `http://127.0.0.1:8081`.
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
    let store = Store::open_with(&args.data, args.token_key.as_deref())?;
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
    let tcp = Listener::Tcp;
    match args.service {
        Service::Identity => {
            let backends = store.backends(store.vault.clone());
            let (vault, signer) = (store.vault.clone(), store.signer.clone());
            identity::serve(tcp(listener), backends, vault, signer, stopped).await?;
        }
        Service::Exercises => {
            let backends = store.backends(keys(&args, &store)?);
            exercises::serve(tcp(listener), backends, stopped).await?;
        }
        Service::Trajectories => {
            let backends = store.backends(keys(&args, &store)?);
            trajectories::serve(tcp(listener), backends, stopped).await?;
        }
        Service::Monitoring => {
            let backends = store.backends(keys(&args, &store)?);
            monitoring::serve(tcp(listener), backends, stopped).await?;
        }
        Service::Gateway => {
            let clients = gateway::Clients {
                identity: channel("--identity", args.identity.as_ref())?,
                exercises: channel("--exercises", args.exercises.as_ref())?,
                trajectories: channel("--trajectories", args.trajectories.as_ref())?,
                monitoring: channel("--monitoring", args.monitoring.as_ref())?,
                service_token: store.service_token()?,
            };
            let (origin, behind_proxy) = (args.origin, args.behind_proxy);
            let settings = gateway::Config { origin, behind_proxy };
            gateway::serve(listener, clients, settings, stopped).await;
        }
    }
    Ok(())
}

fn keys(args: &Serve, store: &Store) -> Result<Arc<dyn KeySource>> {
    let identity = channel("--identity", args.identity.as_ref())?;
    Ok(Arc::new(RemoteKeys::new(identity, &store.service_token()?)?))
}

fn channel(flag: &str, endpoint: Option<&Endpoint>) -> Result<Channel> {
    match endpoint {
        Some(endpoint) => Ok(endpoint.connect_lazy()),
        None => bail!("{flag} is missing: give the address where that service answers"),
    }
}
