//! Where the log on a server ends, kept up with.
//!
//! Invariant: the end that is told only moves forward.

use std::sync::Arc;

use eventstore::{
    Client, ClientSettings, Error, ReadAllOptions, ReadEvent, StreamPosition,
    SubscribeToAllOptions, SubscriptionEvent, SubscriptionFilter,
};
use tokio::sync::watch;

use super::{
    login::{By, Login},
    place,
};
use crate::{Position, retry::pause};

/// Ends the task that follows the log's end with the last clone.
pub(super) struct Follower(pub(super) tokio::task::JoinHandle<()>);

impl Drop for Follower {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Where the log ends now.
pub(super) async fn end(client: &Client, login: &Login) -> Result<Position, Error> {
    let options = ReadAllOptions::default()
        .by(login)
        .position(StreamPosition::End)
        .filter(SubscriptionFilter::on_stream_name().exclude_system_events())
        .max_count(1);
    let mut read = client.read_all(&options).await?;
    while let Some(read) = read.next_read_event().await? {
        if let ReadEvent::Event(event) = read {
            return Ok(Position::at(event.get_original_event().position.commit));
        }
    }
    Ok(Position::START)
}

/// Keeps up with the end of the log, through lost connections and changes of the leader.
pub(super) async fn follow(
    settings: ClientSettings,
    login: Login,
    clients: watch::Sender<Client>,
    head: Arc<watch::Sender<Position>>,
) {
    let mut failures = 0;
    // Where to go on: also past what the server left out, where no event of ours stands.
    let mut from = *head.borrow();
    loop {
        let options = SubscribeToAllOptions::default()
            .by(&login)
            .position(place(from))
            .filter(SubscriptionFilter::on_stream_name().exclude_system_events());
        let client = clients.borrow().clone();
        let mut events = client.subscribe_to_all(&options).await;
        let cut_off = loop {
            let position = match events.next_subscription_event().await {
                Ok(SubscriptionEvent::EventAppeared(event)) => event.get_original_event().position,
                Ok(SubscriptionEvent::Checkpoint(position)) => {
                    from = from.max(Position::at(position.commit));
                    continue;
                }
                Ok(_) => continue,
                Err(error) => break !error.is_access_denied(),
            };
            failures = 0;
            from = from.max(Position::at(position.commit));
            raise(&head, Position::at(position.commit));
        };
        failures += 1;
        tracing::warn!(failures, "the log does not answer, asking again");
        tokio::time::sleep(pause(failures)).await;
        if cut_off && let Ok(client) = Client::new(settings.clone()) {
            clients.send_replace(client);
        }
    }
}

/// The log ends at this position or later.
pub(super) fn raise(head: &watch::Sender<Position>, position: Position) {
    head.send_if_modified(|head| {
        let later = position > *head;
        *head = position.max(*head);
        later
    });
}
