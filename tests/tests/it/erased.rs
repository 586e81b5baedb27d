//! Whoever was erased is gone: from what runs, and from what is restored.
//!
//! Unique words go in through REST, the person is erased, and words and keys are searched for in files, exports and
//! logs.

use std::{collections::BTreeMap, fs, path::Path, time::Duration};

use events::ActionCategory;
use serde_json::{Value, json};
use tests::{Person, binary::Binary, facts, world, world::Centre};
use uuid::Uuid;

use crate::canary::{files, forms, holds_none, no_file_holds, runs_export};

mod memory;

/// The binary under test.
pub(crate) const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");

const NAME: &str = "Ottilie Zonnedauw-Kievit";
const OWN: &str = "het kompas van oma Bladwesp";
const NOTE: &str = "praatte honderduit over glasblazen";
const ASKED: &str = "wis alles van de zilverreiger";
const WORDS: [&str; 4] = [NAME, OWN, NOTE, ASKED];
/// What whoever tells everything told.
pub(crate) const TOLD: [&str; 3] = [NAME, OWN, NOTE];

/// Somebody who tells everything, and whose data others read.
pub(crate) async fn tells_everything(binary: &Binary, centre: &Centre) -> Person {
    let card = centre.lead.registers_youth(NAME).await.card;
    let youth = binary.site.signs_in(&card).await;
    youth.chooses_coach(centre.coach.id).await;
    let exercises = youth.reads("/exercises").await;
    for exercise in exercises["items"].as_array().unwrap() {
        youth.does(exercise, Some(OWN)).await;
    }
    let mut step = facts::step(ActionCategory::FirstMeeting);
    step["note"] = json!(NOTE);
    centre.coach.registers_step(youth.id, &step).await;
    assert!(youth.reads("/me/overview").await.to_string().contains(OWN));
    assert!(youth.reads("/me/timeline").await.to_string().contains(NOTE));
    centre.lead.reads("/people?role=youth").await;
    for table in 1..=2 {
        centre.lead.reads(&format!("/tables/{table}")).await;
    }
    youth
}

/// Asks to be erased, and is.
async fn is_erased(youth: &Person, lead: &Person) {
    let request = json!({
        "id": Uuid::now_v7(), "person": youth.id, "right": "erasure", "words": ASKED,
    });
    youth.post("/requests", &request).send().await.with(204);
    assert!(lead.reads("/requests").await.to_string().contains(ASKED), "it was told");
    let grant = format!("/requests/{}/grant", request["id"].as_str().unwrap());
    lead.post(&grant, &json!({ "answer": null })).send().await.with(204);
}

pub(crate) fn copies(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let from = entry.unwrap().path();
        let to = to.join(from.file_name().unwrap());
        if from.is_dir() {
            fs::create_dir_all(&to).unwrap();
            copies(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}

/// Puts a backup in the place of everything but the file of those who were erased.
pub(crate) fn is_restored(data: &Path, backup: &Path) {
    for entry in fs::read_dir(data).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else if path.file_name().unwrap() != "erasures.jsonl" {
            fs::remove_file(path).unwrap();
        }
    }
    fs::remove_file(backup.join("erasures.jsonl")).unwrap();
    copies(backup, data);
}

pub(crate) async fn waits_for<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    for _ in 0..600 {
        if let Some(seen) = look().await {
            return seen;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{what} was not seen");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_stands_also_after_log_and_vault_from_before_it_were_restored() {
    let (dir, backup) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let binary = Binary::up(STC, dir.path()).await;
    let centre = world::centre(&binary.site, &binary.operator().await, "lsc01").await;
    let youth = tells_everything(&binary, &centre).await;
    binary.stops().await;
    copies(dir.path(), backup.path());
    let wrapped = wrapped_keys_of(backup.path(), youth.id);

    let binary = Binary::up(STC, dir.path()).await;
    let lead = centre.lead.moved_to(&binary.site);
    is_erased(&youth.moved_to(&binary.site), &lead).await;
    binary.stops().await;
    is_restored(dir.path(), backup.path());

    let binary = Binary::up(STC, dir.path()).await;
    let (lead, youth) = (centre.lead.moved_to(&binary.site), youth.moved_to(&binary.site));
    waits_for("that the log knows it again", async || {
        let people = lead.reads("/people?role=youth").await;
        (people["total"] == 1 && people["unreadable"] == 0).then_some(())
    })
    .await;
    youth.get("/me/timeline").send().await.is_problem(401, "unauthenticated");
    let coach = centre.coach.moved_to(&binary.site);
    coach.get(&format!("/youths/{}", youth.id)).send().await.is_problem(404, "notFound");
    assert_eq!(coach.reads("/youths").await["items"].as_array().unwrap().len(), 1);
    waits_for("a table without the person", async || {
        (lead.reads("/tables/1").await["persons"] == 1).then_some(())
    })
    .await;
    let health: Value = reqwest::get(format!("{}/health", binary.site.address()))
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(health["details"]["identity"]["lostKeys"], 0, "{health}");
    let words = forms(&WORDS.map(str::to_owned));
    holds_none("the export", &runs_export(dir.path()).await, &words);
    let logged = binary.stops().await;
    holds_none("the log", logged.as_bytes(), &words);
    assert!(logged.contains("keys of people who were erased were back"), "{logged}");
    let found = no_file_holds(dir.path(), &words);
    for (name, bytes) in found {
        holds_none(&name, &bytes, &wrapped);
    }
}

/// What the vault in this directory has of a person, as it stands there.
fn wrapped_keys_of(data: &Path, person: Uuid) -> Vec<(String, Vec<u8>)> {
    let vault = rusqlite::Connection::open(data.join("vault.db")).unwrap();
    let mut query = vault.prepare("SELECT path, wrapped FROM keys WHERE path LIKE ?1").unwrap();
    let rows = query.query_map([format!("lsc01/{person}%")], |row| Ok((row.get(0)?, row.get(1)?)));
    let keys: Vec<_> = rows.unwrap().collect::<Result<_, _>>().unwrap();
    assert!(keys.len() > 3, "there are some");
    let mut all = BTreeMap::new();
    files(data, &mut all);
    let vault = &all[data.join("vault.db").to_str().unwrap()];
    let key: &(String, Vec<u8>) = &keys[0];
    assert!(vault.windows(key.1.len()).any(|window| window == key.1), "they are found");
    keys
}
