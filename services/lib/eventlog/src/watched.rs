//! A log that somebody watches: for tests of what is read and written, and of what goes wrong there.

use std::{ops::Deref, sync::Arc};

use async_trait::async_trait;
use jiff::Timestamp;
use tokio::sync::watch;

use super::{
    Append, Appended, EventLog, Filter, LogError, Page, Pages, Position, Recorded, StreamName,
};

/// Hears what is asked of a log. All of it is asked of the log itself.
#[async_trait]
pub trait Watch: Send + Sync + 'static {
    /// Something is about to be appended.
    async fn appending(&self, _: &Append) {}

    /// It was appended, or not; nobody was told yet.
    async fn appended(&self) {}

    /// So much was read of a stream.
    fn read(&self, _: &StreamName, _: &[Recorded]) {}
}

/// A log, and who watches it.
pub struct Watched<W> {
    log: Arc<dyn EventLog>,
    watch: W,
}

impl<W> Watched<W> {
    /// This log under these eyes.
    pub fn new(log: Arc<dyn EventLog>, watch: W) -> Self {
        Self { log, watch }
    }
}

/// Who watches.
impl<W> Deref for Watched<W> {
    type Target = W;

    fn deref(&self) -> &W {
        &self.watch
    }
}

#[async_trait]
impl<W: Watch> EventLog for Watched<W> {
    async fn append(&self, append: Append) -> Result<Appended, LogError> {
        self.watch.appending(&append).await;
        let answer = self.log.append(append).await;
        self.watch.appended().await;
        answer
    }

    async fn read_stream(
        &self,
        stream: &StreamName,
        from: u64,
        max: usize,
    ) -> Result<Vec<Recorded>, LogError> {
        let events = self.log.read_stream(stream, from, max).await?;
        self.watch.read(stream, &events);
        Ok(events)
    }

    async fn read_all(
        &self,
        after: Position,
        filter: &Filter,
        max: usize,
    ) -> Result<Page, LogError> {
        self.log.read_all(after, filter, max).await
    }

    fn pages(&self, after: Position, until: Position, filter: Filter) -> Pages {
        self.log.pages(after, until, filter)
    }

    async fn position_at(&self, instant: Timestamp) -> Result<Position, LogError> {
        self.log.position_at(instant).await
    }

    async fn at(&self, position: Position) -> Result<Option<Recorded>, LogError> {
        self.log.at(position).await
    }

    async fn end(&self) -> Result<Position, LogError> {
        self.log.end().await
    }

    fn head(&self) -> watch::Receiver<Position> {
        self.log.head()
    }
}
