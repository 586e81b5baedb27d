//! Settings of one service.

use std::{fs, net::SocketAddr, path::PathBuf, str::FromStr};

use anyhow::{Context, Result, anyhow};
use clap::{Args, ValueEnum};
use eventlog::{KurrentLog, clock};
use gateway::Shards;
use itertools::Itertools;
use jiff::SignedDuration;
use kernel::{ServiceName, TenantId};
use runtime::{
    nats,
    projector::MEMORY_MIB_DEFAULT,
    replicas::balanced,
    serve::Channel,
    telemetry::metrics,
    tls::Tls,
    token::{SERVICE_DAYS_SOON, Signer, Verifier},
};
use settings::{Certificates, Setting, addresses, needed};
use tonic::transport::Endpoint;
use vault::Vault;

use crate::access::PolicyFiles;

/// What those settings are called that are spoken of in several places.
pub(super) const EVENTSTORE: &str = "--eventstore (STC_EVENTSTORE)";
pub(super) const VAULT: &str = "--vault (STC_VAULT)";
pub(super) const ERASURES: &str = "--erasures (STC_ERASURES)";
pub(super) const ROOT_KEY: &str = "--root-key (STC_ROOT_KEY)";
pub(super) const SERVICE_TOKEN: &str = "--service-token-file (STC_SERVICE_TOKEN_FILE)";
const TOKEN_KEY: &str = "--token-key (STC_TOKEN_KEY)";
const NATS: &str = "--nats (STC_NATS)";

/// Which service.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Service {
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

impl Service {
    /// Under which name it calls others, if it calls any.
    fn caller(self) -> Option<ServiceName> {
        match self {
            Self::Gateway => Some(ServiceName::Gateway),
            Self::Exercises => Some(ServiceName::Exercises),
            Self::Trajectories => Some(ServiceName::Trajectories),
            Self::Monitoring => Some(ServiceName::Monitoring),
            Self::Identity | Self::Relay => None,
        }
    }
}

/// Settings of one service. Each takes what it needs and lets the rest stand.
#[derive(Args)]
pub struct Serve {
    pub(super) service: Service,
    /// Directory of this process alone, for snapshots.
    #[arg(long, env = "STC_DATA", default_value = "data")]
    pub(super) data: PathBuf,
    /// Address to listen on.
    #[arg(long, env = "STC_LISTEN", default_value = "127.0.0.1:8081")]
    pub(super) listen: SocketAddr,
    /// The log server, such as `kurrentdb+discover://name:password@log:2113?tls=true`, name and
    /// password percent-encoded.
    #[arg(long, env = "STC_EVENTSTORE", hide_env_values = true)]
    pub(super) eventstore: Option<String>,
    /// NATS, such as `tls://name:password@nats-0:4222`, several separated by commas, name
    /// and password percent-encoded.
    #[arg(long, env = "STC_NATS", hide_env_values = true)]
    pub(super) nats: Option<String>,
    /// How many copies NATS keeps: 1, or 3 on a cluster; relay only.
    #[arg(long, env = "STC_NATS_REPLICAS", default_value_t = 1)]
    pub(super) nats_replicas: usize,
    /// The key vault: `postgres://name:password@host/database?sslmode=require`, or a `SQLite` file;
    /// identity only.
    #[arg(long, env = "STC_VAULT", hide_env_values = true)]
    pub(super) vault: Option<String>,
    /// The key that wraps the vault's keys; identity only.
    #[arg(long, env = "STC_ROOT_KEY")]
    pub(super) root_key: Option<PathBuf>,
    /// File of those who were erased, kept when log and vault are restored; identity only.
    #[arg(long, env = "STC_ERASURES")]
    pub(super) erasures: Option<PathBuf>,
    /// The key that signs tokens; identity only.
    #[arg(long, env = "STC_TOKEN_KEY")]
    pub(super) token_key: Option<PathBuf>,
    /// Its public half, `token.pub` of `stc token`; all others but relay.
    #[arg(long, env = "STC_TOKEN_PUBLIC_KEY")]
    pub(super) token_public_key: Option<PathBuf>,
    /// With what this service calls others, such as `exercises.token` of `stc token`; all others but
    /// relay.
    #[arg(long, env = "STC_SERVICE_TOKEN_FILE")]
    pub(super) service_token_file: Option<PathBuf>,
    /// The centres of this shard, separated by commas; all if not given.
    #[arg(long, env = "STC_TENANTS", value_delimiter = ',')]
    pub(super) tenants: Vec<TenantId>,
    /// How much memory views of single centres may take, MiB; over it the least used goes.
    #[arg(long, env = "STC_VIEW_MEMORY", default_value_t = MEMORY_MIB_DEFAULT)]
    pub(super) view_memory: usize,
    /// The address people use; gateway only.
    #[arg(long, env = "STC_ORIGIN", value_parser = addresses::origin)]
    pub(super) origin: Option<String>,
    /// Trust the client address that a proxy of ours tells; gateway only.
    #[arg(long, env = "STC_BEHIND_PROXY")]
    pub(super) behind_proxy: bool,
    #[command(flatten)]
    pub(super) policies: PolicyFiles,
    #[command(flatten)]
    pub(super) certificates: Certificates,
    /// Where identity answers, such as `https://identity:8081`.
    #[arg(long, env = "STC_IDENTITY", value_parser = addresses::endpoint)]
    pub(super) identity: Option<Endpoint>,
    /// Where exercises answers; gateway only. With shards several, separated by semicolons, each
    /// after its centres: `lsc01,lsc02=https://exercises-a:8081;https://exercises:8081`.
    #[arg(long, env = "STC_EXERCISES", value_delimiter = ';')]
    pub(super) exercises: Vec<Shard>,
    /// Where trajectories answers, as with exercises; gateway only.
    #[arg(long, env = "STC_TRAJECTORIES", value_delimiter = ';')]
    pub(super) trajectories: Vec<Shard>,
    /// Where monitoring answers; gateway only.
    #[arg(long, env = "STC_MONITORING", value_parser = addresses::endpoint)]
    pub(super) monitoring: Option<Endpoint>,
    /// What stands in the files of the certificates, once they were read.
    #[arg(skip)]
    pub(super) tls: Option<Tls>,
}

