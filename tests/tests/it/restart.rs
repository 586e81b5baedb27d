//! What was acknowledged is there after a kill, once; every view is what replay makes.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use events::ActionCategory;
use kernel::Role;
use runtime::{
    Backends, Ctx, View,
    projector::{Live, Partitions, replay, replay_tenants},
    view::digest,
};
use serde_json::{Value, json};
use store::Store;
use tests::{Answer, Person, binary::Binary, facts, world};
use tokio::{sync::watch, task::JoinSet};
use uuid::Uuid;

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");
/// How many coaches' browsers work at once.
const TASKS: usize = 8;
/// After how many answers the power goes.
const ANSWERS: usize = 60;

/// How long a file may get on a disk that fails: 1 MiB.
const FAILING_BLOCKS: usize = 2048;

/// A command and what its sender knows of it.
struct Sent {
    key: Uuid,
    step: Value,
    /// The answer, if one arrived.
    answer: Option<Answer>,
}

impl Sent {
    fn id(&self) -> &str {
        self.step["id"].as_str().unwrap()
    }
}

/// Registers one step after the other until nobody answers any more.
async fn works(coach: Person, youth: Uuid, answered: Arc<AtomicUsize>) -> Vec<Sent> {
    let mut sent = Vec::new();
    loop {
        let (key, mut step) = (Uuid::now_v7(), facts::step(ActionCategory::ActionPlan));
        step["note"] = json!(format!("note {key}"));
        let request = coach.post(&format!("/youths/{youth}/steps"), &step).key(key);
        let answer = request.attempt().await.ok();
        let gone = answer.is_none();
        // While eight write to one stream, some are told to come again.
        let answer = answer.filter(|answer| answer.status != 503);
        if let Some(answer) = &answer {
            assert_eq!(answer.status, 201, "{}", answer.text);
            answered.fetch_add(1, Ordering::SeqCst);
        }
        sent.push(Sent { key, step, answer });
        if gone {
            return sent;
        }
    }
}

#[track_caller]
fn stands_once(found: &BTreeMap<String, Vec<Value>>, sent: &Sent) {
    let entries = found.get(sent.id()).map_or(&[][..], Vec::as_slice);
    assert_eq!(entries.len(), 1, "an acknowledged step is there, once");
    assert_eq!(entries[0]["note"], sent.step["note"], "a command is whole");
}

/// Every view of every service as a running one and as replay makes it.
async fn views_are_what_replay_makes(data: &Path) {
    let store = Store::open(data).unwrap();
    let backends = store.backends(store.vault.clone());
    same::<identity::Directory>(&backends).await;
    same_over_all::<identity::Doors>(&backends).await;
    same_over_all::<centres::Centres>(&backends).await;
    same::<exercises::views::Completions>(&backends).await;
    same::<trajectories::views::Trajectories>(&backends).await;
    same::<monitoring::views::Monitoring>(&backends).await;
    drop(backends);
    // Whoever follows the log still holds it for a moment.
    while Arc::strong_count(&store.log) > 1 {
        tokio::task::yield_now().await;
    }
}

/// A view of one tenant, for each of them: followed from the first event on, and loaded from what that
/// left on the disk.
async fn same<V: View>(backends: &Backends) {
    let head = *backends.log.head().borrow();
    let (log, keys) = (backends.log.clone(), backends.keys.clone());
    let again = replay_tenants::<V>(log, keys, head).await.unwrap();
    assert!(again.values().all(|folded| folded.parked.is_empty()), "{}", V::NAME);
    for _ in 0..2 {
        let (stop, stopped) = watch::channel(false);
        let live = Partitions::<V>::start(backends, stopped).await.unwrap();
        for (tenant, folded) in &again {
            let ctx = Ctx::internal(tenant.clone(), Uuid::nil(), Role::Service, Uuid::now_v7());
            let seen = live.of(&ctx).await.unwrap();
            seen.with(|view, through| {
                assert_eq!(digest(view), folded.digest(), "{} of {tenant}", V::NAME);
                assert_eq!(through, head, "{} of {tenant}", V::NAME);
            });
        }
        assert_eq!(live.parked(), 0, "{}", V::NAME);
        stop.send_replace(true);
        live.stopped().await;
    }
}

