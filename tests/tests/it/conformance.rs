//! The event log's engines do the same.

use std::sync::Arc;

use platform::{
    EventLog,
    log::{EmbeddedLog, KurrentLog, Options, Sizes},
};
use tempfile::TempDir;
use tests::{
    conformance::{Engine, conforms},
    process::Process,
};

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");

/// The log in one `SQLite` file.
struct Embedded {
    dir: TempDir,
    log: Option<Arc<EmbeddedLog>>,
}

impl Engine for Embedded {
    fn name(&self) -> String {
        "the embedded log (SQLite)".to_owned()
    }

    async fn log(&mut self) -> Arc<dyn EventLog> {
        let file = self.dir.path().join("log.db");
        let open = || {
            // Few, so that the cases see places in the file and others that are not there yet.
            let options =
                Options { sizes: Sizes { block_events: 16, tail_events: 7 }, ..Options::default() };
            Arc::new(EmbeddedLog::open(&file, options).unwrap())
        };
        self.log.get_or_insert_with(open).clone()
    }

    async fn crash(&mut self) {
        // With its last clone the writer ends where it stands: nothing is written at the end.
        self.log = None;
    }
}

/// The embedded log in a process of its own, reached with the official client.
struct Served {
    server: Process,
    _dir: TempDir,
}

impl Served {
    async fn start() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("data");
        let server = Process::new(STC, &["log", "serve"], &dir.path().join("said.txt"));
        let mut server = server.with("STC_DATA", data.to_str().unwrap());
        server.starts();
        server.listens().await;
        Self { server, _dir: dir }
    }
}

impl Engine for Served {
    fn name(&self) -> String {
        "stc log serve, through the official KurrentDB client".to_owned()
    }

    async fn log(&mut self) -> Arc<dyn EventLog> {
        let url = format!("kurrentdb://{}?tls=false", self.server.address());
        Arc::new(KurrentLog::connect(&url).await.unwrap())
    }

    async fn crash(&mut self) {
        self.server.dies_and_starts().await;
        self.server.listens().await;
    }
}

/// A server that somebody else runs.
struct Server {
    url: String,
}

impl Engine for Server {
    fn name(&self) -> String {
        "the server named by STC_KURRENTDB_URL".to_owned()
    }

    async fn log(&mut self) -> Arc<dyn EventLog> {
        Arc::new(KurrentLog::connect(&self.url).await.unwrap())
    }

    /// Not ours to kill: only the connection goes.
    async fn crash(&mut self) {}
}

#[tokio::test(flavor = "multi_thread")]
async fn the_embedded_log_conforms() {
    let dir = tempfile::tempdir().unwrap();
    conforms(&mut Embedded { dir, log: None }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_served_log_conforms_through_the_official_client() {
    conforms(&mut Served::start().await).await;
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::print_stdout, reason = "whoever runs it has to see on what it ran")]
async fn a_server_named_by_its_address_conforms() {
    match std::env::var("STC_KURRENTDB_URL") {
        Ok(url) => drop(conforms(&mut Server { url }).await),
        Err(_) => println!("STC_KURRENTDB_URL names no server: not run against a real KurrentDB"),
    }
}
