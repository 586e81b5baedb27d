//! What happens to a data directory from outside: another program holds a file, a clock was fast.

use std::{path::Path, process::Command, time::Duration};

use eventlog::{AHEAD_MINUTES_MAX, Append, EventLog, clock};
use events::ActionCategory;
use jiff::{SignedDuration, ToSpan};
use rusqlite::Connection;
use serde_json::Value;
use stc::compose::Platform;
use store::Store;
use tests::{Site, World, binary::Binary, conformance::one_append, facts, world};
use uuid::Uuid;

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");
/// How long something may take that happens soon.
const PATIENCE: Duration = Duration::from_mins(1);

/// Another program that has a transaction open on the log of a data directory.
fn holds_the_log(data: &Path) -> Connection {
    let other = Connection::open(data.join("log.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    other
}

#[tokio::test(flavor = "multi_thread")]
async fn while_another_program_holds_the_log_commands_are_put_off() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let (path, key) = (format!("/youths/{}/steps", centre.youth.id), Uuid::now_v7());
    let step = facts::step(ActionCategory::FirstMeeting);
    let held = holds_the_log(world.data());
    let refused = centre.coach.post(&path, &step).key(key).send().await;
    assert_eq!(refused.status, 503, "{}", refused.text);
    assert!(refused.headers.contains_key("retry-after"));
    assert_eq!(centre.lead.reads("/tables/1").await["persons"], 1, "reading goes on");
    assert_eq!(world.get("/health").send().await.status, 200);
    held.execute_batch("COMMIT").unwrap();
    // The same command again, as a page sends it.
    let done = centre.coach.post(&path, &step).key(key).send().await;
    assert_eq!(done.status, 201, "{}", done.text);
    assert_eq!(centre.youth.reads_steps().await.len(), 1);
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_starts_while_another_program_holds_the_log() {
    let world = World::start().await;
    let card = world.operator().await.opens_centre("lsc01", "Ilse Lead").await.card;
    let dir = world.stops().await;
    let held = holds_the_log(dir.path());
    let platform = Platform::start(&world::config(dir.path())).await.unwrap();
    let site = Site::at(&format!("http://{}", platform.address));
    assert_eq!(site.shows_card(&card).await.status, 503, "signing in is written down");
    held.execute_batch("COMMIT").unwrap();
    site.signs_in(&card).await;
    platform.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_start_gives_its_card_once_the_log_is_free() {
    let dir = tempfile::tempdir().unwrap();
    drop(Store::open(dir.path()).unwrap());
    let held = holds_the_log(dir.path());
    let place = dir.path().to_owned();
    let mut starting = tokio::spawn(async move { Binary::up(STC, &place).await });
    let early = tokio::time::timeout(Duration::from_secs(3), &mut starting).await;
    assert!(early.is_err(), "it has a card to write down first");
    held.execute_batch("COMMIT").unwrap();
    let started = starting.await.unwrap();
    assert!(started.said.contains("start card"), "{}", started.said);
}

/// What health says of the clock, once it is known.
async fn clock_of(site: &Site) -> (Value, Value) {
    let known = async {
        loop {
            let health = site.get("/health").send().await;
            assert_eq!(health.status, 200, "{}", health.text);
            let health: Value = serde_json::from_str(&health.text).unwrap();
            let clock = health["details"]["clock"].clone();
            if !clock.is_null() {
                return (health["status"].clone(), clock);
            }
        }
    };
    tokio::time::timeout(PATIENCE, known).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_ends_ahead_of_the_clock_is_told_with_what_to_do() {
    for (minutes, told) in [(AHEAD_MINUTES_MAX - 1, false), (AHEAD_MINUTES_MAX + 1, true)] {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        let recorded_at = Some(clock::now() + SignedDuration::from_mins(minutes));
        store.log.append(Append { recorded_at, ..one_append() }).await.unwrap();
        drop(store);
        let platform = Platform::start(&world::config(dir.path())).await.unwrap();
        let (status, clock) = clock_of(&Site::at(&format!("http://{}", platform.address))).await;
        if told {
            assert_eq!((status, &clock["status"]), ("DEGRADED".into(), &"DEGRADED".into()));
            assert!(clock["advice"].as_str().unwrap().contains("set the clock"), "{clock}");
        } else {
            assert_eq!((status, &clock["status"]), ("UP".into(), &"UP".into()));
            assert!(clock["advice"].is_null());
        }
        platform.stop().await.unwrap();
    }
}

#[test]
fn a_demo_ends_on_a_day_that_is_over_and_not_too_long_ago() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let yesterday = demo::yesterday();
    let (today, far) = (yesterday.tomorrow().unwrap(), yesterday.saturating_add(400.days()));
    let days = [today, far].map(|day| day.to_string());
    let others = ["9999-12-31", "1999-12-31", "1900-01-01", "-009999-01-01", "2026-02-30", "soon"];
    for until in days.iter().map(String::as_str).chain(others) {
        let output = Command::new(STC)
            .args(["demo", "--data", data.to_str().unwrap(), &format!("--until={until}")])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(64), "{until}: {said}");
        assert!(said.contains("--until"), "{said}");
    }
    assert!(!data.exists(), "nothing is made before");
    assert!(demo::Demo::new(demo::Size::years(1), Some(yesterday)).is_ok());
    assert!(demo::Demo::new(demo::Size::years(1), None).is_ok());
}
