//! A view of one tenant, for every tenant: one reader of the log hands events out.
//!
//! Invariant: whoever asks sees the tenant of the own [`Ctx`] and no other; there is no way to name
//! another one. A partition is loaded when somebody asks, from its last snapshot and the tenant's
//! events since, and is the same as if it had been there all the time.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use moka::sync::Cache;
use tokio::sync::{Semaphore, mpsc, oneshot, watch};
use tonic::Status;

use super::{
    memory::Holder,
    partition::{Partition, Shelf, events_between},
    progress::Progress,
    reading::{Take, fold, follow, of_tenant},
    snapshot::Saved,
};
use crate::{
    Backends, Ctx, TenantId,
    log::{LogError, Position},
    status::of_log,
    telemetry::metrics,
    view::{Folded, PageFacts, View},
};

/// How many snapshots wait for being sealed and written.
const SNAPSHOTS_WAITING_MAX: usize = 8;
/// How many earlier states are folded at once; more wait.
const AS_OF_MAX: usize = 2;
/// How long an earlier state is kept for the next question about the same moment.
const AS_OF_KEPT_SECONDS: u64 = 60;
/// Earlier states take at most this share of the memory for partitions.
const AS_OF_SHARE: usize = 4;
/// Loads that go on at the same time. Those of one tenant queue up, so that the second finds it there.
const DOORS: usize = 16;
/// After how many events a partition is weighed anew.
const WEIGH_EVENTS: u64 = 256;

/// Every tenant's view.
pub struct Partitions<V: View>(Arc<Inner<V>>);

impl<V: View> Clone for Partitions<V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

struct Inner<V: View> {
    backends: Backends,
    progress: Progress,
    publish: watch::Sender<Position>,
    loaded: RwLock<HashMap<TenantId, Arc<Held<V>>>>,
    /// How many events came of tenants that are not loaded, since somebody last looked.
    unseen: Mutex<HashMap<TenantId, u64>>,
    /// Whether the log is read from its first event, so that a tenant never met has none before.
    from_the_first: AtomicBool,
    /// Held while a page is taken into account, and while a partition joins those that follow.
    gate: Mutex<()>,
    doors: [tokio::sync::Mutex<()>; DOORS],
    snapshots: mpsc::Sender<Work>,
    /// Closed when nobody follows the log any more.
    running: watch::Receiver<()>,
    as_of: Semaphore,
    earlier: Cache<(TenantId, Position), Arc<Held<V>>>,
}

/// What the writer of snapshots is told.
enum Work {
    Write(TenantId, Saved),
    /// Nothing comes any more: answer when all is written.
    Finish(oneshot::Sender<()>),
}

/// A partition in memory.
struct Held<V> {
    partition: RwLock<Partition<V>>,
    used: AtomicU64,
    bytes: AtomicUsize,
}

/// What somebody asked for: one tenant's view.
pub struct Seen<V> {
    held: Arc<Held<V>>,
    through: Position,
}

impl<V: View> Seen<V> {
    /// The view, and up to where it is known.
    pub fn with<T>(&self, look: impl FnOnce(&V, Position) -> T) -> T {
        let partition = read(&self.held.partition);
        look(&partition.folded.view, self.through.max(partition.folded.position))
    }

    /// What the view says.
    pub fn get<T>(&self, look: impl FnOnce(&V) -> T) -> T {
        look(&read(&self.held.partition).folded.view)
    }
}

