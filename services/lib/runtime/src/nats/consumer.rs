//! Takes events from JetStream, one after the other, in the order of the log.
//!
//! Whoever needs its own place there is a durable consumer; a reaction of one process is an
//! ephemeral one. Either is made again when it vanished, and skips what it has seen.

use std::time::Duration;

use async_nats::{
    HeaderMap,
    datetime::DateTime,
    jetstream::{
        AckKind, Context, Message,
        consumer::{AckPolicy, DeliverPolicy, PullConsumer, pull},
        message::PublishMessage,
        stream::Stream,
    },
};
use eventlog::{Filter, Position};
use futures::StreamExt;
use tokio::sync::watch;
use tracing::Instrument;

use super::{NatsError, PARKED_STREAM, STREAM, Settings, cloud_event, failed, pause, subjects};
use crate::bus::{Delivered, Handler, Outcome, RETRIES_MILLIS};

/// How many deliveries are fetched ahead. JetStream still hands them out one by one.
const FETCHED_EVENTS_MAX: usize = 64;
/// How long a handler may work on one delivery before it is delivered again.
const HANDLING_SECONDS_MAX: u64 = 30;
/// How often JetStream shows that it is there; two silences end the subscription.
const HEARTBEAT_SECONDS: u64 = 1;
/// How long one request for deliveries stands.
const FETCH_SECONDS: u64 = 10;
/// How long JetStream keeps an ephemeral consumer that asks for nothing.
const EPHEMERAL_SECONDS: u64 = 30;
/// From how long before the last event on an ephemeral consumer begins. Covers what happened while
/// it was being made, and clocks of NATS servers that differ.
const MARGIN_SECONDS: u64 = 60;

/// What became of the deliveries so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Handled.
    pub applied: u64,
    /// Put off because the handler asked for it.
    pub retried: u64,
    /// Put aside.
    pub parked: u64,
    /// Seen before.
    pub skipped: u64,
}

/// Hands every event of the log that a filter lets through to a handler, until `stop` is set. The
/// durable's name is a lower-case word; its place survives this process. An event that cannot be
/// handled is copied to stream [`PARKED_STREAM`].
///
/// After a wipe everything is delivered again from the beginning: what this process has seen is
/// skipped here, what an earlier one has seen by the handler, by [`Delivered::position`].
///
/// # Errors
///
/// [`NatsError`] if the settings cannot be used at all.
pub async fn consume(
    settings: &Settings,
    durable: &str,
    filter: &Filter,
    handler: &impl Handler,
    counts: watch::Sender<Counts>,
    stop: watch::Receiver<bool>,
) -> Result<(), NatsError> {
    let nats = settings.connect(durable).await?;
    let place = Place::Durable(durable.to_owned());
    Consumer { nats, filter, place, counts, seen: Position::START }.run(handler, stop).await;
    Ok(())
}

/// Hands over every event from now on, and those of the minute before, until `stop` is set.
pub(crate) async fn react(
    settings: &Settings,
    filter: &Filter,
    handler: &impl Handler,
    stop: watch::Receiver<bool>,
) {
    match settings.connect("stc-reaction").await {
        Ok(nats) => {
            let (counts, place) = (watch::Sender::default(), Place::Ephemeral(None));
            let consumer = Consumer { nats, filter, place, counts, seen: Position::START };
            consumer.run(handler, stop).await;
        }
        Err(error) => tracing::error!(%error, "reactions do not run"),
    }
}

/// How JetStream knows how far a consumer came.
enum Place {
    /// Under this name.
    Durable(String),
    /// Not at all; here it is when JetStream got the last event seen.
    Ephemeral(Option<DateTime>),
}

struct Consumer<'a> {
    nats: Context,
    filter: &'a Filter,
    place: Place,
    counts: watch::Sender<Counts>,
    /// The position up to which this process has handled or parked everything.
    seen: Position,
}

