//! A youth puts the own version beside what a coach wrote down: read where the note is read, and nowhere else.

use events::ActionCategory;
use http::Method;
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use uuid::Uuid;

const WORDS: &str = "I was at the doctor,\nnot at home.";

/// A step with a note, as the coach registers it.
async fn noted(centre: &Centre) -> String {
    let mut step = facts::step(ActionCategory::Intake);
    step["note"] = json!("Did not come.");
    centre.coach.registers_step(centre.youth.id, &step).await;
    step["id"].as_str().unwrap().to_owned()
}

/// What stands beside the step in a timeline.
async fn beside(reader: &Person, timeline: &str, step: &str) -> Value {
    let read = reader.reads(timeline).await;
    let entries = read["items"].as_array().unwrap();
    let found = entries.iter().find(|entry| entry["step"]["id"] == step);
    assert_eq!(found.unwrap()["step"]["note"], "Did not come.", "the note stays as it is");
    found.unwrap()["step"]["ownVersion"].clone()
}

fn of_coach(youth: Uuid) -> String {
    format!("/youths/{youth}/timeline")
}

async fn begins_again(centre: &Centre) {
    let path = format!("/youths/{}", centre.youth.id);
    let closing = centre.coach.post(&format!("{path}/closing"), &facts::closing());
    closing.send().await.with(204);
    let trajectory = facts::trajectory();
    let begun = centre.lead.post(&format!("{path}/trajectories"), &trajectory);
    begun.send().await.with(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_youth_tells_beside_a_step_is_read_by_the_chosen_coach_and_nobody_else() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let other = world.centre(&operator, "lsc02").await;
    let Centre { youth, coach, lead, .. } = &centre;
    let step = noted(&centre).await;
    let (own, coachs) = ("/me/timeline", of_coach(youth.id));
    assert_eq!(beside(youth, own, &step).await, Value::Null);

    youth.tells_own_version(&step, &format!("  {WORDS} ")).await;
    let told = beside(youth, own, &step).await;
    assert_eq!(told["words"], WORDS);
    let log = youth.reads(&format!("/audit-log?person={}", youth.id)).await;
    let given = log["entries"].as_array().unwrap().iter().find(|it| it["change"].is_string());
    assert_eq!(given.unwrap()["change"], "ownVersionGiven");
    assert_eq!(given.unwrap()["occurredOn"], told["givenOn"]);
    assert_eq!(beside(coach, &coachs, &step).await, told);

    let colleague = world.signs_in(&lead.registers_coach("Els Coach").await.card).await;
    for stranger in [&colleague, &other.coach] {
        stranger.get(&coachs).send().await.is_not_found();
    }
    lead.get(&coachs).send().await.is_problem(403, "forbidden");
    let path = format!("/me/steps/{step}/version");
    let words = json!({ "words": "Something else" });
    let sam = world.signs_in(&lead.registers_youth("Sam Youth").await.card).await;
    for stranger in [&sam, &other.youth] {
        stranger.put(&path, &words).send().await.is_not_found();
        stranger.bare(Method::DELETE, &path).send().await.is_not_found();
    }
    for staff in [coach, lead] {
        staff.put(&path, &words).send().await.is_problem(403, "forbidden");
    }

    youth.tells_own_version(&step, "I was ill.").await;
    assert_eq!(beside(coach, &coachs, &step).await["words"], "I was ill.");
    let head = world.head();
    youth.tells_own_version(&step, " I was ill.").await;
    assert_eq!(world.head(), head, "the same words again change nothing");
    youth.takes_own_version_away(&step).await;
    for (reader, timeline) in [(youth, own), (coach, &*coachs)] {
        assert_eq!(beside(reader, timeline, &step).await, Value::Null);
    }
    let head = world.head();
    youth.takes_own_version_away(&step).await;
    assert_eq!(world.head(), head, "twice is once");
    youth.tells_own_version(&step, "I was ill.").await;
    assert_eq!(beside(coach, &coachs, &step).await["words"], "I was ill.");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_own_version_has_no_end_neither_by_a_withdrawal_nor_by_an_end_nor_by_a_restriction() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, coach, lead, .. } = &centre;
    let (withdrawn, ended) = (noted(&centre).await, noted(&centre).await);
    coach.withdraws_step(youth.id, &withdrawn).await;
    youth.tells_own_version(&withdrawn, WORDS).await;
    assert_eq!(beside(coach, &of_coach(youth.id), &withdrawn).await["words"], WORDS);

    begins_again(&centre).await;
    youth.tells_own_version(&ended, "That was long ago.").await;
    assert_eq!(beside(youth, "/me/timeline", &ended).await["words"], "That was long ago.");
    youth.chooses_coach(coach.id).await;
    let seen = coach.reads(&of_coach(youth.id)).await;
    let steps = seen["items"].as_array().unwrap().iter().filter(|it| it["step"].is_object());
    assert_eq!(steps.count(), 0, "a coach reads nothing of what went before");

    let request = youth.makes_request("restriction").await;
    let grant = lead.post(&format!("/requests/{request}/grant"), &json!({ "answer": null }));
    grant.send().await.with(204);
    youth.tells_own_version(&ended, "Still long ago.").await;
    assert_eq!(beside(youth, "/me/timeline", &ended).await["words"], "Still long ago.");
    youth.takes_own_version_away(&ended).await;
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_own_version_that_cannot_be_kept_is_told_why() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, .. } = &centre;
    let path = format!("/me/steps/{}/version", noted(&centre).await);
    let before = world.head();
    for (words, reason) in [
        (json!(""), "versionBlank"),
        (json!(" \n"), "versionBlank"),
        (json!("\u{200b}"), "versionBlank"),
        (json!("x".repeat(2001)), "versionTooLong"),
        (json!("a\0b"), "characterNotAllowed"),
        (json!("a\u{202e}b"), "characterNotAllowed"),
        (json!(7), "wrongType"),
    ] {
        youth.put(&path, &json!({ "words": words })).send().await.has_issue("words", reason);
    }
    youth.put(&path, &json!({})).send().await.has_issue("words", "missing");
    for unknown in [Uuid::now_v7().to_string(), "7".to_owned()] {
        let nowhere = format!("/me/steps/{unknown}/version");
        youth.put(&nowhere, &json!({ "words": WORDS })).send().await.is_not_found();
        youth.bare(Method::DELETE, &nowhere).send().await.is_not_found();
    }
    assert_eq!(world.head(), before, "nothing happened");
    world.stops().await;
}