impl<V: View> Partitions<V> {
    /// Follows the log until the process ends or `stop` is set, when last snapshots are written.
    ///
    /// Without any snapshot it first reads the whole log, and answers once it has; with some it
    /// answers at once, and loads what is asked for.
    ///
    /// # Errors
    ///
    /// [`LogError`] if the log cannot be read at all.
    pub async fn start(backends: &Backends, stop: watch::Receiver<bool>) -> Result<Self, LogError> {
        let target = *backends.log.head().borrow();
        let known = match &backends.snapshots {
            Some(dir) => {
                Shelf::clear_older::<V>(dir);
                Shelf::tenants::<V>(dir)
            }
            None => BTreeSet::new(),
        };
        let from_the_first = known.is_empty();
        let begin = if from_the_first { Position::default() } else { target };
        let (publish, position) = watch::channel(begin);
        let (runs, running) = watch::channel(());
        let (snapshots, waiting) = mpsc::channel(SNAPSHOTS_WAITING_MAX);
        let kept = u64::try_from(backends.memory.bytes_max() / AS_OF_SHARE).unwrap_or(u64::MAX);
        let inner = Arc::new(Inner {
            progress: Progress::new(position, backends.log.clone()),
            backends: backends.clone(),
            publish,
            loaded: RwLock::default(),
            unseen: Mutex::default(),
            from_the_first: AtomicBool::new(from_the_first),
            gate: Mutex::default(),
            doors: Default::default(),
            snapshots,
            running: running.clone(),
            as_of: Semaphore::new(AS_OF_MAX),
            earlier: Cache::builder()
                .max_capacity(kept)
                .weigher(|_, held: &Arc<Held<V>>| {
                    u32::try_from(held.bytes.load(Ordering::Relaxed)).unwrap_or(u32::MAX)
                })
                .time_to_live(Duration::from_secs(AS_OF_KEPT_SECONDS))
                .build(),
        });
        inner.register();
        tokio::spawn(write_snapshots::<V>(backends.clone(), waiting));
        let taker = Taker { inner: inner.clone(), _runs: runs };
        tokio::spawn(follow(backends.clone(), taker, stop));
        let reached = tokio::select! {
            reached = inner.progress.reached(target) => reached,
            () = ended(running) => false,
        };
        if !reached {
            return Err(LogError::Unreadable(format!("view {} stopped", V::NAME)));
        }
        inner.from_the_first.store(false, Ordering::Relaxed);
        Ok(Self(inner))
    }

    /// Waits until the views were stopped and their last snapshots stand on the disk.
    pub async fn stopped(&self) {
        ended(self.0.running.clone()).await;
    }

    /// The view of the caller's tenant, at least as far as the caller has seen.
    ///
    /// ```
    /// # use platform::{Ctx, TenantId, View, projector::Partitions};
    /// async fn own<V: View>(views: &Partitions<V>, ctx: &Ctx) -> usize {
    ///     views.of(ctx).await.map_or(0, |seen| seen.get(View::bytes))
    /// }
    /// ```
    ///
    /// There is no view of a tenant that a caller names:
    ///
    /// ```compile_fail,E0308
    /// # use platform::{Ctx, TenantId, View, projector::Partitions};
    /// async fn other<V: View>(views: &Partitions<V>, other: &TenantId) -> usize {
    ///     views.of(other).await.map_or(0, |seen| seen.get(View::bytes))
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// `UNAVAILABLE` if it does not come that far in time, or log or vault do not answer.
    pub async fn of(&self, ctx: &Ctx) -> Result<Seen<V>, Status> {
        self.0.progress.at_least(ctx.at_least()).await?;
        self.0.held(ctx.tenant(), true).await.map_err(|error| of_log(&error))
    }

    /// As [`Partitions::of`], for a service that goes through many tenants: one that nobody else uses
    /// does not stay in memory.
    ///
    /// # Errors
    ///
    /// As [`Partitions::of`].
    pub async fn passing(&self, ctx: &Ctx) -> Result<Seen<V>, Status> {
        self.0.progress.at_least(ctx.at_least()).await?;
        self.0.held(ctx.tenant(), false).await.map_err(|error| of_log(&error))
    }

    /// What the view of the caller's tenant knows; before it says "nothing" it catches up with the
    /// log of now.
    ///
    /// # Errors
    ///
    /// As [`Partitions::of`].
    pub async fn find<T>(
        &self,
        ctx: &Ctx,
        find: impl Fn(&V) -> Option<T>,
    ) -> Result<Option<T>, Status> {
        let seen = self.of(ctx).await?;
        if let Some(found) = seen.get(&find) {
            return Ok(Some(found));
        }
        let end = self.0.backends.log.end().await.map_err(|error| of_log(&error))?;
        self.at_least(end).await?;
        Ok(self.of(ctx).await?.get(find))
    }

