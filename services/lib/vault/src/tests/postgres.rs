//! What only PostgreSQL has to promise: several processes share it, and it may be away.

use std::sync::Arc;

use super::{
    place::{Postgres, connected},
    *,
};

/// How often two connections race for the same subject.
const RACES: usize = 200;

async fn started() -> (Arc<Postgres>, Place) {
    let server = Arc::new(Postgres::start());
    let place = Place::in_postgresql(&server).await;
    (server, place)
}

/// What stands below these subjects.
async fn kept_of(server: &Postgres, subjects: &[Uuid]) -> i64 {
    let subjects: Vec<_> = subjects.iter().map(Uuid::to_string).collect();
    let count = "SELECT count(*) FROM vault.keys WHERE split_part(path, '/', 2) = ANY ($1)";
    connected(server).await.query_one(count, &[&subjects]).await.unwrap().get(0)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tombstone_wins_also_against_somebody_who_makes_the_key_at_the_same_moment() {
    let (server, place) = started().await;
    let (maker, eraser) = (place.vault().await, place.vault().await);
    let (maker, eraser) = (Arc::new(maker), Arc::new(eraser));
    let subjects: Vec<_> = (0..RACES).map(|_| Uuid::now_v7()).collect();
    for subject in subjects.iter().copied() {
        let (maker, eraser) = (maker.clone(), eraser.clone());
        let making = tokio::spawn(async move {
            for category in Category::ALL {
                key_of(&*maker, "lsc07", subject, category).await;
            }
        });
        let destroying = tokio::spawn(async move {
            eraser.destroy_subject(&tenant("lsc07"), subject).await.unwrap();
        });
        making.await.unwrap();
        destroying.await.unwrap();
    }
    assert_eq!(kept_of(&server, &subjects).await, 0);
    for vault in [maker, eraser] {
        let keys = vault.keys(&tenant("lsc07"), &subjects, Category::Health, true).await.unwrap();
        assert!(keys.is_empty());
    }
}

#[tokio::test]
async fn a_destroyer_waits_for_a_maker_and_then_takes_what_it_made() {
    let (server, place) = started().await;
    let vault = place.vault().await;
    let subject = Uuid::now_v7();
    let maker = connected(&server).await;
    let path = format!("lsc07/{subject}");
    maker.batch_execute("BEGIN").await.unwrap();
    let add = format!("SELECT path FROM vault.add(ARRAY['{path}'], ARRAY['a key'::bytea])");
    assert_eq!(maker.query(&add, &[]).await.unwrap().len(), 1);
    let tenant = tenant("lsc07");
    let mut destroying = std::pin::pin!(vault.destroy_subject(&tenant, subject));
    // The maker has not ended, so the destroyer has to wait.
    let waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    while maker.query_one(waiting, &[]).await.unwrap().get::<_, i64>(0) == 0 {
        tokio::select! {
            biased;
            _ = &mut destroying => panic!("did not wait"),
            () = tokio::task::yield_now() => {}
        }
    }
    maker.batch_execute("COMMIT").await.unwrap();
    destroying.await.unwrap();
    assert_eq!(kept_of(&server, &[subject]).await, 0);
    assert!(maker.query(&add, &[]).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_make_the_same_keys() {
    let (_server, place) = started().await;
    // Both find no vault, and no root key.
    let (one, other) = tokio::join!(place.vault(), place.vault());
    let seed = Uuid::now_v7();
    assert_eq!(one.card_code(seed), other.card_code(seed));
    let (one, other) = (Arc::new(one), Arc::new(other));
    let subjects: Vec<_> = (0..200).map(|_| Uuid::now_v7()).collect();
    for centre in ["lsc01", "lsc02", "lsc03", "lsc04", "lsc05"] {
        let ask = |vault: &Arc<Vault>, subjects: Vec<Uuid>| {
            let vault = vault.clone();
            tokio::spawn(async move {
                let keys = vault.keys(&tenant(centre), &subjects, Category::Health, true).await;
                keys.unwrap().into_iter().map(|(it, key)| (it, *key.expose_bytes())).collect()
            })
        };
        let reversed = subjects.iter().rev().copied().collect();
        let (one, other) = tokio::join!(ask(&one, subjects.clone()), ask(&other, reversed));
        let (one, other): (HashSet<(Uuid, [u8; 32])>, _) = (one.unwrap(), other.unwrap());
        assert_eq!(one.len(), subjects.len());
        assert_eq!(one, other);
    }
}

#[tokio::test]
async fn of_two_processes_with_different_root_keys_the_second_is_refused() {
    let (server, _place) = started().await;
    let url = server.url();
    let with_a_root_key = async || {
        let elsewhere = Place::in_a_file();
        drop(elsewhere.vault().await);
        elsewhere
    };
    let (one, other) = (with_a_root_key().await, with_a_root_key().await);
    let (one, other) = (one.root_key(), other.root_key());
    let (one, other) = tokio::join!(
        Vault::connect(&url, &one, None, Beside::Nobody),
        Vault::connect(&url, &other, None, Beside::Nobody)
    );
    let refused = match (one, other) {
        (Ok(_), Err(refused)) | (Err(refused), Ok(_)) => refused,
        (Ok(_), Ok(_)) => panic!("both were taken"),
        (Err(one), Err(other)) => panic!("none was taken: {one}; {other}"),
    };
    assert!(matches!(refused, VaultError::RootKeyDoesNotFit(_)), "{refused}");
}

#[tokio::test]
async fn a_vault_whose_server_died_says_so_at_once_and_goes_on_when_it_is_back() {
    let (server, place) = started().await;
    let vault = place.vault().await;
    let subject = Uuid::now_v7();
    let key = key_of(&vault, "lsc07", subject, Category::Health).await;
    drop(place);
    let mut server = Arc::into_inner(server).unwrap();
    server.dies();
    let began = Instant::now();
    for _ in 0..20 {
        let asked = vault.keys(&tenant("lsc07"), &[subject], Category::Health, true).await;
        assert_eq!(asked.err(), Some(KeyError::Unavailable));
    }
    assert!(began.elapsed().as_secs() < 2, "{:?}", began.elapsed());
    server.starts_again();
    let back = async {
        loop {
            let asked = vault.keys(&tenant("lsc07"), &[subject], Category::Health, true).await;
            match asked {
                Ok(keys) => return keys[&subject].clone(),
                Err(_) => tokio::task::yield_now().await,
            }
        }
    };
    let back = tokio::time::timeout(std::time::Duration::from_secs(10), back).await.unwrap();
    assert_eq!(Some(*back.expose_bytes()), key);
}

#[tokio::test]
async fn a_connection_that_was_cut_is_replaced_before_anybody_notices() {
    let (server, place) = started().await;
    let vault = place.vault().await;
    let subject = Uuid::now_v7();
    let key = key_of(&vault, "lsc07", subject, Category::Health).await;
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE application_name = 'identity'";
    assert_eq!(connected(&server).await.query(cut, &[]).await.unwrap().len(), 1);
    assert_eq!(key_of(&vault, "lsc07", subject, Category::Health).await, key);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_calls_at_once_share_a_few_connections() {
    let (server, place) = started().await;
    let vault = Arc::new(place.vault().await);
    let calls: Vec<_> = (0..20 * crate::postgres::CONNECTIONS_MAX)
        .map(|_| {
            let vault = vault.clone();
            tokio::spawn(async move {
                key_of(&*vault, "lsc07", Uuid::now_v7(), Category::Health).await.unwrap();
            })
        })
        .collect();
    for call in calls {
        call.await.unwrap();
    }
    let held = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'identity'";
    let held: i64 = connected(&server).await.query_one(held, &[]).await.unwrap().get(0);
    assert!((1..=crate::postgres::CONNECTIONS_MAX).contains(&usize::try_from(held).unwrap()));
}

#[tokio::test]
async fn connections_that_were_all_cut_are_replaced_before_anybody_notices() {
    let (server, place) = started().await;
    let vault = place.vault().await;
    let tenant = tenant("lsc07");
    let ask = || {
        let people = [Uuid::now_v7()];
        let (vault, tenant) = (&vault, &tenant);
        async move { vault.keys(tenant, &people, Category::Health, true).await.unwrap().len() }
    };
    let (one, two, three) = tokio::join!(ask(), ask(), ask());
    assert_eq!((one, two, three), (1, 1, 1));
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE application_name = 'identity'";
    assert!(connected(&server).await.query(cut, &[]).await.unwrap().len() > 1);
    for _ in 0..3 {
        assert_eq!(ask().await, 1);
    }
}

#[tokio::test]
async fn a_vault_of_before_its_list_of_migrations_keeps_its_keys() {
    let (server, place) = started().await;
    let subject = Uuid::now_v7();
    let key = key_of(&place.vault().await, "lsc07", subject, Category::Health).await;
    place.runs("DROP TABLE migrations").await;
    for _ in 0..2 {
        let kept = key_of(&place.vault().await, "lsc07", subject, Category::Health).await;
        assert_eq!(kept, key);
    }
    // By `format` a release of before the list sees what it cannot read.
    let noted = "SELECT max(version)::bigint = (SELECT version FROM vault.format)
                 FROM vault.migrations";
    assert!(connected(&server).await.query_one(noted, &[]).await.unwrap().get::<_, bool>(0));
}

#[tokio::test]
async fn a_vault_whose_tables_were_made_by_another_text_is_refused() {
    let (_server, place) = started().await;
    drop(place.vault().await);
    place.runs("UPDATE migrations SET checksum = '1'").await;
    let Err(refused) = place.open().await else { panic!("opened") };
    assert!(matches!(refused, VaultError::Tables(_)), "{refused}");
}

#[tokio::test]
async fn a_server_that_hangs_is_given_up_in_time() {
    let (server, place) = started().await;
    let vault = place.vault().await;
    let blocker = connected(&server).await;
    blocker.batch_execute("BEGIN; LOCK TABLE vault.keys").await.unwrap();
    let began = Instant::now();
    let asked = vault.keys(&tenant("lsc07"), &[Uuid::now_v7()], Category::Health, true).await;
    assert_eq!(asked.err(), Some(KeyError::Unavailable));
    assert!(began.elapsed().as_secs() <= crate::postgres::ANSWER_SECONDS_MAX + 1);
    blocker.batch_execute("ROLLBACK").await.unwrap();
    key_of(&vault, "lsc07", Uuid::now_v7(), Category::Health).await.unwrap();
}

#[tokio::test]
async fn nobody_goes_without_tls_who_did_not_say_so() {
    let root_key = Place::in_a_file().root_key();
    for url in ["postgres://vault@db/vault", "postgres://vault@db/vault?sslmode=require"] {
        let Err(refused) = Vault::connect(url, &root_key, None, Beside::Nobody).await else {
            panic!("connected")
        };
        assert!(matches!(refused, VaultError::SslMode), "{refused}");
        assert!(refused.to_string().contains("sslmode=disable"), "{refused}");
    }
}

/// What the decision on this vault tells those who run it to do after an erasure.
#[tokio::test]
async fn after_the_clean_up_a_destroyed_key_is_in_no_file_any_more() {
    let (server, place) = started().await;
    let vault = place.vault().await;
    let sql = connected(&server).await;
    sql.batch_execute("ALTER SYSTEM SET wal_recycle = off").await.unwrap();
    sql.batch_execute("SELECT pg_reload_conf()").await.unwrap();
    let subjects: Vec<_> = (0..200).map(|_| Uuid::now_v7()).collect();
    vault.keys(&tenant("lsc07"), &subjects, Category::Health, true).await.unwrap();
    let path = format!("lsc07/{}/health", subjects[77]);
    let wrapped = "SELECT wrapped FROM vault.keys WHERE path = $1";
    let wrapped: Vec<u8> = sql.query_one(wrapped, &[&path]).await.unwrap().get(0);
    sql.batch_execute("CHECKPOINT").await.unwrap();
    assert!(stands_below(&server.data(), &wrapped));
    vault.destroy_subject(&tenant("lsc07"), subjects[77]).await.unwrap();
    for statement in ["VACUUM FULL vault.keys", "SELECT pg_switch_wal()", "CHECKPOINT"] {
        sql.batch_execute(statement).await.unwrap();
    }
    assert!(!stands_below(&server.data(), &wrapped));
    let left = vault.keys(&tenant("lsc07"), &subjects, Category::Health, false).await.unwrap();
    assert_eq!(left.len(), subjects.len() - 1);
}

fn stands_below(dir: &Path, bytes: &[u8]) -> bool {
    fs::read_dir(dir).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return stands_below(&path, bytes);
        }
        // What the server removes in between does not stand there any more.
        let file = fs::read(path).unwrap_or_default();
        file.windows(bytes.len()).any(|window| window == bytes)
    })
}
