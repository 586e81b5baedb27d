//! Work that takes several commands is finished or undone, whatever happens in between.

mod dying;

use std::{path::Path, process::Stdio, time::Duration};

use eventlog::{EventLog, Filter, Position};
use events::{ActionCategory, YouthId, registration::Registration};
use http::Method;
use jiff::civil::Date;
use kernel::Role;
use runtime::{Ctx, access::Permit, execute, keys::KeySource};
use serde_json::{Value, json};
use store::Store;
use tests::{Person, Site, World, facts, world::Centre};
use tokio::{io::AsyncReadExt, process::Command};
use trajectories::domain::{registration::BeginRegistration, trajectory::RegisterYouth};
use uuid::Uuid;
use work::WorkId;

use crate::exit;

/// How long work may take that an earlier process left behind.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(50);
/// Appends of one registration, and of one opening: what was asked, the id, the person, then the
/// trajectory or the centre, and that it is finished. Of one erasure: what ends, that it does, that the keys are gone,
/// what proves it, and that it is finished.
const APPENDS: usize = 5;
/// Of a departure: what was asked, that it is destroyed, each of three people, what is left, and that it is
/// finished.
const APPENDS_DEPARTURE: usize = 7;

/// Appends of an erasure: what was asked, the grant, that the keys are destroyed, who is told, the certificate, and
/// that it is finished.
const ERASURE_APPENDS: usize = 6;

/// Starts a process that is killed at an append, and gives it one command. It gets no answer.
async fn killed_at(append: usize, data: &Path, (person, path, body, key): Asked<'_>) {
    let this = std::env::current_exe().unwrap();
    let mut child = Command::new(this)
        .args(["--exact", "work::dying::a_platform_that_dies", "--nocapture"])
        .env(dying::DATA, data)
        .env(dying::AT, append.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let site = Site::at(&listening(&mut child).await);
    let command = person.moved_to(&site).command(Method::POST, path, body).key(key);
    assert!(command.attempt().await.is_err(), "killed at append {append}");
    let ended = tokio::time::timeout(PATIENCE, child.wait()).await.unwrap().unwrap();
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&ended), Some(9));
}

async fn listening(child: &mut tokio::process::Child) -> String {
    let mut said = String::new();
    let out = child.stdout.as_mut().unwrap();
    loop {
        let mut bytes = [0; 1024];
        let read = tokio::time::timeout(PATIENCE, out.read(&mut bytes)).await.unwrap().unwrap();
        assert!(read > 0, "it ended: {said}");
        said.push_str(&String::from_utf8_lossy(&bytes[..read]));
        let address = said.split_once(dying::LISTENS).and_then(|(_, rest)| rest.split_once('\n'));
        if let Some((address, _)) = address {
            return address.to_owned();
        }
    }
}

/// Who, where, what, under which key.
type Asked<'a> = (&'a Person, &'a str, &'a Value, Uuid);

/// How often an event of this type stands in the log.
async fn count(log: &dyn EventLog, name: &'static str) -> usize {
    let filter = Filter { names: vec![name], ..Filter::default() };
    log.read_all(Position::START, &filter, 1_000).await.unwrap().events.len()
}

