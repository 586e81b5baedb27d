//! The tables over a real log, with events as the other services write them.

mod disclosure;
mod moments;
mod world;

use std::{path::PathBuf, sync::Arc};

use events::{
    ActionCategory, Disability, Population,
    trajectory::{Intake, TrajectoryEvent},
};
use jiff::civil::date;
use kernel::{Personal, Role};
use proto::monitoring::GetTableRequest;
use runtime::{
    Backends, Ctx, View,
    keys::KeyRing,
    projector::{Partitions, replay_tenant},
    view::{Folded, digest},
};
use tokio::sync::watch;
use tonic::Code;
use uuid::Uuid;

use self::world::{World, cell, intake, step, tenant, year};
use crate::views::Monitoring;

#[tokio::test]
async fn a_person_counts_once_in_each_category_however_many_actions() {
    let world = World::start();
    world.centre("lsc01").await;
    let day = date(2026, 3, 9);
    world.registered("lsc01", 1, day, intake(Disability::Mental, Population::Education)).await;
    for number in 1..=3 {
        world.in_trajectory("lsc01", 1, day, step(number, ActionCategory::ActionPlan)).await;
    }
    world.in_trajectory("lsc01", 1, day, step(4, ActionCategory::Intake)).await;
    let table = world.lead(2).await;
    assert_eq!(cell(&table, "mental", "actionPlan"), 1);
    assert_eq!(cell(&table, "mental", "intake"), 1);
    assert_eq!(cell(&table, "total", "actionPlan"), 1);
    assert_eq!(table.persons, 1);
    let plan = table.activity.iter().find(|row| row.category == "actionPlan").unwrap();
    assert_eq!((plan.persons, plan.actions, plan.minutes), (1, 3, 135));
}

#[tokio::test]
async fn a_withdrawn_step_does_not_count_and_did_before() {
    let world = World::start();
    world.centre("lsc01").await;
    let day = date(2026, 3, 9);
    world.registered("lsc01", 1, day, intake(Disability::Motor, Population::Neet)).await;
    world.in_trajectory("lsc01", 1, day, step(1, ActionCategory::BtomRequest)).await;
    let withdrawn = TrajectoryEvent::StepWithdrawn { step: Uuid::from_u128(1).into() };
    world.in_trajectory("lsc01", 1, date(2026, 4, 1), withdrawn).await;
    assert_eq!(cell(&world.lead(2).await, "motor", "btomRequest"), 0);
    let as_of = Some("2026-03-31T00:00:00Z".to_owned());
    let then = GetTableRequest { as_of, ..year(2) };
    let then = world.ask(Role::Lead, "lsc01", then).await.unwrap();
    assert_eq!(cell(&then, "motor", "btomRequest"), 1);
    assert_eq!(then.recorded_at.as_deref(), Some("2026-03-09T20:00:00Z"));
}

#[tokio::test]
async fn what_happened_in_a_period_counts_there_whenever_it_was_recorded() {
    let world = World::start();
    world.centre("lsc01").await;
    world
        .registered("lsc01", 1, date(2026, 3, 1), intake(Disability::Visual, Population::Education))
        .await;
    world.in_trajectory("lsc01", 1, date(2026, 5, 4), step(1, ActionCategory::StcTool)).await;
    let until_april = GetTableRequest { to: "2026-04-30".to_owned(), ..year(2) };
    let table = world.ask(Role::Lead, "lsc01", until_april).await.unwrap();
    assert_eq!(cell(&table, "visual", "stcTool"), 0);
    assert_eq!(cell(&world.lead(2).await, "visual", "stcTool"), 1);
}

#[tokio::test]
async fn education_and_neet_are_split_by_where_the_person_is_at_the_end_of_the_period() {
    let world = World::start();
    world.centre("lsc01").await;
    let start = date(2026, 2, 1);
    world.registered("lsc01", 1, start, intake(Disability::Learning, Population::Education)).await;
    let moved = TrajectoryEvent::PopulationChanged { population: Personal::Open(Population::Neet) };
    world.in_trajectory("lsc01", 1, date(2026, 6, 30), moved).await;
    let count = async |population: &str, to: &str| {
        let population = Some(population.to_owned());
        let request = GetTableRequest { population, to: to.to_owned(), ..year(1) };
        world.ask(Role::Lead, "lsc01", request).await.unwrap().persons
    };
    assert_eq!(count("education", "2026-06-29").await, 1);
    assert_eq!(count("neet", "2026-06-29").await, 0);
    assert_eq!(count("education", "2026-12-31").await, 0);
    assert_eq!(count("neet", "2026-12-31").await, 1);
}

