//! A log, the processes that work on it, and a shelf that they put things on.

use std::{
    collections::{BTreeSet, HashMap},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use async_trait::async_trait;
use eventlog::{EmbeddedLog, Options, Recorded, StreamName, Watch, Watched};
use jiff::civil::date;
use kernel::{
    By, Category, Decision, Event, PersonalPart, Role, State, TenantId, personal::SubjectKey,
};
use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{
    Backends, Ctx,
    access::Permit,
    execute::{CommandError, Executed, Target, execute, state_of},
    keys::{KeyError, KeyRing, KeySource, Keys},
    states::{STATE_EVENTS, States},
    token::Signer,
};

/// More events than a stream has of which nothing is written to the disk.
pub(super) const LONG: u32 = 300;
const _: () = assert!(LONG as usize > STATE_EVENTS);

/// Things that stand on a shelf, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Shelf(pub(super) BTreeSet<u32>);

#[derive(Clone, Copy, Debug)]
pub(super) enum Ask {
    Put(u32),
    Take(u32),
    Move(u32, u32),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Fact {
    Put { item: u32 },
    Taken { item: u32 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    There,
}

impl Event for Fact {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        None
    }
}

impl State for Shelf {
    type Event = Fact;

    const KIND: &'static str = "shelf";
    const VERSION: u32 = 1;

    fn evolve(mut self, event: &Fact) -> Self {
        match *event {
            Fact::Put { item } => self.0.insert(item),
            Fact::Taken { item } => self.0.remove(&item),
        };
        self
    }
}

impl Decision for Ask {
    type State = Shelf;
    type Refusal = Refused;

    fn decide(&self, _: &By, there: &Shelf) -> Result<Vec<Fact>, Refused> {
        match *self {
            Ask::Put(item) | Ask::Move(_, item) if there.0.contains(&item) => Err(Refused::There),
            Ask::Put(item) => Ok(vec![Fact::Put { item }]),
            Ask::Take(item) | Ask::Move(item, _) if !there.0.contains(&item) => Ok(vec![]),
            Ask::Take(item) => Ok(vec![Fact::Taken { item }]),
            Ask::Move(item, to) => Ok(vec![Fact::Taken { item }, Fact::Put { item: to }]),
        }
    }
}

/// The same as a later version has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct LaterShelf(Shelf);

impl State for LaterShelf {
    type Event = Fact;

    const KIND: &'static str = Shelf::KIND;
    const VERSION: u32 = Shelf::VERSION + 1;

    fn evolve(self, event: &Fact) -> Self {
        Self(self.0.evolve(event))
    }
}

/// Counts what is read of streams.
#[derive(Default)]
pub(super) struct Counted(AtomicU64);

impl Counted {
    pub(super) fn events_read(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }

    pub(super) fn forget_reads(&self) {
        self.0.store(0, Ordering::SeqCst);
    }
}

impl Watch for Counted {
    fn read(&self, _: &StreamName, events: &[Recorded]) {
        self.0.fetch_add(events.len() as u64, Ordering::SeqCst);
    }
}

/// Makes every key that is asked for, once.
#[derive(Default)]
struct Vault(Mutex<HashMap<(TenantId, Uuid), Arc<SubjectKey>>>);

#[async_trait]
impl KeySource for Vault {
    async fn keys(
        &self,
        tenant: &TenantId,
        subjects: &[Uuid],
        _: Category,
        _: bool,
    ) -> Result<Keys, KeyError> {
        let mut kept = self.0.lock().unwrap();
        let mut key = |id| kept.entry((tenant.clone(), id)).or_insert_with(new_key).clone();
        Ok(subjects.iter().map(|id| (*id, key(*id))).collect())
    }
}

fn new_key() -> Arc<SubjectKey> {
    Arc::new(SubjectKey::generate())
}

/// A log, a vault and a directory for snapshots.
#[derive(Clone)]
pub(super) struct Site {
    log: Arc<EmbeddedLog>,
    vault: Arc<Vault>,
    tenant: TenantId,
    _logs: Arc<TempDir>,
    snapshots: Arc<TempDir>,
}

impl Site {
    pub(super) fn new() -> Self {
        let (logs, snapshots) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let log = log_in(logs.path());
        let (logs, snapshots) = (Arc::new(logs), Arc::new(snapshots));
        let (vault, tenant) = (Arc::default(), "lsc01".parse().unwrap());
        Self { log, vault, tenant, _logs: logs, snapshots }
    }

    /// The same snapshots and keys beside another log.
    pub(super) fn with_another_log(&self) -> Self {
        let logs = tempfile::tempdir().unwrap();
        Self { log: log_in(logs.path()), _logs: Arc::new(logs), ..self.clone() }
    }

    /// The same log and keys, with snapshots of its own.
    pub(super) fn with_another_tenant(&self) -> Self {
        let snapshots = Arc::new(tempfile::tempdir().unwrap());
        Self { tenant: "lsc02".parse().unwrap(), snapshots, ..self.clone() }
    }

    /// A process that just started.
    pub(super) fn process(&self) -> Process {
        self.process_with(&States::default())
    }

    /// The same with states that were kept.
    pub(super) fn process_with(&self, states: &States) -> Process {
        let log = Arc::new(Watched::new(self.log.clone(), Counted::default()));
        let backends = Backends {
            log: log.clone(),
            keys: Arc::new(KeyRing::new(self.vault.clone())),
            tokens: Arc::new(Signer::generate().unwrap().verifier()),
            snapshots: Some(self.snapshots.path().to_owned()),
            process: crate::Process { states: states.clone(), ..crate::Process::default() },
            tenants: Arc::default(),
        };
        Process { log, backends, tenant: self.tenant.clone(), shelf: 1 }
    }

    /// A process that keeps nothing on the disk.
    pub(super) fn process_without_files(&self) -> Process {
        let process = self.process();
        let backends = Backends { snapshots: None, ..process.backends.clone() };
        Process { backends, ..process }
    }

    /// Every file of a state.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        let Ok(files) = std::fs::read_dir(self.snapshots.path().join("states")) else {
            return Vec::new();
        };
        let files = files.map(|file| file.unwrap().path());
        files.filter(|file| file.extension().is_some_and(|it| it == "state")).collect()
    }

    pub(super) async fn waits_for_a_file(&self) -> PathBuf {
        loop {
            if let Some(file) = self.files().pop() {
                return file;
            }
            tokio::task::yield_now().await;
        }
    }

    pub(super) async fn waits_for_another(&self, file: &Path, content: &[u8]) {
        while std::fs::read(file).unwrap() == content {
            tokio::task::yield_now().await;
        }
    }
}

