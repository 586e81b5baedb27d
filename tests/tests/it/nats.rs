//! NATS carries the log and cannot lose it.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use async_nats::jetstream::{Context, stream::Stream};
use eventlog::{
    Append, EmbeddedLog, EventLog, Expected, Filter, Meta, NewEvent, Options, Position, StreamName,
};
use futures::StreamExt;
use jiff::civil::date;
use kernel::{Purpose, Role, TenantId};
use runtime::{
    bus::{Delivered, Handler, Outcome},
    nats::{Counts, NatsError, PARKED_STREAM, Progress, STREAM, Settings, consume, relay},
};
use tempfile::TempDir;
use tests::nats::Server;
use tokio::{sync::watch, task::JoinHandle};
use uuid::Uuid;

mod cluster;
mod consumer;
mod outside;
mod reactions;
mod streams;

/// How long something may take that happens soon.
const PATIENCE: Duration = Duration::from_mins(2);

/// A log with events in it.
struct Log {
    log: Arc<EmbeddedLog>,
    _dir: TempDir,
}

impl Log {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let log = EmbeddedLog::open(&dir.path().join("log.db"), Options::default()).unwrap();
        Self { log: Arc::new(log), _dir: dir }
    }

    /// Appends events, one append each.
    async fn grows(&self, events: usize) {
        for _ in 0..events {
            append(&self.log, "lsc01", "StepRegistered").await;
        }
    }

    fn head(&self) -> u64 {
        (*self.log.head().borrow()).into()
    }

    fn relay(&self, settings: &Settings) -> Running {
        let (stop, stopped) = watch::channel(false);
        let (tell, progress) = watch::channel(Progress::default());
        let task = tokio::spawn(relay(self.log.clone(), settings.clone(), stopped, tell));
        Running { stop, progress, task }
    }

    /// What the log has: position and event id.
    async fn events(&self) -> Vec<(u64, Uuid)> {
        let all = self.log.pages(Position::START, self.log.end().await.unwrap(), Filter::default());
        let all: Vec<_> = all.map(|page| page.unwrap().events).concat().await;
        all.iter().map(|event| (event.position.into(), event.id())).collect()
    }
}

async fn append(log: &EmbeddedLog, centre: &str, name: &str) {
    let tenant: TenantId = centre.parse().unwrap();
    let stream = StreamName::new("trajectory", &tenant, Uuid::now_v7());
    let meta = Meta {
        actor: Uuid::nil(),
        role: Role::Coach,
        purpose: Purpose::Coaching,
        correlation: Uuid::now_v7(),
        causation: Uuid::now_v7(),
    };
    let event = NewEvent {
        id: Uuid::now_v7(),
        name: name.to_owned(),
        occurred_on: date(2026, 3, 9),
        subject: None,
        meta,
        data: br#"{"minutes":45}"#.to_vec(),
    };
    let append =
        Append { stream, expected: Expected::NoStream, events: vec![event], recorded_at: None };
    log.append(append).await.unwrap();
}

/// A relay at work.
struct Running {
    stop: watch::Sender<bool>,
    progress: watch::Receiver<Progress>,
    task: JoinHandle<Result<(), NatsError>>,
}

impl Running {
    /// Waits until the relay has published up to this position.
    async fn reaches(&self, position: u64) {
        let mut progress = self.progress.clone();
        let reached = progress.wait_for(|progress| progress.published >= Position::at(position));
        let in_time = tokio::time::timeout(PATIENCE, reached).await;
        let now = *self.progress.borrow();
        assert!(matches!(in_time, Ok(Ok(_))), "the relay stays at {now:?}");
    }

    async fn stops(self) {
        self.stop.send_replace(true);
        self.task.await.unwrap().unwrap();
    }
}

/// Everything in a stream of JetStream, read without the platform's code: sequence, header
/// `ce-position`, header `ce-id`.
async fn stored(nats: &Context) -> Vec<(u64, u64, Uuid)> {
    let stream: Stream = nats.get_stream(STREAM).await.unwrap();
    let state = stream.get_info().await.unwrap().state;
    let mut all = Vec::new();
    for sequence in 1..=state.last_sequence {
        let message = stream.get_raw_message(sequence).await.unwrap();
        let header = |name: &str| message.headers.get(name).unwrap().as_str().to_owned();
        let position = header("ce-position").parse().unwrap();
        all.push((sequence, position, header("ce-id").parse().unwrap()));
    }
    all
}

