//! The partitions that are in memory: loaded, kept up to date, let go.
//!
//! Invariant: a partition joins those that follow the log while no page is taken into account, so
//! that it has no gap.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
};

use eventlog::{LogError, Position};
use kernel::TenantId;
use moka::sync::Cache;
use tokio::sync::{Semaphore, watch};

use super::{Seen, taker::Snapshots};
use crate::{
    Backends,
    projector::{
        memory::Holder,
        partition::{Month, Partition, Shelf, events_between},
        progress::Progress,
        reading::{fold, of_tenant},
        snapshot::Saved,
    },
    telemetry::metrics,
    view::{Folded, PageFacts, View},
};

/// Loads that go on at the same time. Those of one tenant queue up, so that the second finds it there.
const DOORS: usize = 16;
/// A partition that goes is written down if no snapshot has so many of its events.
const SAVED_ON_LEAVING_MIN: u64 = 200;
/// An earlier state is written down if so many events were folded for it: between them lie at most as many
/// snapshots as there are moments that somebody asked for.
const SAVED_AS_OF_MIN: u64 = 64;
/// After how many events a partition is weighed anew.
const WEIGH_EVENTS: u64 = 256;

/// What all handles of one view share.
pub(super) struct Inner<V: View> {
    pub(super) backends: Backends,
    pub(super) progress: Progress,
    pub(super) publish: watch::Sender<Position>,
    pub(super) loaded: RwLock<HashMap<TenantId, Arc<Held<V>>>>,
    /// What is known of tenants that are not loaded.
    pub(super) unseen: Mutex<HashMap<TenantId, Unseen>>,
    /// Whether the log is read from its first event, so that a tenant never met has none before.
    pub(super) from_the_first: AtomicBool,
    /// Of whom a snapshot is due, while the log is read from its first event: they are looked at when
    /// it was read, once each.
    pub(super) later: Mutex<HashSet<TenantId>>,
    /// Held while a page is taken into account, and while a partition joins those that follow.
    pub(super) gate: Mutex<()>,
    pub(super) doors: [tokio::sync::Mutex<()>; DOORS],
    pub(super) snapshots: Snapshots,
    /// Closed when nobody follows the log any more.
    pub(super) running: watch::Receiver<()>,
    pub(super) as_of: Semaphore,
    pub(super) earlier: Cache<(TenantId, Position), Arc<Held<V>>>,
}

/// A tenant that is not loaded, as it was when somebody last looked and as events came since.
#[derive(Clone, Copy, Default)]
pub(super) struct Unseen {
    /// How many events its view has.
    events: u64,
    /// How many of them no snapshot has.
    unsaved: u64,
    month: Month,
}

impl Unseen {
    fn of<V: View>(partition: &Partition<V>) -> Self {
        let (events, unsaved) = (partition.folded.events, partition.unsaved());
        Self { events, unsaved, month: partition.month() }
    }

    /// Whether a snapshot is due with one event more. It is told once: whoever writes it looks anew.
    fn is_due<V: View>(&mut self, recorded_micros: i64) -> bool {
        (self.events, self.unsaved) = (self.events + 1, self.unsaved + 1);
        let month_is_over = V::AS_OF && self.month.is_over(recorded_micros);
        let is_due = month_is_over || self.unsaved >= events_between::<V>(self.events);
        if is_due {
            self.unsaved = 0;
        }
        is_due
    }
}

/// A partition in memory.
pub(super) struct Held<V> {
    pub(super) partition: RwLock<Partition<V>>,
    pub(super) used: AtomicU64,
    pub(super) bytes: AtomicUsize,
}

impl<V> Held<V> {
    pub(super) fn new(partition: Partition<V>, used: u64) -> Self
    where
        V: View,
    {
        let bytes = AtomicUsize::new(partition.folded.view.bytes());
        Self { partition: RwLock::new(partition), used: AtomicU64::new(used), bytes }
    }
}

impl<V: View> Inner<V> {
    pub(super) fn register(self: &Arc<Self>) {
        let weak: std::sync::Weak<Self> = Arc::downgrade(self);
        self.backends.process.memory.hold(weak.clone());
        let parked = weak.clone();
        metrics::view(V::NAME, self.progress.behind(), move || {
            parked.upgrade().map_or(0, |inner| inner.parked() as u64)
        });
        metrics::partitions(V::NAME, move || {
            weak.upgrade().map_or(0, |inner| inner.bytes() as u64)
        });
    }

