//! Views of the whole log that several services of a process ask: each is folded once.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use eventlog::LogError;
use tokio::sync::{OnceCell, watch};

use super::{Live, progress::Progress};
use crate::{Backends, view::View};

/// The views of the whole log of a process. Cloning is cheap.
#[derive(Clone, Default)]
pub struct Shared(Arc<Mutex<Views>>);

#[derive(Default)]
struct Views {
    /// By type, a cell with a [`Live`] of it.
    cells: HashMap<TypeId, Arc<dyn Any + Send + Sync>>,
    progress: Vec<Progress>,
}

impl Shared {
    /// The view that somebody started, or one that starts now and follows the log until `stop` is set.
    pub(super) async fn start<V: View>(
        &self,
        backends: &Backends,
        stop: watch::Receiver<bool>,
    ) -> Result<Live<V>, LogError> {
        let cell = self.cell::<V>();
        let started = cell.get_or_try_init(|| async {
            let live = Live::start(backends, stop).await?;
            self.views().progress.push(live.progress().clone());
            Ok(live)
        });
        started.await.cloned()
    }

    /// The view, if somebody started it.
    pub(crate) fn get<V: View>(&self) -> Option<Live<V>> {
        self.cell().get().cloned()
    }

    /// Waits until the views were stopped and their last snapshots stand on the disk.
    pub async fn stopped(&self) {
        let all = self.views().progress.clone();
        for progress in all {
            progress.ended().await;
        }
    }

    fn cell<V: View>(&self) -> Arc<OnceCell<Live<V>>> {
        let mut views = self.views();
        let new = || Arc::new(OnceCell::<Live<V>>::new());
        let cell = views.cells.entry(TypeId::of::<V>()).or_insert_with(|| new());
        cell.clone().downcast().unwrap_or_else(|_| new())
    }

    fn views(&self) -> MutexGuard<'_, Views> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