/// The stream is the log: every event, once, in order.
async fn stream_is_log(nats: &Context, log: &Log) {
    let there: Vec<_> =
        stored(nats).await.into_iter().map(|(_, position, id)| (position, id)).collect();
    assert_eq!(there, log.events().await);
}

/// Keeps the positions it was given, and does with some events what a test wants.
#[derive(Clone, Default)]
struct Keeps {
    seen: Arc<Mutex<Vec<u64>>>,
    poison: Option<&'static str>,
    hesitate: usize,
    tries: Arc<Mutex<usize>>,
}

impl Handler for Keeps {
    async fn handle(&self, event: &Delivered) -> Result<(), Outcome> {
        if self.poison == Some(event.name.as_str()) {
            return Err(Outcome::Park);
        }
        let mut tries = self.tries.lock().unwrap();
        if *tries < self.hesitate {
            *tries += 1;
            return Err(Outcome::Retry);
        }
        self.seen.lock().unwrap().push(event.position.into());
        Ok(())
    }
}

/// A durable consumer at work.
struct Consuming {
    keeps: Keeps,
    stop: watch::Sender<bool>,
    counts: watch::Receiver<Counts>,
    task: JoinHandle<()>,
}

impl Consuming {
    fn start(settings: &Settings, keeps: Keeps) -> Self {
        let (stop, stopped) = watch::channel(false);
        let (tell, counts) = watch::channel(Counts::default());
        let (settings, handler) = (settings.clone(), keeps.clone());
        let task = tokio::spawn(async move {
            let filter = Filter::default();
            consume(&settings, "keeper", &filter, &handler, tell, stopped).await.unwrap();
        });
        Self { keeps, stop, counts, task }
    }

    /// Waits until so many were applied or parked.
    async fn ends(&self, deliveries: u64) {
        let mut counts = self.counts.clone();
        let reached = counts.wait_for(|counts| counts.applied + counts.parked >= deliveries);
        let in_time = tokio::time::timeout(PATIENCE, reached).await;
        let now = *self.counts.borrow();
        assert!(matches!(in_time, Ok(Ok(_))), "the consumer stays at {now:?}");
    }

    /// Waits until a position was handed over.
    async fn sees(&self, position: u64) {
        let mut counts = self.counts.clone();
        let keeps = self.keeps.clone();
        let seen = counts.wait_for(|_| keeps.seen.lock().unwrap().last() == Some(&position));
        let in_time = tokio::time::timeout(PATIENCE, seen).await;
        assert!(matches!(in_time, Ok(Ok(_))), "the consumer does not come to {position}");
    }