impl Consumer<'_> {
    async fn run(mut self, handler: &impl Handler, mut stop: watch::Receiver<bool>) {
        let mut failures = 0;
        while let Err(error) = self.take(handler, &mut stop, &mut failures).await {
            failures += 1;
            tracing::warn!(%error, failures, "the consumer is made again");
            tokio::select! {
                () = tokio::time::sleep(pause(failures)) => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
        }
    }

    /// Takes deliveries until `stop` is set or something fails.
    async fn take(
        &mut self,
        handler: &impl Handler,
        stop: &mut watch::Receiver<bool>,
        failures: &mut usize,
    ) -> Result<(), NatsError> {
        let stopped = async |stop: &mut watch::Receiver<bool>| {
            let _ = stop.wait_for(|stop| *stop).await;
        };
        let mut messages = tokio::select! {
            messages = self.subscribe() => messages?,
            () = stopped(stop) => return Ok(()),
        };
        loop {
            let message = tokio::select! {
                message = messages.next() => message,
                () = stopped(stop) => return Ok(()),
            };
            let message = message.ok_or_else(|| failed("the subscription ended"))?;
            self.deliver(&message.map_err(failed)?, handler).await?;
            *failures = 0;
        }
    }

    async fn subscribe(&mut self) -> Result<pull::Stream, NatsError> {
        let stream = self.nats.get_stream(STREAM).await.map_err(failed)?;
        let config = self.config(&stream).await?;
        let consumer: PullConsumer = stream.create_consumer(config).await.map_err(failed)?;
        let messages = consumer
            .stream()
            .max_messages_per_batch(FETCHED_EVENTS_MAX)
            .heartbeat(Duration::from_secs(HEARTBEAT_SECONDS))
            .expires(Duration::from_secs(FETCH_SECONDS))
            .messages();
        messages.await.map_err(failed)
    }

    async fn config(&mut self, stream: &Stream) -> Result<pull::Config, NatsError> {
        let config = pull::Config {
            ack_policy: AckPolicy::Explicit,
            ack_wait: Duration::from_secs(HANDLING_SECONDS_MAX),
            // One at a time keeps the order of the log, also while one is retried.
            max_ack_pending: 1,
            // JetStream would drop what it delivered too often; here it is parked instead.
            max_deliver: -1,
            filter_subjects: subjects(self.filter),
            ..pull::Config::default()
        };
        match &mut self.place {
            Place::Durable(name) => Ok(pull::Config { durable_name: Some(name.clone()), ..config }),
            Place::Ephemeral(since) => {
                if since.is_none() {
                    *since = end(stream).await?;
                }
                let margin = Duration::from_secs(MARGIN_SECONDS);
                let deliver_policy = since.map_or(DeliverPolicy::All, |since| {
                    DeliverPolicy::ByStartTime { start_time: since - margin }
                });
                let inactive_threshold = Duration::from_secs(EPHEMERAL_SECONDS);
                Ok(pull::Config { deliver_policy, inactive_threshold, ..config })
            }
        }
    }

    async fn deliver(
        &mut self,
        message: &Message,
        handler: &impl Handler,
    ) -> Result<(), NatsError> {
        let info = message.info().map_err(failed)?;
        let delivered = cloud_event::delivered(message);
        let position = delivered.as_ref().map_or(Position::START, |event| event.position);
        let (ending, count): (_, fn(&mut Counts) -> &mut u64) = match delivered {
            Some(event) if event.position <= self.seen => (AckKind::Ack, |it| &mut it.skipped),
            Some(event) => match handled(handler, &event, info.delivered).await {
                Ending::Applied => (AckKind::Ack, |it| &mut it.applied),
                Ending::Later(pause) => (AckKind::Nak(Some(pause)), |it| &mut it.retried),
                Ending::Parked => (self.park(message).await?, |it| &mut it.parked),
            },
            None => (self.park(message).await?, |it| &mut it.parked),
        };
        if !matches!(ending, AckKind::Nak(_)) {
            self.seen = self.seen.max(position);
            if let Place::Ephemeral(since) = &mut self.place {
                *since = Some(info.published);
            }
        }
        self.counts.send_modify(|counts| *count(counts) += 1);
        message.ack_with(ending).await.map_err(failed)
    }

    /// Copies a delivery to where people look at it. A process's own reaction only says so.
    async fn park(&self, message: &Message) -> Result<AckKind, NatsError> {
        tracing::error!(subject = %message.subject, "a delivery is parked");
        if let Place::Durable(durable) = &self.place {
            let mut headers = HeaderMap::new();
            let copied = message.headers.iter().flat_map(HeaderMap::iter);
            // What the relay asked of JetStream does not hold for the copy.
            for (name, values) in copied.filter(|(name, _)| !name.to_string().starts_with("Nats-"))
            {
                for value in values {
                    headers.append(name.clone(), value.clone());
                }
            }
            let sequence = message.info().map_err(failed)?.stream_sequence;
            let copy = PublishMessage::build()
                .payload(message.payload.clone())
                .headers(headers)
                .message_id(format!("{durable}-{sequence}"))
                .expected_stream(PARKED_STREAM);
            let subject = format!("parked.{durable}.{}", message.subject);
            let sent = self.nats.send_publish(subject, copy).await.map_err(failed)?;
            sent.await.map_err(failed)?;
        }
        Ok(AckKind::Term)
    }
}

/// How a delivery ends.
enum Ending {
    Applied,
    Later(Duration),
    Parked,
}

/// Lets the handler try, if this delivery may still be tried.
async fn handled(handler: &impl Handler, event: &Delivered, tries: i64) -> Ending {
    let before = usize::try_from(tries - 1).unwrap_or(0);
    // One delivered more often ended the process of its handler.
    if before > RETRIES_MILLIS.len() {
        return Ending::Parked;
    }
    match handler.handle(event).instrument(event.span()).await {
        Ok(()) => Ending::Applied,
        Err(Outcome::Park) => Ending::Parked,
        Err(Outcome::Retry) => match RETRIES_MILLIS.get(before) {
            Some(millis) => Ending::Later(Duration::from_millis(*millis)),
            None => Ending::Parked,
        },
    }
}

/// When JetStream got the last event.
async fn end(stream: &Stream) -> Result<Option<DateTime>, NatsError> {
    let state = stream.get_info().await.map_err(failed)?.state;
    Ok((state.messages > 0).then_some(state.last_timestamp))
}
