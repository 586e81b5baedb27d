//! A platform whose process is killed at a certain append of the first work that it begins.

use std::{
    io::Write as _,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use async_trait::async_trait;
use eventlog::{Append, Watch, Watched};
use events::{departure, erasure, opening, registration};
use stc::compose::Platform;
use store::Store;
use tests::world::config;

/// The data directory.
pub(super) const DATA: &str = "STC_DYING_DATA";
/// After how many appends; 0 = before the first.
pub(super) const AT: &str = "STC_DYING_AT";
/// What it says before its address.
pub(super) const LISTENS: &str = "listens at ";

/// Counts appends from the one with which work begins.
struct Dying {
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

#[async_trait]
impl Watch for Dying {
    async fn appending(&self, append: &Append) {
        let begins = [departure::KIND, erasure::KIND, opening::KIND, registration::KIND]
            .contains(&append.stream.kind());
        if begins || self.appends.load(Ordering::SeqCst) > 0 {
            if self.at == 0 {
                self.dies().await;
            }
            self.appends.fetch_add(1, Ordering::SeqCst);
        }
    }

    async fn appended(&self) {
        if self.at > 0 && self.appends.load(Ordering::SeqCst) == self.at {
            self.dies().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_dies() {
    // Run by the tests beside it, in a process of its own; by anybody else it does nothing.
    let (Ok(data), Ok(at)) = (std::env::var(DATA), std::env::var(AT)) else { return };
    let (data, at) = (PathBuf::from(data), at.parse().unwrap());
    let store = Store::open(&data).unwrap();
    let store = store.behind(|log| {
        let dying = Dying { at, appends: AtomicUsize::new(0) };
        Arc::new(Watched::new(log, dying))
    });
    let platform = Platform::start_on(&config(&data), store).await.unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "{LISTENS}http://{}", platform.address).unwrap();
    out.flush().unwrap();
    std::future::pending::<()>().await;
}
