//! A process of the platform that keeps its address through crashes.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use tokio::{
    net::TcpStream,
    process::{Child, Command},
};

use crate::ports::Port;

/// How long a process may take until it listens.
const PATIENCE: Duration = Duration::from_mins(1);
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// One process, ended when it is dropped. What it says goes to a file.
pub struct Process {
    program: String,
    arguments: Vec<String>,
    environment: Vec<(&'static str, String)>,
    port: Port,
    said: PathBuf,
    child: Option<Child>,
}

impl Process {
    /// Settings of a process that listens on a free port of this machine; not started yet.
    pub fn new(program: &str, arguments: &[&str], said: &Path) -> Self {
        Self {
            program: program.to_owned(),
            arguments: arguments.iter().map(|word| (*word).to_owned()).collect(),
            environment: Vec::new(),
            port: Port::free(),
            said: said.to_owned(),
            child: None,
        }
    }

    /// Another one with the same settings, at an address and in a directory of its own.
    #[must_use]
    pub fn replica(&self) -> Self {
        let arguments: Vec<_> = self.arguments.iter().map(String::as_str).collect();
        let mut replica = Self::new(&self.program, &arguments, &self.said.with_extension("2.txt"));
        replica.environment.clone_from(&self.environment);
        for (_, data) in replica.environment.iter_mut().filter(|(name, _)| *name == "STC_DATA") {
            data.push_str("-2");
        }
        replica
    }

    /// With a setting more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.gets(name, value);
        self
    }

    /// Has another setting from its next life on.
    pub fn gets(&mut self, name: &'static str, value: impl Into<String>) {
        self.environment.push((name, value.into()));
    }

    /// What it was given under this name.
    pub fn setting(&self, name: &str) -> &str {
        let given = self.environment.iter().rev().find(|(given, _)| *given == name);
        given.map_or("", |(_, value)| value)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.port.address()
    }

    /// Where it listens, for a browser or a gRPC client.
    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }

    /// What it said so far, in all its lives.
    pub fn said(&self) -> String {
        std::fs::read_to_string(&self.said).unwrap_or_default()
    }

    /// Starts it, without waiting.
    pub fn starts(&mut self) {
        let open = || {
            let mut options = std::fs::OpenOptions::new();
            options.create(true).append(true).open(&self.said).unwrap()
        };
        let child = Command::new(&self.program)
            .args(&self.arguments)
            .envs(self.environment.iter().cloned())
            .env("STC_LISTEN", self.address().to_string())
            .stdin(Stdio::null())
            .stdout(open())
            .stderr(open())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        self.child = Some(child);
    }

    /// Waits until somebody listens at its address.
    pub async fn listens(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(self.address()).await.is_err() {
            let ended = self.child.as_mut().and_then(|child| child.try_wait().unwrap());
            assert!(ended.is_none(), "{:?} ended: {}", self.arguments, self.said());
            assert!(Instant::now() < deadline, "{:?} does not listen", self.arguments);
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// Ends it as a power cut would.
    pub async fn dies(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().await.unwrap();
        }
    }

    /// Dies and starts again where it was.
    pub async fn dies_and_starts(&mut self) {
        self.dies().await;
        self.starts();
    }
}