/// Some centres, or all others, and where a service answers for them.
#[derive(Clone)]
pub(super) struct Shard(Vec<TenantId>, Endpoint);

impl FromStr for Shard {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let (centres, endpoint) = text.rsplit_once('=').unwrap_or(("", text));
        let centres = centres.split(',').filter(|centre| !centre.is_empty());
        let centres = centres.map(str::parse).collect::<Result<_, _>>()?;
        Ok(Self(centres, addresses::endpoint(endpoint)?))
    }
}

impl Serve {
    /// The service's name.
    pub fn name(&self) -> String {
        self.service.to_possible_value().map_or_else(String::new, |it| it.get_name().to_owned())
    }

    /// With the key that signs, whoever takes over this process would be everybody.
    pub(super) fn holds_no_key_of_identity(&self) -> Result<()> {
        if self.token_key.is_none() || matches!(self.service, Service::Identity) {
            return Ok(());
        }
        let why = "only identity signs, and the key has no place here: take it away";
        Err(anyhow!("{why}").context(Setting(TOKEN_KEY)))
    }

    /// Sees what can be seen of the settings before anybody is let in.
    pub(super) async fn check(&self) -> Result<()> {
        if self.nats.is_some() || matches!(self.service, Service::Relay) {
            self.bus()?.check().await.context(Setting(NATS))?;
        }
        match self.service {
            Service::Gateway => {
                self.to_identity()?;
                self.to_exercises()?;
                self.to_trajectories()?;
                self.to_monitoring()?;
                return Ok(());
            }
            Service::Exercises | Service::Trajectories | Service::Monitoring => {
                self.to_identity()?;
            }
            Service::Identity => {
                let vault = needed(self.vault.as_ref(), VAULT)?;
                if !addresses::is_file(vault).context(Setting(VAULT))? {
                    Vault::check(vault, self.tls.as_ref()).context(Setting(VAULT))?;
                }
                needed(self.root_key.as_ref(), ROOT_KEY)?;
            }
            Service::Relay => {}
        }
        let eventstore = needed(self.eventstore.as_ref(), EVENTSTORE)?;
        KurrentLog::check(eventstore).context(Setting(EVENTSTORE))
    }

    /// The key that signs tokens.
    pub(super) fn signer(&self) -> Result<Signer> {
        let file = needed(self.token_key.as_ref(), TOKEN_KEY)?;
        // Made anew it would fit nobody else's.
        let signer = Signer::load(file).with_context(|| format!("cannot use {}", file.display()));
        signer.context(Setting(TOKEN_KEY))
    }