    /// Waits until everything up to a position was taken into account.
    ///
    /// # Errors
    ///
    /// As [`super::Live::at_least`].
    pub async fn at_least(&self, position: Position) -> Result<(), super::Behind> {
        self.0.progress.at_least(position).await
    }

    /// The view of the caller's tenant as it was at a position: the same fold, stopped there.
    ///
    /// # Errors
    ///
    /// As [`Partitions::of`].
    pub async fn as_of(&self, ctx: &Ctx, position: Position) -> Result<Seen<V>, Status> {
        self.0.progress.at_least(position).await?;
        let asked = (ctx.tenant().clone(), position);
        if let Some(held) = self.0.earlier.get(&asked) {
            return Ok(Seen { held, through: position });
        }
        let _permit = self.0.as_of.acquire().await.map_err(|_| Status::cancelled("stopping"))?;
        if let Some(held) = self.0.earlier.get(&asked) {
            return Ok(Seen { held, through: position });
        }
        let earlier = self.0.earlier(ctx.tenant(), position).await;
        let held = Held::new(earlier.map_err(|error| of_log(&error))?, 0);
        let held = Arc::new(held);
        self.0.earlier.insert(asked, held.clone());
        Ok(Seen { held, through: position })
    }

    /// How many tenants' views are in memory.
    pub fn loaded(&self) -> usize {
        read(&self.0.loaded).len()
    }

    /// How many events could not be read, in what is in memory.
    pub fn parked(&self) -> usize {
        self.0.parked()
    }
}

impl<V> Held<V> {
    fn new(partition: Partition<V>, used: u64) -> Self
    where
        V: View,
    {
        let bytes = AtomicUsize::new(partition.folded.view.bytes());
        Self { partition: RwLock::new(partition), used: AtomicU64::new(used), bytes }
    }
}

impl<V: View> Inner<V> {
    fn register(self: &Arc<Self>) {
        let weak: std::sync::Weak<Self> = Arc::downgrade(self);
        self.backends.memory.hold(weak.clone());
        let parked = weak.clone();
        metrics::view(V::NAME, self.progress.behind(), move || {
            parked.upgrade().map_or(0, |inner| inner.parked() as u64)
        });
        metrics::partitions(V::NAME, move || {
            weak.upgrade().map_or(0, |inner| inner.bytes() as u64)
        });
    }

    fn parked(&self) -> usize {
        let loaded = read(&self.loaded);
        loaded.values().map(|held| read(&held.partition).folded.parked.len()).sum()
    }