#[tokio::test]
async fn barriers_are_several_none_or_not_known() {
    let world = World::start();
    world.centre("lsc01").await;
    let day = date(2026, 3, 9);
    let base = intake(Disability::Hearing, Population::Education);
    for (person, barriers) in
        [(1, base.barriers.clone()), (2, Some(vec![])), (3, None), (4, base.barriers.clone())]
    {
        world.registered("lsc01", person, day, Intake { barriers, ..base.clone() }).await;
    }
    let table = world.lead(1).await;
    let of = |column| cell(&table, "hearing", column);
    assert_eq!((of("language"), of("mobility"), of("poverty")), (2, 2, 0));
    assert_eq!((of("none"), of("barriersUnknown")), (1, 1));
    assert_eq!((of("female"), of("18-20")), (4, 4));
    assert_eq!(table.persons, 4);
}

#[tokio::test]
async fn a_lead_sees_the_own_centre_exactly_and_no_other() {
    let world = World::start();
    for centre in ["lsc01", "lsc02"] {
        world.centre(centre).await;
        for person in 1..=3 {
            let facts = intake(Disability::Mental, Population::Education);
            let person = person + if centre == "lsc01" { 0 } else { 100 };
            world.registered(centre, person, date(2026, 3, 9), facts).await;
        }
    }
    assert_eq!(world.lead(1).await.persons, 3);
    let other = GetTableRequest { centre: Some("lsc02".to_owned()), ..year(1) };
    let refused = world.ask(Role::Lead, "lsc01", other).await.unwrap_err();
    assert_eq!(refused.code(), Code::NotFound);
}

#[tokio::test]
async fn a_wrong_question_is_told_which_field_is_wrong() {
    let world = World::start();
    world.centre("lsc01").await;
    let wrong = [
        (GetTableRequest { from: "9 March".to_owned(), ..year(1) }, "from: unknownValue"),
        (GetTableRequest { from: "2027-01-01".to_owned(), ..year(1) }, "from: fromAfterTo"),
        (GetTableRequest { to: "2099-01-01".to_owned(), ..year(1) }, "to: periodTooLong"),
        (
            GetTableRequest { population: Some("both".to_owned()), ..year(1) },
            "population: unknownValue",
        ),
        (GetTableRequest { as_of: Some("yesterday".to_owned()), ..year(1) }, "asOf: unknownValue"),
    ];
    for (request, message) in wrong {
        let refused = world.ask(Role::Lead, "lsc01", request).await.unwrap_err();
        assert_eq!((refused.code(), refused.message()), (Code::InvalidArgument, message));
    }
    let third = world.ask(Role::Lead, "lsc01", year(3)).await.unwrap_err();
    assert_eq!(third.code(), Code::NotFound);
}

#[tokio::test]
async fn the_same_table_has_the_same_hash_and_another_has_another() {
    let world = World::start();
    world.centre("lsc01").await;
    let facts = intake(Disability::Mental, Population::Education);
    world.registered("lsc01", 1, date(2026, 3, 9), facts).await;
    let (one, two) = (world.lead(1).await, world.lead(1).await);
    assert_eq!(one.hash, two.hash);
    assert_ne!(one.hash, world.lead(2).await.hash);
}

/// The view of the first centre, in a process of its own.
async fn started(backends: &Backends) -> (watch::Sender<bool>, Partitions<Monitoring>) {
    let (stop, stopped) = watch::channel(false);
    (stop, Partitions::start(backends, stopped).await.unwrap())
}

/// Beside the service that runs, which keeps snapshots too.
fn apart(world: &World) -> Backends {
    Backends { snapshots: Some(snapshots(world)), ..world.backends.clone() }
}

fn snapshots(world: &World) -> PathBuf {
    world.dir.path().join("apart")
}

fn in_lsc01() -> Ctx {
    Ctx::internal(tenant("lsc01"), Uuid::nil(), Role::Service, Uuid::now_v7())
}

/// What the view holds on the disk of the first centre.
fn stored(world: &World) -> Vec<(PathBuf, Vec<u8>)> {
    let dir = snapshots(world).join(format!("monitoring-{}/lsc01", Monitoring::VERSION));
    let files = std::fs::read_dir(dir).unwrap().map(|file| file.unwrap().path());
    files.map(|file| (file.clone(), std::fs::read(file).unwrap())).collect()
}

