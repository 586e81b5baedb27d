//! What a group of consumers has been given and has settled. Pure: it knows no clock and no I/O.
//!
//! Invariant: an event is settled once it was acknowledged, skipped or parked, and nothing before
//! [`Group::checkpoint`] is unsettled. So a restart from there forgets nothing; it may repeat.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How many events a group holds that were read and not handed out.
const WAITING_EVENTS_MAX: usize = 1_000;
/// How many events a group parks; beyond it they are tried again instead.
const PARKED_EVENTS_MAX: usize = 10_000;

/// To whom the next event goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Strategy {
    /// To one after the other.
    RoundRobin,
    /// To the one who came first, while there is room.
    DispatchToSingle,
    /// Events of a stream to the same one, while there is room.
    Pinned,
    /// Events of one request to the same one, while there is room.
    PinnedByCorrelation,
}

/// The rules of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Rules {
    pub(super) strategy: Strategy,
    /// How long a consumer may take, milliseconds.
    pub(super) timeout_millis: u64,
    /// How often an event is tried again before it is parked.
    pub(super) retries_max: u32,
    /// How many consumers there may be.
    pub(super) consumers_max: usize,
}

/// What becomes of an event that a consumer does not want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    Park,
    Retry,
    Skip,
}

/// An event that is handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Given<E> {
    pub(super) consumer: u64,
    pub(super) event: E,
    pub(super) retries: u32,
}

/// An event as a group sees it. Its place is its position in the log, or its revision in the stream.
#[derive(Clone, Debug)]
pub(super) struct Item<E> {
    pub(super) id: Uuid,
    /// What it belongs to, for those who want that together.
    pub(super) key: Uuid,
    pub(super) event: E,
}

struct Waiting<E> {
    item: Item<E>,
    retries: u32,
}

struct Out<E> {
    waiting: Waiting<E>,
    consumer: u64,
    until: u64,
}

struct Consumer {
    id: u64,
    room: usize,
}

/// One group.
pub(super) struct Group<E> {
    pub(super) rules: Rules,
    consumers: Vec<Consumer>,
    turn: usize,
    waiting: BTreeMap<u64, Waiting<E>>,
    out: BTreeMap<u64, Out<E>>,
    places: HashMap<Uuid, u64>,
    parked: BTreeSet<u64>,
    next: u64,
}

impl<E: Clone> Group<E> {
    /// A group that goes on at a place.
    pub(super) fn new(rules: Rules, next: u64, parked: BTreeSet<u64>) -> Self {
        Self {
            rules,
            consumers: Vec::new(),
            turn: 0,
            waiting: BTreeMap::new(),
            out: BTreeMap::new(),
            places: HashMap::new(),
            parked,
            next,
        }
    }

    /// Lets a consumer in, who takes so many events at once; false if there are enough.
    pub(super) fn join(&mut self, id: u64, room: usize) -> bool {
        let fits = self.consumers.len() < self.rules.consumers_max;
        if fits {
            self.consumers.push(Consumer { id, room });
        }
        fits
    }

    /// A consumer is gone; what it had goes to others.
    pub(super) fn leave(&mut self, id: u64) {
        self.consumers.retain(|consumer| consumer.id != id);
        let had: Vec<u64> = self.places_of(|out| out.consumer == id);
        for place in had {
            self.take_back(place, 0);
        }
    }

    /// Whether events should be read for somebody.
    pub(super) fn wants_more(&self) -> bool {
        !self.consumers.is_empty() && self.waiting.len() < WAITING_EVENTS_MAX
    }

    /// An event was read; those come in order.
    pub(super) fn read(&mut self, place: u64, item: Item<E>) {
        self.waiting.insert(place, Waiting { item, retries: 0 });
        self.next = self.next.max(place + 1);
    }

    /// Everything before this place was looked at.
    pub(super) fn looked_at(&mut self, next: u64) {
        self.next = self.next.max(next);
    }

    /// A parked event is tried again. It stays parked until it is settled.
    pub(super) fn again(&mut self, place: u64, item: Item<E>) {
        if self.parked.contains(&place) && !self.out.contains_key(&place) {
            self.waiting.insert(place, Waiting { item, retries: 0 });
        }
    }

