//! Views of one tenant over a real log: loaded, let go, brought up to date, asked for as they were.
#![expect(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod as_of;

use std::{collections::BTreeMap, path::Path, sync::Arc, time::Duration};

use async_trait::async_trait;
use eventlog::{
    Append, EmbeddedLog, EventLog, Expected, Filter, LogError, Meta, NewEvent, Options, Position,
    Recorded, StreamName,
};
use jiff::{Timestamp, civil::date};
use kernel::{Category, Purpose, Role, TenantId, codec::CodecError, personal::SubjectKey};
use runtime::{
    Backends, Ctx, Process, View,
    keys::{KeyError, KeyRing, KeySource, Keys},
    projector::{Live, Partitions, replay_tenants},
    token::Signer,
    view::{self, OpenKeys, digest},
};
use tokio::sync::watch;
use uuid::Uuid;

/// How many of each thing there are, and the sum of what happened: enough to tell two states apart.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally(BTreeMap<Uuid, (u64, u64)>);

impl View for Tally {
    const NAME: &'static str = "tally";
    const VERSION: u32 = 3;
    const AS_OF: bool = true;

    type Fact = u64;

    fn filter() -> Filter {
        Filter { names: vec!["Counted"], ..Filter::kinds(&["thing"]) }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<u64>, CodecError> {
        std::str::from_utf8(event.data())
            .ok()
            .and_then(|text| text.parse().ok())
            .map(Some)
            .ok_or(CodecError::UnknownShape)
    }

    fn apply(&mut self, event: &Recorded, fact: u64) {
        let (count, sum) = self.0.entry(event.stream.id()).or_default();
        (*count, *sum) = (*count + 1, *sum + fact);
    }

    /// A mebibyte for each thing, so that few centres fill the memory.
    fn bytes(&self) -> usize {
        self.0.len() << 20
    }

    fn save(&self) -> Vec<u8> {
        view::saved(&self.0)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes).map(Self)
    }
}

impl Tally {
    fn count(&self) -> u64 {
        self.0.values().map(|(count, _)| count).sum()
    }
}

/// The same keys for everybody, and for good.
struct Vault(Arc<SubjectKey>);

#[async_trait]
impl KeySource for Vault {
    async fn keys(
        &self,
        _: &TenantId,
        subjects: &[Uuid],
        _: Category,
        _: bool,
    ) -> Result<Keys, KeyError> {
        Ok(subjects.iter().map(|id| (*id, self.0.clone())).collect())
    }
}

struct World {
    backends: Backends,
    log: Arc<EmbeddedLog>,
    key: Arc<SubjectKey>,
}

fn ctx(tenant: &str) -> Ctx {
    Ctx::internal(tenant.parse().unwrap(), Uuid::nil(), Role::Service, Uuid::now_v7())
}

impl World {
    fn open(dir: &Path, memory_mib: usize) -> Self {
        Self::with_key(dir, memory_mib, Arc::new(SubjectKey::generate()))
    }

    fn with_key(dir: &Path, memory_mib: usize, key: Arc<SubjectKey>) -> Self {
        let log = EmbeddedLog::open(&dir.join("log.db"), Options::default()).unwrap();
        let log = Arc::new(log);
        let backends = Backends {
            log: log.clone(),
            keys: Arc::new(KeyRing::new(Arc::new(Vault(key.clone())))),
            tokens: Arc::new(Signer::generate().unwrap().verifier()),
            snapshots: Some(dir.join("snapshots")),
            process: Process::with_memory(memory_mib),
            tenants: Arc::default(),
        };
        Self { backends, log, key }
    }

    /// Counts things of a tenant, each with a number of its own; gives where the last one stands.
    async fn counts(&self, tenant: &str, thing: u128, numbers: std::ops::Range<u64>) -> Position {
        self.counts_at(tenant, thing, numbers, None).await
    }

    async fn counts_at(
        &self,
        tenant: &str,
        thing: u128,
        numbers: std::ops::Range<u64>,
        recorded_at: Option<Timestamp>,
    ) -> Position {
        let stream = StreamName::new("thing", &tenant.parse().unwrap(), Uuid::from_u128(thing));
        let meta = Meta {
            actor: Uuid::nil(),
            role: Role::Service,
            purpose: Purpose::Coaching,
            correlation: Uuid::nil(),
            causation: Uuid::nil(),
        };
        let mut last = Position::default();
        for some in numbers.collect::<Vec<_>>().chunks(500) {
            let event = |number: &u64| NewEvent {
                id: Uuid::now_v7(),
                name: "Counted".to_owned(),
                occurred_on: date(2026, 3, 1),
                subject: None,
                meta: meta.clone(),
                data: number.to_string().into_bytes(),
            };
            let events = some.iter().map(event).collect();
            let (stream, expected) = (stream.clone(), Expected::Any);
            let append = Append { stream, expected, events, recorded_at };
            last = self.log.append(append).await.unwrap().position;
        }
        last
    }

