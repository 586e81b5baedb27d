//! The event log's engines do the same.

use std::{sync::Arc, time::Duration};

use eventlog::{EmbeddedLog, EventLog, KurrentLog, LogError, Options, Sizes};
use tempfile::TempDir;
use tests::{
    conformance::{Engine, conforms, one_append},
    process::Process,
};

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");

/// How long it may take until another node is found.
const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_AGAIN: Duration = Duration::from_millis(50);

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
        // What a kill leaves: nobody closes the file, part of it stands in the write-ahead log.
        let left = tempfile::tempdir().unwrap();
        for name in ["log.db", "log.db-wal"] {
            std::fs::copy(self.dir.path().join(name), left.path().join(name)).unwrap();
        }
        (self.dir, self.log) = (left, None);
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

/// Appends one event to a stream of its own until the log has it, as `execute` does.
async fn appends(log: &KurrentLog) -> u64 {
    let append = one_append();
    loop {
        match log.append(append.clone()).await {
            Ok(appended) => return appended.position.into(),
            Err(LogError::Unavailable) => tokio::time::sleep(LOOK_AGAIN).await,
            Err(error) => panic!("{error}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_is_discovered_and_found_again_where_another_node_leads() {
    let dir = tempfile::tempdir().unwrap();
    let node = |name: &str| {
        let said = dir.path().join(format!("{name}.txt"));
        let data = dir.path().join("data");
        Process::new(STC, &["log", "serve"], &said).with("STC_DATA", data.to_str().unwrap())
    };
    let (mut one, mut other) = (node("one"), node("other"));
    one.starts();
    one.listens().await;
    let addresses = format!("kurrentdb://{},{}?tls=false", one.address(), other.address());
    let discovery = format!("kurrentdb+discover://{}?tls=false", one.address());
    let by_seeds = KurrentLog::connect(&addresses).await.unwrap();
    let discovered = KurrentLog::connect(&discovery).await.unwrap();
    let mut head = by_seeds.head();
    assert_eq!(appends(&by_seeds).await, 1);
    assert_eq!(appends(&discovered).await, 2);
    for position in 3..=6 {
        one.dies().await;
        other.starts();
        std::mem::swap(&mut one, &mut other);
        let appended = tokio::time::timeout(PATIENCE, appends(&by_seeds)).await;
        assert_eq!(appended, Ok(position), "on the other node");
        let seen = head.wait_for(|head| u64::from(*head) >= position);
        assert!(tokio::time::timeout(PATIENCE, seen).await.is_ok(), "it is followed, too");
    }
}