/// Waits until no work is left behind.
async fn settled(world: &World, kind: &'static str) {
    let log = &*world.backends().log;
    let (begun, ends) = match kind {
        "registration" => ("RegistrationBegun", ["RegistrationFinished", "RegistrationUndone"]),
        "erasure" => ("ErasureBegun", ["ErasureFinished", "ErasureUndone"]),
        "ended term" => ("TermErasureBegun", ["ErasureFinished", "ErasureUndone"]),
        "departure" => ("DepartureBegun", ["DepartureFinished", "DepartureUndone"]),
        _ => ("OpeningBegun", ["OpeningFinished", "OpeningUndone"]),
    };
    let until = tokio::time::Instant::now() + PATIENCE;
    loop {
        let over = count(log, ends[0]).await + count(log, ends[1]).await;
        if over == count(log, begun).await {
            return;
        }
        assert!(tokio::time::Instant::now() < until, "{kind} is left behind");
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}

/// Waits until nobody holds the directory any more.
async fn at_rest(data: &Path) {
    while let Err(held) = Store::open(data) {
        assert!(format!("{held:#}").contains("in use"), "{held:#}");
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_that_was_killed_between_any_two_steps_is_finished() {
    for append in 0..=APPENDS {
        let world = World::start().await;
        let lead = world.centre(&world.operator().await, "lsc01").await.lead;
        let data = world.stops().await;
        at_rest(data.path()).await;
        let (sam, key) = (facts::youth("Sam Youth"), Uuid::now_v7());
        killed_at(append, data.path(), (&lead, "/youths", &sam, key)).await;
        let world = World::starts_on(data).await;
        settled(&world, "registration").await;
        let lead = lead.moved_to(&world);
        let found = lead.reads("/people?q=Sam").await["total"].clone();
        // Before anything was written down, nothing was asked.
        assert_eq!(found, u64::from(append > 0), "after append {append}");
        let again = lead.command(Method::POST, "/youths", &sam).key(key).send().await.with(201);
        let youth = world.signs_in(again["card"]["code"].as_str().unwrap()).await;
        assert_eq!(youth.reads("/me/coaches").await["chosen"], Value::Null, "has a trajectory");
        let log = &*world.backends().log;
        for (event, times) in
            [("PersonRegistered", 5), ("YouthRegistered", 2), ("RegistrationFinished", 2)]
        {
            assert_eq!(count(log, event).await, times, "{event} after append {append}");
        }
        world.stops().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_with_a_crash_between_any_two_steps_is_finished_and_everybody_told_once() {
    for append in 0..=ERASURE_APPENDS {
        let world = World::start().await;
        let Centre { lead, coach, youth, .. } =
            world.centre(&world.operator().await, "lsc01").await;
        coach.registers_step(youth.id, &facts::step(ActionCategory::Intake)).await;
        let request = youth.makes_request("erasure").await;
        let data = world.stops().await;
        at_rest(data.path()).await;
        let (path, body, key) =
            (format!("/requests/{request}/grant"), json!({ "answer": null }), Uuid::now_v7());
        killed_at(append, data.path(), (&lead, &path, &body, key)).await;
        let world = World::starts_on(data).await;
        settled(&world, "erasure").await;
        let lead = lead.moved_to(&world);
        let state = lead.reads("/requests").await["items"][0]["state"].clone();
        // Before anything was written down, nothing was granted.
        let expected = if append == 0 { "open" } else { "granted" };
        assert_eq!(state, expected, "after append {append}");
        lead.command(Method::POST, &path, &body).key(key).send().await.with(204);
        lead.reads(&format!("/requests/{request}/certificate")).await;
        assert_eq!(lead.reads("/people?role=youth").await["total"], 0, "after append {append}");
        let told = coach.moved_to(&world).reads("/notices").await;
        assert_eq!((&told["total"], &told["people"]), (&json!(1), &json!([])));
        let log = &*world.backends().log;
        for event in [
            "RequestGranted",
            "KeysDestroyed",
            "RecipientsNotified",
            "ErasureCertified",
            "ErasureFinished",
        ] {
            assert_eq!(count(log, event).await, 1, "{event} after append {append}");
        }
        let erased = std::fs::read_to_string(world.data().join("erasures.jsonl")).unwrap();
        assert_eq!(erased.lines().count(), 1, "after append {append}");
        world.stops().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_opening_that_was_killed_between_any_two_steps_is_finished() {
    for append in 0..=APPENDS {
        let world = World::start().await;
        let operator = world.operator().await;
        let data = world.stops().await;
        at_rest(data.path()).await;
        let (centre, key) = (facts::centre("lsc07", "An Lead"), Uuid::now_v7());
        killed_at(append, data.path(), (&operator, "/centres", &centre, key)).await;
        let world = World::starts_on(data).await;
        settled(&world, "opening").await;
        let operator = operator.moved_to(&world);
        let centres = operator.reads("/centres").await["items"].as_array().unwrap().len();
        assert_eq!(centres, usize::from(append > 0), "after append {append}");
        let again = operator.command(Method::POST, "/centres", &centre).key(key);
        let again = again.send().await.with(201);
        let lead = world.signs_in(again["card"]["code"].as_str().unwrap()).await;
        assert_eq!(lead.reads("/session").await["person"]["centre"]["id"], "lsc07");
        let log = &*world.backends().log;
        for event in ["CentreOpened", "OpeningFinished"] {
            assert_eq!(count(log, event).await, 1, "{event} after append {append}");
        }
        assert_eq!(count(log, "PersonRegistered").await, 2);
        world.stops().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_departure_that_was_killed_between_any_two_steps_is_finished() {
    for append in 0..=APPENDS_DEPARTURE {
        let world = World::start().await;
        let operator = world.operator().await;
        let lead = world.centre(&operator, "lsc01").await.lead;
        exit::is_agreed(&operator, &lead, "lsc01").await;
        let data = world.stops().await;
        let exported = exit::is_exported(data.path(), "lsc01").await;
        let world = World::starts_on(data).await;
        let operator = operator.moved_to(&world);
        operator.post("/centres/lsc01/exit/export", &exported.proof).send().await.with(204);
        let data = world.stops().await;
        at_rest(data.path()).await;
        let (path, body, key) = ("/centres/lsc01/exit/erasure", json!({}), Uuid::now_v7());
        killed_at(append, data.path(), (&operator, path, &body, key)).await;
        let world = World::starts_on(data).await;
        settled(&world, "departure").await;
        let operator = operator.moved_to(&world);
        let state = operator.reads("/centres/lsc01/exit").await["state"].clone();
        // Before anything was written down, nothing was asked.
        let expected = if append > 0 { "left" } else { "exported" };
        assert_eq!(state, expected, "after append {append}");
        operator.command(Method::POST, path, &body).key(key).send().await.with(204);
        assert_eq!(operator.reads("/centres/lsc01/exit").await["state"], "left");
        let log = &*world.backends().log;
        for (event, times) in
            [("WipeBegun", 1), ("KeysDestroyed", 3), ("CentreLeft", 1), ("DepartureFinished", 1)]
        {
            assert_eq!(count(log, event).await, times, "{event} after append {append}");
        }
        world.stops().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_of_what_is_over_that_was_killed_between_any_two_steps_is_finished() {
    for append in 0..=APPENDS {
        let world = World::start().await;
        let lead = world.centre(&world.operator().await, "lsc01").await.lead;
        let gus = lead.registers_youth_of_last_year("Gus Youth").await;
        lead.keeps("neverTrajectory", 1, "afterConfirmation").await;
        let data = world.stops().await;
        at_rest(data.path()).await;
        let (end, key) = (json!({ "subject": gus }), Uuid::now_v7());
        killed_at(append, data.path(), (&lead, "/retention/ends", &end, key)).await;
        let world = World::starts_on(data).await;
        settled(&world, "ended term").await;
        let lead = lead.moved_to(&world);
        let ends = lead.reads("/retention/ends").await["total"].clone();
        assert_eq!(ends, u64::from(append > 0), "after append {append}");
        lead.command(Method::POST, "/retention/ends", &end).key(key).send().await.with(204);
        assert_eq!(lead.reads("/retention/ends").await["total"], 1, "after append {append}");
        assert_eq!(lead.reads("/people?q=Gus").await["total"], 0, "after append {append}");
        let log = &*world.backends().log;
        for event in ["TermEnded", "KeysDestroyed", "TermErasureCertified", "ErasureFinished"] {
            assert_eq!(count(log, event).await, 1, "{event} after append {append}");
        }
        world.stops().await;
    }
}

/// Writes down what a lead asks, and does nothing of it.
async fn begun(world: &World, centre: &Centre, name: &str) -> (WorkId, Uuid) {
    let (id, today) = (Uuid::now_v7(), eventlog::clock::today());
    let lead = centre.lead.id;
    let ctx = Ctx::internal(centre.id.parse().unwrap(), lead, Role::Lead, Uuid::now_v7());
    let work = WorkId::of(&ctx);
    let youth = RegisterYouth {
        youth: YouthId::new(id),
        source: events::Source::Clb,
        registered_on: today,
        intake: events::trajectory::Intake {
            birth_date: Date::new(today.year() - 20, 1, 1).unwrap(),
            gender: events::Gender::Female,
            population: events::Population::Neet,
            disability: events::Disability::Mental,
            other_disabilities: vec![],
            barriers: None,
            entry_level: events::EntryLevel::Bso,
        },
    };
    let command = BeginRegistration { name: name.to_owned(), youth };
    let target = execute::Target::today(work.id, Some(id), today);
    let ctx = Permit::internal(ctx);
    execute::execute(world.backends(), &ctx, target, &command).await.unwrap();
    (work, id)
}

async fn phase(world: &World, work: &WorkId) -> kernel::work::Phase {
    let state = execute::state_of::<Registration>(world.backends(), &work.ours(), work.id).await;
    state.unwrap().unwrap().0.phase()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_finishes_work_or_undoes_it_and_nothing_is_left() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let meant = json!({ "kind": "registration", "centre": "lsc01" });
    let end = |work: &WorkId, how: &str| {
        operator.post(&format!("/unfinished/{}/{how}", work.id), &meant).send()
    };

    let (work, sam) = begun(&world, &centre, "Sam Youth").await;
    assert_eq!(centre.lead.reads("/people?q=Sam").await["total"], 0);
    end(&work, "completion").await.with(204);
    assert_eq!(phase(&world, &work).await, kernel::work::Phase::Finished);
    assert_eq!(centre.lead.reads("/people?q=Sam").await["items"][0]["id"], json!(sam));
    assert_eq!(centre.lead.reads(&format!("/youths/{sam}")).await["closed"], false);
    end(&work, "completion").await.with(204);
    end(&work, "undoing").await.is_refused("workOver");

    let (work, bo) = begun(&world, &centre, "Bo Youth").await;
    let elsewhere = json!({ "kind": "registration", "centre": "lsc99" });
    let path = format!("/unfinished/{}/undoing", work.id);
    operator.post(&path, &elsewhere).send().await.is_not_found();
    let other = json!({ "kind": "opening", "centre": "lsc01" });
    operator.post(&path, &other).send().await.is_not_found();
    end(&work, "undoing").await.with(204);
    assert_eq!(phase(&world, &work).await, kernel::work::Phase::Undone);
    assert_eq!(centre.lead.reads("/people?q=Bo").await["total"], 0);
    centre.lead.get(&format!("/youths/{bo}")).send().await.is_not_found();
    let tenant = centre.id.parse().unwrap();
    for category in kernel::Category::ALL {
        let keys = world.vault().keys(&tenant, &[bo], category, false).await.unwrap();
        assert!(keys.is_empty(), "what was told can be read by nobody");
    }
    end(&work, "completion").await.with(204);
    assert_eq!(phase(&world, &work).await, kernel::work::Phase::Undone);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_erased_before_all_was_done_is_not_registered() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let (work, sam) = begun(&world, &centre, "Sam Youth").await;
    world.vault().destroy_subject(&centre.id.parse().unwrap(), sam).await.unwrap();
    let meant = json!({ "kind": "registration", "centre": "lsc01" });
    let path = format!("/unfinished/{}/completion", work.id);
    operator.post(&path, &meant).send().await.is_not_found();
    assert_eq!(phase(&world, &work).await, kernel::work::Phase::Undone);
    assert_eq!(centre.lead.reads("/people").await["total"], 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_that_is_taken_elsewhere_is_given_back_and_the_other_person_stays() {
    let world = World::start().await;
    let operator = world.operator().await;
    let one = world.centre(&operator, "lsc01").await;
    let other = world.centre(&operator, "lsc02").await;
    let mut twin = facts::youth("Twin Youth");
    twin["id"] = json!(other.youth.id);
    one.lead.post("/youths", &twin).send().await.is_refused("personExists");
    let log = &*world.backends().log;
    assert_eq!(count(log, "RegistrationUndone").await, 1);
    assert_eq!(one.lead.reads("/people").await["total"], 3);
    assert_eq!(other.youth.reads("/session").await["person"]["name"], "Noor Youth");
    assert_eq!(count(log, "KeysDestroyed").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_all_work_goes_on_health_and_operators_hear_of_none() {
    let world = World::start().await;
    let operator = world.operator().await;
    world.centre(&operator, "lsc01").await;
    let nothing = json!({ "items": [], "total": 0, "unanswered": 0 });
    assert_eq!(operator.reads("/unfinished").await, nothing);
    let health = world.get("/health").send().await.with(200);
    assert_eq!(health["details"]["work"], json!({ "status": "UP", "stuckWork": 0 }));
}