    async fn stops(self) -> (Vec<u64>, Counts) {
        self.stop.send_replace(true);
        self.task.await.unwrap();
        let counts = *self.counts.borrow();
        (std::mem::take(&mut *self.keeps.seen.lock().unwrap()), counts)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_relay_publishes_every_event_once_and_in_order() {
    let (server, log) = (Server::start().await, Log::new());
    log.grows(300).await;
    let relay = log.relay(&server.settings());
    relay.reaches(300).await;
    log.grows(300).await;
    relay.reaches(600).await;
    relay.stops().await;
    // A second run goes on where the first one was.
    log.grows(10).await;
    let relay = log.relay(&server.settings());
    relay.reaches(610).await;
    let end = Position::at(610);
    assert_eq!(*relay.progress.borrow(), Progress { published: end, head: end });
    relay.stops().await;
    stream_is_log(&server.client().await, &log).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_travels_as_a_cloud_event() {
    let (server, log) = (Server::start().await, Log::new());
    log.grows(1).await;
    let relay = log.relay(&server.settings());
    relay.reaches(1).await;
    relay.stops().await;
    let event = log.log.at(Position::at(1)).await.unwrap().unwrap();
    let stream = server.client().await.get_stream(STREAM).await.unwrap();
    let message = stream.get_raw_message(1).await.unwrap();
    assert_eq!(message.subject.as_str(), "stc.lsc01.trajectory.StepRegistered");
    assert_eq!(message.payload.as_ref(), br#"{"minutes":45}"#);
    let header = |name: &str| message.headers.get(name).unwrap().as_str().to_owned();
    let meta = event.meta().unwrap();
    for (name, value) in [
        ("content-type", "application/json".to_owned()),
        ("ce-specversion", "1.0".to_owned()),
        ("ce-datacontenttype", "application/json".to_owned()),
        ("ce-id", event.id().to_string()),
        ("ce-source", "/stc/lsc01/trajectory".to_owned()),
        ("ce-subject", event.stream.id().to_string()),
        ("ce-type", "StepRegistered".to_owned()),
        ("ce-time", event.recorded_at().to_string()),
        ("ce-position", "1".to_owned()),
        ("ce-revision", "0".to_owned()),
        ("ce-occurredon", "2026-03-09".to_owned()),
        ("ce-actorrole", "coach".to_owned()),
        ("ce-purpose", "coaching".to_owned()),
        ("ce-correlationid", meta.correlation.to_string()),
        ("ce-causationid", meta.causation.to_string()),
        ("ce-traceparent", runtime::telemetry::traceparent(meta.correlation)),
    ] {
        assert_eq!(header(name), value, "{name}");
    }
    let document: serde_json::Value =
        serde_json::from_str(include_str!("../../../docs/asyncapi.json")).unwrap();
    let described = &document["components"]["schemas"]["CloudEvent"];
    for name in described["required"].as_array().unwrap() {
        header(name.as_str().unwrap());
    }
    for (name, _) in message.headers.iter().map(|(name, value)| (name.to_string(), value)) {
        let ours = name.starts_with("ce-");
        assert!(!ours || described["properties"][&name].is_object(), "{name} is described");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wiped_jetstream_is_filled_again_and_nobody_sees_anything_twice() {
    let (mut server, log) = (Server::start().await, Log::new());
    let relay = log.relay(&server.settings());
    let consumer = Consuming::start(&server.settings(), Keeps::default());
    log.grows(200).await;
    consumer.ends(100).await;
    tokio::join!(log.grows(400), async {
        server.dies().await;
        server.wiped();
        server.starts();
        server.is_ready().await;
    });
    log.grows(100).await;
    relay.reaches(700).await;
    consumer.ends(700).await;
    let (seen, counts) = consumer.stops().await;
    assert_eq!(seen, (1..=700).collect::<Vec<_>>());
    assert!(counts.skipped > 0, "it was delivered again from the beginning: {counts:?}");
    relay.stops().await;
    stream_is_log(&server.client().await, &log).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_with_a_hole_is_made_again() {
    let (server, log) = (Server::start().await, Log::new());
    log.grows(50).await;
    let relay = log.relay(&server.settings());
    relay.reaches(50).await;
    relay.stops().await;
    let client = server.client().await;
    let stream = client.get_stream(STREAM).await.unwrap();
    let mut config = stream.get_info().await.unwrap().config;
    assert!(stream.delete_message(20).await.is_err(), "nobody takes out an event");
    stream.purge().sequence(20).await.unwrap();
    config.description = Some("without its beginning".to_owned());
    client.update_stream(&config).await.unwrap();
    let relay = log.relay(&server.settings());
    relay.reaches(50).await;
    relay.stops().await;
    stream_is_log(&client, &log).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_logs_stream_is_left_alone() {
    let (server, log) = (Server::start().await, Log::new());
    log.grows(3).await;
    let relay = log.relay(&server.settings());
    relay.reaches(3).await;
    relay.stops().await;
    let other = Log::new();
    other.grows(5).await;
    let ended = tokio::time::timeout(PATIENCE, other.relay(&server.settings()).task).await;
    let ended = ended.unwrap().unwrap();
    assert!(matches!(ended, Err(NatsError::OtherLog(at)) if at == Position::at(3)));
    stream_is_log(&server.client().await, &log).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_relays_at_once_double_nothing() {
    let (server, log) = (Server::start().await, Log::new());
    log.grows(200).await;
    let (one, other) = (log.relay(&server.settings()), log.relay(&server.settings()));
    log.grows(500).await;
    one.reaches(700).await;
    other.reaches(700).await;
    one.stops().await;
    log.grows(50).await;
    other.reaches(750).await;
    other.stops().await;
    stream_is_log(&server.client().await, &log).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_nats_the_log_goes_on_and_the_relay_catches_up() {
    let (mut server, log) = (Server::start().await, Log::new());
    server.dies().await;
    let relay = log.relay(&server.settings());
    log.grows(100).await;
    assert_eq!(log.head(), 100);
    server.starts();
    relay.reaches(100).await;
    server.dies().await;
    log.grows(100).await;
    server.starts();
    relay.reaches(200).await;
    relay.stops().await;
    stream_is_log(&server.client().await, &log).await;
}
