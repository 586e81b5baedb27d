//! From a moment to a position, by halving: the server has no index on time.
//!
//! It may be asked only for places where something begins. In `stc log serve` that is every position;
//! on KurrentDB, whose positions are bytes, it is the beginning of each chunk of its files, and every
//! event that was read before. What lies between two of those is read, and known from then on.

use eventstore::{Error, ReadAllOptions, ReadEvent, SubscriptionFilter};

use super::{Filter, KurrentLog, LogError, PAGE_EVENTS_MAX, login::By, moments::Place, place};
use crate::{EventLog, Position};

/// Bytes of a chunk on KurrentDB; no record spans two (`TFConsts.ChunkSize` in its sources).
const CHUNK_BYTES: u64 = 256 * 1024 * 1024;

impl KurrentLog {
    /// The last position recorded at or before a moment.
    pub(super) async fn position_at(&self, micros: i64) -> Result<Position, LogError> {
        let end = *self.head.borrow();
        if self.at(end).await?.is_some_and(|last| last.recorded_micros <= micros) {
            return Ok(end);
        }
        let step = self.step().await?;
        let (before, after) = self.moments.around(micros);
        let mut low = before.map_or(Position::START, |(position, _)| position);
        let high = after.map_or(end, |(position, _)| position);
        let steps = |position: Position| u64::from(position) / step;
        let (mut from, mut until) = (steps(low) + 1, steps(high));
        // What fits on a page is read at once, in place of a question for each half of it.
        let near = if step == 1 { PAGE_EVENTS_MAX as u64 } else { 0 };
        while from + near <= until {
            let middle = from + (until - from) / 2;
            // One that the server does not take is left to be read.
            let Ok(found) = self.first_from(Position::at(middle * step)).await else { break };
            if let Some(place) = found {
                self.moments.note(place);
            }
            match found {
                Some((position, recorded)) if recorded <= micros => {
                    (low, from) = (position, steps(position).max(middle) + 1);
                }
                _ => until = middle - 1,
            }
        }
        self.forwards(low, micros).await
    }

    /// The distance between places that may be asked for. Two events are a byte apart nowhere.
    async fn step(&self) -> Result<u64, LogError> {
        let first = self.read_all(Position::START, &Filter::default(), 2).await?.events;
        let dense = first.windows(2).any(|pair| pair[1].position == pair[0].position.next());
        Ok(if dense { 1 } else { CHUNK_BYTES })
    }

    /// The first event from such a place on.
    async fn first_from(&self, position: Position) -> Result<Option<Place>, Error> {
        let options = ReadAllOptions::default()
            .by(&self.login)
            .position(place(position))
            .filter(SubscriptionFilter::on_stream_name().exclude_system_events())
            .max_count(1);
        let mut read = self.client().read_all(&options).await?;
        while let Some(read) = read.next_read_event().await? {
            if let ReadEvent::Event(event) = read {
                let event = event.get_original_event();
                let position = Position::at(event.position.commit);
                return Ok(Some((position, event.created.timestamp_micros())));
            }
        }
        Ok(None)
    }

    /// Reads on from an event that is not after the moment; each page leaves a place behind.
    async fn forwards(&self, from: Position, micros: i64) -> Result<Position, LogError> {
        let (mut found, mut after) = (from, from);
        loop {
            let page = self.read_all(after, &Filter::default(), PAGE_EVENTS_MAX).await?;
            let until = page.events.partition_point(|event| event.recorded_micros <= micros);
            if let Some(event) = until.checked_sub(1).and_then(|last| page.events.get(last)) {
                found = event.position;
            }
            if until < page.events.len() || !page.more {
                return Ok(found);
            }
            after = page.next;
        }
    }
}
