//! Keeps a view up to date: subscription, checkpoint, retry, snapshots.
//!
//! A delivery ends in applied, retried (the vault or the log does not answer) or parked (the event
//! cannot be read; the others go on).

use std::{
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard},
    time::Duration,
};

use futures::{Stream, StreamExt};
use sha2::{Digest, Sha256};
use tokio::sync::watch;
use tonic::Status;
use tracing::{Span, info_span};

use crate::{
    Backends, TenantId,
    keys::{KeyError, KeyRing},
    log::{EventLog, LogError, Page, subscribe},
    status::of_log,
    telemetry::{self, metrics},
    view::{Folded, OpenKeys, PageFacts, View, hex},
};

mod snapshot;

use snapshot::Saved;

/// How many pages are read ahead while one is applied.
const PAGES_AHEAD_MAX: usize = 3;
/// After how many events that were taken into account a snapshot is written. Positions tell no
/// number: on a server they are places in a file.
const SNAPSHOT_EVENTS: usize = 250_000;
/// How long a query waits for a position.
const WAIT_SECONDS_MAX: u64 = 5;
/// Pause before the vault or the log is asked again; doubles up to the second.
const RETRY_MILLIS: u64 = 50;
const RETRY_MILLIS_MAX: u64 = 5_000;
/// Events of one page that are shown in their traces. A page with more is catching up.
const TRACED_EVENTS_MAX: usize = 64;

/// A view that is kept up to date.
pub struct Live<V> {
    folded: Arc<RwLock<Folded<V>>>,
    position: watch::Receiver<u64>,
    log: Arc<dyn EventLog>,
}

impl<V> Clone for Live<V> {
    fn clone(&self) -> Self {
        Self { folded: self.folded.clone(), position: self.position.clone(), log: self.log.clone() }
    }
}

/// The view is not as far as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Behind {
    /// It did not come to the position in time. Worth a retry.
    #[error("the view has not come to position {0} within {WAIT_SECONDS_MAX} s")]
    Late(u64),
    /// The log itself ends before: the position is of another log, or of this one before a restore.
    #[error("the log ends before position {0}")]
    AfterEnd(u64),
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
        let folded = match &file {
            Some(file) => snapshot::load::<V>(file, &backends.keys, target).await,
            None => Folded::default(),
        };
        let (publish, position) = watch::channel(folded.position);
        let log = backends.log.clone();
        let live = Self { folded: Arc::new(RwLock::new(folded)), position, log };
        let (head, position, folded) =
            (backends.log.head(), live.position.clone(), live.folded.clone());
        metrics::view(
            V::NAME,
            move || head.borrow().saturating_sub(*position.borrow()),
            move || folded.read().unwrap_or_else(PoisonError::into_inner).parked.len() as u64,
        );
        tokio::spawn(follow(live.clone(), backends.clone(), file, publish, stop));
        let mut position = live.position.clone();
        let caught_up = position.wait_for(|position| *position >= target).await.is_ok();
        if caught_up {
            Ok(live)
        } else {
            Err(LogError::Unreadable(format!("view {} stopped", V::NAME)))
        }
    }

    /// The view as it is now.
    pub fn now(&self) -> RwLockReadGuard<'_, Folded<V>> {
        self.folded.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the view was stopped and its last snapshot stands on the disk.
    pub async fn stopped(&self) {
        let mut position = self.position.clone();
        while position.changed().await.is_ok() {}
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
        at_least: u64,
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
    /// [`Behind`] after [`WAIT_SECONDS_MAX`] seconds, or at once after the end.
    pub async fn at_least(&self, position: u64) -> Result<(), Behind> {
        if *self.position.borrow() >= position {
            return Ok(());
        }
        // The end as this process has it may be a moment behind what others wrote.
        if *self.log.head().borrow() < position {
            let end = self.log.end().await.map_err(|_| Behind::Late(position))?;
            if end < position {
                return Err(Behind::AfterEnd(position));
            }
        }
        let mut progress = self.position.clone();
        let reached = progress.wait_for(|reached| *reached >= position);
        let in_time = tokio::time::timeout(Duration::from_secs(WAIT_SECONDS_MAX), reached).await;
        let reached = matches!(in_time, Ok(Ok(_)));
        reached.then_some(()).ok_or(Behind::Late(position))
    }
}

/// The same fold stopped at a position: the view as it was then.
///
/// # Errors
///
/// [`LogError`] if the log cannot be read; [`LogError::Unreadable`] if the vault does not answer.
pub async fn replay<V: View>(
    log: Arc<dyn EventLog>,
    keys: Arc<KeyRing>,
    until: u64,
) -> Result<Folded<V>, LogError> {
    let mut folded = Folded::default();
    let mut pages = std::pin::pin!(facts::<V>(log.pages(0, until, V::filter()), keys, u64::MAX));
    while let Some(read) = pages.next().await {
        match read {
            Ok(read) => {
                folded.take(read);
            }
            Err(Retry::Log(error)) => return Err(error),
            Err(Retry::Keys(error)) => return Err(LogError::Unreadable(error.to_string())),
        }
    }
    folded.position = until;
    Ok(folded)
}

