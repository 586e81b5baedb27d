//! Three servers that fail one after the other, and all at once, while events keep coming.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use runtime::nats::STREAM;
use tests::nats::Cluster;

use super::{Consuming, Keeps, Log, append, stream_is_log};

/// Pause between two events, so that they keep coming through all of it.
const BEAT: Duration = Duration::from_millis(5);
/// How long a node is away: longer than the others need to choose another leader.
const AWAY: Duration = Duration::from_secs(8);

#[tokio::test(flavor = "multi_thread")]
#[ignore = "slow: ./test --faults"]
async fn nodes_that_are_killed_frozen_or_wiped_lose_nothing_and_double_nothing() {
    let (mut cluster, log) = (Cluster::start().await, Arc::new(Log::new()));
    let relay = log.relay(&cluster.settings());
    let consumer = Consuming::start(&cluster.settings(), Keeps::default());
    let enough = Arc::new(AtomicBool::new(false));
    let load = tokio::spawn({
        let (log, enough) = (log.clone(), enough.clone());
        async move {
            while !enough.load(Ordering::SeqCst) {
                append(&log.log, "lsc01", "StepRegistered").await;
                tokio::time::sleep(BEAT).await;
            }
        }
    });
    relay.reaches(100).await;

    let leader = cluster.leader(STREAM).await;
    cluster.nodes[leader].dies().await;
    relay.reaches(log.head() + 100).await;
    cluster.nodes[leader].starts();
    cluster.nodes[leader].is_ready().await;

    let leader = cluster.leader(STREAM).await;
    cluster.nodes[leader].freezes().await;
    tokio::time::sleep(AWAY).await;
    relay.reaches(log.head() + 100).await;
    cluster.nodes[leader].thaws().await;
    cluster.nodes[leader].is_ready().await;

    let leader = cluster.leader(STREAM).await;
    cluster.nodes[leader].dies().await;
    cluster.nodes[leader].wiped();
    cluster.nodes[leader].starts();
    cluster.nodes[leader].is_ready().await;
    relay.reaches(log.head() + 100).await;

    for node in &mut cluster.nodes {
        node.dies().await;
    }
    for node in &mut cluster.nodes {
        node.wiped();
        node.starts();
    }
    for node in &cluster.nodes {
        node.is_ready().await;
    }
    relay.reaches(log.head() + 100).await;
    enough.store(true, Ordering::SeqCst);
    load.await.unwrap();

    let head = log.head();
    relay.reaches(head).await;
    consumer.ends(head).await;
    let (seen, counts) = consumer.stops().await;
    assert_eq!(seen, (1..=head).collect::<Vec<_>>(), "{counts:?}");
    relay.stops().await;
    stream_is_log(&cluster.nodes[0].client().await, &log).await;
}