async fn replayed(world: &World) -> Folded<Monitoring> {
    let head = *world.backends.log.head().borrow();
    // Without the keys that somebody still has in memory.
    let keys = Arc::new(KeyRing::new(world.vault.clone()));
    replay_tenant(world.backends.log.clone(), keys, &tenant("lsc01"), head).await.unwrap()
}

#[tokio::test]
async fn the_snapshot_is_sealed_and_gives_the_same_view() {
    let world = World::start();
    world.centre("lsc01").await;
    let facts = intake(Disability::Mental, Population::Education);
    world.registered("lsc01", 1, date(2026, 3, 9), facts).await;
    world.in_trajectory("lsc01", 1, date(2026, 3, 9), step(1, ActionCategory::Intake)).await;
    let rebuilt = replayed(&world).await.digest();
    let (stop, first) = started(&apart(&world)).await;
    let seen = first.of(&in_lsc01()).await.unwrap();
    assert_eq!(seen.get(digest), rebuilt);
    stop.send_replace(true);
    first.stopped().await;
    let open = seen.get(View::save);
    for (file, bytes) in stored(&world) {
        let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        assert!(!holds(&open) && !holds(b"mental"), "{} is sealed", file.display());
    }
    let (_stop, second) = started(&apart(&world)).await;
    assert_eq!(second.of(&in_lsc01()).await.unwrap().get(digest), rebuilt);
}

#[tokio::test]
async fn whoever_came_back_is_one_person_with_the_facts_of_the_last_registration() {
    let world = World::start();
    world.centre("lsc01").await;
    let facts = intake(Disability::Mental, Population::Education);
    world.registered("lsc01", 1, date(2026, 3, 9), facts).await;
    let walk = step(7, ActionCategory::Intake);
    world.in_trajectory("lsc01", 1, date(2026, 3, 10), walk).await;
    // The same youth, in a trajectory of its own.
    let facts = intake(Disability::Motor, Population::Education);
    world.came_back("lsc01", 1, 21, date(2026, 6, 9), facts).await;
    let first = world.lead(1).await;
    assert_eq!(first.persons, 1);
    assert_eq!(cell(&first, "motor", "female"), 1);
    assert_eq!(cell(&first, "mental", "female"), 0);
    assert_eq!(cell(&world.lead(2).await, "motor", "intake"), 1);
}

#[tokio::test]
async fn a_snapshot_from_before_an_erasure_forgets_the_erased() {
    let world = World::start();
    world.centre("lsc01").await;
    for person in [1, 2] {
        let facts = intake(Disability::Mental, Population::Education);
        world.registered("lsc01", person, date(2026, 3, 9), facts).await;
    }
    let (stop, before) = started(&apart(&world)).await;
    stop.send_replace(true);
    before.stopped().await;
    let on_disk = stored(&world);
    assert!(!on_disk.is_empty());

    // The vault forgets, no file changes, and nobody tells of it.
    world.vault.0.lock().unwrap().retain(|(subject, _), _| *subject != Uuid::from_u128(1));
    let fresh = KeyRing::new(world.vault.clone());
    let backends = Backends { keys: Arc::new(fresh), ..apart(&world) };
    let (_stop, after) = started(&backends).await;
    let head = *world.backends.log.head().borrow();
    for seen in [after.of(&in_lsc01()).await, after.as_of(&in_lsc01(), head).await] {
        assert_eq!(seen.unwrap().get(known), 1);
    }
    assert_eq!(stored(&world), on_disk);
}

/// How many people's facts a view has.
fn known(view: &Monitoring) -> usize {
    view.persons().filter(|person| person.intake.is_some()).count()
}

#[tokio::test]
async fn a_person_whose_keys_were_destroyed_is_in_no_table() {
    let world = World::start();
    world.centre("lsc01").await;
    for person in [1, 2] {
        let facts = intake(Disability::Mental, Population::Education);
        world.registered("lsc01", person, date(2026, 3, 9), facts).await;
    }
    assert_eq!(cell(&world.lead(1).await, "mental", "female"), 2);
    world.erased("lsc01", 1, date(2026, 4, 9)).await;
    assert_eq!(cell(&world.lead(1).await, "mental", "female"), 1, "also while it runs");

    let (_stop, running) = started(&apart(&world)).await;
    let rebuilt = replayed(&world).await;
    assert!(rebuilt.parked.is_empty(), "an erased person is no error");
    assert_eq!(running.of(&in_lsc01()).await.unwrap().get(digest), rebuilt.digest());
    assert_eq!(known(&rebuilt.view), 1);
}