    async fn start(&self) -> Result<(watch::Sender<bool>, Partitions<Tally>), LogError> {
        let (stop, stopped) = watch::channel(false);
        Ok((stop, Partitions::start(&self.backends, stopped).await?))
    }

    /// Every tenant's view, as one pass over the log makes it.
    async fn replayed(&self, until: Position) -> BTreeMap<TenantId, String> {
        let (log, keys) = (self.backends.log.clone(), self.backends.keys.clone());
        let all = replay_tenants::<Tally>(log, keys, until).await.unwrap();
        all.into_iter().map(|(tenant, folded)| (tenant, folded.digest())).collect()
    }

    async fn is_as_replayed(&self, views: &Partitions<Tally>) {
        let head = *self.log.head().borrow();
        views.at_least(head).await.unwrap();
        for (tenant, replayed) in self.replayed(head).await {
            let seen = views.of(&ctx(tenant.as_str())).await.unwrap();
            assert_eq!(seen.get(digest), replayed, "{tenant}");
        }
    }
}

#[tokio::test]
async fn whoever_asks_sees_the_own_centre_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let world = World::open(dir.path(), 64);
    let (_stop, views) = world.start().await.unwrap();
    world.counts("one", 1, 0..3).await;
    let last = world.counts("other", 1, 0..5).await;
    views.at_least(last).await.unwrap();
    assert_eq!(views.of(&ctx("one")).await.unwrap().get(Tally::count), 3);
    assert_eq!(views.of(&ctx("other")).await.unwrap().get(Tally::count), 5);
    assert_eq!(views.of(&ctx("third")).await.unwrap().get(Tally::count), 0);
}

#[tokio::test]
async fn over_its_bound_the_least_used_centre_goes_and_comes_back_the_same() {
    let dir = tempfile::tempdir().unwrap();
    // Room for four centres of a thing each.
    let world = World::open(dir.path(), 4);
    let (_stop, views) = world.start().await.unwrap();
    for round in 0..3 {
        for centre in 0..9 {
            world.counts(&format!("c{centre}"), 1, 0..20 + round).await;
        }
        world.is_as_replayed(&views).await;
        let few = async {
            while views.loaded() > 4 {
                tokio::task::yield_now().await;
            }
        };
        let in_time = tokio::time::timeout(Duration::from_secs(5), few).await;
        assert!(in_time.is_ok(), "{} centres in memory", views.loaded());
    }
}

#[tokio::test]
async fn a_restart_loads_what_is_asked_for_and_it_is_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let world = World::open(dir.path(), 64);
    let (stop, views) = world.start().await.unwrap();
    for centre in ["one", "other"] {
        world.counts(centre, 1, 0..5_000).await;
    }
    world.is_as_replayed(&views).await;
    stop.send_replace(true);
    views.stopped().await;
    drop(views);
    // While nobody follows.
    world.counts("one", 2, 0..700).await;
    world.counts("new", 3, 0..7).await;
    let (_stop, views) = world.start().await.unwrap();
    assert_eq!(views.loaded(), 0, "nobody asked yet");
    world.is_as_replayed(&views).await;
    world.counts("one", 2, 0..10).await;
    world.is_as_replayed(&views).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_for_while_others_write_has_no_gap() {
    let dir = tempfile::tempdir().unwrap();
    let world = Arc::new(World::open(dir.path(), 2));
    let (_stop, views) = world.start().await.unwrap();
    let writes = {
        let world = world.clone();
        tokio::spawn(async move {
            for round in 0..60_u64 {
                for centre in 0..6 {
                    world.counts(&format!("c{centre}"), u128::from(round % 3), 0..7).await;
                }
            }
        })
    };
    let mut asked = 0_u64;
    while !writes.is_finished() {
        let seen = views.of(&ctx(&format!("c{}", asked % 6))).await.unwrap();
        let (state, through) = seen.with(|view, through| (digest(view), through));
        let of = format!("c{}", asked % 6).parse().unwrap();
        let replayed = world.replayed(through).await.remove(&of);
        assert_eq!(Some(state), replayed.or_else(|| Some(digest(&Tally::default()))));
        asked += 1;
    }
    writes.await.unwrap();
    assert!(asked > 3, "asked in between");
    world.is_as_replayed(&views).await;
}

