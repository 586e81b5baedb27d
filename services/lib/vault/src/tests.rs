//! What a vault promises, told once and kept in a file and in PostgreSQL alike; and what only a
//! file promises.

use std::{collections::HashSet, fs, os::unix::fs::PermissionsExt, path::PathBuf, time::Instant};

use runtime::keys::{KeyError, KeySource, SUBJECTS_ASKED_MAX};

use super::*;
use place::Place;

mod erased;
mod place;
#[cfg(feature = "postgres")]
mod postgres;
mod rotated;
mod things;

use erased::*;
use rotated::*;
use things::*;

/// Each promise is a test of the file, and all of them are one test of PostgreSQL, since a server
/// takes a second to make.
macro_rules! promises {
    ($($promise:ident)*) => {
        mod in_a_file {
            use super::Place;
            $(
                #[tokio::test]
                async fn $promise() {
                    super::$promise(Place::in_a_file()).await;
                }
            )*
        }

        #[cfg(feature = "postgres")]
        #[tokio::test]
        async fn postgresql_keeps_every_promise() {
            let server = std::sync::Arc::new(place::Postgres::start());
            $(
                $promise(Place::in_postgresql(&server).await).await;
            )*
        }
    };
}

promises! {
    a_key_stays_the_same_and_is_made_only_on_demand
    every_tenant_subject_and_category_has_a_key_of_its_own
    asking_twice_at_once_makes_one_key
    a_restart_finds_the_same_keys_and_the_same_cards
    an_erased_subject_never_gets_a_key_again
    a_subject_erased_before_it_had_a_key_gets_none
    keys_that_were_moved_do_not_open
    a_vault_without_its_root_key_is_refused_and_none_is_made
    a_vault_that_is_gone_from_beside_people_is_not_made_anew
    who_has_neither_a_key_nor_a_tombstone_is_lost
    a_root_key_of_another_vault_is_refused
    a_vault_of_another_version_is_refused
    six_thousand_subjects_get_their_keys_in_batches
    a_new_root_key_opens_what_the_old_one_wrapped_and_the_old_one_nothing
    whatever_step_a_new_root_key_was_at_the_vault_opens
    a_centre_gets_a_new_key_and_everybody_keeps_theirs
    nobody_gets_new_keys_while_somebody_uses_the_vault
    who_was_erased_is_erased_again_when_an_older_vault_comes_back
    an_erasure_from_before_the_file_comes_into_it
    a_centre_that_left_has_no_key_and_never_gets_one_again
    a_centre_that_left_is_gone_again_when_an_older_vault_comes_back
    a_thing_has_a_key_of_its_own_that_is_destroyed_without_the_rest
    everything_of_a_person_is_destroyed_and_further_things_get_keys
    with_a_person_goes_everything_of_theirs
    a_thing_that_was_erased_is_erased_again_when_an_older_vault_comes_back
    whoever_erases_answers_erases_nothing_that_others_observed
}

fn tenant(id: &str) -> TenantId {
    id.parse().unwrap()
}

async fn key_of(
    vault: &impl KeySource,
    id: &str,
    subject: Uuid,
    category: Category,
) -> Option<[u8; 32]> {
    let keys = vault.keys(&tenant(id), &[subject], category, true).await.unwrap();
    keys.get(&subject).map(|key| *key.expose_bytes())
}

async fn a_key_stays_the_same_and_is_made_only_on_demand(place: Place) {
    let vault = place.vault().await;
    let (subject, stranger) = (Uuid::now_v7(), Uuid::now_v7());
    let key = key_of(&vault, "lsc07", subject, Category::Health).await.unwrap();
    assert_eq!(key_of(&vault, "lsc07", subject, Category::Health).await, Some(key));
    let (tenant, asked) = (tenant("lsc07"), [subject, stranger]);
    let found = vault.keys(&tenant, &asked, Category::Health, false).await.unwrap();
    assert_eq!(found.keys().copied().collect::<Vec<_>>(), [subject]);
    assert_eq!(*found[&subject].expose_bytes(), key);
}

async fn every_tenant_subject_and_category_has_a_key_of_its_own(place: Place) {
    let vault = place.vault().await;
    let subjects = [Uuid::now_v7(), Uuid::now_v7()];
    let mut keys = HashSet::new();
    for tenant in ["lsc07", "lsc08"] {
        for subject in subjects {
            for category in Category::ALL {
                keys.insert(key_of(&vault, tenant, subject, category).await.unwrap());
            }
        }
    }
    assert_eq!(keys.len(), 2 * 2 * Category::ALL.len());
}

