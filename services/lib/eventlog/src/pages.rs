//! Pages of the log, one after the other: up to a position, or on for good.

use std::{future::Future, sync::Arc};

use futures::{Stream, StreamExt, stream};

use super::{
    EventLog, Filter, LogError, PAGE_EVENTS_MAX, Page, Pages, Position, Recorded, StreamName,
};

/// Every event after a position, first those that are there, then live, without a gap or a double.
/// Pull-based: a slow reader holds nothing but its own place.
pub fn subscribe(
    log: Arc<dyn EventLog>,
    after: Position,
    filter: Filter,
) -> impl Stream<Item = Result<Page, LogError>> {
    let head = log.head();
    stream::unfold((log, head, after), move |(log, mut head, after)| {
        let filter = filter.clone();
        async move {
            while *head.borrow_and_update() <= after {
                head.changed().await.ok()?;
            }
            let page = log.read_all(after, &filter, PAGE_EVENTS_MAX).await;
            let next = page.as_ref().map_or(after, |page| page.next);
            Some((page, (log, head, next)))
        }
    })
}

/// All events of a stream, in order.
///
/// # Errors
///
/// As [`EventLog::read_stream`].
pub async fn whole_stream(
    log: &dyn EventLog,
    stream: &StreamName,
) -> Result<Vec<Recorded>, LogError> {
    let mut events = log.read_stream(stream, 0, PAGE_EVENTS_MAX).await?;
    let mut read = events.len();
    while read == PAGE_EVENTS_MAX {
        let page = log.read_stream(stream, events.len() as u64, PAGE_EVENTS_MAX).await?;
        read = page.len();
        events.extend(page);
    }
    Ok(events)
}

/// Pages up to a position where only a page tells where the next one begins. Ends before, where the
/// log does, and with the first error.
pub(super) fn in_turn<F>(
    after: Position,
    until: Position,
    read: impl Fn(Position) -> F + Send + 'static,
) -> Pages
where
    F: Future<Output = Result<Page, LogError>> + Send + 'static,
{
    stream::unfold(Some(after), move |after| {
        let page = after.filter(|after| *after < until).map(&read);
        async move {
            let mut page = page?.await;
            let mut next = None;
            if let Ok(page) = &mut page {
                // What was read beyond is left to others.
                page.events.retain(|event| event.position <= until);
                page.next = page.next.min(until);
                next = page.more.then_some(page.next);
            }
            Some((page, next))
        }
    })
    .boxed()
}