#[tokio::test]
async fn snapshots_that_are_missing_are_made_good_when_somebody_asks() {
    let dir = tempfile::tempdir().unwrap();
    let world = World::open(dir.path(), 64);
    let (stop, views) = world.start().await.unwrap();
    let mut last = Position::default();
    for round in 0..4 {
        let month: Timestamp = format!("2026-0{}-15T12:00:00Z", round + 1).parse().unwrap();
        last = world.counts_at("one", round, 0..900, Some(month)).await;
    }
    world.is_as_replayed(&views).await;
    stop.send_replace(true);
    views.stopped().await;
    let of_one = dir.path().join("snapshots/tally-3/one");
    let files = || std::fs::read_dir(&of_one).unwrap().map(|file| file.unwrap().path());
    let all = files().count();
    assert!(all > 3, "each month's end");
    // As a start leaves it that ended in the first month.
    let first = files().min_by_key(|file| std::fs::metadata(file).unwrap().modified().unwrap());
    for file in files().filter(|file| Some(file) != first.as_ref()) {
        std::fs::remove_file(file).unwrap();
    }
    let (stop, views) = world.start().await.unwrap();
    views.as_of(&ctx("one"), last).await.unwrap();
    stop.send_replace(true);
    views.stopped().await;
    assert_eq!(files().count(), all, "each month's end, and what was asked for");
}

#[tokio::test]
async fn a_snapshot_of_another_log_and_a_damaged_one_are_not_used() {
    let dir = tempfile::tempdir().unwrap();
    let world = World::open(dir.path(), 64);
    let (stop, views) = world.start().await.unwrap();
    world.counts("one", 1, 0..4_500).await;
    world.is_as_replayed(&views).await;
    stop.send_replace(true);
    views.stopped().await;
    let key = world.key.clone();
    drop((views, world));
    let of_one = dir.path().join("snapshots/tally-3/one");
    let files = || std::fs::read_dir(&of_one).unwrap().map(|file| file.unwrap().path());
    assert!(files().count() >= 2);
    for file in files() {
        let mut bytes = std::fs::read(&file).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(&file, bytes).unwrap();
    }
    let world = World::with_key(dir.path(), 64, key.clone());
    let (stop, views) = world.start().await.unwrap();
    world.is_as_replayed(&views).await;
    stop.send_replace(true);
    views.stopped().await;
    drop((views, world));
    // The log is another one, and longer than the snapshots by now.
    for file in std::fs::read_dir(dir.path()).unwrap().map(|file| file.unwrap().path()) {
        if file.is_file() {
            std::fs::remove_file(file).unwrap();
        }
    }
    let world = World::with_key(dir.path(), 64, key);
    world.counts("one", 9, 100..9_000).await;
    let (_stop, views) = world.start().await.unwrap();
    world.is_as_replayed(&views).await;
}

#[tokio::test]
async fn an_event_that_cannot_be_read_is_parked_and_the_others_go_on() {
    let dir = tempfile::tempdir().unwrap();
    let world = World::open(dir.path(), 64);
    let (_stop, views) = world.start().await.unwrap();
    world.counts("one", 1, 0..3).await;
    let stream = StreamName::new("thing", &"one".parse().unwrap(), Uuid::from_u128(1));
    let meta = Meta {
        actor: Uuid::nil(),
        role: Role::Service,
        purpose: Purpose::Coaching,
        correlation: Uuid::nil(),
        causation: Uuid::nil(),
    };
    let (id, name, occurred_on) = (Uuid::now_v7(), "Counted".to_owned(), date(2026, 3, 1));
    let data = b"\"no number\"".to_vec();
    let events = vec![NewEvent { id, name, occurred_on, subject: None, meta, data }];
    let append = Append { stream, expected: Expected::Any, events, recorded_at: None };
    world.log.append(append).await.unwrap();
    let last = world.counts("one", 1, 0..2).await;
    views.at_least(last).await.unwrap();
    assert_eq!(views.of(&ctx("one")).await.unwrap().get(Tally::count), 5);
    assert_eq!(views.parked(), 1);
}

#[tokio::test]
async fn a_start_that_had_much_to_look_at_spares_the_next_one() {
    let dir = tempfile::tempdir().unwrap();
    let world = World::open(dir.path(), 64);
    world.counts("one", 1, 0..40_000).await;
    let (_stop, stopped) = watch::channel(false);
    Live::<Tally>::start(&world.backends, stopped).await.unwrap();
    // Nobody stops it: whoever is killed starts quickly too.
    while !dir.path().join("snapshots/tally.snap").exists() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}