    /// A tenant's partition, loaded if it is not there; kept if it is to stay.
    async fn held(&self, tenant: &TenantId, stays: bool) -> Result<Seen<V>, LogError> {
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
                lock(&self.unseen).insert(tenant.clone(), partition.unsaved());
                let held = Arc::new(Held::new(partition, self.backends.memory.use_number()));
                if stays {
                    write(&self.loaded).insert(tenant.clone(), held.clone());
                }
                drop(gate);
                self.backends.memory.make_room();
                return Ok(Seen { held, through });
            }
        }
    }

    fn seen(&self, tenant: &TenantId) -> Option<Seen<V>> {
        let held = read(&self.loaded).get(tenant).cloned()?;
        held.used.store(self.backends.memory.use_number(), Ordering::Relaxed);
        Some(Seen { held, through: self.progress.position() })
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
        self.fold_tail(partition, tenant, until, &mut due).await?;
        for saved in due {
            let _ = self.snapshots.send(Work::Write(tenant.clone(), saved)).await;
        }
        Ok(())
    }

    async fn fold_tail(
        &self,
        partition: &mut Partition<V>,
        tenant: &TenantId,
        until: Position,
        due: &mut Vec<Saved>,
    ) -> Result<(), LogError> {
        let log = &self.backends.log;
        let pages = log.pages(partition.folded.position, until, of_tenant::<V>(tenant));
        fold::<V>(pages, self.backends.keys.clone(), |page| {
            for one in page.facts {
                partition.take(one, due);
            }
        })
        .await
    }

    async fn earlier(&self, tenant: &TenantId, at: Position) -> Result<Partition<V>, LogError> {
        let mut partition = self.last(tenant, at).await?;
        self.fold_tail(&mut partition, tenant, at, &mut Vec::new()).await?;
        Ok(partition)
    }

    /// Takes a page into account; gives the snapshots that are due, and whose partitions nobody looked
    /// at for long. CPU work only.
    fn take(&self, page: PageFacts<V>) -> (Vec<(TenantId, Saved)>, HashSet<TenantId>) {
        let _gate = lock(&self.gate);
        let (mut due, mut snapshots, mut stale) = (Vec::new(), Vec::new(), HashSet::new());
        for one in page.facts {
            let tenant = one.0.stream.tenant().clone();
            let known = read(&self.loaded).get(&tenant).cloned();
            let Some(held) = known.or_else(|| self.begun(&tenant)) else {
                let mut unseen = lock(&self.unseen);
                let count = unseen.entry(tenant.clone()).or_default();
                *count += 1;
                if *count >= events_between::<V>(0) {
                    *count = 0;
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
        let held = Arc::new(Held::new(begun, self.backends.memory.use_number()));
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
        lock(&self.unseen).insert(tenant.clone(), read(&held.partition).unsaved());
        metrics::dropped(V::NAME);
    }
}

struct Taker<V: View> {
    inner: Arc<Inner<V>>,
    _runs: watch::Sender<()>,
}

impl<V: View> Take<V> for Taker<V> {
    fn position(&self) -> Position {
        self.inner.progress.position()
    }

    async fn take(&mut self, page: PageFacts<V>) {
        let inner = self.inner.clone();
        // Off the async threads: of large views it takes a while.
        let taken = tokio::task::spawn_blocking(move || inner.take(page)).await;
        let Ok((due, stale)) = taken else { return };
        for (tenant, saved) in due {
            let _ = self.inner.snapshots.send(Work::Write(tenant, saved)).await;
        }
        self.inner.backends.memory.make_room();
        for tenant in stale {
            let inner = self.inner.clone();
            // Whoever asks next finds a snapshot that is not long ago.
            tokio::spawn(async move {
                if let Err(error) = inner.held(&tenant, false).await {
                    tracing::warn!(view = V::NAME, %error, "a view is brought up to date later");
                }
            });
        }
    }

    async fn stopped(self) {
        let loaded: Vec<_> = {
            let loaded = read(&self.inner.loaded);
            loaded.iter().map(|(tenant, held)| (tenant.clone(), held.clone())).collect()
        };
        for (tenant, held) in loaded {
            let mut due = Vec::new();
            write(&held.partition).save(&mut due);
            for saved in due {
                let _ = self.inner.snapshots.send(Work::Write(tenant.clone(), saved)).await;
            }
        }
        let (finished, written) = oneshot::channel();
        let _ = self.inner.snapshots.send(Work::Finish(finished)).await;
        let _ = written.await;
    }
}

/// Seals and writes snapshots as they come.
async fn write_snapshots<V: View>(backends: Backends, mut work: mpsc::Receiver<Work>) {
    while let Some(work) = work.recv().await {
        let (tenant, saved) = match work {
            Work::Write(tenant, saved) => (tenant, saved),
            Work::Finish(finished) => {
                let _ = finished.send(());
                continue;
            }
        };
        let Some(dir) = &backends.snapshots else { continue };
        let written = Shelf::new::<V>(dir, &tenant).put::<V>(&backends.keys, saved).await;
        if let Err(error) = written {
            // A snapshot only saves time: without it the next load folds more.
            tracing::warn!(view = V::NAME, %error, "snapshot not written");
        }
    }
}

/// Waits until nobody follows the log any more.
async fn ended(mut running: watch::Receiver<()>) {
    while running.changed().await.is_ok() {}
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}
