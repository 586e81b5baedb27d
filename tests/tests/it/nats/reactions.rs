//! What services do when something happened elsewhere.

use std::{sync::Arc, time::Duration};

use eventlog::{EventLog, clock};
use events::ErasureReason;
use identity::domain::{EraseKeys, RegisterPerson};
use kernel::{Category, Decision, Personal, Role};
use runtime::{
    Backends, Ctx,
    access::Permit,
    bus::Bus,
    execute::{Target, execute},
    keys::KeyRing,
};
use stc::compose::forget_destroyed_keys;
use store::Store;
use tests::{World, nats::Server};
use tokio::sync::watch;
use uuid::Uuid;

use super::{PATIENCE, Progress, relay};

/// How often a ring is asked.
const PAUSE: Duration = Duration::from_millis(20);

fn ctx(centre: &str) -> Ctx {
    Ctx::internal(centre.parse().unwrap(), Uuid::nil(), Role::Operator, Uuid::now_v7())
}

async fn does(backends: &Backends, person: Uuid, command: impl Decision) {
    let target = Target::today(person, Some(person), clock::today());
    execute(backends, &Permit::internal(ctx("lsc01")), target, &command).await.unwrap();
}

async fn registers(backends: &Backends) -> Uuid {
    let person = Uuid::now_v7();
    let (name, code_hash) = (Personal::Open("Noor".to_owned()), person.to_string());
    let command = RegisterPerson { role: Role::Youth, name, fte_percent: None, code_hash };
    does(backends, person, command).await;
    person
}

async fn holds(keys: &KeyRing, person: Uuid) -> bool {
    let found = keys.to_open(ctx("lsc01").tenant(), &[person], Category::Identity).await;
    found.unwrap().contains_key(&person)
}

async fn forgets_soon(keys: &KeyRing, person: Uuid) {
    let forgotten = async {
        while holds(keys, person).await {
            tokio::time::sleep(PAUSE).await;
        }
    };
    // Otherwise the key would stay for a minute.
    tokio::time::timeout(PATIENCE / 6, forgotten).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_destroyed_key_is_soon_forgotten_in_this_process() {
    let world = World::start().await;
    let backends = world.backends();
    let (person, other) = (registers(backends).await, registers(backends).await);
    world.vault().destroy_subject(ctx("lsc01").tenant(), person).await.unwrap();
    assert!(holds(&backends.keys, person).await, "it is still in memory");
    does(backends, person, EraseKeys { reason: ErasureReason::PersonAsked }).await;
    forgets_soon(&backends.keys, person).await;
    assert!(holds(&backends.keys, other).await);
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_destroyed_key_is_soon_forgotten_in_every_process() {
    let mut server = Server::start().await;
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    let backends = store.backends(store.vault.clone());
    let (stop, stopped) = watch::channel(false);
    let (tell, mut progress) = watch::channel(Progress::default());
    let relaying = relay(store.log.clone(), server.settings(), stopped.clone(), tell);
    let relaying = tokio::spawn(relaying);
    // A person who was erased before this process began is nothing to react to.
    let earlier = registers(&backends).await;
    does(&backends, earlier, EraseKeys { reason: ErasureReason::PersonAsked }).await;
    let all = *store.log.head().borrow();
    let published = progress.wait_for(|progress| progress.published == all);
    tokio::time::timeout(PATIENCE, published).await.unwrap().unwrap();

    let ring = Arc::new(KeyRing::new(store.vault.clone()));
    let bus = Bus::Nats(server.settings());
    let reacting = tokio::spawn(forget_destroyed_keys(bus, ring.clone(), stopped));
    for wiped in [false, true] {
        let person = registers(&backends).await;
        if wiped {
            server.dies().await;
            server.wiped();
            server.starts();
        }
        assert!(holds(&ring, person).await);
        store.vault.destroy_subject(ctx("lsc01").tenant(), person).await.unwrap();
        assert!(holds(&ring, person).await, "it is still in memory");
        does(&backends, person, EraseKeys { reason: ErasureReason::PersonAsked }).await;
        forgets_soon(&ring, person).await;
    }
    stop.send_replace(true);
    relaying.await.unwrap().unwrap();
    reacting.await.unwrap();
}