    pub(super) fn parked(&self) -> usize {
        let loaded = read(&self.loaded);
        loaded.values().map(|held| read(&held.partition).folded.parked.len()).sum()
    }

    /// A tenant's partition, loaded if it is not there; kept if it is to stay.
    pub(super) async fn held(&self, tenant: &TenantId, stays: bool) -> Result<Seen<V>, LogError> {
        if let Some(seen) = self.seen(tenant) {
            return Ok(seen);
        }
        let door = BuildHasherDefault::<DefaultHasher>::default().hash_one(tenant);
        let door = usize::try_from(door % DOORS as u64).unwrap_or(0);
        let _door = self.doors[door].lock().await;
        if let Some(seen) = self.seen(tenant) {
            return Ok(seen);
        }
        let mut partition = self.last(tenant, self.progress.position()).await?;
        loop {
            let through = self.progress.position();
            self.catch_up(&mut partition, tenant, through).await?;
            let gate = lock(&self.gate);
            if through == self.progress.position() {
                lock(&self.unseen).insert(tenant.clone(), Unseen::of(&partition));
                let held =
                    Arc::new(Held::new(partition, self.backends.process.memory.use_number()));
                if stays {
                    write(&self.loaded).insert(tenant.clone(), held.clone());
                }
                drop(gate);
                let memory = self.backends.process.memory.clone();
                // Off the async threads: who has to go is written down first.
                tokio::task::spawn_blocking(move || memory.make_room());
                return Ok(Seen { held, through });
            }
        }
    }

    fn seen(&self, tenant: &TenantId) -> Option<Seen<V>> {
        // Asked for before: what is in memory has everything up to here, also if it is let go now.
        let through = self.progress.position();
        let held = read(&self.loaded).get(tenant).cloned()?;
        held.used.store(self.backends.process.memory.use_number(), Ordering::Relaxed);
        Some(Seen { held, through })
    }

    /// A tenant's partition as its last snapshot of up to a position has it.
    async fn last(&self, tenant: &TenantId, until: Position) -> Result<Partition<V>, LogError> {
        let Some(dir) = &self.backends.snapshots else {
            return Ok(Partition::new(Folded::default()));
        };
        let kept = Shelf::new::<V>(dir, tenant);
        let last = kept.last::<V>(&*self.backends.log, &self.backends.keys, until).await?;
        Ok(Partition::new(last.unwrap_or_default()))
    }

    /// Folds what came of a tenant up to a position; writes the snapshots that are due.
    async fn catch_up(
        &self,
        partition: &mut Partition<V>,
        tenant: &TenantId,
        until: Position,
    ) -> Result<(), LogError> {
        let mut due = Vec::new();
        let log = &self.backends.log;
        let pages = log.pages(partition.folded.position, until, of_tenant::<V>(tenant));
        fold::<V>(pages, self.backends.keys.clone(), |page| {
            for one in page.facts {
                partition.take(one, &mut due);
            }
        })
        .await?;
        for saved in due {
            self.snapshots.put(tenant.clone(), saved).await;
        }
        Ok(())
    }

    /// Whom to look at now of those of whom a snapshot is due: nobody while the log is read from its first
    /// event, when they are put off.
    pub(super) fn put_off(&self, stale: HashSet<TenantId>) -> HashSet<TenantId> {
        let mut later = lock(&self.later);
        if !self.from_the_first.load(Ordering::Relaxed) {
            return stale;
        }
        later.extend(stale);
        HashSet::new()
    }

    /// The log was read from its first event: who was put off.
    pub(super) fn has_read_all(&self) -> HashSet<TenantId> {
        let mut later = lock(&self.later);
        self.from_the_first.store(false, Ordering::Relaxed);
        std::mem::take(&mut later)
    }

    /// Brings a tenant's view up to date that nobody asked for, so that whoever asks next finds a snapshot
    /// that is not long ago.
    pub(super) async fn freshen(&self, tenant: &TenantId) {
        if let Err(error) = self.held(tenant, false).await {
            tracing::warn!(view = V::NAME, %error, "a view is brought up to date later");
        }
    }

