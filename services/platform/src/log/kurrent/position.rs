//! From a moment to a position. The server has no index on time.

use eventstore::{ReadAllOptions, ReadEvent, StreamPosition, SubscriptionFilter};

use super::{Filter, KurrentLog, LogError, PAGE_EVENTS_MAX, moments::Place, of, place};
use crate::log::EventLog;

impl KurrentLog {
    /// The last position recorded at or before a moment. Between the places that are known around it
    /// one side is walked over, the one that is nearer in time, and known from then on.
    pub(super) async fn position_at(&self, micros: i64) -> Result<u64, LogError> {
        let end = *self.head.borrow();
        let Some(last) = self.at(end).await?.map(|event| (end, event.recorded_micros)) else {
            return self.backwards(None, micros).await;
        };
        if last.1 <= micros {
            return Ok(end);
        }
        let (before, after) = self.moments.around(micros);
        let after = after.unwrap_or(last);
        let begins = match before {
            Some((_, recorded)) => recorded,
            None => {
                let first = self.read_all(0, &Filter::default(), 1).await?;
                first.events.first().map_or(micros, |event| event.recorded_micros)
            }
        };
        if micros - begins <= after.1 - micros {
            self.forwards(before, micros).await
        } else {
            self.backwards(Some(after), micros).await
        }
    }

    /// Looks from a place on; each page leaves a place behind.
    async fn forwards(&self, from: Option<Place>, micros: i64) -> Result<u64, LogError> {
        let mut found = from.map_or(0, |(position, _)| position);
        let mut after = found;
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

    /// Looks backwards from a place, or from the end.
    async fn backwards(&self, from: Option<Place>, micros: i64) -> Result<u64, LogError> {
        let options = ReadAllOptions::default()
            .backwards()
            .position(from.map_or(StreamPosition::End, |(position, _)| place(position)))
            .filter(SubscriptionFilter::on_stream_name().exclude_system_events());
        let mut read = self.client().read_all(&options).await.map_err(|error| of(&error))?;
        let mut passed = 0;
        while let Some(read) = read.next_read_event().await.map_err(|error| of(&error))? {
            let ReadEvent::Event(event) = read else { continue };
            let event = event.get_original_event();
            let (position, recorded) = (event.position.commit, event.created.timestamp_micros());
            if recorded <= micros {
                return Ok(position);
            }
            passed += 1;
            if passed % PAGE_EVENTS_MAX == 0 {
                self.moments.note((position, recorded));
            }
        }
        Ok(0)
    }
}
