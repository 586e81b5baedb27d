//! Reactions to events: the same handler follows the log in this process, or NATS in another one.
//!
//! Invariant: a delivery ends in applied, retried or parked, and what comes after it goes on.

use std::{future::Future, sync::Arc, time::Duration};

use bytes::Bytes;
use eventlog::{EventLog, Filter, Position, Recorded, StreamName, subscribe};
use futures::StreamExt;
use tokio::sync::watch;
use tracing::{Instrument, Span, info_span};
use uuid::Uuid;

use crate::{keys::KeyRing, telemetry};

/// Pauses between the tries of one delivery. After the last one it is parked.
pub const RETRIES_MILLIS: [u64; 5] = [50, 250, 1_000, 5_000, 15_000];
/// Pause before a log that failed is read again.
const LOG_PAUSE_MILLIS: u64 = 500;

/// An event as a handler gets it, wherever it came from.
#[derive(Clone, Debug)]
pub struct Delivered {
    /// Place in the log. A handler that keeps the last one can skip what it has seen.
    pub position: Position,
    /// The stream.
    pub stream: StreamName,
    /// Place in the stream.
    pub revision: u64,
    /// The event type.
    pub name: String,
    /// The person whom it is about.
    pub person: Option<Uuid>,
    /// What its request caused, all of it, has the same.
    pub correlation: Option<Uuid>,
    /// The fields as JSON, personal parts sealed.
    pub data: Bytes,
}

impl Delivered {
    /// The span of handling it, in the trace of what caused it.
    pub(crate) fn span(&self) -> Span {
        let make = || {
            info_span!(
                target: "stc",
                parent: None,
                "react",
                otel.name = format!("react {}", self.name),
                otel.kind = "consumer",
                trace_id = self.correlation.map(|id| id.simple().to_string()),
            )
        };
        match self.correlation {
            Some(correlation) => telemetry::follows(correlation, make),
            None => make(),
        }
    }

    fn of(event: &Recorded) -> Self {
        Self {
            position: event.position,
            stream: event.stream.clone(),
            revision: event.revision,
            name: event.name.to_owned(),
            person: event.subject(),
            correlation: event.meta().ok().map(|meta| meta.correlation),
            data: Bytes::copy_from_slice(event.data()),
        }
    }
}

/// Why a delivery was not applied, and what happens next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something it needs does not answer: try again after a pause.
    Retry,
    /// It cannot be handled, ever: put it aside, the others go on.
    Park,
}

/// Reacts to events. Deliveries repeat, so handling one twice is handling it once.
pub trait Handler: Send + Sync + 'static {
    /// Handles one event.
    fn handle(&self, event: &Delivered) -> impl Future<Output = Result<(), Outcome>> + Send;
}

/// Where events come from.
#[derive(Clone)]
pub enum Bus {
    /// The log of this process.
    InProcess(Arc<dyn EventLog>),
    /// What the relay published.
    #[cfg(feature = "apart")]
    Nats(crate::nats::Settings),
}

impl Bus {
    /// Hands over every event from now on, over NATS also some from before, until `stop` is set.
    /// For reactions that concern this process only, so nothing is kept of how far it came.
    pub async fn react(
        self,
        filter: Filter,
        handler: impl Handler,
        mut stop: watch::Receiver<bool>,
    ) {
        match self {
            Self::InProcess(log) => tokio::select! {
                () = follow(log, filter, handler) => {}
                _ = stop.wait_for(|stop| *stop) => {}
            },
            #[cfg(feature = "apart")]
            Self::Nats(settings) => crate::nats::react(&settings, &filter, &handler, stop).await,
        }
    }
}

async fn follow(log: Arc<dyn EventLog>, filter: Filter, handler: impl Handler) {
    let mut after = *log.head().borrow();
    loop {
        let mut pages = std::pin::pin!(subscribe(log.clone(), after, filter.clone()));
        while let Some(Ok(page)) = pages.next().await {
            for event in &page.events {
                attempt(&handler, &Delivered::of(event)).await;
            }
            after = page.next;
        }
        tokio::time::sleep(Duration::from_millis(LOG_PAUSE_MILLIS)).await;
    }
}

/// Handles one event, with every retry it may have.
async fn attempt(handler: &impl Handler, event: &Delivered) {
    let mut pauses = RETRIES_MILLIS.into_iter();
    while let Err(outcome) = handler.handle(event).instrument(event.span()).await {
        match (outcome, pauses.next()) {
            (Outcome::Retry, Some(millis)) => {
                tokio::time::sleep(Duration::from_millis(millis)).await;
            }
            (Outcome::Retry, None) | (Outcome::Park, _) => {
                tracing::error!(
                    event = event.name,
                    position = u64::from(event.position),
                    "left out"
                );
                return;
            }
        }
    }
}

/// Forgets the keys of the person in whose stream an event stands: reacts to destroyed keys.
pub struct ForgetKeys(pub Arc<KeyRing>);

impl Handler for ForgetKeys {
    async fn handle(&self, event: &Delivered) -> Result<(), Outcome> {
        self.0.forget(event.stream.tenant(), event.stream.id());
        Ok(())
    }
}
