//! Things of people have keys of their own, and are erased alone.

use super::{erased::remembering, *};

const ANSWERS: [Category; 2] = Category::ANSWERS;

async fn keys_of(vault: &Vault, person: Uuid, things: &[Uuid], make: bool) -> HashSet<Uuid> {
    let things: Vec<_> = things.iter().map(|id| Thing { person, id: *id }).collect();
    let keys = vault.keys_of_things(&tenant("lsc07"), &things, Category::Content, make).await;
    let keys = keys.unwrap();
    let different: HashSet<_> = keys.values().map(|key| *key.expose_bytes()).collect();
    assert_eq!(different.len(), keys.len());
    keys.into_keys().collect()
}

pub(super) async fn a_thing_has_a_key_of_its_own_that_is_destroyed_without_the_rest(place: Place) {
    let vault = place.vault().await;
    let [person, one, other] = [(); 3].map(|()| Uuid::now_v7());
    let own = key_of(&vault, "lsc07", person, Category::Content).await.unwrap();
    assert!(keys_of(&vault, person, &[one, other], false).await.is_empty());
    assert_eq!(keys_of(&vault, person, &[one, other], true).await, HashSet::from([one, other]));
    for _ in 0..2 {
        vault.destroy_things(&tenant("lsc07"), person, Some(one), &ANSWERS).await.unwrap();
        assert_eq!(keys_of(&vault, person, &[one, other], true).await, HashSet::from([other]));
    }
    assert_eq!(key_of(&vault, "lsc07", person, Category::Content).await, Some(own));
    assert!(vault.erased(&tenant("lsc07"), &[person]).await.unwrap().is_empty());
}

pub(super) async fn everything_of_a_person_is_destroyed_and_further_things_get_keys(place: Place) {
    let vault = place.vault().await;
    let [person, neighbour, one, other, later] = [(); 5].map(|()| Uuid::now_v7());
    keys_of(&vault, person, &[one, other], true).await;
    keys_of(&vault, neighbour, &[later], true).await;
    vault.destroy_things(&tenant("lsc07"), person, None, &ANSWERS).await.unwrap();
    let left = keys_of(&vault, person, &[one, other, later], true).await;
    assert_eq!(left, HashSet::from([later]));
    assert_eq!(keys_of(&vault, neighbour, &[later], false).await, HashSet::from([later]));
}

pub(super) async fn with_a_person_goes_everything_of_theirs(place: Place) {
    let vault = place.vault().await;
    let [person, thing] = [(); 2].map(|()| Uuid::now_v7());
    keys_of(&vault, person, &[thing], true).await;
    vault.destroy_subject(&tenant("lsc07"), person).await.unwrap();
    assert!(keys_of(&vault, person, &[thing, Uuid::now_v7()], true).await.is_empty());
}

pub(super) async fn a_thing_that_was_erased_is_erased_again_when_an_older_vault_comes_back(
    place: Place,
) {
    let [person, one, other] = [(); 3].map(|()| Uuid::now_v7());
    let vault = remembering(&place).await;
    keys_of(&vault, person, &[one, other], true).await;
    vault.destroy_things(&tenant("lsc07"), person, Some(one), &ANSWERS).await.unwrap();
    drop(vault);
    place.runs(&format!("DELETE FROM erased WHERE subject = '{person}/{one}'")).await;
    let before = place.vault().await;
    assert_eq!(keys_of(&before, person, &[one], true).await, HashSet::from([one]));
    drop(before);
    let vault = remembering(&place).await;
    assert_eq!(keys_of(&vault, person, &[one, other], true).await, HashSet::from([other]));
}

pub(super) async fn whoever_erases_answers_erases_nothing_that_others_observed(place: Place) {
    let vault = place.vault().await;
    let [person, answer, signal] = [(); 3].map(|()| Uuid::now_v7());
    keys_of(&vault, person, &[answer], true).await;
    let signals = [Thing { person, id: signal }];
    let key_of_signal = async |make| {
        let asked = (Category::Observation, make);
        vault.keys_of_things(&tenant("lsc07"), &signals, asked.0, asked.1).await.unwrap().len()
    };
    assert_eq!(key_of_signal(true).await, 1);
    for only in [Some(signal), None] {
        vault.destroy_things(&tenant("lsc07"), person, only, &ANSWERS).await.unwrap();
        assert_eq!(key_of_signal(true).await, 1);
    }
    assert!(keys_of(&vault, person, &[answer], true).await.is_empty());
    let observed = [Category::Observation];
    vault.destroy_things(&tenant("lsc07"), person, Some(signal), &observed).await.unwrap();
    assert_eq!(key_of_signal(true).await, 0);
}
