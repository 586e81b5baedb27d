//! Subscriptions.

use std::time::Duration;

use eventstore::{
    AppendToStreamOptions, Client, Position, RetryOptions, StreamPosition, SubscribeToAllOptions,
    SubscribeToStreamOptions, Subscription, SubscriptionEvent, SubscriptionFilter,
};
use tokio::time::timeout;

use crate::support::{Served, append, event, trajectory};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(30);

async fn next(subscription: &mut Subscription) -> SubscriptionEvent {
    timeout(PATIENCE, subscription.next_subscription_event()).await.unwrap().unwrap()
}

/// The position of the next event.
async fn position(subscription: &mut Subscription) -> u64 {
    let event = timeout(PATIENCE, subscription.next()).await.unwrap().unwrap();
    event.get_original_event().position.commit
}

fn after(position: u64) -> SubscribeToAllOptions {
    let position = Position { commit: position, prepare: position };
    SubscribeToAllOptions::default().position(StreamPosition::Position(position))
}

/// Reads on until everything that was there is read.
async fn caught_up(subscription: &mut Subscription) -> Vec<SubscriptionEvent> {
    let mut before = Vec::new();
    loop {
        match next(subscription).await {
            SubscriptionEvent::CaughtUp(_) => return before,
            event => before.push(event),
        }
    }
}

#[tokio::test]
async fn between_history_and_now_nothing_is_missing_or_double() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..100).await;
    let from_start = SubscribeToAllOptions::default().position(StreamPosition::Start);
    let mut subscription = client.subscribe_to_all(&from_start).await;
    let writer = tokio::spawn({
        let client = client.clone();
        async move {
            for id in 100..140 {
                append(&client, id % 7, [id]).await;
            }
        }
    });
    for expected in 1..=140 {
        assert_eq!(position(&mut subscription).await, expected);
    }
    writer.await.unwrap();
}

#[tokio::test]
async fn a_subscription_begins_after_its_position() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..5).await;
    assert_eq!(position(&mut client.subscribe_to_all(&after(3)).await).await, 4);

    let mut end = client
        .subscribe_to_all(&SubscribeToAllOptions::default().position(StreamPosition::End))
        .await;
    assert!(matches!(next(&mut end).await, SubscriptionEvent::Confirmed(_)));
    assert!(matches!(next(&mut end).await, SubscriptionEvent::CaughtUp(Some(at))
        if at.position.unwrap().commit == 5));
    append(&client, 1, [5]).await;
    assert_eq!(position(&mut end).await, 6);
}

#[tokio::test]
async fn a_filtered_subscription_is_told_how_far_it_is() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..95).await;
    append(&client, 2, 95..100).await;
    let wanted = || SubscriptionFilter::on_stream_name().add_prefix(trajectory(2)).max(10);
    let options = SubscribeToAllOptions::default().position(StreamPosition::Start);
    let mut subscription = client.subscribe_to_all(&options.filter(wanted())).await;
    let (mut events, mut told) = (Vec::new(), 0);
    for event in caught_up(&mut subscription).await {
        match event {
            SubscriptionEvent::EventAppeared(event) => {
                events.push(event.get_original_event().position.commit);
            }
            SubscriptionEvent::Checkpoint(at) => {
                assert!(at.commit >= told + 10);
                told = at.commit;
            }
            _ => {}
        }
    }
    assert_eq!(events, [96, 97, 98, 99, 100]);
    assert_eq!(told, 95);

    // Live too, also when nothing passes.
    append(&client, 1, 100..150).await;
    while told < 150 {
        match next(&mut subscription).await {
            SubscriptionEvent::Checkpoint(at) => told = at.commit,
            other => panic!("{other:?}"),
        }
    }
    append(&client, 2, [150]).await;
    let mut again = client.subscribe_to_all(&after(told).filter(wanted())).await;
    assert_eq!(position(&mut again).await, 151);
}

#[tokio::test]
async fn one_stream_is_followed_also_before_it_exists() {
    let served = Served::start().await;
    let client = served.client();
    let options = SubscribeToStreamOptions::default();
    let mut early = client.subscribe_to_stream(trajectory(1), &options).await;
    assert_eq!(caught_up(&mut early).await.len(), 1);
    append(&client, 2, [10]).await;
    append(&client, 1, 0..3).await;
    let from = options.start_from(StreamPosition::Position(1));
    let mut late = client.subscribe_to_stream(trajectory(1), &from).await;
    let revision = async |subscription: &mut Subscription| {
        let event = timeout(PATIENCE, subscription.next()).await.unwrap().unwrap();
        event.get_original_event().revision
    };
    for expected in 0..3 {
        assert_eq!(revision(&mut early).await, expected);
    }
    assert_eq!(revision(&mut late).await, 2);
    append(&client, 1, [3]).await;
    assert_eq!((revision(&mut early).await, revision(&mut late).await), (3, 3));
}

#[tokio::test]
async fn clients_find_the_log_again_after_a_restart() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, [1]).await;
    let options = SubscribeToAllOptions::default().position(StreamPosition::Start);
    let retry = RetryOptions::default().retry_forever().retry_delay(Duration::from_millis(50));
    let mut subscription = client.subscribe_to_all(&options.retry_options(retry)).await;
    assert_eq!(position(&mut subscription).await, 1);
    // What a client does while its log is away is try again; retries never double.
    let served = served.restart().await;
    timeout(PATIENCE, retried(&client)).await.unwrap();
    assert_eq!(position(&mut subscription).await, 2);
    assert_eq!(append(&client, 1, [2]).await.position.commit, 2);
    drop(served);
}

async fn retried(client: &Client) {
    let any = AppendToStreamOptions::default();
    while client.append_to_stream(trajectory(1), &any, event(2)).await.is_err() {}
}
