//! Whoever was erased stays so, whatever is restored.

use std::{fs::OpenOptions, io::Write as _};

use super::*;

pub(super) async fn remembering(place: &Place) -> Vault {
    let vault = place.vault().await.remembering(Erasures::open(&place.erasures()).unwrap());
    vault.replay_erasures().await.unwrap();
    vault
}

/// What comes back with a backup from before: the tombstone is gone, keys are there again.
async fn restored_from_before(place: &Place, subject: Uuid) {
    place.runs(&format!("DELETE FROM erased WHERE subject = '{subject}'")).await;
    key_of(&place.vault().await, "lsc07", subject, Category::Health).await.unwrap();
}

pub(super) async fn who_was_erased_is_erased_again_when_an_older_vault_comes_back(place: Place) {
    let (subject, neighbour) = (Uuid::now_v7(), Uuid::now_v7());
    let vault = remembering(&place).await;
    let kept = key_of(&vault, "lsc07", neighbour, Category::Health).await;
    key_of(&vault, "lsc07", subject, Category::Health).await.unwrap();
    vault.destroy_subject(&tenant("lsc07"), subject).await.unwrap();
    drop(vault);
    restored_from_before(&place, subject).await;
    let vault = remembering(&place).await;
    assert_eq!(key_of(&vault, "lsc07", subject, Category::Health).await, None);
    assert_eq!(key_of(&vault, "lsc07", neighbour, Category::Health).await, kept);
    let erased = vault.erased(&tenant("lsc07"), &[subject, neighbour]).await.unwrap();
    assert_eq!(erased, HashSet::from([subject]));
}

pub(super) async fn an_erasure_from_before_the_file_comes_into_it(place: Place) {
    let subject = Uuid::now_v7();
    place.vault().await.destroy_subject(&tenant("lsc07"), subject).await.unwrap();
    for _ in 0..2 {
        drop(remembering(&place).await);
        let told = fs::read_to_string(place.erasures()).unwrap();
        assert_eq!(told, format!("{{\"centre\":\"lsc07\",\"person\":\"{subject}\"}}\n"));
    }
}

pub(super) async fn a_centre_that_left_has_no_key_and_never_gets_one_again(place: Place) {
    let (somebody, nobody, neighbour) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    let vault = place.vault().await;
    let (left, stays) = (tenant("lsc07"), tenant("lsc070"));
    for category in Category::ALL {
        key_of(&vault, "lsc07", somebody, category).await.unwrap();
    }
    let kept = key_of(&vault, "lsc070", neighbour, Category::Health).await;
    // Its own, the subject's, and one for each category.
    assert_eq!(vault.count(&left).await.unwrap(), 2 + Category::ALL.len() as u64);
    assert!(!vault.has_left(&left).await.unwrap());
    for _ in 0..2 {
        vault.destroy_centre(&left).await.unwrap();
        assert_eq!(vault.count(&left).await.unwrap(), 0);
    }
    for subject in [somebody, nobody] {
        assert_eq!(key_of(&vault, "lsc07", subject, Category::Health).await, None);
    }
    assert_eq!(vault.erased(&left, &[somebody, nobody]).await.unwrap().len(), 2);
    assert!(vault.lost(&left, &[somebody, nobody]).await.unwrap().is_empty());
    assert!(vault.has_left(&left).await.unwrap() && !vault.has_left(&stays).await.unwrap());
    assert_eq!(key_of(&vault, "lsc070", neighbour, Category::Health).await, kept);
}

pub(super) async fn a_centre_that_left_is_gone_again_when_an_older_vault_comes_back(place: Place) {
    let somebody = Uuid::now_v7();
    let vault = remembering(&place).await;
    key_of(&vault, "lsc07", somebody, Category::Health).await.unwrap();
    vault.destroy_centre(&tenant("lsc07")).await.unwrap();
    drop(vault);
    assert_eq!(fs::read_to_string(place.erasures()).unwrap(), "{\"centre\":\"lsc07\"}\n");
    place.runs("DELETE FROM erased WHERE subject = ''").await;
    key_of(&place.vault().await, "lsc07", somebody, Category::Health).await.unwrap();
    let vault = remembering(&place).await;
    assert_eq!(vault.count(&tenant("lsc07")).await.unwrap(), 0);
    assert_eq!(key_of(&vault, "lsc07", somebody, Category::Health).await, None);
}

#[tokio::test]
async fn whoever_is_destroyed_twice_stands_once_in_the_file() {
    let place = Place::in_a_file();
    let (subject, neighbour) = (Uuid::now_v7(), Uuid::now_v7());
    for _ in 0..2 {
        let vault = remembering(&place).await;
        for one in [subject, neighbour, subject] {
            vault.destroy_subject(&tenant("lsc07"), one).await.unwrap();
        }
    }
    let told = fs::read_to_string(place.erasures()).unwrap();
    let line = |one: Uuid| format!("{{\"centre\":\"lsc07\",\"person\":\"{one}\"}}\n");
    assert_eq!(told, line(subject) + &line(neighbour));
}

#[tokio::test]
async fn what_a_crash_left_of_a_line_is_cut_off_and_a_line_of_something_else_is_refused() {
    let place = Place::in_a_file();
    let subject = Uuid::now_v7();
    remembering(&place).await.destroy_subject(&tenant("lsc07"), subject).await.unwrap();
    let whole = fs::read_to_string(place.erasures()).unwrap();
    let add = |text: &str| {
        let mut file = OpenOptions::new().append(true).open(place.erasures()).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    };
    add("{\"centre\":\"lsc");
    drop(remembering(&place).await);
    assert_eq!(fs::read_to_string(place.erasures()).unwrap(), whole);
    add("something else\n");
    let vault = place.vault().await.remembering(Erasures::open(&place.erasures()).unwrap());
    let refused = vault.replay_erasures().await.unwrap_err().to_string();
    assert!(refused.contains("erasures.jsonl cannot be used"), "{refused}");
}
