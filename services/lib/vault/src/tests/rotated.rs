//! New keys in the place of old ones.

use super::*;

fn beside(place: &Place, ending: &str) -> PathBuf {
    place.dir().join(format!("root.key{ending}"))
}

/// Two people of two centres, one of them erased, and a card.
struct Known {
    people: [(&'static str, Uuid); 2],
    keys: Vec<Option<[u8; 32]>>,
    erased: Uuid,
    card: String,
}

const SEED: Uuid = Uuid::from_u128(7);

async fn keys_of(vault: &Vault, people: [(&str, Uuid); 2]) -> Vec<Option<[u8; 32]>> {
    let mut keys = Vec::new();
    for (centre, person) in people {
        for category in Category::ALL {
            keys.push(key_of(vault, centre, person, category).await);
        }
    }
    keys
}

impl Known {
    async fn made(place: &Place) -> Self {
        let vault = place.vault().await;
        let (people, erased) =
            ([("lsc07", Uuid::now_v7()), ("lsc08", Uuid::now_v7())], Uuid::now_v7());
        let keys = keys_of(&vault, people).await;
        key_of(&vault, "lsc07", erased, Category::Health).await.unwrap();
        vault.destroy_subject(&tenant("lsc07"), erased).await.unwrap();
        Self { people, keys, erased, card: vault.card_code(SEED) }
    }

    async fn stands(&self, vault: &Vault) {
        assert_eq!(keys_of(vault, self.people).await, self.keys);
        assert_eq!(key_of(vault, "lsc07", self.erased, Category::Health).await, None);
        assert_eq!(vault.card_code(SEED), self.card);
        assert!(key_of(vault, "lsc07", Uuid::now_v7(), Category::Health).await.is_some());
    }
}

pub(super) async fn a_new_root_key_opens_what_the_old_one_wrapped_and_the_old_one_nothing(
    place: Place,
) {
    let known = Known::made(&place).await;
    let old = fs::read(place.root_key()).unwrap();
    let renewed = place.alone().await.unwrap().rotate_root(&place.root_key()).await.unwrap();
    assert_eq!(renewed, 3, "two centres and the cards");
    known.stands(&place.vault().await).await;
    assert_ne!(fs::read(place.root_key()).unwrap(), old);
    assert_eq!(fs::read(beside(&place, ".before")).unwrap(), old);
    assert_eq!(fs::metadata(place.root_key()).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(
        fs::metadata(beside(&place, ".before")).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert!(!beside(&place, ".next").exists());
    fs::write(place.root_key(), old).unwrap();
    assert!(matches!(place.open().await, Err(VaultError::RootKeyDoesNotFit(_))));
}

/// A process that is killed leaves the state after one of these steps, since each is whole or not at all.
pub(super) async fn whatever_step_a_new_root_key_was_at_the_vault_opens(place: Place) {
    let known = Known::made(&place).await;
    let old = fs::read(place.root_key()).unwrap();
    // The next key is made, and nothing is wrapped by it.
    let next = root::next(&place.root_key()).unwrap();
    known.stands(&place.vault().await).await;
    assert_eq!(fs::read(place.root_key()).unwrap(), old);
    // Everything is wrapped by it, and it has not the name yet.
    place.alone().await.unwrap().rotate_root(&place.root_key()).await.unwrap();
    fs::rename(place.root_key(), beside(&place, ".next")).unwrap();
    fs::write(place.root_key(), &old).unwrap();
    fs::remove_file(beside(&place, ".before")).unwrap();
    known.stands(&place.vault().await).await;
    assert_eq!(
        fs::read(place.root_key()).unwrap(),
        next.expose_bytes(),
        "the one that was made first"
    );
    assert_eq!(fs::read(beside(&place, ".before")).unwrap(), old);
    // Once more is one more.
    place.alone().await.unwrap().rotate_root(&place.root_key()).await.unwrap();
    known.stands(&place.vault().await).await;
}

pub(super) async fn a_centre_gets_a_new_key_and_everybody_keeps_theirs(place: Place) {
    let known = Known::made(&place).await;
    let vault = place.alone().await.unwrap();
    let wrapped = vault.ladder.shelf.below(None).await.unwrap();
    assert_eq!(vault.rotate_centre(&tenant("lsc07")).await.unwrap(), 1);
    let renewed = vault.ladder.shelf.below(None).await.unwrap();
    assert_ne!(renewed["lsc07"], wrapped["lsc07"]);
    assert_eq!(renewed["lsc08"], wrapped["lsc08"]);
    let centres: Vec<_> = vault.centres().await.unwrap();
    assert_eq!(centres, [tenant("lsc07"), tenant("lsc08")]);
    let nowhere = vault.rotate_centre(&tenant("lsc99")).await;
    assert!(matches!(nowhere, Err(VaultError::NoSuchCentre)));
    drop(vault);
    known.stands(&place.vault().await).await;
}

pub(super) async fn nobody_gets_new_keys_while_somebody_uses_the_vault(place: Place) {
    let known = Known::made(&place).await;
    let running = place.vault().await;
    known.stands(&running).await;
    assert!(matches!(place.alone().await, Err(VaultError::Busy)));
    known.stands(&running).await;
}