    /// The next event for somebody who has room.
    pub(super) fn hand_out(&mut self, now: u64) -> Option<Given<E>> {
        let key = self.waiting.first_key_value()?.1.item.key;
        let consumer = self.choose(key)?;
        let (place, waiting) = self.waiting.pop_first()?;
        let given = Given { consumer, event: waiting.item.event.clone(), retries: waiting.retries };
        self.places.insert(waiting.item.id, place);
        let until = now.saturating_add(self.rules.timeout_millis);
        self.out.insert(place, Out { waiting, consumer, until });
        Some(given)
    }

    fn choose(&mut self, key: Uuid) -> Option<u64> {
        let count = self.consumers.len();
        let first = match self.rules.strategy {
            Strategy::RoundRobin => self.turn,
            Strategy::DispatchToSingle => 0,
            Strategy::Pinned | Strategy::PinnedByCorrelation => {
                let mut hasher = DefaultHasher::new();
                key.hash(&mut hasher);
                usize::try_from(hasher.finish() >> 32).unwrap_or(0)
            }
        };
        let has_room = |index: &usize| {
            let consumer = &self.consumers[*index];
            self.out_with(consumer.id) < consumer.room
        };
        let index = (0..count).map(|step| (first + step) % count).find(has_room)?;
        self.turn = index + 1;
        Some(self.consumers[index].id)
    }

    /// A consumer has dealt with these. Ids that it does not have are passed over.
    pub(super) fn accept(&mut self, consumer: u64, ids: &[Uuid]) {
        for place in self.held(consumer, ids) {
            self.settle(place);
        }
    }

    /// A consumer cannot deal with these.
    pub(super) fn refuse(&mut self, consumer: u64, ids: &[Uuid], refusal: Refusal) {
        for place in self.held(consumer, ids) {
            match refusal {
                Refusal::Skip => self.settle(place),
                Refusal::Park => self.park(place),
                Refusal::Retry => self.retry(place),
            }
        }
    }

    /// Takes back what consumers had for too long.
    pub(super) fn expire(&mut self, now: u64) {
        for place in self.places_of(|out| out.until <= now) {
            self.retry(place);
        }
    }

    /// When the next event will have been out for too long.
    pub(super) fn deadline(&self) -> Option<u64> {
        self.out.values().map(|out| out.until).min()
    }

    /// Where a restart goes on: the first place that is not settled.
    pub(super) fn checkpoint(&self) -> u64 {
        let unsettled = self.waiting.keys().chain(self.out.keys());
        unsettled
            .filter(|place| !self.parked.contains(place))
            .min()
            .map_or(self.next, |first| self.next.min(*first))
    }

    pub(super) fn next(&self) -> u64 {
        self.next
    }

    pub(super) fn parked(&self) -> &BTreeSet<u64> {
        &self.parked
    }

    /// How many events are read, and how many of them are out.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.waiting.len(), self.out.len())
    }

    /// How many events a consumer has.
    pub(super) fn out_with(&self, consumer: u64) -> usize {
        self.out.values().filter(|out| out.consumer == consumer).count()
    }

    fn held(&self, consumer: u64, ids: &[Uuid]) -> Vec<u64> {
        let places = ids.iter().filter_map(|id| self.places.get(id).copied());
        places.filter(|place| self.out[place].consumer == consumer).collect()
    }

    fn places_of(&self, which: impl Fn(&Out<E>) -> bool) -> Vec<u64> {
        self.out.iter().filter(|(_, out)| which(out)).map(|(place, _)| *place).collect()
    }

    fn take_out(&mut self, place: u64) -> Option<Waiting<E>> {
        let out = self.out.remove(&place)?;
        self.places.remove(&out.waiting.item.id);
        Some(out.waiting)
    }

    fn settle(&mut self, place: u64) {
        self.take_out(place);
        self.parked.remove(&place);
    }

    fn take_back(&mut self, place: u64, more: u32) {
        if let Some(waiting) = self.take_out(place) {
            let retries = waiting.retries.saturating_add(more);
            self.waiting.insert(place, Waiting { retries, ..waiting });
        }
    }

    fn retry(&mut self, place: u64) {
        let tried = self.out.get(&place).map_or(0, |out| out.waiting.retries);
        if tried < self.rules.retries_max {
            self.take_back(place, 1);
        } else {
            self.park(place);
        }
    }

    fn park(&mut self, place: u64) {
        if self.parked.len() >= PARKED_EVENTS_MAX && !self.parked.contains(&place) {
            self.take_back(place, 0);
        } else {
            self.take_out(place);
            self.parked.insert(place);
        }
    }
}
