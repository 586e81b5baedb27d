//! Runs one group: reads events, hands them out, writes down how far it is.

use std::{
    collections::HashMap,
    pin::Pin,
    sync::Arc,
    time::{Duration, Instant},
};

use eventlog::{self, EventLog, Filter, LogError, PAGE_EVENTS_MAX, Position, Recorded, StreamName};
use futures::{StreamExt, TryStreamExt, future, stream};
use proto::eventstore::persistent_subscriptions::{
    ReadResp, SubscriptionInfo, subscription_info::ConnectionInfo,
};
use tokio::{
    sync::{mpsc, oneshot, watch},
    time::{MissedTickBehavior, interval, sleep, sleep_until},
};
use tonic::Status;
use uuid::Uuid;

use super::{
    definition::{Definition, NEVER, Source},
    group::{Group, Item, Refusal, Strategy},
    messages,
    store::Store,
};
use crate::{filter::EventFilter, stopped, stopping, wire::IdForm};

/// Pause before the log is read again after it could not be.
const READ_AGAIN_PAUSE: Duration = Duration::from_secs(1);

/// What a group is asked.
pub(super) enum Command {
    /// Let a consumer in. What it reads goes to `events`, which holds at least `room` and one more.
    Join {
        room: usize,
        form: IdForm,
        /// What its connection is called.
        connection: String,
        events: mpsc::Sender<Result<ReadResp, Status>>,
        answer: oneshot::Sender<Option<u64>>,
    },
    Leave(u64),
    Accept(u64, Vec<Uuid>),
    Refuse(u64, Vec<Uuid>, Refusal),
    /// Try what is parked again, up to so many.
    Replay(usize, oneshot::Sender<()>),
    Info(oneshot::Sender<SubscriptionInfo>),
    /// End, and tell consumers why. Answered once nothing is written any more.
    End(Status, oneshot::Sender<()>),
}

/// Events with their places, and the place after everything that was looked at.
type Read = (Vec<(u64, Recorded)>, u64);
type Reads = Pin<Box<dyn futures::Stream<Item = Result<Read, LogError>> + Send>>;

struct Consumer {
    room: usize,
    form: IdForm,
    connection: String,
    events: mpsc::Sender<Result<ReadResp, Status>>,
    given: i64,
}

pub(super) struct Runner {
    log: Arc<dyn EventLog>,
    store: Arc<Store>,
    definition: Definition,
    filter: Option<Arc<EventFilter>>,
    group: Group<Recorded>,
    consumers: HashMap<u64, Consumer>,
    last_consumer: u64,
    /// How many events were handed out, also to consumers that are gone.
    given: i64,
    began: Instant,
}

impl Runner {
    pub(super) fn new(
        log: Arc<dyn EventLog>,
        store: Arc<Store>,
        definition: Definition,
    ) -> Result<Self, Status> {
        let filter = definition.filter()?.map(Arc::new);
        let Definition { rules, next, parked, .. } = definition.clone();
        Ok(Self {
            log,
            store,
            definition,
            filter,
            group: Group::new(rules, next, parked),
            consumers: HashMap::new(),
            last_consumer: 0,
            given: 0,
            began: Instant::now(),
        })
    }

    /// Works until it is told to end, or the log stops.
    pub(super) async fn run(
        mut self,
        mut commands: mpsc::Receiver<Command>,
        stop: watch::Receiver<bool>,
    ) {
        let mut save = interval(Duration::from_millis(self.definition.checkpoint_millis));
        save.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut reads = self.follow();
        let (why, ended) = loop {
            self.group.expire(self.now());
            self.hand_out();
            let expires = self.expires();
            tokio::select! {
                command = commands.recv() => match command {
                    Some(Command::End(why, ended)) => break (why, Some(ended)),
                    Some(command) => self.obey(command).await,
                    None => break (stopping(), None),
                },
                read = reads.next(), if self.group.wants_more() => match read {
                    Some(Ok((events, next))) => self.read(events, next),
                    Some(Err(error)) => {
                        tracing::warn!(%error, "a group cannot read the log");
                        sleep(READ_AGAIN_PAUSE).await;
                        reads = self.follow();
                    }
                    None => break (stopping(), None),
                },
                () = expires => {}
                _ = save.tick() => self.save().await,
                () = stopped(stop.clone()) => break (stopping(), None),
            }
        };
        self.save().await;
        for (_, consumer) in self.consumers.drain() {
            let _ = consumer.events.try_send(Err(why.clone()));
        }
        if let Some(ended) = ended {
            let _ = ended.send(());
        }
    }

    fn now(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(NEVER)
    }

    /// Waits until something was out for too long.
    fn expires(&self) -> impl Future<Output = ()> + use<> {
        let deadline = self.group.deadline().filter(|deadline| *deadline < NEVER);
        let at = deadline.and_then(|at| self.began.checked_add(Duration::from_millis(at)));
        async move {
            match at {
                Some(at) => sleep_until(at.into()).await,
                None => future::pending().await,
            }
        }
    }

    /// Everything that comes after what was read.
    fn follow(&self) -> Reads {
        let (log, next) = (self.log.clone(), self.group.next());
        match &self.definition.source {
            Source::All(_) => {
                let of_log = EventFilter::of_log(self.filter.as_deref());
                let pages = eventlog::subscribe(log, before(next), of_log);
                let placed = |event: Recorded| (event.position.into(), event);
                pages
                    .map_ok(move |page| {
                        let next = u64::from(page.next) + 1;
                        (page.events.into_iter().map(placed).collect(), next)
                    })
                    .boxed()
            }
            Source::Stream(name) => match StreamName::parse(name) {
                Ok(name) => follow_stream(log, name, next),
                Err(_) => stream::pending().boxed(),
            },
        }
    }