/// Worth another try.
enum Retry {
    Log(LogError),
    Keys(KeyError),
}

/// Reads pages side by side and hands them on in order. What was recorded after `live` shows in its
/// trace.
fn facts<V: View>(
    pages: impl Stream<Item = Result<Page, LogError>>,
    keys: Arc<KeyRing>,
    live: u64,
) -> impl Stream<Item = Result<PageFacts<V>, Retry>> {
    pages
        .map(move |page| {
            let keys = keys.clone();
            // Spawned, so that it runs while the page before is applied.
            tokio::spawn(async move { read_page(page.map_err(Retry::Log)?, &keys, live).await })
        })
        .buffered(PAGES_AHEAD_MAX)
        .map(|joined| {
            joined.unwrap_or_else(|error| {
                Err(Retry::Log(LogError::Unreadable(format!("reading a page failed: {error}"))))
            })
        })
}

async fn read_page<V: View>(page: Page, keys: &KeyRing, live: u64) -> Result<PageFacts<V>, Retry> {
    let spans = spans::<V>(&page, live);
    let open = keys_for::<V>(&page, keys).await.map_err(Retry::Keys)?;
    Ok(PageFacts::read(page.events, page.next, &open).within(spans))
}

/// The spans of taking a page's events into account, each in the trace of what caused it.
fn spans<V: View>(page: &Page, live: u64) -> Vec<Span> {
    if page.events.len() > TRACED_EVENTS_MAX {
        return Vec::new();
    }
    let live = page.events.iter().filter(|event| event.position > live);
    live.filter_map(|event| {
        let meta = event.meta().ok()?;
        let name = || format!("view {}", V::NAME);
        Some(telemetry::follows(
            meta.correlation,
            || info_span!(target: "stc", parent: None, "view", otel.name = name(), view = V::NAME),
        ))
    })
    .collect()
}

async fn keys_for<V: View>(page: &Page, keys: &KeyRing) -> Result<OpenKeys, KeyError> {
    let mut open = OpenKeys::default();
    let mut asked = std::collections::HashMap::<_, std::collections::BTreeSet<_>>::new();
    for event in &page.events {
        let category = V::OPENS.iter().find(|(name, _)| *name == event.name);
        if let (Some((_, category)), Some(subject)) = (category, event.subject()) {
            asked.entry((event.stream.tenant(), *category)).or_default().insert(subject);
        }
    }
    for ((tenant, category), subjects) in asked {
        let subjects: Vec<_> = subjects.into_iter().collect();
        for (subject, key) in keys.to_open(tenant, &subjects, category).await? {
            open.insert(subject, category, key);
        }
    }
    Ok(open)
}

async fn follow<V: View>(
    live: Live<V>,
    backends: Backends,
    file: Option<PathBuf>,
    publish: watch::Sender<u64>,
    mut stop: watch::Receiver<bool>,
) {
    let (mut saved, mut taken) = (*publish.borrow(), 0);
    let start = *backends.log.head().borrow();
    let mut pause = RETRY_MILLIS;
    loop {
        let after = *publish.borrow();
        let shard = backends.clone();
        let pages = subscribe(backends.log.clone(), after, V::filter()).map(move |page| {
            page.map(|mut page| {
                page.events.retain(|event| shard.serves(event.stream.tenant()));
                page
            })
        });
        let mut pages = std::pin::pin!(facts::<V>(pages, backends.keys.clone(), start));
        loop {
            let read = tokio::select! {
                read = pages.next() => read,
                _ = stop.wait_for(|stop| *stop) => None,
            };
            let Some(read) = read else {
                save_if_moved(&live, file.as_deref(), &backends.keys, saved).await;
                return;
            };
            let Ok(read) = read else { break };
            pause = RETRY_MILLIS;
            let position = {
                let mut folded = live.folded.write().unwrap_or_else(PoisonError::into_inner);
                taken += folded.take(read);
                folded.position
            };
            publish.send_replace(position);
            if taken >= SNAPSHOT_EVENTS {
                save_if_moved(&live, file.as_deref(), &backends.keys, saved).await;
                (saved, taken) = (position, 0);
            }
        }
        tracing::warn!(view = V::NAME, pause_millis = pause, "retrying");
        tokio::time::sleep(Duration::from_millis(pause)).await;
        pause = (pause * 2).min(RETRY_MILLIS_MAX);
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

async fn save_if_moved<V: View>(live: &Live<V>, file: Option<&Path>, keys: &KeyRing, saved: u64) {
    let Some(file) = file else { return };
    if live.now().position == saved {
        return;
    }
    // Off the async threads: of a large view it takes a while.
    let now = live.clone();
    let Ok(view) = tokio::task::spawn_blocking(move || Saved::of(&*now.now())).await else {
        return;
    };
    if view.position() == saved {
        return;
    }
    if let Err(error) = snapshot::save::<V>(file, keys, view).await {
        // A snapshot only saves time: without it the next start replays more.
        tracing::warn!(view = V::NAME, %error, "snapshot not written");
    }
}