async fn same_over_all<V: View>(backends: &Backends) {
    let (stop, stopped) = watch::channel(false);
    let live = Live::<V>::start(backends, stopped).await.unwrap();
    let head = *backends.log.head().borrow();
    let again = replay::<V>(backends.log.clone(), backends.keys.clone(), head).await.unwrap();
    assert_eq!(live.now().digest(), again.digest(), "{}", V::NAME);
    assert_eq!(live.now().position, head, "{}", V::NAME);
    assert!(again.parked.is_empty() && live.now().parked.is_empty(), "{}", V::NAME);
    stop.send_replace(true);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_takes_nothing_that_was_acknowledged_and_doubles_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let binary = Binary::up(STC, dir.path()).await;
    let centre = world::centre(&binary.site, &binary.operator().await, "lsc01").await;
    let (coach, youth) = (&centre.coach, &centre.youth);
    let exercises = youth.reads("/exercises").await;
    youth.does(&exercises["items"][0], Some("own words")).await;

    let answered = Arc::new(AtomicUsize::new(0));
    let mut tasks = JoinSet::new();
    for _ in 0..TASKS {
        tasks.spawn(works(coach.clone(), youth.id, answered.clone()));
    }
    while answered.load(Ordering::SeqCst) < ANSWERS {
        tokio::task::yield_now().await;
    }
    binary.dies().await;
    let sent: Vec<_> = tasks.join_all().await.into_iter().flatten().collect();
    let (acknowledged, unknown): (Vec<_>, Vec<_>) =
        sent.iter().partition(|sent| sent.answer.is_some());
    assert!(acknowledged.len() >= ANSWERS && unknown.len() >= TASKS);
    views_are_what_replay_makes(dir.path()).await;

    let binary = Binary::up(STC, dir.path()).await;
    let (coach, youth) = (coach.moved_to(&binary.site), youth.moved_to(&binary.site));
    let found = youth.reads_steps().await;
    for sent in acknowledged {
        stands_once(&found, sent);
    }
    for sent in &sent {
        let path = format!("/youths/{}/steps", youth.id);
        let again = coach.post(&path, &sent.step).key(sent.key).send().await;
        if let Some(first) = &sent.answer {
            assert_eq!(again.text, first.text, "the first answer again, also after a restart");
        }
        assert_eq!(again.with(201)["step"]["id"], sent.step["id"]);
    }
    let found = youth.reads_steps().await;
    for sent in &sent {
        stands_once(&found, sent);
    }
    assert_eq!(found.len(), sent.len());
    assert_eq!(coach.reads("/youths").await["items"][0]["steps"], sent.len());

    binary.stops().await;
    views_are_what_replay_makes(dir.path()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_that_lost_its_snapshot_or_has_a_damaged_one_is_the_same_again() {
    let dir = tempfile::tempdir().unwrap();
    let binary = Binary::up(STC, dir.path()).await;
    let centre = world::centre(&binary.site, &binary.operator().await, "lsc01").await;
    centre.coach.registers_step(centre.youth.id, &facts::step(ActionCategory::Intake)).await;
    let tables = tables(&centre.lead).await;
    binary.stops().await;

    let snapshots = files(&dir.path().join("snapshots"));
    let views = ["centres", "commands", "directory", "doors", "monitoring", "trajectories"];
    for view in views {
        let of_view = |file: &PathBuf| file.to_str().unwrap().contains(&format!("/{view}"));
        assert!(snapshots.iter().any(of_view), "{view} has a snapshot");
    }
    for (number, path) in snapshots.into_iter().enumerate() {
        match number % 2 {
            0 => std::fs::remove_file(path).unwrap(),
            _ => std::fs::write(path, "damaged").unwrap(),
        }
    }
    let binary = Binary::up(STC, dir.path()).await;
    let lead = centre.lead.moved_to(&binary.site);
    assert_eq!(self::tables(&lead).await, tables);
    assert_eq!(centre.coach.moved_to(&binary.site).reads("/youths").await["items"][0]["steps"], 1);
    binary.stops().await;
    views_are_what_replay_makes(dir.path()).await;
}

/// Every file below a directory.
fn files(dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Both tables' hashes.
async fn tables(lead: &Person) -> [Value; 2] {
    let hash = async |path| lead.reads(path).await["hash"].take();
    [hash("/tables/1").await, hash("/tables/2").await]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_fails_ends_the_platform_and_takes_nothing_that_was_acknowledged() {
    let dir = tempfile::tempdir().unwrap();
    let binary = Binary::up_on_failing_disk(STC, dir.path(), FAILING_BLOCKS).await;
    let centre = world::centre(&binary.site, &binary.operator().await, "lsc01").await;
    let (coach, youth) = (&centre.coach, &centre.youth);
    let path = format!("/youths/{}/steps", youth.id);
    let mut acknowledged = Vec::new();
    loop {
        let (key, step) = (Uuid::now_v7(), facts::step(ActionCategory::ActionPlan));
        let answer = coach.post(&path, &step).key(key).attempt().await.ok();
        // It may end before it could say so.
        let Some(answer) = answer.filter(|answer| answer.status != 503) else { break };
        assert_eq!(answer.status, 201, "{}", answer.text);
        acknowledged.push(Sent { key, step, answer: Some(answer) });
    }
    assert!(acknowledged.len() > 10, "it worked before");
    let said = binary.fails().await;
    assert!(said.contains("the disk failed"), "{said}");

    let binary = Binary::up(STC, dir.path()).await;
    let found = youth.moved_to(&binary.site).reads_steps().await;
    let of_them = |sent: &&Sent| found.get(sent.id()).is_some_and(|entries| entries.len() == 1);
    assert_eq!(acknowledged.iter().filter(of_them).count(), acknowledged.len());
}