async fn asking_twice_at_once_makes_one_key(place: Place) {
    let vault = place.vault().await;
    let subject = Uuid::now_v7();
    let ask = || key_of(&vault, "lsc07", subject, Category::Content);
    let (one, other) = tokio::join!(ask(), ask());
    assert_eq!(one.unwrap(), other.unwrap());
    let twice = [subject, subject];
    let keys = vault.keys(&tenant("lsc07"), &twice, Category::Identity, true).await.unwrap();
    assert_eq!(keys.len(), 1);
}

async fn a_restart_finds_the_same_keys_and_the_same_cards(place: Place) {
    let vault = place.vault().await;
    let (subject, seed) = (Uuid::now_v7(), Uuid::now_v7());
    let key = key_of(&vault, "lsc07", subject, Category::Identity).await;
    let code = vault.card_code(seed);
    drop(vault);
    let vault = place.vault().await;
    assert_eq!(key_of(&vault, "lsc07", subject, Category::Identity).await, key);
    assert_eq!(vault.card_code(seed), code);
}

async fn an_erased_subject_never_gets_a_key_again(place: Place) {
    let vault = place.vault().await;
    let (subject, neighbour) = (Uuid::now_v7(), Uuid::now_v7());
    for category in Category::ALL {
        key_of(&vault, "lsc07", subject, category).await.unwrap();
    }
    let kept = key_of(&vault, "lsc07", neighbour, Category::Identity).await;
    let elsewhere = key_of(&vault, "lsc08", subject, Category::Identity).await;
    for _ in 0..2 {
        vault.destroy_subject(&tenant("lsc07"), subject).await.unwrap();
    }
    let vault = {
        for category in Category::ALL {
            assert_eq!(key_of(&vault, "lsc07", subject, category).await, None);
        }
        drop(vault);
        place.vault().await
    };
    assert_eq!(key_of(&vault, "lsc07", subject, Category::Content).await, None);
    assert_eq!(key_of(&vault, "lsc07", neighbour, Category::Identity).await, kept);
    assert_eq!(key_of(&vault, "lsc08", subject, Category::Identity).await, elsewhere);
}

async fn a_subject_erased_before_it_had_a_key_gets_none(place: Place) {
    let vault = place.vault().await;
    let subject = Uuid::now_v7();
    vault.destroy_subject(&tenant("lsc07"), subject).await.unwrap();
    assert_eq!(key_of(&vault, "lsc07", subject, Category::Health).await, None);
}

#[tokio::test]
async fn a_destroyed_key_is_in_no_file_any_more() {
    let place = Place::in_a_file();
    let vault = place.vault().await;
    let subjects: Vec<_> = (0..200).map(|_| Uuid::now_v7()).collect();
    vault.keys(&tenant("lsc07"), &subjects, Category::Health, true).await.unwrap();
    let wrapped: Vec<Vec<u8>> = rusqlite::Connection::open(place.file())
        .unwrap()
        .prepare("SELECT wrapped FROM keys WHERE path LIKE ?1")
        .unwrap()
        .query_map([format!("lsc07/{}%", subjects[77])], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(wrapped.len(), 2);
    let stands_in_a_file = |bytes: &[u8]| {
        fs::read_dir(place.dir()).unwrap().any(|file| {
            let file = fs::read(file.unwrap().path()).unwrap();
            file.windows(bytes.len()).any(|window| window == bytes)
        })
    };
    assert!(wrapped.iter().all(|key| stands_in_a_file(key)));
    vault.destroy_subject(&tenant("lsc07"), subjects[77]).await.unwrap();
    assert!(!wrapped.iter().any(|key| stands_in_a_file(key)));
}

#[tokio::test]
async fn no_key_stands_readable_in_a_file() {
    let place = Place::in_a_file();
    let vault = place.vault().await;
    let key = key_of(&vault, "lsc07", Uuid::now_v7(), Category::Health).await.unwrap();
    for file in fs::read_dir(place.dir()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(key.len()).any(|window| window == key));
    }
}

async fn keys_that_were_moved_do_not_open(place: Place) {
    let vault = place.vault().await;
    let (one, other) = (Uuid::now_v7(), Uuid::now_v7());
    for subject in [one, other] {
        key_of(&vault, "lsc07", subject, Category::Health).await.unwrap();
    }
    drop(vault);
    let swap = format!(
        "UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE path = 'lsc07/{one}')
         WHERE path = 'lsc07/{other}'"
    );
    place.runs(&swap).await;
    let vault = place.vault().await;
    let asked = |subject| {
        let vault = &vault;
        async move {
            let asked = vault.keys(&tenant("lsc07"), &[subject], Category::Health, true).await;
            asked.map(|keys| keys.len())
        }
    };
    assert_eq!(asked(one).await, Ok(1));
    assert_eq!(asked(other).await, Err(KeyError::Unavailable));
}

