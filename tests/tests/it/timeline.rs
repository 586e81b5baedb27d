//! A timeline page by page, through the gateway: over both services, every entry once.

use std::{collections::BTreeSet, time::Duration};

use eventlog::clock;
use events::ActionCategory;
use identity::domain::person::EraseKeys;
use jiff::ToSpan;
use kernel::Role;
use runtime::{
    Ctx,
    access::Permit,
    execute::{Target, execute},
};
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use uuid::Uuid;

/// Entries on one page.
const PAGE_ENTRIES: usize = 50;
/// Until every service forgot a key that was destroyed; otherwise it would keep it for a minute.
const FORGOTTEN: Duration = Duration::from_secs(10);

/// Pages of somebody's timeline.
struct Reading<'a> {
    person: &'a Person,
    path: String,
    entries: Vec<Value>,
    next: Value,
}

impl<'a> Reading<'a> {
    /// The first page of the youth's own timeline.
    async fn own(youth: &'a Person) -> Self {
        Self::begins(youth, "/me/timeline".to_owned()).await
    }

    /// The first page as the coach reads it.
    async fn of(coach: &'a Person, youth: Uuid) -> Self {
        Self::begins(coach, format!("/youths/{youth}/timeline")).await
    }

    async fn begins(person: &'a Person, path: String) -> Self {
        let mut reading = Self { person, path, entries: Vec::new(), next: json!("") };
        reading.goes_on().await;
        reading
    }

    async fn goes_on(&mut self) {
        let next = self.next.as_str().unwrap();
        let page = self.person.reads(&format!("{}?page={next}", self.path)).await;
        let entries = page["items"].as_array().unwrap();
        assert!(entries.len() <= PAGE_ENTRIES);
        assert!(entries.len() == PAGE_ENTRIES || page["nextPage"].is_null(), "a page is full");
        self.entries.extend(entries.iter().cloned());
        self.next = page["nextPage"].clone();
    }

    /// Every entry, the newest first and each once.
    async fn goes_to_the_end(mut self) -> Vec<Value> {
        while !self.next.is_null() {
            self.goes_on().await;
        }
        let order: Vec<_> = self.entries.iter().map(place).collect();
        assert!(order.windows(2).all(|two| two[0] > two[1]), "newest first, none twice");
        self.entries
    }
}

fn place(entry: &Value) -> (&str, u64) {
    (entry["occurredOn"].as_str().unwrap(), entry["position"].as_u64().unwrap())
}

fn positions(entries: &[Value]) -> BTreeSet<u64> {
    entries.iter().map(|entry| place(entry).1).collect()
}

fn of_step<'a>(entries: &'a [Value], step: &Value) -> Option<&'a Value> {
    entries.iter().map(|entry| &entry["step"]).find(|it| it["id"] == step["id"])
}

/// A step of some days ago, with a note.
fn step(days_ago: i64) -> Value {
    let mut step = facts::step(ActionCategory::ActionPlan);
    step["occurredOn"] = json!(clock::today().saturating_sub(days_ago.days()));
    step["note"] = json!(format!("{days_ago} days ago"));
    step
}

