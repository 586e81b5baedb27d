//! A closed trajectory is followed by a new one: whoever comes back is welcome.

use events::ActionCategory;
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use uuid::Uuid;

fn types(timeline: &Value) -> Vec<String> {
    let entries = timeline["items"].as_array().unwrap().iter();
    entries.map(|entry| entry["type"].as_str().unwrap().to_owned()).collect()
}

fn count(timeline: &Value, kind: &str) -> usize {
    types(timeline).iter().filter(|it| *it == kind).count()
}

async fn begins_again(lead: &Person, youth: Uuid) -> tests::Answer {
    let body = facts::trajectory();
    lead.post(&format!("/youths/{youth}/trajectories"), &body).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_back_begins_anew_and_reads_both() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { lead, coach, youth, .. } = &centre;
    let exercises = youth.reads("/exercises").await;
    youth.does(&exercises["items"][0], None).await;
    coach.registers_step(youth.id, &facts::step(ActionCategory::Intake)).await;
    begins_again(lead, youth.id).await.is_refused("alreadyRegistered");

    let path = format!("/youths/{}", youth.id);
    let close = coach.post(&format!("{path}/closing"), &facts::closing());
    close.send().await.with(204);
    assert_eq!(coach.reads("/youths").await["caseload"]["count"], 0);
    assert_eq!(coach.reads(&path).await["closed"], true);
    // Registering by mistake what is there opens nothing.
    let mut again = facts::youth("Noor Youth");
    again["id"] = json!(youth.id);
    lead.post("/youths", &again).send().await.is_refused("alreadyRegistered");

    let key = Uuid::now_v7();
    let body = facts::trajectory();
    let begin = || lead.post(&format!("{path}/trajectories"), &body).key(key).send();
    begin().await.with(204);
    let head = world.head();
    begin().await.with(204);
    assert_eq!(world.head(), head, "one key, one trajectory");
    assert_eq!(youth.reads("/me/coaches").await["chosen"], Value::Null);
    coach.get(&path).send().await.is_not_found();

    let new = world.signs_in(&lead.registers_coach("Lotte Coach").await.card).await;
    youth.chooses_coach(new.id).await;
    let row = new.reads("/youths").await["items"][0].clone();
    assert_eq!((&row["steps"], &row["exercisesCompleted"]), (&json!(0), &json!(0)));
    let seen = new.reads(&format!("{path}/timeline")).await;
    assert_eq!(types(&seen), ["coachChosen", "registered"]);
    let read = youth.reads("/me/timeline").await;
    for (kind, times) in
        [("registered", 2), ("intake", 2), ("coachChosen", 2), ("closed", 1), ("step", 1)]
    {
        assert_eq!(count(&read, kind), times, "{kind}");
    }
    let entries = read["items"].as_array().unwrap();
    let closed = entries.iter().find(|it| it["type"] == "closed").unwrap();
    let exit = json!({ "kind": "job", "form": "regular", "hoursPercent": 80 });
    assert_eq!((&closed["exit"], &closed["actor"]["name"]), (&exit, &json!("Karel Coach")));
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_leaves_room_for_the_next() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let lead = &centre.lead;
    let mut small = facts::coach("Small Coach");
    small["ftePercent"] = json!(10);
    let small = lead.registers(&small).await.id;
    let mut youths = Vec::new();
    for name in ["One", "Two", "Three"] {
        youths.push(world.signs_in(&lead.registers_youth(name).await.card).await);
    }
    youths[0].chooses_coach(small).await;
    youths[1].chooses_coach(small).await;
    let choice = json!({ "coach": small });
    youths[2].put("/me/coach", &choice).send().await.is_refused("coachHasNoRoom");
    let closing = format!("/youths/{}/closing", youths[0].id);
    lead.post(&closing, &facts::closing()).send().await.with(204);
    youths[2].chooses_coach(small).await;
    begins_again(lead, youths[0].id).await.with(204);
    youths[0].put("/me/coach", &choice).send().await.is_refused("coachHasNoRoom");
}