fn log_in(dir: &Path) -> Arc<EmbeddedLog> {
    Arc::new(EmbeddedLog::open(&dir.join("log.db"), Options::default()).unwrap())
}

/// One process.
pub(super) struct Process {
    pub(super) log: Arc<Watched<Counted>>,
    backends: Backends,
    tenant: TenantId,
    shelf: u128,
}

impl Process {
    /// The same at work on another shelf.
    pub(super) fn on(self, number: u128) -> Self {
        Self { shelf: number, ..self }
    }

    /// The same after the log was replaced by another one.
    pub(super) fn on_the_log_of(self, site: &Site) -> Self {
        let Process { log, backends, .. } = site.process_with(&self.backends.process.states);
        Self { log, backends, ..self }
    }

    pub(super) async fn asks(
        &self,
        key: u32,
        content: u64,
        ask: Ask,
    ) -> Result<Executed<Fact>, CommandError<Refused>> {
        let (actor, key) = (Uuid::from_u128(5), Uuid::from_u128(u128::from(key)));
        let ctx = Ctx::internal(self.tenant.clone(), actor, Role::Coach, key).with_content(content);
        let id = Uuid::from_u128(self.shelf);
        let target = Target::today(id, None, date(2026, 3, 9));
        execute(&self.backends, &Permit::internal(ctx), target, &ask).await
    }

    /// Puts a thing there, under a key of its own.
    pub(super) async fn puts(&self, item: u32) -> Result<Executed<Fact>, CommandError<Refused>> {
        self.asks(item, 0, Ask::Put(item)).await
    }

    pub(super) async fn fills(&self, items: impl IntoIterator<Item = u32>) {
        for item in items {
            self.puts(item).await.unwrap();
        }
    }

    /// What stands there.
    pub(super) async fn items(&self) -> BTreeSet<u32> {
        self.state::<Shelf>().await.unwrap_or_default().0
    }

    /// What stands there as a later version has it.
    pub(super) async fn items_of_later(&self) -> BTreeSet<u32> {
        self.state::<LaterShelf>().await.unwrap_or_default().0.0
    }

    async fn state<S: State>(&self) -> Option<S> {
        let ctx = Ctx::internal(self.tenant.clone(), Uuid::nil(), Role::Service, Uuid::nil());
        let found = state_of::<S>(&self.backends, &ctx, Uuid::from_u128(self.shelf)).await;
        found.unwrap().map(|(state, _)| (*state).clone())
    }
}
