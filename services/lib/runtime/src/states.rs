//! What a process knows of the streams that it decided on: a state, the event with which it ends, and
//! the keys of the commands that touched the stream. A decision reads only what came since.
//!
//! Invariant: what is known is what replay makes of the same events. It was read from the log, and it is
//! forgotten when the log has another event at its end: a log restored from a backup, for instance.

mod snapshot;

use std::{any::Any, collections::HashSet, sync::Arc};

use eventlog::{EventLog, PAGE_EVENTS_MAX, Recorded, StreamName};
use kernel::{State, personal::Event};
use moka::{policy::EvictionPolicy, sync::Cache};
use serde::{Deserialize, Serialize};
use tokio::sync::{Mutex, OwnedMutexGuard};
use uuid::Uuid;

use crate::{Backends, commands::Mark, execute::CommandError};

pub use snapshot::STATE_EVENTS;

/// Of how many streams a process keeps what it knows; the one asked for longest ago is dropped. A
/// trajectory of a year has some 4 kB.
pub const STATES_KEPT_MAX: u64 = 10_000;

/// What a process knows, stream by stream.
#[derive(Clone)]
pub struct States(Cache<StreamName, Arc<dyn Any + Send + Sync>>);

/// What is known of one stream, held by one decision at a time: another one in this process waits,
/// since in the log only one of them could go through.
pub(crate) type Held<S> = OwnedMutexGuard<Option<Known<S>>>;

impl Default for States {
    fn default() -> Self {
        Self::at_most(STATES_KEPT_MAX)
    }
}

impl States {
    fn at_most(streams: u64) -> Self {
        let lru = EvictionPolicy::lru();
        Self(Cache::builder().max_capacity(streams).eviction_policy(lru).build())
    }

    /// What is known of a stream, `None` if nobody looked yet.
    pub(crate) async fn hold<S: State>(&self, stream: &StreamName) -> Held<S> {
        let nothing = || Arc::new(Mutex::new(None::<Known<S>>));
        let kept = self.0.get_with_by_ref(stream, || nothing());
        let kept = kept.downcast().unwrap_or_else(|_| nothing());
        Mutex::lock_owned(kept).await
    }
}

/// The beginning of a stream, folded.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Known<S> {
    state: Arc<S>,
    keys: Arc<HashSet<u64>>,
    last: Option<Last>,
}

/// An event such that no other one is in its place in any log.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Last {
    revision: u64,
    id: Uuid,
    recorded_micros: i64,
}

impl Last {
    fn of(event: &Recorded) -> Self {
        let Recorded { revision, recorded_micros, .. } = *event;
        Self { revision, id: event.id(), recorded_micros }
    }
}

impl<S: Default> Default for Known<S> {
    fn default() -> Self {
        Self { state: Arc::default(), keys: Arc::default(), last: None }
    }
}

impl<S: State> Known<S> {
    /// The state, shared: nothing is copied unless somebody still holds it when the next event comes.
    pub(crate) fn state(&self) -> Arc<S> {
        self.state.clone()
    }

    /// Revision of the stream's last event, `None` while there is no stream.
    pub(crate) fn revision(&self) -> Option<u64> {
        self.last.map(|last| last.revision)
    }

    /// Whether a command with this key touched the stream.
    pub(crate) fn has_key(&self, mark: Mark) -> bool {
        self.keys.contains(&mark.key)
    }

    /// Takes what came since into account; answers how many events that were.
    async fn read_on<R>(
        &mut self,
        log: &dyn EventLog,
        stream: &StreamName,
    ) -> Result<usize, CommandError<R>> {
        let mut folded = 0;
        loop {
            let page =
                log.read_stream(stream, self.revision().unwrap_or(0), PAGE_EVENTS_MAX).await?;
            let new = match (self.last, page.split_first()) {
                (None, _) => &page[..],
                (Some(last), Some((first, new))) if Last::of(first) == last => new,
                (Some(_), _) => {
                    (*self, folded) = (Self::default(), 0);
                    continue;
                }
            };
            self.take(new)?;
            folded += new.len();
            if page.len() < PAGE_EVENTS_MAX {
                return Ok(folded);
            }
        }
    }

    fn take<R>(&mut self, new: &[Recorded]) -> Result<(), CommandError<R>> {
        let Some(last) = new.last().map(Last::of) else { return Ok(()) };
        let events = read_events::<S::Event, R>(new)?;
        let Self { state, mut keys, .. } = std::mem::take(self);
        let state = events.iter().fold(Arc::unwrap_or_clone(state), S::evolve);
        let touched = new.iter().filter_map(|event| Mark::in_id(event.id()));
        Arc::make_mut(&mut keys).extend(touched.map(|mark| mark.key));
        *self = Self { state: Arc::new(state), keys, last: Some(last) };
        Ok(())
    }
}

/// What is known of a stream once everything that it has by now was taken into account.
///
/// # Errors
///
/// [`CommandError::Log`] or [`CommandError::UnknownShape`].
pub(crate) async fn up_to_now<'a, S: State, R>(
    held: &'a mut Held<S>,
    backends: &Backends,
    stream: &StreamName,
) -> Result<&'a Known<S>, CommandError<R>> {
    if held.is_none() {
        **held = Some(snapshot::load(backends, stream).await.unwrap_or_default());
    }
    let known = held.get_or_insert_default();
    let folded = known.read_on(&*backends.log, stream).await?;
    if folded > STATE_EVENTS {
        snapshot::save_soon(backends, stream, known.clone());
    }
    Ok(known)
}

/// Stored events as what they are.
pub(crate) fn read_events<E: Event, R>(recorded: &[Recorded]) -> Result<Vec<E>, CommandError<R>> {
    let events = recorded.iter().map(Recorded::decoded);
    events.collect::<Result<_, _>>().map_err(|_| CommandError::UnknownShape)
}

#[cfg(test)]
mod tests;
