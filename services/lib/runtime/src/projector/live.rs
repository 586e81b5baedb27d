//! A view of the whole log: for the few questions that are asked before anybody knows whose a thing
//! is.

use std::{
    path::PathBuf,
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard},
};

use eventlog::{EventLog, LogError, Position};
use kernel::{TenantId, codec::hex};
use sha2::{Digest, Sha256};
use tokio::sync::watch;
use tonic::Status;

use super::{
    Behind,
    progress::Progress,
    reading::{Take, follow},
    snapshot::{self, Saved},
};
use crate::{
    Backends,
    keys::KeyRing,
    status::of_log,
    telemetry::metrics,
    view::{Folded, PageFacts, View},
};

/// After how many events that were taken into account a snapshot is written.
const SNAPSHOT_EVENTS: u64 = 250_000;
/// After how many pages that a start had to look at a snapshot is written, whatever was in them: a view
/// that takes little of a long log into account looks at all of it otherwise, each time anew.
const SNAPSHOT_START_PAGES: u64 = 8;

/// A view of the whole log that is kept up to date.
pub struct Live<V> {
    folded: Arc<RwLock<Folded<V>>>,
    progress: Progress,
}

impl<V> Clone for Live<V> {
    fn clone(&self) -> Self {
        Self { folded: self.folded.clone(), progress: self.progress.clone() }
    }
}

impl<V: View> Live<V> {
    /// Starts from the last snapshot and follows the log until the process ends or `stop` is set,
    /// when a last snapshot is written. Answers once it has caught up with the log of now.
    ///
    /// # Errors
    ///
    /// [`LogError`] if the log cannot be read at all.
    pub async fn start(backends: &Backends, stop: watch::Receiver<bool>) -> Result<Self, LogError> {
        let target = *backends.log.head().borrow();
        let file = backends.snapshots.as_ref().map(|dir| dir.join(file_name::<V>(backends)));
        let found = match &file {
            Some(file) => snapshot::read::<V>(file, &backends.keys, None).await,
            None => None,
        };
        // A log restored from a backup may be shorter than the snapshot.
        let folded = found.filter(|found| found.position <= target).unwrap_or_default();
        let (publish, position) = watch::channel(folded.position);
        let saved = folded.events;
        let live = Self {
            folded: Arc::new(RwLock::new(folded)),
            progress: Progress::new(position, backends.log.clone()),
        };
        let parked = live.folded.clone();
        metrics::view(V::NAME, live.progress.behind(), move || {
            parked.read().unwrap_or_else(PoisonError::into_inner).parked.len() as u64
        });
        let keys = backends.keys.clone();
        let start = Some((target, 0));
        let taker = Taker { live: live.clone(), publish, file, keys, saved, start };
        tokio::spawn(follow(backends.clone(), taker, stop));
        if live.progress.reached(target).await {
            Ok(live)
        } else {
            Err(LogError::Unreadable(format!("view {} stopped", V::NAME)))
        }
    }

    /// As [`Live::start`], but once for all services of the process: with the first who asks, until the
    /// first one's `stop` is set.
    ///
    /// # Errors
    ///
    /// As [`Live::start`].
    pub async fn shared(
        backends: &Backends,
        stop: watch::Receiver<bool>,
    ) -> Result<Self, LogError> {
        backends.process.views.start(backends, stop).await
    }

    pub(super) fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The view as it is now.
    pub fn now(&self) -> RwLockReadGuard<'_, Folded<V>> {
        self.folded.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the view was stopped and its last snapshot stands on the disk.
    pub async fn stopped(&self) {
        self.progress.ended().await;
    }

    /// What the view knows from a position on; before it says "nothing" it catches up with the log
    /// of now.
    ///
    /// # Errors
    ///
    /// `UNAVAILABLE` if it does not come that far in time, or the log does not answer.
    pub async fn find<T>(
        &self,
        log: &dyn EventLog,
        at_least: Position,
        find: impl Fn(&V) -> Option<T>,
    ) -> Result<Option<T>, Status> {
        self.at_least(at_least).await?;
        let found = find(&self.now().view);
        if found.is_some() {
            return Ok(found);
        }
        let end = log.end().await.map_err(|error| of_log(&error))?;
        self.at_least(end).await?;
        let found = find(&self.now().view);
        Ok(found)
    }

    /// Waits until everything up to a position was taken into account. For one after the end of the
    /// log nobody waits.
    ///
    /// # Errors
    ///
    /// [`Behind`] after [`super::WAIT_SECONDS_MAX`] seconds, or at once after the end.
    pub async fn at_least(&self, position: Position) -> Result<(), Behind> {
        self.progress.at_least(position).await
    }
}

struct Taker<V> {
    live: Live<V>,
    publish: watch::Sender<Position>,
    file: Option<PathBuf>,
    keys: Arc<KeyRing>,
    /// How many events the last snapshot has.
    saved: u64,
    /// Until the log of the start was taken into account: where it ended, and how many pages that took.
    start: Option<(Position, u64)>,
}

impl<V: View> Take<V> for Taker<V> {
    fn position(&self) -> Position {
        *self.publish.borrow()
    }

    async fn take(&mut self, page: PageFacts<V>) {
        let (position, events) = {
            let mut folded = self.live.folded.write().unwrap_or_else(PoisonError::into_inner);
            folded.take(page);
            (folded.position, folded.events)
        };
        self.publish.send_replace(position);
        if events - self.saved >= SNAPSHOT_EVENTS || self.was_a_long_start(position) {
            self.save(events).await;
        }
    }

    async fn stopped(mut self) {
        let events = self.live.now().events;
        if events > self.saved {
            self.save(events).await;
        }
    }
}

impl<V: View> Taker<V> {
    /// Whether with this page a start ends that had much to look at.
    fn was_a_long_start(&mut self, position: Position) -> bool {
        let Some((end, pages)) = self.start.as_mut() else { return false };
        *pages += 1;
        if position < *end {
            return false;
        }
        let pages = *pages;
        self.start = None;
        pages >= SNAPSHOT_START_PAGES
    }

    async fn save(&mut self, events: u64) {
        self.saved = events;
        let Some(file) = &self.file else { return };
        // Off the async threads: of a large view it takes a while.
        let now = self.live.clone();
        let saved = tokio::task::spawn_blocking(move || Saved::of(&now.now())).await;
        let Ok(saved) = saved else { return };
        if let Err(error) = snapshot::write::<V>(file, &self.keys, None, saved).await {
            // A snapshot only saves time: without it the next start replays more.
            tracing::warn!(view = V::NAME, %error, "snapshot not written");
        }
    }
}

/// Names the snapshot. Another shard's is another one: it leaves other tenants out.
fn file_name<V: View>(backends: &Backends) -> String {
    let tenants: Vec<_> = backends.tenants.iter().map(TenantId::as_str).collect();
    if tenants.is_empty() {
        return format!("{}.snap", V::NAME);
    }
    let shard = hex(&Sha256::digest(tenants.join(","))[..8]);
    format!("{}-{shard}.snap", V::NAME)
}