    /// Verifies what identity signed.
    pub(super) fn verifier(&self) -> Result<Verifier> {
        match self.service {
            Service::Identity => Ok(self.signer()?.verifier()),
            // It calls nobody, and nobody calls more than its health.
            Service::Relay => Ok(Signer::generate()?.verifier()),
            Service::Exercises | Service::Trajectories | Service::Monitoring | Service::Gateway => {
                let setting = "--token-public-key (STC_TOKEN_PUBLIC_KEY)";
                let file = needed(self.token_public_key.as_ref(), setting)?;
                let key = Verifier::load(file);
                let key = key.with_context(|| format!("cannot use {}", file.display()));
                key.context(Setting(setting))
            }
        }
    }

    /// With what this service calls others, if it calls any: a token of its own, and with TLS a
    /// certificate of its own, without which nobody believes the token.
    pub(super) fn service_token(&self, verifier: &Verifier) -> Result<Option<String>> {
        let Some(service) = self.service.caller() else { return Ok(None) };
        let file = needed(self.service_token_file.as_ref(), SERVICE_TOKEN)?;
        let token = fs::read_to_string(file);
        let token = token.with_context(|| format!("cannot use {}", file.display()));
        let token = token.context(Setting(SERVICE_TOKEN))?.trim().to_owned();
        let claims = verifier.verify(&token, clock::now());
        let Some(claims) = claims.ok().filter(|claims| claims.service == Some(service)) else {
            let why = "it ended, is not of the key in --token-public-key, or is somebody else's: \
                       issue one (stc token)";
            return Err(anyhow!("{}: {why}", file.display()).context(Setting(SERVICE_TOKEN)));
        };
        if let Some(tls) = self.tls.as_ref().filter(|tls| !tls.is_of(service)) {
            let (file, name) = (tls.files().certificate.display(), service.name());
            let why = anyhow!("{file} does not name {name}: others would believe nothing of it");
            return Err(why.context(Setting("--tls-cert (STC_TLS_CERT)")));
        }
        let left = claims.expires.duration_since(clock::now());
        if left < SignedDuration::from_hours(24 * SERVICE_DAYS_SOON) {
            tracing::warn!(ends = %claims.expires, "the service token ends soon: issue another one");
        }
        metrics::service_token(claims.expires);
        Ok(Some(token))
    }

    /// How NATS is reached.
    pub(super) fn bus(&self) -> Result<nats::Settings> {
        let servers = needed(self.nats.as_ref(), NATS)?;
        let settings = nats::Settings::new(servers, self.nats_replicas, self.tls.as_ref());
        settings.context(Setting(NATS))
    }

    /// The way to identity.
    pub(super) fn to_identity(&self) -> Result<Channel> {
        let setting = "--identity (STC_IDENTITY)";
        self.channel(setting, needed(self.identity.as_ref(), setting)?)
    }

    /// The way to monitoring.
    pub(super) fn to_monitoring(&self) -> Result<Channel> {
        let setting = "--monitoring (STC_MONITORING)";
        self.channel(setting, needed(self.monitoring.as_ref(), setting)?)
    }

    /// The ways to exercises.
    pub(super) fn to_exercises(&self) -> Result<Shards> {
        self.shards("--exercises (STC_EXERCISES)", &self.exercises)
    }

    /// The ways to trajectories.
    pub(super) fn to_trajectories(&self) -> Result<Shards> {
        self.shards("--trajectories (STC_TRAJECTORIES)", &self.trajectories)
    }

    fn shards(&self, setting: &'static str, shards: &[Shard]) -> Result<Shards> {
        needed(shards.first(), setting)?;
        let rests = shards.iter().filter(|Shard(of, _)| of.is_empty()).count();
        if rests > 1 || !shards.iter().flat_map(|Shard(of, _)| of).all_unique() {
            let why = anyhow!("name each centre in one shard, and one address for all others");
            return Err(why.context(Setting(setting)));
        }
        let channel = |Shard(of, to): &Shard| Ok((of.clone(), self.channel(setting, to)?));
        Ok(Shards::new(shards.iter().map(channel).collect::<Result<Vec<_>>>()?))
    }

    /// Nobody goes without TLS who has certificates.
    fn channel(&self, setting: &'static str, endpoint: &Endpoint) -> Result<Channel> {
        let (scheme, why) = match self.tls {
            Some(_) => ("https", "certificates are given (--tls-ca)"),
            None => ("http", "no certificates are given (--tls-ca)"),
        };
        if endpoint.uri().scheme_str() != Some(scheme) {
            return Err(anyhow!("give {scheme}://…, for {why}").context(Setting(setting)));
        }
        Ok(balanced(endpoint, self.tls.as_ref()))
    }
}
