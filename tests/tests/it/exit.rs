//! A centre leaves: everything is returned, and then nothing about anybody there can be read.

use std::{ffi::OsStr, fs, path::Path};

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::{
    Person, World,
    binary::{Binary, runs},
    facts, world,
};

use crate::{
    canary::{files, forms, holds_none, no_file_holds, runs_export},
    erased::{STC, TOLD, copies, is_restored, tells_everything, waits_for},
};

const NEIGHBOUR: &str = "Gerlinde Wulpendaal";

/// What `stc centre export` made.
pub(crate) struct Exported {
    /// The file.
    pub(crate) text: String,
    /// What an operator writes down of it.
    pub(crate) proof: Value,
    _dir: TempDir,
}

/// An operator begins the end, and the lead agrees.
pub(crate) async fn is_agreed(operator: &Person, lead: &Person, centre: &str) {
    let body = json!({ "agreementEndedOn": "2026-01-31" });
    operator.post(&format!("/centres/{centre}/exit"), &body).send().await.with(204);
    lead.post(&format!("/centres/{centre}/exit/agreement"), &json!({})).send().await.with(204);
}

/// Everything about a centre, as a file.
pub(crate) async fn is_exported(data: &Path, centre: &str) -> Exported {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("centre.jsonl");
    let command = ["centre", "export", "--centre", centre, "--data"].map(OsStr::new);
    let to = [data.as_os_str(), OsStr::new("--to"), file.as_os_str()];
    let made = runs(STC, &[&command[..], &to[..]].concat()).await;
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let said = String::from_utf8(made.stdout).unwrap();
    let after = |word: &str| {
        let line = said.lines().find_map(|line| line.strip_prefix(word));
        line.unwrap_or_else(|| panic!("{said}")).trim().to_owned()
    };
    let through: u64 = after("through ").parse().unwrap();
    let proof = json!({ "sha256": after("sha256 "), "through": through });
    Exported { text: fs::read_to_string(&file).unwrap(), proof, _dir: dir }
}

async fn state(operator: &Person) -> Value {
    operator.reads("/centres/lsc01/exit").await["state"].clone()
}

/// What the vault in this directory has of the centre that leaves, as it stands there.
fn wrapped_keys(data: &Path) -> Vec<(String, Vec<u8>)> {
    let vault = rusqlite::Connection::open(data.join("vault.db")).unwrap();
    let mut query = vault
        .prepare("SELECT path, wrapped FROM keys WHERE path = 'lsc01' OR path LIKE 'lsc01/%'")
        .unwrap();
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.unwrap().collect::<Result<_, _>>().unwrap()
}