/// Registers steps of all days of the last three weeks, in no order of days.
async fn steps(centre: &Centre, count: i64) -> Vec<Value> {
    let mut steps = Vec::new();
    for number in 0..count {
        let step = step(number * 8 % 21);
        centre.coach.registers_step(centre.youth.id, &step).await;
        steps.push(step);
    }
    steps
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_reads_to_the_end_has_read_everything_once() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { coach, youth, .. } = &centre;
    let exercises = youth.reads("/exercises").await;
    let exercises = exercises["items"].as_array().unwrap();
    youth.does(&exercises[0], None).await;
    let steps = steps(&centre, 115).await;
    for exercise in exercises {
        youth.does(exercise, None).await;
    }
    coach.withdraws_step(youth.id, steps[7]["id"].as_str().unwrap()).await;

    let read = Reading::own(youth).await.goes_to_the_end().await;
    let of = |kind: &str| read.iter().filter(|entry| entry["type"] == kind).count();
    assert_eq!((of("step"), of("exerciseCompleted")), (115, exercises.len() + 1));
    assert_eq!((of("registered"), of("intake"), of("coachChosen")), (1, 1, 1));
    for (number, registered) in steps.iter().enumerate() {
        let told = of_step(&read, registered).unwrap();
        assert_eq!(told["note"], registered["note"]);
        assert_eq!(told["withdrawn"], json!(number == 7));
    }
    let seen = Reading::of(coach, youth.id).await.goes_to_the_end().await;
    let told = |entry: &&Value| entry["type"] != "intake";
    assert_eq!(seen, read.iter().filter(told).cloned().collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_in_between_two_pages_doubles_and_hides_nothing() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { coach, youth, .. } = &centre;
    let steps = steps(&centre, 70).await;
    let there = Reading::own(youth).await.goes_to_the_end().await;

    let mut reading = Reading::own(youth).await;
    let newest = step(0);
    coach.registers_step(youth.id, &newest).await;
    let exercise = youth.reads("/exercises").await["items"][0].clone();
    youth.does(&exercise, None).await;
    let backdated = step(20);
    coach.registers_step(youth.id, &backdated).await;
    let last = there.iter().rev().find(|entry| entry["type"] == "step").unwrap();
    let last = steps.iter().find(|step| step["id"] == last["step"]["id"]).unwrap();
    coach.withdraws_step(youth.id, last["id"].as_str().unwrap()).await;
    reading.goes_on().await;
    let read = reading.goes_to_the_end().await;

    assert_eq!(positions(&read).intersection(&positions(&there)).count(), there.len());
    assert_eq!(read.len(), there.len() + 1, "and what was told late of an older day");
    assert!(of_step(&read, &newest).is_none() && of_step(&read, &backdated).is_some());
    assert_eq!(of_step(&read, last).unwrap()["withdrawn"], true);
    let again = Reading::own(youth).await.goes_to_the_end().await;
    assert_eq!(again.len(), there.len() + 3);
    assert!(of_step(&again[..2], &newest).is_some(), "today's stand first");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_is_taken_back_is_no_contact_any_more() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { coach, youth, .. } = &centre;
    let (mut earlier, latest) = (step(5), step(2));
    earlier["role"] = json!("advocate");
    for step in [&latest, &earlier] {
        coach.registers_step(youth.id, step).await;
    }
    let glance = async || {
        let row = coach.reads("/youths").await["items"][0].clone();
        let role = coach.reads(&format!("/youths/{}", youth.id)).await["currentRole"].clone();
        (row["steps"].clone(), row["daysWithoutContact"].clone(), role)
    };
    assert_eq!(glance().await, (json!(2), json!(2), json!("inspirer")));
    coach.withdraws_step(youth.id, latest["id"].as_str().unwrap()).await;
    assert_eq!(glance().await, (json!(1), json!(5), json!("advocate")));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_go_on_through_every_trajectory_and_a_new_coach_reads_the_present_one() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { lead, coach, youth, .. } = &centre;
    steps(&centre, 60).await;
    let path = format!("/youths/{}", youth.id);
    coach.post(&format!("{path}/closing"), &facts::closing()).send().await.with(204);
    let body = facts::trajectory();
    lead.post(&format!("{path}/trajectories"), &body).send().await.with(204);
    youth.chooses_coach(coach.id).await;
    let late = step(10);
    coach.registers_step(youth.id, &late).await;

    let read = Reading::own(youth).await.goes_to_the_end().await;
    let of = |kind: &str| read.iter().filter(|entry| entry["type"] == kind).count();
    assert_eq!((of("step"), of("registered"), of("intake"), of("closed")), (61, 2, 2, 1));
    let seen = Reading::of(coach, youth.id).await.goes_to_the_end().await;
    let types: Vec<_> = seen.iter().map(|entry| entry["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["coachChosen", "step", "registered"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_somebody_who_was_erased_pages_tell_days_and_no_words() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { coach, youth, .. } = &centre;
    let steps = steps(&centre, 60).await;
    youth.tells_own_version(steps[7]["id"].as_str().unwrap(), "I was ill").await;
    let before = Reading::of(coach, youth.id).await.goes_to_the_end().await;
    let told = |entry: &Value| entry["step"]["ownVersion"].is_object();
    assert_eq!(before.iter().filter(|entry| told(entry)).count(), 1);
    is_erased(&world, youth.id).await;
    let words = |entry: &Value| entry["step"]["note"].is_string() || told(entry);
    let after = tokio::time::timeout(FORGOTTEN, async {
        loop {
            let after = Reading::of(coach, youth.id).await.goes_to_the_end().await;
            if !after.iter().any(words) {
                return after;
            }
        }
    });
    assert_eq!(positions(&after.await.unwrap()), positions(&before));
}

/// Destroys a person's keys, as an operator does.
async fn is_erased(world: &World, person: Uuid) {
    let tenant = "lsc01".parse().unwrap();
    world.vault().destroy_subject(&tenant, person).await.unwrap();
    let ctx = Ctx::internal(tenant, Uuid::nil(), Role::Operator, Uuid::now_v7());
    let target = Target::today(person, Some(person), clock::today());
    execute(
        world.backends(),
        &Permit::internal(ctx),
        target,
        &EraseKeys { reason: events::ErasureReason::PersonAsked },
    )
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_nobody_named_is_told_to_be_wrong() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    for page in ["0", "50", "x", "2026-03-09", "2026-02-30.1", "2026-03-09.-1", "2026-03-09.01"] {
        let own = centre.youth.get(&format!("/me/timeline?page={page}"));
        own.send().await.has_issue("page", "unknownValue");
        let path = format!("/youths/{}/timeline?page={page}", centre.youth.id);
        centre.coach.get(&path).send().await.has_issue("page", "unknownValue");
    }
    let before_all = centre.youth.reads("/me/timeline?page=1999-01-01.1").await;
    assert_eq!(before_all, json!({ "items": [], "nextPage": null, "since": null }));
}
