//! A platform whose process is killed at a certain append of the first work that it begins.

use std::{
    io::Write as _,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use events::{opening, registration};
use platform::{
    EventLog, Filter, Recorded, StreamName,
    log::{Append, Appended, LogError, Page, Pages, Position},
};
use stc::compose::Platform;
use store::Store;
use tests::world::config;
use tokio::sync::watch;

/// The data directory.
pub(super) const DATA: &str = "STC_DYING_DATA";
/// After how many appends; 0 = before the first.
pub(super) const AT: &str = "STC_DYING_AT";
/// What it says before its address.
pub(super) const LISTENS: &str = "listens at ";

/// Counts appends from the one with which work begins.
struct Dying {
    log: Arc<dyn EventLog>,
    at: usize,
    appends: AtomicUsize,
}

impl Dying {
    async fn dies(&self) {
        let id = std::process::id().to_string();
        let _ = tokio::process::Command::new("kill").args(["-9", &id]).status().await;
        std::future::pending::<()>().await;
    }
}

#[async_trait::async_trait]
impl EventLog for Dying {
    async fn append(&self, append: Append) -> Result<Appended, LogError> {
        let begins = [opening::KIND, registration::KIND].contains(&append.stream.kind());
        let counts = begins || self.appends.load(Ordering::SeqCst) > 0;
        if counts && self.at == 0 {
            self.dies().await;
        }
        let appended = self.log.append(append).await;
        if counts && self.appends.fetch_add(1, Ordering::SeqCst) + 1 == self.at {
            self.dies().await;
        }
        appended
    }

    async fn read_stream(
        &self,
        stream: &StreamName,
        from: u64,
        max: usize,
    ) -> Result<Vec<Recorded>, LogError> {
        self.log.read_stream(stream, from, max).await
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

    async fn position_at(&self, instant: jiff::Timestamp) -> Result<Position, LogError> {
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

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_dies() {
    // Run by the tests beside it, in a process of its own; by anybody else it does nothing.
    let (Ok(data), Ok(at)) = (std::env::var(DATA), std::env::var(AT)) else { return };
    let (data, at) = (PathBuf::from(data), at.parse().unwrap());
    let store = Store::open(&data).unwrap();
    let store = store.behind(|log| Arc::new(Dying { log, at, appends: AtomicUsize::new(0) }));
    let platform = Platform::start_on(&config(&data), store).await.unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "{LISTENS}http://{}", platform.address).unwrap();
    out.flush().unwrap();
    std::future::pending::<()>().await;
}
