//! `stc keys rotate` is killed at any moment, and nothing that was sealed is lost.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    os::unix::process::ExitStatusExt as _,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use events::ActionCategory;
use kernel::{Category, TenantId};
use runtime::{
    datadir::DataDir,
    keys::{KeySource, Keys},
};
use serde_json::json;
use tests::{World, facts};
use uuid::Uuid;
use vault::{Beside, Vault};

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");
/// People of each centre, so that a rotation takes a while.
const PEOPLE: usize = 80;
/// Into how many parts the time of a rotation is cut: it is killed after each.
const PARTS: u32 = 16;
/// How long a process may take for what it is killed at.
const PATIENCE: Duration = Duration::from_secs(20);
const SEED: Uuid = Uuid::from_u128(7);
const NOTE: &str = "vertelde over de nieuwe sleutels";

/// When a rotation is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// So long after it began.
    After(Duration),
    /// As soon as it told of so many centres, one of them the platform.
    Told(usize),
    /// As soon as a file stands beside the root key.
    Beside(&'static str),
}

/// Keys of people of three centres, and a card.
struct Known {
    centres: [TenantId; 3],
    people: Vec<Uuid>,
    keys: Vec<Vec<[u8; 32]>>,
    card: String,
}

/// Waits until nobody holds the directory any more.
async fn at_rest(data: &Path) {
    let began = Instant::now();
    while DataDir::open(data).is_err() {
        assert!(began.elapsed() < PATIENCE, "somebody holds it");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Opens the vault as identity does, and closes it again.
async fn with_vault<T>(data: &Path, ask: impl AsyncFnOnce(&Vault) -> T) -> T {
    let dir = DataDir::open(data).unwrap();
    let vault = Vault::open(&dir.vault(), &dir.root_key(), Beside::People).unwrap();
    ask(&vault).await
}

async fn keys(vault: &Vault, known: (&[TenantId; 3], &[Uuid]), make: bool) -> Vec<Vec<[u8; 32]>> {
    let (centres, people) = known;
    let mut all = Vec::new();
    for centre in centres {
        for category in Category::ALL {
            let keys: Keys = vault.keys(centre, people, category, make).await.unwrap();
            all.push(people.iter().map(|one| *keys[one].expose_bytes()).collect());
        }
    }
    all
}

impl Known {
    async fn made(data: &Path) -> Self {
        let centres = ["lsc01", "lsc02", "lsc03"].map(|centre| centre.parse().unwrap());
        let people: Vec<_> = (0..PEOPLE).map(|_| Uuid::now_v7()).collect();
        let (keys, card) = with_vault(data, async |vault| {
            (keys(vault, (&centres, &people), true).await, vault.card_code(SEED))
        })
        .await;
        Self { centres, people, keys, card }
    }

    async fn stand(&self, data: &Path, at: &str) {
        let (keys, card) = with_vault(data, async |vault| {
            (keys(vault, (&self.centres, &self.people), false).await, vault.card_code(SEED))
        })
        .await;
        assert!(keys == self.keys && card == self.card, "keys are lost: {at}");
    }
}

fn rotation(data: &Path) -> Child {
    let mut rotation = Command::new(STC);
    let rotation = rotation.args(["keys", "rotate", "--all", "--data"]).arg(data);
    rotation.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// Rotates all keys, with nobody in the way.
fn rotates(data: &Path) {
    assert!(rotation(data).wait_with_output().unwrap().status.success());
}

/// Begins to rotate, and is killed. Whether it was not over by then.
fn is_killed(data: &Path, moment: Moment) -> bool {
    let mut child = rotation(data);
    // Open until it is dead: who tells nobody ends by itself.
    let mut told = BufReader::new(child.stdout.take().unwrap()).lines();
    let began = Instant::now();
    match moment {
        Moment::After(time) => std::thread::sleep(time),
        Moment::Told(centres) => {
            assert_eq!(told.by_ref().take(centres).count(), centres);
        }
        Moment::Beside(ending) => {
            let file = data.join(format!("root.key{ending}"));
            while !file.exists() && child.try_wait().unwrap().is_none() {
                assert!(began.elapsed() < PATIENCE, "{ending} does not come");
                std::hint::spin_loop();
            }
        }
    }
    child.kill().unwrap();
    child.wait().unwrap().signal() == Some(9)
}

#[tokio::test(flavor = "multi_thread")]
async fn whenever_a_crash_interrupts_new_keys_everything_opens_before_and_after_the_next_try() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let mut step = facts::step(ActionCategory::Intake);
    step["note"] = json!(NOTE);
    centre.coach.registers_step(centre.youth.id, &step).await;
    let dir = world.stops().await;
    let data = dir.path();
    at_rest(data).await;
    let known = Known::made(data).await;

    let began = Instant::now();
    rotates(data);
    let whole = began.elapsed();
    known.stand(data, "after a whole rotation").await;
    let parts = (0..PARTS).map(|part| Moment::After(whole * part / PARTS));
    let told = (1..=4).map(Moment::Told);
    let files = [".next", ".before"].map(Moment::Beside);
    let mut killed = 0;
    for (turn, moment) in parts.chain(told).chain(files).enumerate() {
        if matches!(moment, Moment::Beside(".before")) {
            fs::remove_file(data.join("root.key.before")).unwrap();
        }
        killed += u32::from(is_killed(data, moment));
        // Some are tried again as they were left, others after somebody opened the vault.
        if turn % 2 == 0 {
            known.stand(data, &format!("killed at {moment:?}")).await;
        }
        rotates(data);
        known.stand(data, &format!("killed at {moment:?}, and tried again")).await;
    }
    assert!(killed >= PARTS / 2, "it was over before it was killed: {killed}");

    let world = World::starts_on(dir).await;
    let coach = centre.coach.moved_to(&world);
    let timeline = coach.reads(&format!("/youths/{}/timeline", centre.youth.id)).await;
    assert!(timeline.to_string().contains(NOTE), "{timeline}");
    let people = centre.lead.moved_to(&world).reads("/people?role=youth").await;
    assert_eq!(people["items"][0]["name"], centre.youth.name);
    world.stops().await;
}
