//! Reading what is there: one stream or the whole log, in either direction.
//!
//! As KurrentDB has it: a revision is read inclusive in both directions; a position forwards
//! inclusive, backwards exclusive. What is read is pulled by the client, page by page.

use std::{future::ready, sync::Arc};

use eventlog::{
    Appended, EventLog, Filter, LogError, PAGE_EVENTS_MAX, Position, Recorded, StreamName,
};
use futures::{
    StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};
use proto::eventstore::{
    StreamIdentifier,
    streams::{
        ReadReq, ReadResp,
        read_req::options::{
            AllOptions, CountOption, ReadDirection, StreamOption, StreamOptions,
            all_options::AllOption, stream_options::RevisionOption,
        },
        read_resp::{Content, StreamNotFound},
    },
};
use tonic::Status;

use super::{
    filter::EventFilter,
    status, subscribe,
    wire::{self, IdForm, missing},
};

/// What a read is answered with.
pub(super) type Responses = BoxStream<'static, Result<ReadResp, Status>>;
/// Events in the order of the read.
type Pages = BoxStream<'static, Result<Vec<Recorded>, LogError>>;

/// How many of a tenant's events are looked at together at least, for not all may pass.
const PAGE_EVENTS_MIN: usize = 256;

/// Where a read begins.
#[derive(Clone, Copy)]
pub(super) enum From {
    Start,
    /// A position of the log, or a revision of a stream.
    At(u64),
    End,
}

impl From {
    /// The position after which a read of the whole log begins.
    fn after(self, head: Position) -> Position {
        match self {
            Self::Start => Position::START,
            Self::At(position) => Position::at(position.saturating_sub(1)),
            Self::End => head,
        }
    }
}

/// Answers a read or a subscription.
pub(super) async fn read(log: Arc<dyn EventLog>, request: ReadReq) -> Result<Responses, Status> {
    let options = request.options.ok_or_else(|| missing("options"))?;
    let form = IdForm::from(options.uuid_option);
    let backwards = options.read_direction == i32::from(ReadDirection::Backwards);
    let wanted = options.stream_option.ok_or_else(|| missing("what to read"))?;
    match (options.count_option.ok_or_else(|| missing("a count"))?, wanted) {
        (CountOption::Subscription(_), _) if backwards => {
            Err(Status::invalid_argument("a subscription goes forwards"))
        }
        (CountOption::Subscription(_), StreamOption::All(all)) => {
            let filter = EventFilter::of(options.filter_option)?;
            Ok(subscribe::all(log, from_all(all), filter, form))
        }
        (CountOption::Subscription(_), StreamOption::Stream(stream)) => {
            let name = wire::own_stream(stream.stream_identifier.as_ref())?;
            subscribe::stream(log, name, from_stream(&stream), form).await
        }
        (CountOption::Count(count), StreamOption::All(all)) => {
            let filter = EventFilter::of(options.filter_option)?;
            let of_log = EventFilter::of_log(filter.as_ref());
            // Only without a filter it is known how much has to be looked at.
            let look = if filter.is_some() { u64::MAX } else { count };
            let pages = match (backwards, &of_log.tenant) {
                (true, _) => all_backwards(log, from_all(all), page_size(count)),
                (false, None) => all_forwards(&log, from_all(all), look),
                (false, Some(_)) => tenant_forwards(log, from_all(all), of_log, count),
            };
            Ok(responses(pages, filter, count, form))
        }
        (CountOption::Count(count), StreamOption::Stream(stream)) => {
            let pages = stream_pages(log, &stream, backwards, count).await.map_err(of)?;
            Ok(pages.map_or_else(
                || not_found(stream.stream_identifier),
                |pages| responses(pages, None, count, form),
            ))
        }
    }
}

fn from_all(all: AllOptions) -> From {
    match all.all_option {
        Some(AllOption::Position(at)) => From::At(at.commit_position),
        Some(AllOption::End(_)) => From::End,
        Some(AllOption::Start(_)) | None => From::Start,
    }
}

fn from_stream(stream: &StreamOptions) -> From {
    match stream.revision_option {
        Some(RevisionOption::Revision(revision)) => From::At(revision),
        Some(RevisionOption::End(_)) => From::End,
        Some(RevisionOption::Start(_)) | None => From::Start,
    }
}

fn responses(pages: Pages, filter: Option<EventFilter>, count: u64, form: IdForm) -> Responses {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let passes = move |event: Recorded| match filter.as_ref().map(|filter| filter.passes(&event)) {
        None | Some(Ok(true)) => Ok(Some(event)),
        Some(Ok(false)) => Ok(None),
        Some(Err(refused)) => Err(refused),
    };
    pages
        .map_ok(|events| stream::iter(events.into_iter().map(Ok)))
        .try_flatten()
        .map_err(of)
        .try_filter_map(move |event| ready(passes(event)))
        .take(count)
        .map(move |event| event.and_then(|event| wire::read_event(&event, form)))
        .boxed()
}

fn not_found(stream_identifier: Option<StreamIdentifier>) -> Responses {
    let answer = wire::response(Content::StreamNotFound(StreamNotFound { stream_identifier }));
    stream::iter([Ok(answer)]).boxed()
}

fn all_forwards(log: &Arc<dyn EventLog>, from: From, look: u64) -> Pages {
    let head = *log.head().borrow();
    let after = from.after(head);
    // Positions have no gaps.
    let until = Position::at(u64::from(after).saturating_add(look)).min(head);
    log.pages(after, until, Filter::default()).map_ok(|page| page.events).boxed()
}

