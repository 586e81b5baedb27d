//! A vault that does not belong to the log beside it: nobody vanishes in silence.

use std::{ffi::OsStr, fs, path::Path};

use serde_json::{Value, json};
use tests::{Site, binary, binary::Binary, world};

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");

/// Copies what belongs to a vault that nobody has open.
fn copies_vault(from: &Path, to: &Path) {
    fs::copy(from.join("vault.db"), to.join("vault.db")).unwrap();
    for rest in ["vault.db-wal", "vault.db-shm"] {
        let _ = fs::remove_file(to.join(rest));
        if from.join(rest).exists() {
            fs::copy(from.join(rest), to.join(rest)).unwrap();
        }
    }
}

async fn health(site: &Site) -> Value {
    let site = site.address();
    reqwest::get(format!("{site}/health")).await.unwrap().json().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn people_whose_keys_are_missing_are_told_and_never_taken_for_erased() {
    let (dir, copy) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let binary = Binary::up(STC, dir.path()).await;
    let centre = world::centre(&binary.site, &binary.operator().await, "lsc01").await;
    assert_eq!(health(&binary.site).await["details"]["identity"]["lostKeys"], 0);
    binary.stops().await;
    copies_vault(dir.path(), copy.path());
    let binary = Binary::up(STC, dir.path()).await;
    let mira = centre.lead.moved_to(&binary.site).registers_youth("Mira Kwijt").await;
    binary.stops().await;
    copies_vault(copy.path(), dir.path());

    let binary = Binary::up(STC, dir.path()).await;
    let lead = centre.lead.moved_to(&binary.site);
    let health = health(&binary.site).await;
    assert_eq!(
        (&health["status"], &health["details"]["identity"]["lostKeys"]),
        (&json!("DEGRADED"), &json!(1))
    );
    let people = lead.reads("/people?role=youth").await;
    assert_eq!((&people["total"], &people["unreadable"]), (&json!(1), &json!(1)));
    assert_eq!(lead.reads("/people?role=coach").await["unreadable"], 0);
    let card = binary.site.shows_card(&mira.card).await;
    assert_eq!(card.status, 503, "the card is right: {}", card.text);
    let another = lead.post(&format!("/people/{}/cards", mira.id), &json!({})).send().await;
    assert_eq!(another.status, 503, "she is there: {}", another.text);
    assert_eq!(
        centre.youth.moved_to(&binary.site).reads("/session").await["person"]["name"],
        "Noor Youth"
    );
    let logged = binary.stops().await;
    assert!(logged.contains("keys are missing and no erasure is on record"), "{logged}");
    assert!(!logged.contains("Mira"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vault_that_is_missing_or_empty_beside_a_log_ends_the_start_with_its_name() {
    let dir = tempfile::tempdir().unwrap();
    let binary = Binary::up(STC, dir.path()).await;
    world::centre(&binary.site, &binary.operator().await, "lsc01").await;
    binary.stops().await;
    let vault = dir.path().join("vault.db");
    for rest in ["vault.db-wal", "vault.db-shm", "vault.db"] {
        let _ = fs::remove_file(dir.path().join(rest));
    }
    let data = format!("--data={}", dir.path().display());
    let words = ["up", "--listen=127.0.0.1:0", &data].map(OsStr::new);
    for empty in [false, true] {
        if empty {
            fs::write(&vault, "").unwrap();
        }
        let ended = binary::runs(STC, &words).await;
        let said = String::from_utf8(ended.stderr).unwrap();
        let said = said.lines().last().unwrap_or_default();
        assert_eq!(ended.status.code(), Some(1), "{said}");
        assert!(
            said.starts_with("stc: ") && said.contains("vault.db is missing or empty"),
            "{said}"
        );
        assert!(said.contains("restore it"), "{said}");
        assert_eq!(vault.exists(), empty, "none is made");
    }
}
