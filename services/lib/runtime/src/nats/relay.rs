//! Publishes the log to JetStream, in order, each event once.
//!
//! The checkpoint is the last message of the stream itself. Every event names the sequence that it
//! expects before it, so what arrives twice, late, or from a second relay is refused by JetStream.

use std::{collections::VecDeque, convert::Infallible, pin::pin, sync::Arc, time::Duration};

use async_nats::jetstream::{
    Context,
    context::PublishAckFuture,
    message::{PublishMessage, StreamMessage},
    stream::Stream,
};
use eventlog::{EventLog, Filter, LogError, Position, Recorded, subscribe};
use futures::StreamExt;
use tokio::{sync::watch, time::MissedTickBehavior};
use tracing::{Span, info_span};

use super::{
    NatsError, STREAM, Settings, WINDOW_EVENTS_MAX,
    cloud_event::{ID, POSITION, headers, payload, subject, text},
    failed, pause,
};
use crate::telemetry::{self, metrics};

/// How often a relay with nothing to do looks whether its stream is still there.
const CHECK_SECONDS: u64 = 2;

/// How far the relay came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The log position published and acknowledged last.
    pub published: Position,
    /// The last position of the log.
    pub head: Position,
}

/// Follows the log and publishes it until `stop` is set. While NATS is away it tries again and
/// again; the log never waits for it.
///
/// # Errors
///
/// [`NatsError::OtherLog`]: a person has to look at it.
pub async fn relay(
    log: Arc<dyn EventLog>,
    settings: Settings,
    mut stop: watch::Receiver<bool>,
    progress: watch::Sender<Progress>,
) -> Result<(), NatsError> {
    let relay = Relay { log, settings, progress };
    tokio::select! {
        // Nothing has to be finished: the stream itself tells how far it came.
        _ = stop.wait_for(|stop| *stop) => Ok(()),
        Err(error) = relay.run() => Err(error),
    }
}

struct Relay {
    log: Arc<dyn EventLog>,
    settings: Settings,
    progress: watch::Sender<Progress>,
}

/// The end of the stream.
struct Checkpoint {
    /// Its last sequence.
    sequence: u64,
    /// The position of its last event.
    position: Position,
}

impl Relay {
    async fn run(&self) -> Result<Infallible, NatsError> {
        let nats = self.settings.connect("stc-relay").await?;
        let mut failures = 0;
        loop {
            let before = self.published();
            let Err(error) = self.publish_from_checkpoint(&nats).await;
            self.tell(self.published());
            if let NatsError::OtherLog(_) = error {
                return Err(error);
            }
            let moved = self.published() > before;
            failures = if moved { 0 } else { failures + 1 };
            tracing::warn!(%error, failures, "the relay goes back to its checkpoint");
            tokio::time::sleep(pause(failures)).await;
        }
    }

    /// Publishes everything after the checkpoint, then live, until something fails.
    async fn publish_from_checkpoint(&self, nats: &Context) -> Result<Infallible, NatsError> {
        let stream = self.settings.make_streams(nats).await?;
        let Checkpoint { mut sequence, position } = self.checkpoint(nats, &stream).await?;
        self.tell(position);
        let mut pages = pin!(subscribe(self.log.clone(), position, Filter::default()));
        let mut check = tokio::time::interval(Duration::from_secs(CHECK_SECONDS));
        check.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                page = pages.next() => {
                    let closed = || LogError::Unreadable("the log is closed".to_owned());
                    let page = page.ok_or_else(closed)??;
                    sequence = publish(nats, &page.events, sequence).await?;
                    self.tell(page.next);
                }
                _ = check.tick() => {
                    let now = stream.get_info().await.map_err(failed)?.state.last_sequence;
                    if now != sequence {
                        return Err(NatsError::Moved);
                    }
                    self.tell(self.published());
                }
            }
        }
    }

    /// Reads the end of the stream. The sequence is read first: if somebody publishes in between,
    /// the next event expects too little and is refused.
    async fn checkpoint(&self, nats: &Context, stream: &Stream) -> Result<Checkpoint, NatsError> {
        let state = stream.get_info().await.map_err(failed)?.state;
        if state.messages == 0 {
            return Ok(Checkpoint { sequence: state.last_sequence, position: Position::START });
        }
        let first = stream.get_raw_message(state.first_sequence).await.map_err(failed)?;
        let last = stream.get_raw_message(state.last_sequence).await.map_err(failed)?;
        let position = position(&last)?;
        let begins = self.log.read_all(Position::START, &Filter::default(), 1).await?;
        let end = self.log.at(position).await?;
        let (Some(begin), Some(end)) = (begins.events.first(), end) else {
            return Err(NatsError::Ahead(position));
        };
        let id = end.id().to_string();
        if text(&last.headers, ID) != Some(id.as_str()) {
            return Err(NatsError::OtherLog(position));
        }
        let whole = state.messages == state.last_sequence + 1 - state.first_sequence;
        if !whole || self::position(&first)? != begin.position {
            nats.delete_stream(STREAM).await.map_err(failed)?;
            return Err(NatsError::Lost);
        }
        Ok(Checkpoint { sequence: state.last_sequence, position })
    }

    /// A copy, so that nobody holds the channel while it is written.
    fn published(&self) -> Position {
        self.progress.borrow().published
    }

    fn tell(&self, published: Position) {
        let head = *self.log.head().borrow();
        self.progress.send_replace(Progress { published, head });
    }
}

/// The log position of a published event; none stands at the start.
fn position(message: &StreamMessage) -> Result<Position, NatsError> {
    let position = text(&message.headers, POSITION).and_then(|text| text.parse().ok());
    position
        .filter(|position| *position > Position::START)
        .ok_or(NatsError::OtherLog(Position::START))
}

/// Publishes events after a sequence, some of them on the way at once, and answers the last
/// sequence once JetStream has them all.
async fn publish(nats: &Context, events: &[Recorded], after: u64) -> Result<u64, NatsError> {
    let mut sequence = after;
    let mut waiting = VecDeque::with_capacity(WINDOW_EVENTS_MAX);
    for event in events {
        if waiting.len() == WINDOW_EVENTS_MAX {
            confirm(waiting.pop_front()).await?;
        }
        let message =
            PublishMessage::build().payload(payload(event)).headers(headers(event, sequence));
        let span = span(event);
        let sent = nats.send_publish(subject(event), message).await.map_err(failed)?;
        sequence += 1;
        waiting.push_back((sequence, sent, span));
    }
    while !waiting.is_empty() {
        confirm(waiting.pop_front()).await?;
    }
    Ok(sequence)
}

/// JetStream has this event in this place. One that was there before, because its acknowledgement
/// was lost, is refused: then the checkpoint tells.
async fn confirm(sent: Option<(u64, PublishAckFuture, Span)>) -> Result<(), NatsError> {
    let Some((sequence, sent, _span)) = sent else { return Ok(()) };
    let acknowledged = sent.await.map_err(failed)?;
    if acknowledged.sequence != sequence {
        return Err(NatsError::Moved);
    }
    metrics::published();
    Ok(())
}

/// The span of publishing an event, from its sending to its acknowledgement.
fn span(event: &Recorded) -> Span {
    let make = || {
        info_span!(
            target: "stc",
            parent: None,
            "publish",
            otel.name = format!("publish {}", event.name),
            otel.kind = "producer",
        )
    };
    match event.meta() {
        Ok(meta) => telemetry::follows(meta.correlation, make),
        Err(_) => make(),
    }
}
