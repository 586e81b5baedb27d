//! The streams that the relay makes are as they are set, also those that were there before.

use std::time::Duration;

use async_nats::jetstream::{
    Context,
    stream::{Config, Stream},
};
use runtime::nats::{PARKED_STREAM, STREAM, Settings};
use tests::nats::{Cluster, Server};

use super::{Log, stream_is_log};

/// A stream that somebody made before the relay did, with their own settings.
fn before(name: &str, subjects: &str) -> Config {
    Config {
        name: name.to_owned(),
        subjects: vec![subjects.to_owned()],
        description: Some("made by hand".to_owned()),
        duplicate_window: Duration::from_secs(5),
        max_age: Duration::from_hours(1_000),
        max_messages: 1_000_000,
        ..Config::default()
    }
}

async fn config(nats: &Context, stream: &str) -> Config {
    let stream: Stream = nats.get_stream(stream).await.unwrap();
    stream.get_info().await.unwrap().config
}

#[tokio::test(flavor = "multi_thread")]
async fn the_relay_brings_streams_to_its_settings_and_leaves_the_rest() {
    let (server, log) = (Server::start().await, Log::new());
    let nats = server.client().await;
    nats.create_stream(before(STREAM, "stc.>")).await.unwrap();
    nats.create_stream(before(PARKED_STREAM, "parked.>")).await.unwrap();
    log.grows(3).await;
    let relay = log.relay(&server.settings());
    relay.reaches(3).await;
    relay.stops().await;
    let events = config(&nats, STREAM).await;
    assert!(events.deny_delete);
    assert_eq!(events.duplicate_window, Duration::from_mins(2));
    assert_eq!((events.max_age, events.max_messages), (Duration::ZERO, -1));
    let parked = config(&nats, PARKED_STREAM).await;
    assert_eq!(parked.max_messages, 100_000);
    assert_eq!(parked.max_age, Duration::from_hours(1_000), "somebody's own, beside ours");
    for config in [events, parked] {
        assert_eq!(config.description.as_deref(), Some("made by hand"));
    }
    stream_is_log(&nats, &log).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_copy_becomes_three_where_three_are_set() {
    let (cluster, log) = (Cluster::start().await, Log::new());
    log.grows(3).await;
    let nats = cluster.nodes[0].client().await;
    for (copies, events) in [(1, 3), (3, 6), (1, 9)] {
        let settings = Settings::new(&cluster.nodes[0].url(), copies, None).unwrap();
        log.grows(events - usize::try_from(log.head()).unwrap()).await;
        let relay = log.relay(&settings);
        relay.reaches(events as u64).await;
        relay.stops().await;
        for stream in [STREAM, PARKED_STREAM] {
            assert_eq!(config(&nats, stream).await.num_replicas, copies, "{stream}");
        }
    }
    stream_is_log(&nats, &log).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_that_nats_does_not_change_carries_the_log_all_the_same() {
    let (server, log) = (Server::start().await, Log::new());
    log.grows(3).await;
    let relay = log.relay(&server.settings());
    relay.reaches(3).await;
    relay.stops().await;
    // One server alone keeps no three copies.
    log.grows(3).await;
    let relay = log.relay(&Settings::new(&server.url(), 3, None).unwrap());
    relay.reaches(6).await;
    relay.stops().await;
    stream_is_log(&server.client().await, &log).await;
}
