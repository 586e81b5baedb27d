//! The one reader of the log for all partitions of a view, and the writer of their snapshots.

use std::sync::Arc;

use eventlog::Position;
use kernel::TenantId;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot, watch};

use super::inner::{Inner, read, write};
use crate::{
    Backends,
    projector::{partition::Shelf, reading::Take, snapshot::Saved},
    view::{PageFacts, View},
};

/// How much may wait for being sealed and written, KiB; then whoever makes snapshots waits.
const WAITING_KIB_MAX: u32 = 32 * 1024;

/// Where snapshots go.
pub(super) struct Snapshots {
    work: mpsc::UnboundedSender<Work>,
    room: Arc<Semaphore>,
}

/// What the writer of snapshots is told.
enum Work {
    /// With the room that it takes until it is written.
    Write(TenantId, Saved, OwnedSemaphorePermit),
    /// Nothing comes any more: answer when all is written.
    Finish(oneshot::Sender<()>),
}

impl Snapshots {
    /// With a writer that ends when nobody makes snapshots any more.
    pub(super) fn written<V: View>(backends: &Backends) -> Self {
        let (work, waiting) = mpsc::unbounded_channel();
        tokio::spawn(write_snapshots::<V>(backends.clone(), waiting));
        Self { work, room: Arc::new(Semaphore::new(WAITING_KIB_MAX as usize)) }
    }

    /// Hands one over, as soon as there is room.
    pub(super) async fn put(&self, tenant: TenantId, saved: Saved) {
        let room = self.room.clone().acquire_many_owned(kib(&saved)).await;
        if let Ok(room) = room {
            let _ = self.work.send(Work::Write(tenant, saved, room));
        }
    }

    /// Hands one over, if there is room.
    pub(super) fn try_put(&self, tenant: TenantId, saved: Saved) {
        if let Ok(room) = self.room.clone().try_acquire_many_owned(kib(&saved)) {
            let _ = self.work.send(Work::Write(tenant, saved, room));
        }
    }

    /// Waits until all is written.
    pub(super) async fn finish(&self) {
        let (finished, written) = oneshot::channel();
        let _ = self.work.send(Work::Finish(finished));
        let _ = written.await;
    }
}

fn kib(saved: &Saved) -> u32 {
    u32::try_from(saved.bytes() / 1024 + 1).unwrap_or(u32::MAX).min(WAITING_KIB_MAX)
}

pub(super) struct Taker<V: View> {
    pub(super) inner: Arc<Inner<V>>,
    pub(super) _runs: watch::Sender<()>,
}

impl<V: View> Take<V> for Taker<V> {
    fn position(&self) -> Position {
        self.inner.progress.position()
    }

    async fn take(&mut self, page: PageFacts<V>) {
        let inner = self.inner.clone();
        // Off the async threads: of large views it takes a while.
        let taken = tokio::task::spawn_blocking(move || {
            let taken = inner.take(page);
            inner.backends.process.memory.make_room();
            taken
        });
        let (due, stale) = match taken.await {
            Ok(taken) => taken,
            // A fold that breaks ends the view, which then falls behind for all to see: passing over the
            // page would make it wrong.
            Err(broken) if broken.is_panic() => std::panic::resume_unwind(broken.into_panic()),
            Err(_) => return,
        };
        for (tenant, saved) in due {
            self.inner.snapshots.put(tenant, saved).await;
        }
        for tenant in self.inner.put_off(stale) {
            let inner = self.inner.clone();
            tokio::spawn(async move { inner.freshen(&tenant).await });
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
                self.inner.snapshots.put(tenant.clone(), saved).await;
            }
        }
        self.inner.snapshots.finish().await;
    }
}

/// Seals and writes snapshots as they come.
async fn write_snapshots<V: View>(backends: Backends, mut work: mpsc::UnboundedReceiver<Work>) {
    while let Some(work) = work.recv().await {
        let (tenant, saved, _room) = match work {
            Work::Write(tenant, saved, room) => (tenant, saved, room),
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
pub(super) async fn ended(mut running: watch::Receiver<()>) {
    while running.changed().await.is_ok() {}
}