#[tokio::test]
async fn the_root_key_is_readable_by_its_owner_only() {
    let place = Place::in_a_file();
    drop(place.vault().await);
    let root_key = fs::metadata(place.root_key()).unwrap();
    assert_eq!(root_key.len(), 32);
    assert_eq!(root_key.permissions().mode() & 0o777, 0o600);
}

async fn a_vault_without_its_root_key_is_refused_and_none_is_made(place: Place) {
    drop(place.vault().await);
    fs::remove_file(place.root_key()).unwrap();
    let Err(error) = place.open().await else { panic!("opened") };
    assert!(matches!(error, VaultError::RootKeyMissing(_)), "{error}");
    assert!(error.to_string().contains("root.key is missing"), "{error}");
    assert!(!place.root_key().exists());
}

async fn a_vault_that_is_gone_from_beside_people_is_not_made_anew(place: Place) {
    for _ in 0..2 {
        let Err(error) = place.open_beside(Beside::People).await else { panic!("opened") };
        assert!(matches!(error, VaultError::Missing(_)), "{error}");
        assert!(!place.root_key().exists() && !place.file().exists());
    }
    drop(place.vault().await);
    assert!(place.open_beside(Beside::People).await.is_ok());
}

async fn who_has_neither_a_key_nor_a_tombstone_is_lost(place: Place) {
    let (vault, lsc07) = (place.vault().await, tenant("lsc07"));
    let [keyed, erased, lost] = [1, 2, 3].map(Uuid::from_u128);
    vault.keys(&lsc07, &[keyed, erased], Category::Identity, true).await.unwrap();
    vault.destroy_subject(&lsc07, erased).await.unwrap();
    vault.keys(&lsc07, &[lost], Category::Health, true).await.unwrap();
    let found = vault.lost(&lsc07, &[keyed, erased, lost]).await.unwrap();
    assert_eq!(found, HashSet::from([lost]));
    assert_eq!(vault.lost(&tenant("lsc08"), &[keyed]).await.unwrap().len(), 1);
}

async fn a_root_key_of_another_vault_is_refused(place: Place) {
    drop(place.vault().await);
    let other = Place::in_a_file();
    drop(other.vault().await);
    fs::copy(other.root_key(), place.root_key()).unwrap();
    assert!(matches!(place.open().await, Err(VaultError::RootKeyDoesNotFit(_))));
    fs::write(place.root_key(), "too short").unwrap();
    assert!(matches!(place.open().await, Err(VaultError::RootKeyDoesNotFit(_))));
}

async fn a_vault_of_another_version_is_refused(place: Place) {
    drop(place.vault().await);
    place.is_of_version_99().await;
    let refused = place.open().await;
    assert!(matches!(refused, Err(VaultError::OtherFormat { found: 99, .. })));
}

#[tokio::test]
async fn a_card_code_is_three_groups_of_four_and_follows_from_its_seed() {
    let place = Place::in_a_file();
    let vault = place.vault().await;
    let seed = Uuid::now_v7();
    let code = vault.card_code(seed);
    assert_eq!(vault.card_code(seed), code);
    assert_ne!(vault.card_code(Uuid::now_v7()), code);
    let groups: Vec<_> = code.split('-').collect();
    assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [4, 4, 4]);
    assert!(!code.contains(['I', 'L', 'O', 'U', '0', '1']), "{code}");
    let other = Place::in_a_file();
    assert_ne!(other.vault().await.card_code(seed), code);
}

#[tokio::test]
async fn a_code_may_be_typed_in_small_letters_and_with_or_without_dashes() {
    let place = Place::in_a_file();
    let vault = place.vault().await;
    let code = vault.card_code(Uuid::now_v7());
    let hash = vault.card_hash(&code);
    assert_eq!(hash.len(), 64);
    for typed in [code.to_lowercase(), code.replace('-', ""), code.replace('-', " ") + "\n"] {
        assert_eq!(vault.card_hash(&typed), hash);
    }
    assert_ne!(vault.card_hash(&code[1..]), hash);
}

async fn six_thousand_subjects_get_their_keys_in_batches(place: Place) {
    let vault = place.vault().await;
    let subjects: Vec<_> = (0..6_000).map(|_| Uuid::now_v7()).collect();
    let started = Instant::now();
    for batch in subjects.chunks(SUBJECTS_ASKED_MAX) {
        let keys = vault.keys(&tenant("lsc07"), batch, Category::Identity, true).await.unwrap();
        assert_eq!(keys.len(), batch.len());
    }
    // Below a second on a laptop; the bound is for a busy machine.
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}
