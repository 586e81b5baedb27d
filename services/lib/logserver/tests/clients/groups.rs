//! Persistent subscriptions.

use std::{collections::BTreeSet, time::Duration};

use eventstore::{
    Client, DeletePersistentSubscriptionOptions, Error, GetPersistentSubscriptionInfoOptions,
    ListPersistentSubscriptionsOptions, NakAction, PersistentSubscription,
    PersistentSubscriptionEvent, PersistentSubscriptionOptions, PersistentSubscriptionStats,
    PersistentSubscriptionToAllOptions, ReplayParkedMessagesOptions, ResolvedEvent, StreamPosition,
    SubscribeToPersistentSubscriptionOptions, SubscriptionFilter, SystemConsumerStrategy,
};
use tokio::time::{sleep, timeout};

use crate::support::{Served, append, trajectory};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it is looked whether something has come about.
const LOOK_AGAIN: Duration = Duration::from_millis(20);
const GROUP: &str = "certificates";

fn of_all() -> PersistentSubscriptionToAllOptions {
    PersistentSubscriptionToAllOptions::default()
        .start_from(StreamPosition::Start)
        .consumer_strategy_name(SystemConsumerStrategy::RoundRobin)
        .checkpoint_after(Duration::from_millis(100))
}

async fn join(client: &Client, room: usize) -> PersistentSubscription {
    let options = SubscribeToPersistentSubscriptionOptions::default().buffer_size(room);
    let joined = client.subscribe_to_persistent_subscription_to_all(GROUP, &options).await;
    let mut joined = joined.unwrap();
    let first = timeout(PATIENCE, joined.next_subscription_event()).await.unwrap().unwrap();
    assert!(matches!(first, PersistentSubscriptionEvent::Confirmed(_)));
    joined
}

/// The next event, its position, and how often it was handed out before.
async fn next(consumer: &mut PersistentSubscription) -> (ResolvedEvent, u64, usize) {
    match timeout(PATIENCE, consumer.next_subscription_event()).await.unwrap().unwrap() {
        PersistentSubscriptionEvent::EventAppeared { event, retry_count } => {
            let position = event.get_original_event().position.commit;
            (event, position, retry_count)
        }
        PersistentSubscriptionEvent::Confirmed(_) => panic!("confirmed twice"),
    }
}

/// Waits until the group has come so far.
async fn until(client: &Client, has_come: impl Fn(&PersistentSubscriptionStats) -> bool) {
    let look = async {
        let options = GetPersistentSubscriptionInfoOptions::default();
        loop {
            let info = client.get_persistent_subscription_info_to_all(GROUP, &options);
            if has_come(&info.await.unwrap().stats) {
                return;
            }
            sleep(LOOK_AGAIN).await;
        }
    };
    timeout(PATIENCE, look).await.unwrap();
}

#[tokio::test]
async fn consumers_share_what_was_there_and_what_comes() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..10).await;
    client.create_persistent_subscription_to_all(GROUP, &of_all()).await.unwrap();
    let (mut one, mut other) = (join(&client, 5).await, join(&client, 5).await);
    append(&client, 2, 10..20).await;
    let (mut by_one, mut by_other) = (BTreeSet::new(), BTreeSet::new());
    while by_one.len() + by_other.len() < 20 {
        tokio::select! {
            event = one.next() => {
                let event = event.unwrap();
                by_one.insert(event.get_original_event().position.commit);
                one.ack(&event).await.unwrap();
            }
            event = other.next() => {
                let event = event.unwrap();
                by_other.insert(event.get_original_event().position.commit);
                other.ack(&event).await.unwrap();
            }
            () = sleep(PATIENCE) => panic!("{} of 20", by_one.len() + by_other.len()),
        }
    }
    assert!(by_one.is_disjoint(&by_other), "each once");
    assert!(!by_one.is_empty() && !by_other.is_empty(), "both had work");
}

#[tokio::test]
async fn after_a_restart_a_group_goes_on_where_it_was() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..10).await;
    client.create_persistent_subscription_to_all(GROUP, &of_all()).await.unwrap();
    let mut consumer = join(&client, 10).await;
    for position in 1..=6 {
        let (event, at, _) = next(&mut consumer).await;
        assert_eq!(at, position);
        if position != 5 {
            consumer.ack(&event).await.unwrap();
        }
    }
    // Acknowledged is what the server has heard.
    until(&client, |stats| stats.last_checkpointed_position.is_some_and(|at| at.commit == 4)).await;
    let served = served.restart().await;
    let mut consumer = join(&served.client(), 10).await;
    let mut seen = Vec::new();
    for _ in 5..=10 {
        seen.push(next(&mut consumer).await.1);
    }
    assert_eq!(seen, (5..=10).collect::<Vec<_>>(), "from the first that was not settled");
}

#[tokio::test]
async fn what_a_lost_consumer_had_goes_to_another() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..3).await;
    client.create_persistent_subscription_to_all(GROUP, &of_all()).await.unwrap();
    let mut lost = join(&client, 3).await;
    next(&mut lost).await;
    drop(lost);
    let mut other = join(&client, 3).await;
    let positions = [next(&mut other).await.1, next(&mut other).await.1, next(&mut other).await.1];
    assert_eq!(positions, [1, 2, 3]);
}