    fn read(&mut self, events: Vec<(u64, Recorded)>, next: u64) {
        for (place, event) in events {
            // An expression that costs too much on a name lets nothing pass.
            let passes = |filter: &Arc<EventFilter>| filter.passes(&event).unwrap_or(false);
            if self.filter.as_ref().is_none_or(passes) {
                let item = self.item(event);
                self.group.read(place, item);
            }
        }
        self.group.looked_at(next);
    }

    fn item(&self, event: Recorded) -> Item<Recorded> {
        let key = match self.definition.rules.strategy {
            Strategy::PinnedByCorrelation => {
                event.meta().map_or(Uuid::nil(), |meta| meta.correlation)
            }
            _ => event.stream.id(),
        };
        Item { id: event.id(), key, event }
    }

    fn hand_out(&mut self) {
        while let Some(given) = self.group.hand_out(self.now()) {
            let Some(consumer) = self.consumers.get_mut(&given.consumer) else { continue };
            consumer.given += 1;
            self.given += 1;
            let message = messages::event(&given.event, given.retries, consumer.form);
            // One who does not read what it has room for is gone, or as good as gone.
            if consumer.events.try_send(message).is_err() {
                self.leave(given.consumer);
            }
        }
    }

    fn leave(&mut self, consumer: u64) {
        self.consumers.remove(&consumer);
        self.group.leave(consumer);
    }

    async fn obey(&mut self, command: Command) {
        match command {
            Command::Join { room, form, connection, events, answer } => {
                self.last_consumer += 1;
                let id = self.last_consumer;
                let joined = self.group.join(id, room);
                if joined {
                    let consumer = Consumer { room, form, connection, events, given: 0 };
                    self.consumers.insert(id, consumer);
                }
                let _ = answer.send(joined.then_some(id));
            }
            Command::Leave(consumer) => self.leave(consumer),
            Command::Accept(consumer, ids) => self.group.accept(consumer, &ids),
            Command::Refuse(consumer, ids, refusal) => self.group.refuse(consumer, &ids, refusal),
            Command::Replay(count, done) => {
                self.replay(count).await;
                let _ = done.send(());
            }
            Command::Info(answer) => drop(answer.send(self.info())),
            Command::End(..) => {}
        }
    }

    async fn replay(&mut self, count: usize) {
        let places: Vec<_> = self.group.parked().iter().copied().take(count).collect();
        for place in places {
            match self.event_at(place).await {
                Ok(Some(event)) => {
                    let item = self.item(event);
                    self.group.again(place, item);
                }
                Ok(None) => {}
                Err(error) => {
                    tracing::warn!(%error, "what a group parked cannot be read");
                    return;
                }
            }
        }
    }

    async fn event_at(&self, place: u64) -> Result<Option<Recorded>, LogError> {
        let events = match &self.definition.source {
            Source::All(_) => self.log.read_all(before(place), &Filter::default(), 1).await?.events,
            Source::Stream(name) => match StreamName::parse(name) {
                Ok(name) => self.log.read_stream(&name, place, 1).await?,
                Err(_) => Vec::new(),
            },
        };
        Ok(events.into_iter().next())
    }

    fn info(&self) -> SubscriptionInfo {
        let (waiting, out) = self.group.counts();
        let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        let connections = self.consumers.iter().map(|(id, consumer)| {
            let out = self.group.out_with(*id);
            ConnectionInfo {
                total_items: consumer.given,
                available_slots: number(consumer.room.saturating_sub(out)),
                in_flight_messages: number(out),
                connection_name: consumer.connection.clone(),
                ..ConnectionInfo::default()
            }
        });
        let mut definition = self.definition.clone();
        definition.moves(self.group.checkpoint(), self.group.parked());
        let known = self.group.next().checked_sub(1).map(|last| definition.place(last));
        SubscriptionInfo {
            connections: connections.collect(),
            total_items: self.given,
            last_known_event_position: known.unwrap_or_default(),
            read_buffer_count: number(waiting),
            total_in_flight_messages: number(out),
            outstanding_messages_count: number(out),
            ..definition.info()
        }
    }

    async fn save(&mut self) {
        if !self.definition.moves(self.group.checkpoint(), self.group.parked()) {
            return;
        }
        if let Err(error) = self.store.keep(self.definition.clone()).await {
            tracing::error!(%error, "how far a group is cannot be written down");
        }
    }
}

/// After which position a place in the log comes.
fn before(place: u64) -> Position {
    Position::at(place.saturating_sub(1))
}

/// A stream from a revision on, then what is added to it.
fn follow_stream(log: Arc<dyn EventLog>, name: StreamName, from: u64) -> Reads {
    let head = log.head();
    stream::try_unfold((log, head, from), move |(log, mut head, from)| {
        let name = name.clone();
        async move {
            loop {
                // Marked as seen before reading, so that what comes meanwhile wakes us again.
                head.borrow_and_update();
                let events = log.read_stream(&name, from, PAGE_EVENTS_MAX).await?;
                let Some(last) = events.last() else {
                    if head.changed().await.is_err() {
                        return Ok(None);
                    }
                    continue;
                };
                let next = last.revision + 1;
                let placed = events.into_iter().map(|event| (event.revision, event)).collect();
                return Ok(Some(((placed, next), (log, head, next))));
            }
        }
    })
    .boxed()
}
