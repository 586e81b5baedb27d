//! The one reader of the log for all partitions of a view, and the writer of their snapshots.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot, watch};

use super::inner::{Inner, read, write};
use crate::{
    Backends, TenantId,
    log::Position,
    projector::{partition::Shelf, reading::Take, snapshot::Saved},
    view::{PageFacts, View},
};

/// What the writer of snapshots is told.
pub(super) enum Work {
    Write(TenantId, Saved),
    /// Nothing comes any more: answer when all is written.
    Finish(oneshot::Sender<()>),
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
            inner.backends.memory.make_room();
            taken
        });
        let taken = taken.await;
        let Ok((due, stale)) = taken else { return };
        for (tenant, saved) in due {
            let _ = self.inner.snapshots.send(Work::Write(tenant, saved)).await;
        }
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
pub(super) async fn write_snapshots<V: View>(backends: Backends, mut work: mpsc::Receiver<Work>) {
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
pub(super) async fn ended(mut running: watch::Receiver<()>) {
    while running.changed().await.is_ok() {}
}