    /// A tenant's partition as it was at a position. What is missing of the snapshots is made good on the
    /// way, and what was much to fold need not be folded again.
    pub(super) async fn earlier(
        &self,
        tenant: &TenantId,
        at: Position,
    ) -> Result<Partition<V>, LogError> {
        let mut partition = self.last(tenant, at).await?;
        self.catch_up(&mut partition, tenant, at).await?;
        if partition.unsaved() >= SAVED_AS_OF_MIN {
            let mut due = Vec::new();
            partition.save(&mut due);
            for saved in due {
                self.snapshots.put(tenant.clone(), saved).await;
            }
        }
        Ok(partition)
    }

    /// Takes a page into account; gives the snapshots that are due, and of which tenants that are not
    /// loaded one is due. CPU work only.
    pub(super) fn take(&self, page: PageFacts<V>) -> (Vec<(TenantId, Saved)>, HashSet<TenantId>) {
        let _gate = lock(&self.gate);
        let (mut due, mut snapshots, mut stale) = (Vec::new(), Vec::new(), HashSet::new());
        for one in page.facts {
            let tenant = one.0.stream.tenant().clone();
            let known = read(&self.loaded).get(&tenant).cloned();
            let Some(held) = known.or_else(|| self.begun(&tenant)) else {
                let recorded = one.0.recorded_micros;
                if lock(&self.unseen).entry(tenant.clone()).or_default().is_due::<V>(recorded) {
                    stale.insert(tenant);
                }
                continue;
            };
            let mut partition = write(&held.partition);
            partition.take(one, &mut due);
            if partition.folded.events.is_multiple_of(WEIGH_EVENTS) {
                held.bytes.store(partition.folded.view.bytes(), Ordering::Relaxed);
            }
            drop(partition);
            snapshots.extend(due.drain(..).map(|saved| (tenant.clone(), saved)));
        }
        self.publish.send_if_modified(|position| {
            let moved = page.next > *position;
            *position = page.next.max(*position);
            moved
        });
        (snapshots, stale)
    }

    /// A new partition of a tenant that has no event before, as far as that is known.
    fn begun(&self, tenant: &TenantId) -> Option<Arc<Held<V>>> {
        let new =
            self.from_the_first.load(Ordering::Relaxed) && !lock(&self.unseen).contains_key(tenant);
        if !new {
            return None;
        }
        let begun = Partition::new(Folded::default());
        let held = Arc::new(Held::new(begun, self.backends.process.memory.use_number()));
        write(&self.loaded).insert(tenant.clone(), held.clone());
        Some(held)
    }
}

impl<V: View> Holder for Inner<V> {
    fn bytes(&self) -> usize {
        read(&self.loaded).values().map(|held| held.bytes.load(Ordering::Relaxed)).sum()
    }

    fn oldest(&self) -> Option<(u64, TenantId)> {
        let loaded = read(&self.loaded);
        let used = loaded.iter().map(|(tenant, held)| (held.used.load(Ordering::Relaxed), tenant));
        used.min().map(|(used, tenant)| (used, tenant.clone()))
    }

    fn let_go(&self, tenant: &TenantId) {
        let Some(held) = write(&self.loaded).remove(tenant) else { return };
        let mut due = Vec::new();
        let unseen = {
            let mut partition = write(&held.partition);
            if partition.unsaved() >= SAVED_ON_LEAVING_MIN {
                partition.save(&mut due);
            }
            Unseen::of(&partition)
        };
        for saved in due {
            // Where many wait already, the next load folds more.
            self.snapshots.try_put(tenant.clone(), saved);
        }
        lock(&self.unseen).insert(tenant.clone(), unseen);
        metrics::dropped(V::NAME);
    }
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(super) fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

pub(super) fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::Commands;

    #[test]
    fn who_is_not_loaded_is_looked_at_once_in_so_many_events_however_many_there_are() {
        let looks = |mut unseen: Unseen, events: u64| {
            (0..events).filter(|_| unseen.is_due::<Commands>(0)).count()
        };
        assert_eq!(looks(Unseen::default(), 2_000), 1);
        let large = Unseen { events: 20_000, unsaved: 9_000, ..Unseen::default() };
        assert_eq!(looks(large, 1_999), 1, "half as many came again");
        assert_eq!(looks(Unseen { unsaved: 0, ..large }, 10_000), 0);
    }
}
