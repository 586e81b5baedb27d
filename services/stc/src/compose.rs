//! Puts the platform together: the same services in one process or apart.

mod remote_keys;

use std::{
    future::Future,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result};
use gateway::Clients;
use identity::Vault;
use platform::{
    Backends, Role, TenantId, clock,
    datadir::DataDir,
    keys::{KeyRing, KeySource},
    log::{EmbeddedLog, Options},
    serve::{Listener, ServeError, in_process},
    token::{Signer, Verifier},
};
use tokio::{net::TcpListener, sync::watch, task::JoinSet};
use tonic::transport::Channel;
use uuid::Uuid;

pub use remote_keys::RemoteKeys;

/// How long a stopping platform may take to finish what is running.
const DRAIN_SECONDS_MAX: u64 = 20;

/// A data directory with its log, vault and signer open.
pub struct Store {
    dir: DataDir,
    /// The event log.
    pub log: Arc<EmbeddedLog>,
    /// The key vault.
    pub vault: Arc<Vault>,
    /// Signs service tokens.
    pub signer: Arc<Signer>,
}

/// The platform in one process.
pub struct Platform {
    /// Where the web app and the REST API answer.
    pub address: SocketAddr,
    /// What the services stand on.
    pub backends: Backends,
    /// The key vault.
    pub vault: Arc<Vault>,
    stop: watch::Sender<bool>,
    services: JoinSet<Result<(), ServeError>>,
    gateway: tokio::task::JoinHandle<()>,
    _store: Store,
}

/// A platform's settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// The data directory.
    pub data: PathBuf,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The address people use, such as `https://starttocan.example`; otherwise the Host header's.
    pub origin: Option<String>,
    /// Whether a proxy of ours stands in front and tells the client's address.
    pub behind_proxy: bool,
}

impl Store {
    /// Opens a data directory, or makes one.
    ///
    /// # Errors
    ///
    /// It is in use, of another version, or damaged; the message says what to do.
    pub fn open(data: &Path) -> Result<Self> {
        Self::open_with(data, None)
    }

    /// The same with a key for service tokens that other directories share.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn open_with(data: &Path, token_key: Option<&Path>) -> Result<Self> {
        let dir = DataDir::open(data)?;
        let log = EmbeddedLog::open(&dir.log(), Options::default())
            .with_context(|| format!("cannot open the log in {}", data.display()))?;
        let vault = Vault::open(&dir.vault(), &dir.root_key())?;
        let token_key = token_key.map_or_else(|| dir.token_key(), Path::to_owned);
        let signer = Signer::load_or_make(&token_key)
            .with_context(|| format!("cannot use {}", token_key.display()))?;
        Ok(Self { dir, log: Arc::new(log), vault: Arc::new(vault), signer: Arc::new(signer) })
    }

    /// The backends for a service that gets its keys from this source.
    pub fn backends(&self, keys: Arc<dyn KeySource>) -> Backends {
        let keys = Arc::new(KeyRing::new(keys));
        keys.sweep_forever();
        Backends {
            log: self.log.clone(),
            keys,
            tokens: Arc::new(self.signer.verifier()),
            snapshots: Some(self.dir.snapshots()),
        }
    }

    /// Verifies what this store's signer signed.
    pub fn verifier(&self) -> Verifier {
        self.signer.verifier()
    }

    /// A token with which a service calls others on its own.
    ///
    /// # Errors
    ///
    /// The token cannot be signed.
    pub fn service_token(&self) -> Result<String> {
        let (tenant, now) = (TenantId::platform(), clock::now());
        Ok(self.signer.sign(Uuid::nil(), tenant, Role::Service, now)?)
    }
}

impl Platform {
    /// Starts every service in this process and answers once the gateway listens.
    ///
    /// # Errors
    ///
    /// The data directory or the address cannot be used.
    pub async fn start(config: &Config) -> Result<Self> {
        let store = Store::open(&config.data)?;
        let listener = TcpListener::bind(config.listen)
            .await
            .with_context(|| format!("cannot listen on {}", config.listen))?;
        let address = listener.local_addr()?;
        let (stop, stopped) = watch::channel(false);
        let mut services = JoinSet::new();
        let service_token = store.service_token()?;

        let backends = store.backends(store.vault.clone());
        let (vault, signer) = (store.vault.clone(), store.signer.clone());
        let identity = start(&mut services, |listener| {
            identity::serve(listener, backends.clone(), vault, signer, stopped.clone())
        });
        let keys = RemoteKeys::new(identity.clone(), &service_token)?;
        let others = store.backends(Arc::new(keys));
        let exercises = start(&mut services, |listener| {
            exercises::serve(listener, others.clone(), stopped.clone())
        });
        let trajectories = start(&mut services, |listener| {
            trajectories::serve(listener, others.clone(), stopped.clone())
        });
        let monitoring = start(&mut services, |listener| {
            monitoring::serve(listener, others.clone(), stopped.clone())
        });

        let clients = Clients { identity, exercises, trajectories, monitoring, service_token };
        let (origin, behind_proxy) = (config.origin.clone(), config.behind_proxy);
        let settings = gateway::Config { origin, behind_proxy };
        let gateway = tokio::spawn(gateway::serve(listener, clients, settings, stopped));
        let vault = store.vault.clone();
        Ok(Self { address, backends, vault, stop, services, gateway, _store: store })
    }

    /// Finishes what is running and writes snapshots.
    ///
    /// # Errors
    ///
    /// A service failed, or did not finish within [`DRAIN_SECONDS_MAX`] seconds.
    pub async fn stop(mut self) -> Result<()> {
        self.stop.send_replace(true);
        let drained = async {
            self.gateway.await?;
            while let Some(done) = self.services.join_next().await {
                done??;
            }
            anyhow::Ok(())
        };
        tokio::time::timeout(Duration::from_secs(DRAIN_SECONDS_MAX), drained)
            .await
            .context("some calls did not finish in time")?
    }

    /// Answers when a service ended although nobody stopped it.
    pub async fn failed(&mut self) -> anyhow::Error {
        match self.services.join_next().await {
            Some(Ok(Err(error))) => error.into(),
            Some(Err(error)) => error.into(),
            Some(Ok(Ok(()))) | None => anyhow::anyhow!("a service ended"),
        }
    }
}

/// Starts a service behind an in-process listener and returns the channel to it.
fn start<F>(
    services: &mut JoinSet<Result<(), ServeError>>,
    serve: impl FnOnce(Listener) -> F,
) -> Channel
where
    F: Future<Output = Result<(), ServeError>> + Send + 'static,
{
    let (listener, channel) = in_process();
    services.spawn(serve(listener));
    channel
}
