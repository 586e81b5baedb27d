//! Who read what of a young person: written down by the seam for access, told to the youth and to the lead.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::Command,
};

use demo::{Demo, Size};
use eventlog::{Filter, PAGE_EVENTS_MAX, Position, clock};
use events::reading::{KIND, ReadingEvent};
use jiff::civil::date;
use kernel::zone::Zone;
use reads::domain::unusual::FILES_AN_HOUR_MAX;
use serde_json::Value;
use store::Store;
use tests::{Person, World, world::Centre};

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");

/// What others read of the youth, as the youth is told: by whom, what and what for.
async fn told(reader: &Person, centre: &Centre) -> BTreeSet<(String, String, String)> {
    let answer = reader.reads(&format!("/audit-log?person={}&limit=200", centre.youth.id)).await;
    let name = |id: &Value| {
        let people = answer["people"].as_array().unwrap();
        let found = people.iter().find(|person| person["id"] == *id);
        found.map_or_else(String::new, |person| text(&person["name"]))
    };
    let entries = answer["entries"].as_array().unwrap().iter();
    let reads = entries.filter(|entry| !entry["read"].is_null());
    reads.map(|it| (name(&it["actor"]), text(&it["read"]), text(&it["purpose"]))).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn read(who: &str, what: &str, purpose: &str) -> (String, String, String) {
    (who.to_owned(), what.to_owned(), purpose.to_owned())
}

/// Every reading in the log.
async fn readings(world: &World) -> Vec<ReadingEvent> {
    let log = &world.backends().log;
    let page = log.read_all(Position::START, &Filter::kinds(&[KIND]), PAGE_EVENTS_MAX).await;
    page.unwrap().events.iter().map(|event| event.decoded().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_youth_is_told_who_read_what_and_what_for() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { coach, youth, lead, .. } = &centre;
    assert_eq!(told(youth, &centre).await, BTreeSet::new(), "nobody read anything yet");
    coach.reads("/youths").await;
    coach.reads(&format!("/youths/{}", youth.id)).await;
    coach.reads(&format!("/youths/{}/timeline", youth.id)).await;
    lead.reads("/people").await;
    let expected = BTreeSet::from([
        read("Karel Coach", "caseload", "coaching"),
        read("Karel Coach", "completions", "coaching"),
        read("Karel Coach", "name", "coaching"),
        read("Karel Coach", "timeline", "coaching"),
        read("Karel Coach", "trajectory", "coaching"),
        read("Ilse Lead", "name", "administration"),
    ]);
    assert_eq!(told(youth, &centre).await, expected);
    let with_own = told(lead, &centre).await;
    assert!(with_own.is_superset(&expected), "{with_own:?}");
    let after = told(youth, &centre).await;
    assert!(after.contains(&read("Ilse Lead", "auditLog", "administration")), "{after:?}");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_read_again_a_moment_later_is_one_reading_and_the_own_data_is_none() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { coach, youth, .. } = &centre;
    for _ in 0..3 {
        coach.reads(&format!("/youths/{}/timeline", youth.id)).await;
        youth.reads("/me/timeline").await;
        youth.reads("/me/runs").await;
    }
    let all = readings(&world).await;
    let kinds: Vec<_> =
        all.iter().map(|ReadingEvent::PersonalDataRead { what, .. }| *what).collect();
    let distinct: BTreeSet<_> = kinds.iter().copied().collect();
    assert_eq!(kinds.len(), distinct.len(), "{kinds:?}");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_log_of_another_person_or_centre_does_not_exist() {
    let world = World::start().await;
    let operator = world.operator().await;
    let (one, other) =
        (world.centre(&operator, "lsc01").await, world.centre(&operator, "lsc02").await);
    let of = |centre: &Centre| format!("/audit-log?person={}", centre.youth.id);
    one.youth.get(&of(&other)).send().await.is_problem(404, "notFound");
    one.youth.get("/audit-log").send().await.is_problem(404, "notFound");
    one.lead.get(&of(&other)).send().await.is_problem(404, "notFound");
    one.coach.get(&of(&one)).send().await.is_problem(403, "forbidden");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_goes_on_where_the_one_before_it_ended_and_a_day_to_come_is_not_known() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let whole = centre.lead.reads("/audit-log?limit=200").await;
    let numbers = |answer: &Value| -> Vec<u64> {
        answer["entries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["number"].as_u64().unwrap())
            .collect()
    };
    let all = numbers(&whole);
    assert!(all.is_sorted_by(|one, next| one > next) && all.len() > 8, "{all:?}");
    let mut seen = Vec::new();
    let mut more = true;
    while more {
        let before = seen.last().copied().unwrap_or(all[0] + 1);
        let page = centre.lead.reads(&format!("/audit-log?limit=3&before={before}")).await;
        seen.extend(numbers(&page));
        more = page["more"].as_bool().unwrap();
    }
    assert_eq!(seen, all);
    let then = centre.lead.reads("/audit-log?asOf=2020-01-01").await;
    assert_eq!((numbers(&then), then["total"].as_u64()), (vec![], Some(0)));
    centre.lead.get("/audit-log?asOf=2999-01-01").send().await.is_problem(422, "invalid");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_files_than_a_coach_has_are_listed_as_unusual_with_the_rule() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { lead, .. } = &centre;
    for number in 0..=FILES_AN_HOUR_MAX {
        let youth = lead.registers_youth(&format!("Youth {number}")).await.id;
        lead.reads(&format!("/youths/{youth}")).await;
    }
    let listed = lead.reads("/audit-log?unusual=true").await;
    let rules: BTreeSet<_> = listed["entries"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|entry| entry["unusual"].as_array().unwrap().iter().map(text))
        .collect();
    assert!(rules.contains("manyFiles"), "{listed}");
    let all = lead.reads("/audit-log").await["total"].as_u64().unwrap();
    assert!(listed["total"].as_u64().unwrap() < all);
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_log_made_of_the_exported_log_in_another_language_is_the_same() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { coach, youth, lead, .. } = &centre;
    coach.reads("/youths").await;
    youth.chooses_avatar("light-bob-red").await;
    lead.reads("/people").await;
    let half = clock::now();
    coach.reads(&format!("/youths/{}/timeline", youth.id)).await;
    let data = world.stops().await;
    let log = exported(data.path());
    let audit = self::audit(data.path(), &[]);
    assert_eq!(recomputed(&log, "lsc01", None), audit);
    assert!(audit.lines().count() > 10 && audit.contains(",timeline,"), "{audit}");
    let earlier = recomputed(&log, "lsc01", Some(half.to_string()));
    assert!(audit.starts_with(&earlier) && !earlier.contains(",timeline,"), "{earlier}");
    let today = clock::today_in(&Zone::default()).to_string();
    assert_eq!(self::audit(data.path(), &["--as-of", &today]), audit);
    let nothing = self::audit(data.path(), &["--as-of", "2020-01-01"]);
    assert_eq!(nothing.lines().count(), 1, "{nothing}");
}

#[tokio::test(flavor = "multi_thread")]
async fn as_known_on_earlier_days_it_is_the_same_too() {
    let data = tempfile::tempdir().unwrap();
    let store = Store::open(data.path()).unwrap();
    let demo = Demo { size: Size::centres(1, 12), until: date(2026, 6, 30) };
    demo::fill(&store, demo, |_, _| {}).await.unwrap();
    drop(store);
    let log = exported(data.path());
    let mut lines = Vec::new();
    for day in ["2025-12-31", "2026-03-09", "2026-06-12"] {
        let end = Zone::default().end_of(day.parse().unwrap());
        let then = audit(data.path(), &["--as-of", day]);
        assert_eq!(recomputed(&log, "lsc01", Some(end.to_string())), then, "{day}");
        lines.push(then.lines().count());
    }
    assert!(lines.is_sorted_by(|one, next| one < next) && lines[0] > 10, "{lines:?}");
}

/// What the command prints about the centre `lsc01`.
fn audit(data: &Path, more: &[&str]) -> String {
    let mut command = Command::new(STC);
    command.args(["audit", "gdpr", "--centre", "lsc01", "--data"]).arg(data).args(more);
    output(&mut command)
}

/// The exported log.
fn exported(data: &Path) -> PathBuf {
    let log = data.join("export.jsonl");
    let mut command = Command::new(STC);
    std::fs::write(&log, output(command.args(["log", "export", "--data"]).arg(data))).unwrap();
    log
}

/// The audit log that the script makes of an exported log, as known at a moment.
fn recomputed(log: &Path, centre: &str, known: Option<String>) -> String {
    let script = tests::repository::root().join("docs/examples/gdpr_audit.py");
    let python = std::env::var("STC_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    output(Command::new(python).arg(script).arg(log).arg(centre).args(known))
}

fn output(command: &mut Command) -> String {
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}
