//! A view of one tenant, for every tenant: one reader of the log hands events out.
//!
//! Invariant: whoever asks sees the tenant of the own [`Ctx`] and no other; there is no way to name
//! another one. A partition is loaded when somebody asks, from its last snapshot and the tenant's
//! events since, and is the same as if it had been there all the time.

mod inner;
mod taker;

use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex, RwLock,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use eventlog::{LogError, Position};
use kernel::TenantId;
use moka::sync::Cache;
use tokio::sync::{Semaphore, watch};
use tonic::Status;

use self::{
    inner::{Held, Inner, read},
    taker::{Snapshots, Taker, ended},
};
use super::{partition::Shelf, progress::Progress, reading::follow};
use crate::{
    Backends, Ctx,
    access::{Asked, Resource},
    status::of_log,
    view::View,
};

/// How many earlier states are folded at once; more wait. Most of the time each waits for a file or a key.
const AS_OF_MAX: usize = 8;
/// How long an earlier state is kept for the next question about the same moment.
const AS_OF_KEPT_SECONDS: u64 = 60;
/// Earlier states take at most this share of the memory for partitions.
const AS_OF_SHARE: usize = 4;

/// Every tenant's view.
pub struct Partitions<V: View>(Arc<Inner<V>>);

impl<V: View> Clone for Partitions<V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
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
        let begin = if from_the_first { Position::START } else { target };
        let (publish, position) = watch::channel(begin);
        let (runs, running) = watch::channel(());
        let kept =
            u64::try_from(backends.process.memory.bytes_max() / AS_OF_SHARE).unwrap_or(u64::MAX);
        let inner = Arc::new(Inner {
            progress: Progress::new(position, backends.log.clone()),
            backends: backends.clone(),
            publish,
            loaded: RwLock::default(),
            unseen: Mutex::default(),
            from_the_first: AtomicBool::new(from_the_first),
            later: Mutex::default(),
            gate: Mutex::default(),
            doors: Default::default(),
            snapshots: Snapshots::written::<V>(backends),
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
        let taker = Taker { inner: inner.clone(), _runs: runs };
        tokio::spawn(follow(backends.clone(), taker, stop));
        let reached = tokio::select! {
            reached = inner.progress.reached(target) => reached,
            () = ended(running) => false,
        };
        if !reached {
            return Err(LogError::Unreadable(format!("view {} stopped", V::NAME)));
        }
        let later = inner.has_read_all();
        let (freshened, running) = (inner.clone(), inner.running.clone());
        tokio::spawn(async move {
            let all = async {
                for tenant in later {
                    freshened.freshen(&tenant).await;
                }
            };
            tokio::select! {
                () = all => {}
                () = ended(running) => {}
            }
        });
        Ok(Self(inner))
    }

    /// Waits until the views were stopped and their last snapshots stand on the disk.
    pub async fn stopped(&self) {
        ended(self.0.running.clone()).await;
    }

    /// The view of the caller's tenant, at least as far as the caller has seen.
    ///
    /// ```
    /// # use kernel::TenantId;
    /// # use runtime::{Ctx, View, projector::Partitions};
    /// async fn own<V: View>(views: &Partitions<V>, ctx: &Ctx) -> usize {
    ///     views.of(ctx).await.map_or(0, |seen| seen.get(View::bytes))
    /// }
    /// ```
    ///
    /// There is no view of a tenant that a caller names:
    ///
    /// ```compile_fail,E0308
    /// # use kernel::TenantId;
    /// # use runtime::{Ctx, View, projector::Partitions};
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

    /// What it is decided by whether somebody may look at the view of a tenant: the facts of one thing
    /// in it and no more. Before it says that there is no such thing, it catches up with the log of now.
    ///
    /// # Errors
    ///
    /// As [`Partitions::of`].
    pub async fn facts<R: Resource>(
        &self,
        asked: &Asked,
        centre: &TenantId,
        facts: impl Fn(&V) -> Option<R>,
    ) -> Result<Option<R>, Status> {
        self.find(&asked.looking_in(centre), facts).await
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