fn holds_no_key(data: &Path, keys: &[(String, Vec<u8>)]) {
    let mut all = std::collections::BTreeMap::new();
    files(data, &mut all);
    for (name, bytes) in all {
        holds_none(&name, &bytes, keys);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_end_no_word_of_a_centre_is_left_and_another_one_is_as_it_was() {
    let (dir, backup) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let binary = Binary::up(STC, dir.path()).await;
    let operator = binary.operator().await;
    let leaves = world::centre(&binary.site, &operator, "lsc01").await;
    let stays = world::centre(&binary.site, &operator, "lsc02").await;
    tells_everything(&binary, &leaves).await;
    stays.lead.registers_youth(NEIGHBOUR).await;
    is_agreed(&operator, &leaves.lead, "lsc01").await;

    let exported = is_exported(dir.path(), "lsc01").await;
    for word in TOLD {
        assert!(exported.text.contains(word), "{word} is returned");
    }
    assert!(!exported.text.contains(NEIGHBOUR), "of another centre nothing is");
    for line in exported.text.lines() {
        serde_json::from_str::<Value>(line).unwrap();
    }
    let erase = "/centres/lsc01/exit/erasure";
    operator.post(erase, &json!({})).send().await.is_refused("exitNotExported");
    let record = "/centres/lsc01/exit/export";
    let mut other = exported.proof.clone();
    other["sha256"] = json!("9f".repeat(32));
    operator.post(record, &other).send().await.is_refused("exportDiffers");
    operator.post(record, &exported.proof).send().await.with(204);
    binary.stops().await;
    copies(dir.path(), backup.path());
    let keys = wrapped_keys(backup.path());
    assert!(keys.len() > 10, "there are some");

    let binary = Binary::up(STC, dir.path()).await;
    let operator = operator.moved_to(&binary.site);
    operator.post(erase, &json!({})).send().await.with(204);
    let exit = operator.reads("/centres/lsc01/exit").await;
    assert_eq!(
        (&exit["state"], &exit["export"]["sha256"]),
        (&json!("left"), &exported.proof["sha256"])
    );
    let signed = exit["certificate"]["certificate"].as_str().unwrap();
    let arguments = ["audit", "certificate", signed, "--data"].map(OsStr::new);
    let told = runs(STC, &[&arguments[..], &[dir.path().as_os_str()]].concat()).await;
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!(told["certificate"], "start-to-can.exit/1");
    assert_eq!((&told["keysLeft"], &told["export"]), (&json!(0), &exported.proof["sha256"]));
    nobody_is_let_in(&binary, &leaves.lead, &stays.lead).await;
    let words = forms(&TOLD.map(str::to_owned));
    holds_none("the export", &runs_export(dir.path()).await, &words);
    holds_none("the log", binary.stops().await.as_bytes(), &words);
    no_file_holds(dir.path(), &words);
    holds_no_key(dir.path(), &keys);

    is_restored(dir.path(), backup.path());
    let binary = Binary::up(STC, dir.path()).await;
    let operator = operator.moved_to(&binary.site);
    waits_for("that the log knows it again", async || {
        (state(&operator).await == "left").then_some(())
    })
    .await;
    nobody_is_let_in(&binary, &leaves.lead, &stays.lead).await;
    binary.stops().await;
    holds_no_key(dir.path(), &keys);
}

/// Neither by a session nor by a card, and the centre beside it is as it was.
async fn nobody_is_let_in(binary: &Binary, gone: &Person, stays: &Person) {
    let gone = gone.moved_to(&binary.site);
    gone.get("/people").send().await.is_problem(401, "unauthenticated");
    let people = stays.moved_to(&binary.site).reads("/people?role=youth").await;
    assert_eq!(people["unreadable"], 0);
    assert!(people.to_string().contains(NEIGHBOUR), "{people}");
}

#[tokio::test(flavor = "multi_thread")]
async fn from_its_agreement_on_a_centre_is_fenced_until_it_stays_after_all() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let other = world.centre(&operator, "lsc02").await;
    let card = centre.lead.registers_coach("Lotte Coach").await.card;
    let agree = "/centres/lsc01/exit/agreement";
    centre.lead.post(agree, &json!({})).send().await.is_refused("exitNotBegun");
    assert_eq!(state(&operator).await, "stays");
    let ahead = json!({ "agreementEndedOn": "2999-01-01" });
    let begin = operator.post("/centres/lsc01/exit", &ahead).send().await;
    begin.has_issue("agreementEndedOn", "inTheFuture");
    is_agreed(&operator, &centre.lead, "lsc01").await;

    for person in [&centre.coach, &centre.youth] {
        // Whoever was let in a moment ago is refused, whoever comes now is not let in.
        let kept_out = person.get("/exercises").send().await;
        if kept_out.status == 409 {
            kept_out.is_refused("centreLeaves");
        } else {
            kept_out.is_problem(401, "unauthenticated");
        }
    }
    let kept_out = world.shows_card(&card).await;
    assert_eq!(kept_out.is_problem(401, "unauthenticated").json["reason"], "centreLeaves");
    let lead = &centre.lead;
    lead.post("/people", &facts::coach("Els Coach")).send().await.is_refused("centreLeaves");
    lead.post("/youths", &facts::youth("Sam Youth")).send().await.is_refused("centreLeaves");
    let registers = operator.post("/people", &facts::lead("lsc01", "Bo Lead"));
    registers.send().await.is_refused("centreLeaves");
    assert_eq!(lead.reads("/people?role=youth").await["total"], 1);
    lead.reads("/tables/1").await;
    assert_eq!(operator.reads("/centres").await["items"][0]["exit"], "agreed");
    operator
        .post("/centres/lsc01/exit", &json!({ "agreementEndedOn": "2026-01-31" }))
        .send()
        .await
        .is_refused("centreLeaves");
    other.coach.reads("/youths").await;
    other.lead.post(agree, &json!({})).send().await.is_not_found();

    lead.post("/centres/lsc01/exit/withdrawal", &json!({})).send().await.with(204);
    centre.coach.reads("/youths").await;
    world.signs_in(&card).await;
    assert_eq!(state(&operator).await, "stays");
}
