//! Every service in a process of its own, on a log server, PostgreSQL and NATS.

use std::path::{Path, PathBuf};

use eventlog::clock;
use kernel::{Role, ServiceName};
use runtime::token::Signer;
use tempfile::TempDir;
use uuid::Uuid;

use crate::{Person, Site, certificates::Certificates, nats, postgres::Postgres, process::Process};

/// The services that keep nothing but what the log tells.
const SERVICES: [&str; 3] = ["exercises", "trajectories", "monitoring"];

/// The platform as it is run for many centres.
pub struct Processes {
    /// Where the web app and REST answer.
    pub site: Site,
    /// `stc log serve`.
    pub log: Process,
    /// identity, exercises, trajectories, monitoring and the gateway.
    pub services: Vec<Process>,
    /// The relay.
    pub relay: Process,
    /// NATS.
    pub nats: nats::Server,
    /// Where the vault stands.
    pub postgres: Postgres,
    dir: TempDir,
}

impl Processes {
    /// Starts everything. `program` is the path of `stc`.
    pub async fn start(program: &str) -> Self {
        Self::start_with(program, &[]).await
    }

    /// Starts everything with settings that all processes share.
    pub async fn start_with(program: &str, settings: &[(&'static str, &str)]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (nats, postgres) = (nats::Server::start().await, Postgres::start());
        let log = shared(Process::new(program, &["log", "serve"], &said(&dir, "log")), settings);
        let eventstore = format!("kurrentdb://{}?tls=false", log.address());
        Self::on(program, settings, None, dir, Engines { log, eventstore, nats, postgres }).await
    }

    /// Starts everything with certificates of this authority, to each service its own: nobody goes
    /// without TLS, but for those who use the web app.
    pub async fn start_secured(program: &str, certificates: &Certificates) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let ours = certificates.of("stc");
        let nats = nats::Server::start_secured(&certificates.of_a_server("nats"), &ours).await;
        let postgres = Postgres::start_secured(&certificates.of_a_server("postgres"));
        let node = certificates.of_a_server("log");
        let password = dir.path().join("password");
        std::fs::write(&password, "secret\n").unwrap();
        let log = Process::new(program, &["log", "serve"], &said(&dir, "log"))
            .with("STC_LOG_TLS_CERT", text(&node.certificate))
            .with("STC_LOG_TLS_KEY", text(&node.key))
            .with("STC_LOG_USER", "stc")
            .with("STC_LOG_PASSWORD_FILE", text(&password));
        let eventstore = format!(
            "kurrentdb://stc:secret@localhost:{}?tls=true&tlsCaFile={}",
            log.address().port(),
            text(&ours.authority)
        );
        let engines = Engines { log, eventstore, nats, postgres };
        Self::on(program, &[], Some(certificates), dir, engines).await
    }

    async fn on(
        program: &str,
        settings: &[(&'static str, &str)],
        certificates: Option<&Certificates>,
        dir: TempDir,
        engines: Engines,
    ) -> Self {
        let Engines { log, eventstore, nats, postgres } = engines;
        let token_key = dir.path().join("token.key");
        let public_key = issued(&token_key);
        let own =
            |process: Process, name: &str| process.with("STC_DATA", text(&dir.path().join(name)));
        let service = |name: &str| {
            let process = Process::new(program, &["serve", name], &said(&dir, name));
            let process = own(shared(process, settings), name).with("STC_NATS", nats.url());
            let process = match certificates.map(|it| it.of(name)) {
                Some(own) => process
                    .with("STC_TLS_CA", text(&own.authority))
                    .with("STC_TLS_CERT", text(&own.certificate))
                    .with("STC_TLS_KEY", text(&own.key)),
                None => process,
            };
            match name {
                "identity" => process.with("STC_TOKEN_KEY", text(&token_key)),
                "relay" => process,
                _ => process
                    .with("STC_TOKEN_PUBLIC_KEY", text(&public_key))
                    .with("STC_SERVICE_TOKEN_FILE", text(&token_of(&token_key, name))),
            }
        };
        let mut log = own(log, "log");
        log.starts();
        log.listens().await;
        let backed = |name: &str| service(name).with("STC_EVENTSTORE", eventstore.clone());
        let scheme = if certificates.is_some() { "https" } else { "http" };
        let url = |service: &Process| format!("{scheme}://{}", service.address());
        let identity = backed("identity")
            .with("STC_VAULT", postgres.url())
            .with("STC_ROOT_KEY", text(&dir.path().join("root.key")));
        let others = SERVICES.map(|name| backed(name).with("STC_IDENTITY", url(&identity)));
        let gateway = ["STC_EXERCISES", "STC_TRAJECTORIES", "STC_MONITORING"]
            .into_iter()
            .zip(&others)
            .fold(service("gateway"), |gateway, (name, service)| gateway.with(name, url(service)))
            .with("STC_IDENTITY", url(&identity));
        let site = Site::at(&gateway.url());
        let relay = backed("relay");
        let services = [identity].into_iter().chain(others).chain([gateway]).collect();
        let mut started = Self { site, log, services, relay, nats, postgres, dir };
        for service in started.services.iter_mut().chain([&mut started.relay]) {
            service.starts();
        }
        for service in started.services.iter_mut().chain([&mut started.relay]) {
            service.listens().await;
        }
        started
    }

    /// The first operator, with the card that identity prints.
    pub async fn operator(&self) -> Person {
        self.is_up().await;
        let said = self.services[0].said();
        let card = said.lines().find_map(|line| line.split_once("start card: "));
        let (_, card) = card.unwrap_or_else(|| panic!("identity shows no card: {said}"));
        self.site.signs_in(card.trim()).await
    }

    /// With what identity reaches what it stands on: log, NATS, vault, token key, root key.
    pub fn settings(&self) -> [String; 5] {
        let identity = &self.services[0];
        [
            ("eventstore", "STC_EVENTSTORE"),
            ("nats", "STC_NATS"),
            ("vault", "STC_VAULT"),
            ("token-key", "STC_TOKEN_KEY"),
            ("root-key", "STC_ROOT_KEY"),
        ]
        .map(|(flag, name)| format!("--{flag}={}", identity.setting(name)))
    }

    /// A token as identity would sign it.
    pub fn token(&self, tenant: &str, role: Role, actor: Uuid) -> String {
        let signer = Signer::load(&self.dir.path().join("token.key")).unwrap();
        signer.sign(actor, tenant.parse().unwrap(), role, clock::now()).unwrap()
    }

    /// Where the token of a service is.
    pub fn token_file(&self, service: &str) -> PathBuf {
        token_of(&self.dir.path().join("token.key"), service)
    }

    /// Waits until every service works.
    pub async fn is_up(&self) {
        while self.health().await != "UP" {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }

    /// How the gateway says that the platform is.
    pub async fn health(&self) -> String {
        let health = reqwest::get(format!("{}/health", self.site.address())).await.unwrap();
        let health: serde_json::Value = health.json().await.unwrap();
        health["status"].as_str().unwrap().to_owned()
    }

    /// Everything that every process said.
    pub fn said(&self) -> String {
        let files = std::fs::read_dir(self.dir.path()).unwrap().map(|file| file.unwrap().path());
        let texts = files.filter(|file| file.extension().is_some_and(|it| it == "txt"));
        texts.map(|file| std::fs::read_to_string(file).unwrap()).collect()
    }
}

/// What the services stand on, and how they reach the log.
struct Engines {
    log: Process,
    eventstore: String,
    nats: nats::Server,
    postgres: Postgres,
}

/// What the other services get in place of the key that signs: its public half, which this answers,
/// and each [a token of its own](token_of).
pub fn issued(token_key: &Path) -> PathBuf {
    let signer = Signer::load_or_make(token_key).unwrap();
    let public = token_key.with_extension("pub");
    std::fs::write(&public, signer.verifier().as_bytes()).unwrap();
    for service in ServiceName::ALL {
        let token = signer.sign_service(service, 1, clock::now()).unwrap();
        std::fs::write(token_of(token_key, service.name()), token).unwrap();
    }
    public
}

/// Where the token of this service is, once it was issued.
pub fn token_of(token_key: &Path, service: &str) -> PathBuf {
    token_key.with_file_name(format!("{service}.token"))
}

fn shared(process: Process, settings: &[(&'static str, &str)]) -> Process {
    settings.iter().fold(process, |it, (name, value)| it.with(name, *value))
}

/// Where a process's words go.
fn said(dir: &TempDir, name: &str) -> PathBuf {
    dir.path().join(format!("{name}.txt"))
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}
