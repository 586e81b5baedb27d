//! Puts the platform together: the same services in one process or apart.

mod remote_keys;

use std::{future::Future, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};

use anyhow::{Context, Result};
use centres::Centres;
use eventlog::Filter;
use events::person;
use gateway::Clients;
use kernel::ServiceName;
use runtime::{
    Backends, Process,
    access::Policies,
    bus::{Bus, ForgetKeys},
    commands::Commands,
    keys::KeyRing,
    projector::Live,
    serve::{Channel, Listener, ServeError, in_process},
};
use store::Store;
use tokio::{net::TcpListener, sync::watch, task::JoinSet};
use trajectories::Admission;
use vault::Vault;

pub use remote_keys::RemoteKeys;

/// How long a stopping platform may take to finish what is running.
const DRAIN_SECONDS_MAX: u64 = 20;

/// The platform in one process.
pub struct Platform {
    /// Where the web app and the REST API answer.
    pub address: SocketAddr,
    /// What the services stand on.
    pub backends: Backends,
    /// The key vault.
    pub vault: Arc<Vault>,
    stop_gateway: watch::Sender<bool>,
    gateway: tokio::task::JoinHandle<()>,
    services: Stage,
    identity: Stage,
    store: Store,
}

/// Services that stop together.
#[derive(Default)]
struct Stage {
    stop: watch::Sender<bool>,
    running: JoinSet<Result<(), ServeError>>,
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
    /// How much memory views of single centres may take, MiB.
    pub view_memory: usize,
    /// Who may do what.
    pub policies: Arc<Policies>,
}

impl Platform {
    /// Starts every service in this process and answers once the gateway listens.
    ///
    /// # Errors
    ///
    /// The data directory or the address cannot be used.
    pub async fn start(config: &Config) -> Result<Self> {
        Self::start_on(config, Store::open(&config.data)?).await
    }

    /// The same on a data directory that is open.
    ///
    /// # Errors
    ///
    /// The address cannot be used.
    pub async fn start_on(config: &Config, mut store: Store) -> Result<Self> {
        store.process =
            Process::with_memory(config.view_memory).with_policies(config.policies.clone());
        let listener = TcpListener::bind(config.listen)
            .await
            .with_context(|| format!("cannot listen on {}", config.listen))?;
        let address = listener.local_addr()?;
        let (mut first, mut services) = (Stage::default(), Stage::default());

        store.vault.replay_erasures().await?;
        let backends = store.backends(store.vault.clone());
        let bus = Bus::InProcess(store.log.clone());
        first.forgets(bus.clone(), &backends);
        // They end with the services that end last.
        tokio::try_join!(
            Live::<Commands>::shared(&backends, first.stop.subscribe()),
            Live::<Centres>::shared(&backends, first.stop.subscribe()),
        )?;
        let (vault, signer) = (store.vault.clone(), store.signer.clone());
        let identity = first.start(|listener, stopped| {
            identity::serve(listener, backends.clone(), vault, signer, stopped)
        });
        // Each with a token of its own, as in processes apart, so that it gets no other keys than there.
        let mut of = |service| -> Result<Backends> {
            let keys = RemoteKeys::new(identity.clone(), &store.service_token(service)?)?;
            let backends = store.backends(Arc::new(keys));
            services.forgets(bus.clone(), &backends);
            Ok(backends)
        };
        let of_exercises = of(ServiceName::Exercises)?;
        let of_trajectories = of(ServiceName::Trajectories)?;
        let of_monitoring = of(ServiceName::Monitoring)?;
        let admission = store.service_token(ServiceName::Trajectories)?;
        let admission = Admission::new(identity.clone(), &admission)?;
        let exercises = services
            .start(|listener, stopped| exercises::serve(listener, of_exercises, stopped))
            .into();
        let trajectories = services
            .start(|listener, stopped| {
                trajectories::serve(listener, of_trajectories, admission, stopped)
            })
            .into();
        let monitoring =
            services.start(|listener, stopped| monitoring::serve(listener, of_monitoring, stopped));

        let service_token = store.service_token(ServiceName::Gateway)?;
        let bus = Some(bus);
        let clients = Clients { identity, exercises, trajectories, monitoring, service_token, bus };
        let (origin, behind_proxy) = (config.origin.clone(), config.behind_proxy);
        let settings = gateway::Config { origin, behind_proxy };
        let (stop_gateway, stopped) = watch::channel(false);
        let gateway = tokio::spawn(gateway::serve(listener, clients, settings, stopped));
        let vault = store.vault.clone();
        let identity = first;
        Ok(Self { address, backends, vault, stop_gateway, gateway, services, identity, store })
    }

    /// Finishes what is running and writes snapshots: first whoever calls, then whoever is called.
    /// identity comes last, for the others seal their snapshots with its keys.
    ///
    /// # Errors
    ///
    /// A service failed, or did not finish within [`DRAIN_SECONDS_MAX`] seconds.
    pub async fn stop(self) -> Result<()> {
        let drained = async {
            self.stop_gateway.send_replace(true);
            self.gateway.await?;
            self.services.stop().await?;
            self.identity.stop().await?;
            self.store.process.views.stopped().await;
            Ok(())
        };
        tokio::time::timeout(Duration::from_secs(DRAIN_SECONDS_MAX), drained)
            .await
            .context("some calls did not finish in time")?
    }

    /// Answers when the log or a service ended although nobody stopped it.
    pub async fn failed(&mut self) -> anyhow::Error {
        let ended = tokio::select! {
            ended = self.services.running.join_next() => ended,
            ended = self.identity.running.join_next() => ended,
            ended = &mut self.gateway => Some(ended.map(Ok)),
            stopped = self.store.log.stopped() => return stopped.into(),
        };
        match ended {
            Some(Ok(Err(error))) => error.into(),
            Some(Err(error)) => error.into(),
            Some(Ok(Ok(()))) | None => anyhow::anyhow!("a service ended"),
        }
    }
}

impl Stage {
    /// Starts a service behind an in-process listener and returns the channel to it.
    fn start<F>(&mut self, serve: impl FnOnce(Listener, watch::Receiver<bool>) -> F) -> Channel
    where
        F: Future<Output = Result<(), ServeError>> + Send + 'static,
    {
        let (listener, channel) = in_process();
        self.running.spawn(serve(listener, self.stop.subscribe()));
        channel
    }

    /// Forgets keys as soon as they are destroyed.
    fn forgets(&mut self, bus: Bus, backends: &Backends) {
        let forgets = forget_destroyed_keys(bus, backends.keys.clone(), self.stop.subscribe());
        self.running.spawn(async {
            forgets.await;
            Ok(())
        });
    }

    /// Stops them and waits until they ended.
    async fn stop(mut self) -> Result<()> {
        self.stop.send_replace(true);
        while let Some(done) = self.running.join_next().await {
            done??;
        }
        Ok(())
    }
}

/// Takes a person's keys out of a ring as soon as some were destroyed, until `stop` is set. Every
/// process that keeps keys runs this.
pub async fn forget_destroyed_keys(bus: Bus, keys: Arc<KeyRing>, stop: watch::Receiver<bool>) {
    let names = vec!["AnswersErased", "KeysDestroyed", "SignalErased"];
    let filter = Filter { names, ..Filter::kinds(&[person::KIND]) };
    bus.react(filter, ForgetKeys(keys), stop).await;
}