/// One tenant's events, on pages no larger than what is still wanted if all of them pass.
fn tenant_forwards(log: Arc<dyn EventLog>, from: From, filter: Filter, count: u64) -> Pages {
    let head = *log.head().borrow();
    stream::try_unfold((from.after(head), count), move |(after, wanted)| {
        let (log, filter) = (log.clone(), filter.clone());
        async move {
            if after >= head {
                return Ok(None);
            }
            let size = page_size(wanted).max(PAGE_EVENTS_MIN);
            let page = log.read_all(after, &filter, size).await?;
            let wanted = wanted.saturating_sub(page.events.len() as u64);
            Ok(Some((page.events, (page.next, wanted))))
        }
    })
    .boxed()
}

/// The first page has so many events, and each one twice as many as the one before: who wants one of
/// the last finds it at once, and who looks for something rare is soon far back.
fn all_backwards(log: Arc<dyn EventLog>, from: From, size: usize) -> Pages {
    let end = u64::from(*log.head().borrow()) + 1;
    let before = match from {
        From::Start => 0,
        From::At(position) => position.min(end),
        From::End => end,
    };
    stream::try_unfold((before, size), move |(before, size)| {
        let log = log.clone();
        async move {
            let last = before.saturating_sub(1);
            let after = last.saturating_sub(size as u64);
            if last == after {
                return Ok(None);
            }
            let count = usize::try_from(last - after).unwrap_or(size);
            let mut events =
                log.read_all(Position::at(after), &Filter::default(), count).await?.events;
            events.reverse();
            Ok(Some((events, (after + 1, (size * 2).min(PAGE_EVENTS_MAX)))))
        }
    })
    .boxed()
}

/// The pages of a stream; `None` if there is no such stream.
async fn stream_pages(
    log: Arc<dyn EventLog>,
    wanted: &StreamOptions,
    backwards: bool,
    count: u64,
) -> Result<Option<Pages>, LogError> {
    let Some(name) = wire::stream_name(wanted.stream_identifier.as_ref()) else { return Ok(None) };
    let (from, size) = (from_stream(wanted), page_size(count));
    if backwards {
        let Some(last) = last_revision(&*log, &name).await? else { return Ok(None) };
        let first = match from {
            From::Start => 0,
            From::At(revision) => revision.min(last),
            From::End => last,
        };
        return Ok(Some(stream_backwards(log, name, first, size)));
    }
    let first = match from {
        From::Start => 0,
        From::At(revision) => revision,
        From::End => u64::MAX,
    };
    // The first page tells whether the stream exists, so that a read is one look into the log.
    let mut pages = stream_forwards(log.clone(), name.clone(), first, size);
    let page = pages.try_next().await?.unwrap_or_default();
    if page.is_empty() && (first == 0 || !exists(&*log, &name, 0).await?) {
        return Ok(None);
    }
    Ok(Some(stream::iter([Ok(page)]).chain(pages).boxed()))
}

fn stream_forwards(log: Arc<dyn EventLog>, name: StreamName, first: u64, size: usize) -> Pages {
    stream::try_unfold(Some(first), move |from| {
        let (log, name) = (log.clone(), name.clone());
        async move {
            let Some(from) = from else { return Ok(None) };
            let events = log.read_stream(&name, from, size).await?;
            let next = (events.len() == size).then_some(from + size as u64);
            Ok(Some((events, next)))
        }
    })
    .boxed()
}

fn stream_backwards(log: Arc<dyn EventLog>, name: StreamName, first: u64, size: usize) -> Pages {
    stream::try_unfold(Some(first), move |last| {
        let (log, name) = (log.clone(), name.clone());
        async move {
            let Some(last) = last else { return Ok(None) };
            let from = (last + 1).saturating_sub(size as u64);
            let count = usize::try_from(last - from).unwrap_or(size) + 1;
            let mut events = log.read_stream(&name, from, count).await?;
            events.reverse();
            Ok(Some((events, from.checked_sub(1))))
        }
    })
    .boxed()
}

/// How many events one page holds when this many are wanted.
fn page_size(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX).clamp(1, PAGE_EVENTS_MAX)
}

/// Whether a stream has this revision.
pub(super) async fn exists(
    log: &dyn EventLog,
    name: &StreamName,
    revision: u64,
) -> Result<bool, LogError> {
    Ok(!log.read_stream(name, revision, 1).await?.is_empty())
}

/// Where a stream ends.
pub(super) async fn last(
    log: &dyn EventLog,
    name: &StreamName,
) -> Result<Option<Appended>, LogError> {
    let Some(revision) = last_revision(log, name).await? else { return Ok(None) };
    let event = log.read_stream(name, revision, 1).await?.pop();
    Ok(event.map(|event| Appended { position: event.position, revision: event.revision }))
}

/// The last revision of a stream, found by doubling and halving, since revisions have no gaps.
pub(super) async fn last_revision(
    log: &dyn EventLog,
    name: &StreamName,
) -> Result<Option<u64>, LogError> {
    if !exists(log, name, 0).await? {
        return Ok(None);
    }
    let (mut there, mut gone) = (0, 1);
    while exists(log, name, gone).await? {
        (there, gone) = (gone, gone * 2);
    }
    while gone - there > 1 {
        let middle = there + (gone - there) / 2;
        if exists(log, name, middle).await? {
            there = middle;
        } else {
            gone = middle;
        }
    }
    Ok(Some(there))
}

#[expect(clippy::needless_pass_by_value, reason = "reads better in `map_err`")]
pub(super) fn of(error: LogError) -> Status {
    status(&error)
}
