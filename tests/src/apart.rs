//! The services over TCP, each behind a port of its own, on one store.

use std::{net::SocketAddr, ops::Deref, sync::Arc};

use eventlog::clock;
use gateway::Clients;
use kernel::{Role, ServiceName, TenantId};
use runtime::{
    access::Policies,
    bus::Bus,
    serve::{Channel, Listener, ServeError},
    telemetry::Called,
};
use stc::{access::PolicyFiles, compose::RemoteKeys};
use store::Store;
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::watch, task::JoinSet};
use tonic::transport::Endpoint;
use trajectories::Admission;
use uuid::Uuid;

use crate::{Person, Site};

/// Services that know each other by address alone.
pub struct Apart {
    site: Site,
    channels: [(&'static str, Channel); 5],
    store: Store,
    stop: watch::Sender<bool>,
    services: JoinSet<Result<(), ServeError>>,
    gateway: tokio::task::JoinHandle<()>,
    _dir: TempDir,
}

impl Apart {
    /// Starts every service and a gateway in front of them.
    pub async fn start() -> Self {
        Self::start_with(PolicyFiles::default().load().unwrap()).await
    }

    /// The same under these policies.
    pub async fn start_with(policies: Arc<Policies>) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap().with_policies(policies);
        let service_token = store.service_token(ServiceName::Gateway).unwrap();
        let (stop, stopped) = watch::channel(false);
        let mut services = JoinSet::new();

        let (listener, identity) = port().await;
        let backends = store.backends(store.vault.clone());
        let (vault, signer) = (store.vault.clone(), store.signer.clone());
        services.spawn(identity::serve(listener, backends, vault, signer, stopped.clone()));
        let of = |service| {
            let token = store.service_token(service).unwrap();
            store.backends(Arc::new(RemoteKeys::new(identity.clone(), &token).unwrap()))
        };
        let (listener, exercises) = port().await;
        let backends = of(ServiceName::Exercises);
        services.spawn(exercises::serve(listener, backends, stopped.clone()));
        let (listener, trajectories) = port().await;
        let backends = of(ServiceName::Trajectories);
        let admission = store.service_token(ServiceName::Trajectories).unwrap();
        let admission = Admission::new(identity.clone(), &admission).unwrap();
        services.spawn(trajectories::serve(listener, backends, admission, stopped.clone()));
        let (listener, monitoring) = port().await;
        let backends = of(ServiceName::Monitoring);
        services.spawn(monitoring::serve(listener, backends, stopped.clone()));

        let bus = Some(Bus::InProcess(store.log.clone()));
        let channels = [
            ("stc.identity.v1", identity.clone()),
            ("stc.v1", trajectories.clone()),
            ("stc.exercises.v1", exercises.clone()),
            ("stc.trajectories.v1", trajectories.clone()),
            ("stc.monitoring.v1", monitoring.clone()),
        ];
        let (exercises, trajectories) = (exercises.into(), trajectories.into());
        let clients = Clients { identity, exercises, trajectories, monitoring, service_token, bus };
        let (listener, address) = bound().await;
        let settings = gateway::Config::default();
        let gateway = tokio::spawn(gateway::serve(listener, clients, settings, stopped));
        let site = Site::at(&format!("http://{address}"));
        Self { site, channels, store, stop, services, gateway, _dir: dir }
    }

    /// The first operator.
    pub async fn operator(&self) -> Person {
        let backends = self.store.backends(self.store.vault.clone());
        let code = identity::bootstrap_operator(&backends, &self.store.vault).await.unwrap();
        self.site.signs_in(&code.unwrap()).await
    }

    /// The channel to a service by the package of its operations.
    pub fn channel(&self, package: &str) -> Channel {
        let channel = self.channels.iter().find(|(of, _)| *of == package);
        channel.unwrap_or_else(|| panic!("no service for {package}")).1.clone()
    }

    /// The token with which a service calls others on its own.
    pub fn token_of_service(&self, service: ServiceName) -> String {
        self.store.service_token(service).unwrap()
    }

    /// A person's token as identity would sign it.
    pub fn token(&self, tenant: &str, role: Role) -> String {
        self.token_of(Uuid::now_v7(), tenant, role)
    }

    /// The same for somebody who is known.
    pub fn token_of(&self, actor: Uuid, tenant: &str, role: Role) -> String {
        let tenant: TenantId = tenant.parse().unwrap();
        self.store.signer.sign(actor, tenant, role, clock::now()).unwrap()
    }

    /// The token of a person that ran out a while ago.
    pub fn old_token(&self, tenant: &str, role: Role) -> String {
        let (tenant, long_ago) = (tenant.parse().unwrap(), jiff::Timestamp::UNIX_EPOCH);
        self.store.signer.sign(Uuid::now_v7(), tenant, role, long_ago).unwrap()
    }

    /// Stops everything.
    pub async fn stops(mut self) {
        self.stop.send_replace(true);
        self.gateway.await.unwrap();
        drop(self.channels);
        while let Some(done) = self.services.join_next().await {
            done.unwrap().unwrap();
        }
    }
}

impl Deref for Apart {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}

async fn bound() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

async fn port() -> (Listener, Channel) {
    let (listener, address) = bound().await;
    let endpoint: Endpoint = format!("http://{address}").parse().unwrap();
    (Listener::Tcp(listener), Called(endpoint.connect_lazy()))
}
