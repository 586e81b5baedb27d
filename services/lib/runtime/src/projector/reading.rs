//! Reading the log for a view: pages side by side, keys for what it opens, retry.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    future::Future,
    sync::Arc,
};

use eventlog::{EventLog, Filter, LogError, Page, Pages, Position, retry::pause, subscribe};
use futures::{Stream, StreamExt};
use kernel::TenantId;
use tokio::sync::watch;
use tracing::{Span, info_span};

use crate::{
    Backends,
    keys::{KeyError, KeyRing},
    telemetry,
    view::{Folded, OpenKeys, PageFacts, View},
};

/// How many pages are read ahead while one is applied.
const PAGES_AHEAD_MAX: usize = 3;
/// Events of one page that are shown in their traces. A page with more is catching up.
const TRACED_EVENTS_MAX: usize = 64;

/// Worth another try.
pub(super) enum Retry {
    Log(LogError),
    Keys(KeyError),
}

impl From<Retry> for LogError {
    fn from(retry: Retry) -> Self {
        match retry {
            Retry::Log(error) => error,
            Retry::Keys(error) => Self::Unreadable(error.to_string()),
        }
    }
}

/// What takes the log into account, page by page.
pub(super) trait Take<V: View>: Send + 'static {
    /// Everything up to here was taken into account.
    fn position(&self) -> Position;

    /// Takes a page into account.
    fn take(&mut self, page: PageFacts<V>) -> impl Future<Output = ()> + Send;

    /// Nobody follows the log any more.
    fn stopped(self) -> impl Future<Output = ()> + Send;
}

/// Follows the log until the process ends or `stop` is set.
pub(super) async fn follow<V: View>(
    backends: Backends,
    mut taker: impl Take<V>,
    mut stop: watch::Receiver<bool>,
) {
    let start = *backends.log.head().borrow();
    let mut failures = 0;
    loop {
        let shard = backends.clone();
        let pages = subscribe(backends.log.clone(), taker.position(), V::filter());
        let pages = pages.map(move |page| {
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
            match read {
                None => return taker.stopped().await,
                Some(Err(_)) => break,
                Some(Ok(read)) => taker.take(read).await,
            }
            failures = 0;
        }
        failures += 1;
        tracing::warn!(view = V::NAME, failures, "retrying");
        let stopped = tokio::select! {
            () = tokio::time::sleep(pause(failures)) => false,
            _ = stop.wait_for(|stop| *stop) => true,
        };
        if stopped {
            return taker.stopped().await;
        }
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
    until: Position,
) -> Result<Folded<V>, LogError> {
    let mut folded = Folded::default();
    fold(log.pages(Position::START, until, V::filter()), keys, |read| folded.take(read)).await?;
    folded.position = until;
    Ok(folded)
}

/// One tenant's view as it was at a position, from its first event on.
///
/// # Errors
///
/// As [`replay`].
pub async fn replay_tenant<V: View>(
    log: Arc<dyn EventLog>,
    keys: Arc<KeyRing>,
    tenant: &TenantId,
    until: Position,
) -> Result<Folded<V>, LogError> {
    let mut folded = Folded::default();
    let pages = log.pages(Position::START, until, of_tenant::<V>(tenant));
    fold(pages, keys, |read| folded.take(read)).await?;
    Ok(folded)
}

/// Every tenant's view as it was at a position, in one pass over the log.
///
/// # Errors
///
/// As [`replay`].
pub async fn replay_tenants<V: View>(
    log: Arc<dyn EventLog>,
    keys: Arc<KeyRing>,
    until: Position,
) -> Result<BTreeMap<TenantId, Folded<V>>, LogError> {
    let mut all = BTreeMap::<TenantId, Folded<V>>::new();
    fold::<V>(log.pages(Position::START, until, V::filter()), keys, |read| {
        for one in read.facts {
            let tenant = one.0.stream.tenant();
            match all.get_mut(tenant) {
                Some(folded) => folded.take_one(one),
                None => all.entry(tenant.clone()).or_default().take_one(one),
            }
        }
    })
    .await?;
    Ok(all)
}

/// What a view wants of one tenant.
pub(super) fn of_tenant<V: View>(tenant: &TenantId) -> Filter {
    Filter { tenant: Some(tenant.clone()), ..V::filter() }
}

/// Reads these pages for a view.
pub(super) async fn fold<V: View>(
    pages: Pages,
    keys: Arc<KeyRing>,
    mut take: impl FnMut(PageFacts<V>),
) -> Result<(), LogError> {
    let mut pages = std::pin::pin!(facts::<V>(pages, keys, Position::MAX));
    while let Some(read) = pages.next().await {
        take(read?);
    }
    Ok(())
}

/// Reads pages side by side and hands them on in order. What was recorded after `live` shows in its
/// trace.
fn facts<V: View>(
    pages: impl Stream<Item = Result<Page, LogError>>,
    keys: Arc<KeyRing>,
    live: Position,
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

async fn read_page<V: View>(
    page: Page,
    keys: &KeyRing,
    live: Position,
) -> Result<PageFacts<V>, Retry> {
    let spans = spans::<V>(&page, live);
    let open = keys_for::<V>(&page, keys).await.map_err(Retry::Keys)?;
    Ok(PageFacts::read(page.events, page.next, &open).within(spans))
}

/// The spans of taking a page's events into account, each in the trace of what caused it.
fn spans<V: View>(page: &Page, live: Position) -> Vec<Span> {
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
    let mut asked = HashMap::<_, BTreeSet<_>>::new();
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
