//! A consumer: what it cannot take, and where it goes on.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn poison_is_parked_and_the_next_goes_on() {
    let (server, log) = (Server::start().await, Log::new());
    log.grows(3).await;
    append(&log.log, "lsc02", "Poison").await;
    log.grows(3).await;
    let relay = log.relay(&server.settings());
    let keeps = Keeps { poison: Some("Poison"), hesitate: 2, ..Keeps::default() };
    let consumer = Consuming::start(&server.settings(), keeps);
    consumer.ends(7).await;
    let (seen, counts) = consumer.stops().await;
    assert_eq!(seen, [1, 2, 3, 5, 6, 7]);
    assert_eq!(counts, Counts { applied: 6, retried: 2, parked: 1, skipped: 0 });
    relay.stops().await;
    let parked = server.client().await.get_stream(PARKED_STREAM).await.unwrap();
    assert_eq!(parked.get_info().await.unwrap().state.messages, 1);
    let parked = parked.get_raw_message(1).await.unwrap();
    assert_eq!(parked.subject.as_str(), "parked.keeper.stc.lsc02.trajectory.Poison");
    assert_eq!(parked.headers.get("ce-position").unwrap().as_str(), "4");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consumer_goes_on_where_its_process_ended() {
    let (server, log) = (Server::start().await, Log::new());
    let relay = log.relay(&server.settings());
    log.grows(20).await;
    let consumer = Consuming::start(&server.settings(), Keeps::default());
    consumer.ends(20).await;
    consumer.stops().await;
    log.grows(20).await;
    let consumer = Consuming::start(&server.settings(), Keeps::default());
    consumer.sees(40).await;
    let (seen, counts) = consumer.stops().await;
    // The last acknowledgement of the first process may have been on its way.
    let new: Vec<_> = seen.into_iter().filter(|position| *position > 20).collect();
    assert_eq!(new, (21..=40).collect::<Vec<_>>(), "{counts:?}");
    relay.stops().await;
}
