//! A served log on a free port with a directory of its own.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use eventlog::{EmbeddedLog, Envelope, Options};
use eventstore::{AppendToStreamOptions, Client, EventData, StreamState, WriteResult};
use jiff::civil::date;
use kernel::{Purpose, Role};
use logserver::{Settings, serve};
use serde_json::json;
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use uuid::Uuid;

/// A log that is served until it is stopped.
pub(crate) struct Served {
    pub(crate) address: SocketAddr,
    dir: TempDir,
    stop: watch::Sender<bool>,
    running: JoinHandle<anyhow::Result<()>>,
}

/// Served to everybody, in the open.
pub(crate) fn open_settings() -> Settings {
    let (advertise, groups) = (("127.0.0.1".to_owned(), 2113), PathBuf::new());
    Settings { tls: None, login: None, advertise, groups }
}

impl Served {
    pub(crate) async fn start() -> Self {
        Self::start_with(open_settings()).await
    }

    pub(crate) async fn start_with(settings: Settings) -> Self {
        let dir = tempfile::tempdir().unwrap();
        Self::start_at(dir, "127.0.0.1:0".parse().unwrap(), settings).await
    }

    async fn start_at(dir: TempDir, listen: SocketAddr, settings: Settings) -> Self {
        let log = EmbeddedLog::open(&dir.path().join("log.db"), Options::default()).unwrap();
        let listener = TcpListener::bind(listen).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = watch::channel(false);
        let settings = Settings { groups: dir.path().join("groups.json"), ..settings };
        let running = tokio::spawn(serve(Arc::new(log), listener, settings, stopped));
        Self { address, dir, stop, running }
    }

    /// The same log at the same address, after a stop.
    pub(crate) async fn restart(self) -> Self {
        self.stop.send_replace(true);
        self.running.await.unwrap().unwrap();
        Self::start_at(self.dir, self.address, open_settings()).await
    }

    /// The log's file.
    pub(crate) fn file(&self) -> PathBuf {
        self.dir.path().join("log.db")
    }

    pub(crate) fn uri(&self) -> String {
        format!("kurrentdb://{}?tls=false", self.address)
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(self.uri().parse().unwrap()).unwrap()
    }
}

pub(crate) fn trajectory(number: u128) -> String {
    format!("lsc01.trajectory-{}", Uuid::from_u128(number))
}

pub(crate) fn envelope() -> Envelope {
    Envelope {
        correlation: Uuid::from_u128(1),
        causation: Uuid::from_u128(2),
        actor: Uuid::from_u128(3),
        role: Role::Coach,
        purpose: Purpose::Coaching,
        occurred_on: date(2026, 3, 9),
        subject: Some(Uuid::from_u128(4)),
    }
}

pub(crate) fn event(id: u128) -> EventData {
    let data = EventData::json("StepRegistered", &json!({ "minutes": 30 })).unwrap();
    data.id(Uuid::from_u128(id)).metadata_as_json(&envelope()).unwrap()
}

pub(crate) fn expecting(state: StreamState) -> AppendToStreamOptions {
    AppendToStreamOptions::default().stream_state(state)
}

/// Appends events with these ids to a trajectory, whatever it is like.
pub(crate) async fn append(
    client: &Client,
    number: u128,
    ids: impl IntoIterator<Item = u128>,
) -> WriteResult {
    let events: Vec<_> = ids.into_iter().map(event).collect();
    let any = expecting(StreamState::Any);
    client.append_to_stream(trajectory(number), &any, events).await.unwrap()
}