#[tokio::test]
async fn what_nobody_can_deal_with_is_parked_and_can_be_tried_again() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..3).await;
    let options = of_all().max_retry_count(1);
    client.create_persistent_subscription_to_all(GROUP, &options).await.unwrap();
    let mut consumer = join(&client, 1).await;
    for (position, retries) in [(1, 0), (1, 1)] {
        let (event, at, retried) = next(&mut consumer).await;
        assert_eq!((at, retried), (position, retries));
        consumer.nack(&event, NakAction::Retry, "not now").await.unwrap();
    }
    let (event, at, _) = next(&mut consumer).await;
    assert_eq!(at, 2, "what is parked holds nobody up");
    consumer.nack(&event, NakAction::Park, "never").await.unwrap();
    let (event, _, _) = next(&mut consumer).await;
    consumer.nack(&event, NakAction::Skip, "not for us").await.unwrap();
    until(&client, |stats| stats.parked_message_count == 2).await;
    client
        .replay_parked_messages_to_all(GROUP, &ReplayParkedMessagesOptions::default())
        .await
        .unwrap();
    for position in [1, 2] {
        let (event, at, _) = next(&mut consumer).await;
        assert_eq!(at, position);
        consumer.ack(&event).await.unwrap();
    }
    until(&client, |stats| stats.parked_message_count == 0).await;
}

#[tokio::test]
async fn a_consumer_that_takes_too_long_gets_it_again() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..1).await;
    let options = of_all().message_timeout(Duration::from_millis(100));
    client.create_persistent_subscription_to_all(GROUP, &options).await.unwrap();
    let mut consumer = join(&client, 5).await;
    let (_, first, before) = next(&mut consumer).await;
    let (_, again, then) = next(&mut consumer).await;
    assert_eq!((first, before, again, then), (1, 0, 1, 1));
}

#[tokio::test]
async fn a_group_of_one_stream_begins_where_it_is_told() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..5).await;
    append(&client, 2, 5..9).await;
    let options = PersistentSubscriptionOptions::default()
        .start_from(StreamPosition::Position(3))
        .consumer_strategy_name(SystemConsumerStrategy::Pinned);
    client.create_persistent_subscription(trajectory(1), GROUP, &options).await.unwrap();
    let join = SubscribeToPersistentSubscriptionOptions::default();
    let joined = client.subscribe_to_persistent_subscription(trajectory(1), GROUP, &join).await;
    let mut consumer = joined.unwrap();
    for revision in 3..=4 {
        let event = timeout(PATIENCE, consumer.next()).await.unwrap().unwrap();
        assert_eq!(event.get_original_event().revision, revision);
        consumer.ack(&event).await.unwrap();
    }
    append(&client, 1, [99]).await;
    let event = timeout(PATIENCE, consumer.next()).await.unwrap().unwrap();
    assert_eq!(event.get_original_event().revision, 5);
}

#[tokio::test]
async fn a_group_reads_only_what_passes_its_filter() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..3).await;
    append(&client, 2, 3..6).await;
    let filter = SubscriptionFilter::on_stream_name().add_prefix(trajectory(2));
    client.create_persistent_subscription_to_all(GROUP, &of_all().filter(filter)).await.unwrap();
    let mut consumer = join(&client, 10).await;
    for position in 4..=6 {
        assert_eq!(next(&mut consumer).await.1, position);
    }
}

#[tokio::test]
async fn groups_are_made_once_listed_changed_and_deleted() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..3).await;
    let missing = client
        .subscribe_to_persistent_subscription_to_all(
            GROUP,
            &SubscribeToPersistentSubscriptionOptions::default(),
        )
        .await
        .map(drop);
    assert!(matches!(missing, Err(Error::ResourceNotFound)), "{missing:?}");
    let options = of_all().max_subscriber_count(1);
    client.create_persistent_subscription_to_all(GROUP, &options).await.unwrap();
    let twice = client.create_persistent_subscription_to_all(GROUP, &options).await;
    assert!(matches!(twice, Err(Error::ResourceAlreadyExists)), "{twice:?}");

    let mut consumer = join(&client, 1).await;
    let second = client
        .subscribe_to_persistent_subscription_to_all(
            GROUP,
            &SubscribeToPersistentSubscriptionOptions::default(),
        )
        .await;
    assert!(second.map(drop).is_err(), "it has room for one");
    let (event, _, _) = next(&mut consumer).await;
    consumer.ack(&event).await.unwrap();

    let listed = client
        .list_all_persistent_subscriptions(&ListPersistentSubscriptionsOptions::default())
        .await
        .unwrap();
    let names: Vec<_> =
        listed.iter().map(|info| (info.event_source.as_str(), info.group_name.as_str())).collect();
    assert_eq!(names, [("$all", GROUP)]);

    let wider = of_all().max_subscriber_count(5);
    client.update_persistent_subscription_to_all(GROUP, &wider).await.unwrap();
    let dropped = timeout(PATIENCE, async { while consumer.next().await.is_ok() {} }).await;
    dropped.expect("whoever was connected has to connect again");
    let (mut one, _other) = (join(&client, 1).await, join(&client, 1).await);
    assert_eq!(next(&mut one).await.1, 2, "it goes on where it was");

    client
        .delete_persistent_subscription_to_all(
            GROUP,
            &DeletePersistentSubscriptionOptions::default(),
        )
        .await
        .unwrap();
    let gone = client
        .delete_persistent_subscription_to_all(
            GROUP,
            &DeletePersistentSubscriptionOptions::default(),
        )
        .await;
    assert!(matches!(gone, Err(Error::ResourceNotFound)), "{gone:?}");
}
