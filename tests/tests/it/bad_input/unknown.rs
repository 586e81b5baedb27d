//! Ids that name nothing. The same answer whether there is no such thing or it is another's.

use events::ActionCategory;
use serde_json::json;
use tests::{World, facts};
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn a_youth_that_does_not_exist_is_not_found() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let nobody = Uuid::now_v7();
    let step = facts::step(ActionCategory::Intake);
    for person in [&centre.coach, &centre.lead] {
        person.get(&format!("/youths/{nobody}")).send().await.is_not_found();
    }
    let coach = &centre.coach;
    coach.get(&format!("/youths/{nobody}/timeline")).send().await.is_not_found();
    coach.post(&format!("/youths/{nobody}/steps"), &step).send().await.is_not_found();
    let withdrawal = format!("/youths/{nobody}/steps/{nobody}/withdrawal");
    coach.post(&withdrawal, &json!({})).send().await.is_not_found();
    centre.lead.post(&format!("/people/{nobody}/cards"), &json!({})).send().await.is_not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_or_a_run_that_does_not_exist_is_not_found() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let nothing = Uuid::now_v7();
    let withdrawal = format!("/youths/{}/steps/{nothing}/withdrawal", centre.youth.id);
    centre.coach.post(&withdrawal, &json!({})).send().await.is_not_found();
    let (youth, answer) = (&centre.youth, json!({ "chosen": { "options": ["hands"] } }));
    youth.put(&format!("/me/runs/{nothing}/answers/energy"), &answer).send().await.is_not_found();
    let end = json!({ "seconds": 1 });
    youth.post(&format!("/me/runs/{nothing}/completion"), &end).send().await.is_not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_an_id_names_nothing() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    for id in ["x", "0", "../people", "%00", "00000000-0000-0000-0000-00000000000g"] {
        centre
            .coach
            .get(&format!("/youths/{id}/timeline"))
            .send()
            .await
            .is_problem(404, "notFound");
    }
    for id in ["x", "%00", "%FF", "00000000-0000-0000-0000-00000000000g"] {
        let end = format!("/youths/{id}/closing");
        centre.coach.post(&end, &facts::closing()).send().await.is_problem(404, "notFound");
        let answer = format!("/me/runs/{id}/answers/energy");
        let chosen = json!({ "chosen": { "options": ["hands"] } });
        centre.youth.put(&answer, &chosen).send().await.is_problem(404, "notFound");
    }
    centre.lead.get("/tables/3").send().await.is_problem(404, "notFound");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleagues_youth_does_not_exist_for_a_coach() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let colleague = centre.lead.registers_coach("Lotte Coach").await;
    let colleague = world.signs_in(&colleague.card).await;
    let youth = centre.youth.id;
    colleague.get(&format!("/youths/{youth}")).send().await.is_not_found();
    colleague.get(&format!("/youths/{youth}/timeline")).send().await.is_not_found();
    let step = facts::step(ActionCategory::Intake);
    colleague.post(&format!("/youths/{youth}/steps"), &step).send().await.is_not_found();
    // Whoever is no longer the coach neither.
    centre.youth.chooses_coach(colleague.id).await;
    centre.coach.get(&format!("/youths/{youth}")).send().await.is_not_found();
    colleague.registers_step(youth, &step).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_nobody_has_signs_nobody_in() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let old = centre.lead.registers_youth("Sam Youth").await;
    let new = format!("/people/{}/cards", old.id);
    let new = centre.lead.post(&new, &json!({})).send().await.with(201);
    for code in ["", "AAAA-AAAA-AAAA", "x", old.card.as_str(), &"7".repeat(10_000)] {
        let answer = world.shows_card(code).await;
        assert_eq!(answer.is_problem(401, "unauthenticated").json["reason"], "unknownCard");
    }
    world.signs_in(new["code"].as_str().unwrap()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_card_ends_the_sessions_of_a_lost_one() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let new = format!("/people/{}/cards", centre.youth.id);
    let new = centre.lead.post(&new, &json!({})).send().await.with(201);
    // Asked anew by whoever opens the app; others are believed for some seconds more.
    centre.youth.get("/session").send().await.is_problem(401, "unauthenticated");
    let youth = world.signs_in(new["code"].as_str().unwrap()).await;
    assert_eq!(youth.reads("/me/coaches").await["chosen"], json!(centre.coach.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_codes_has_to_wait_and_so_does_everybody_at_that_address() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let card = centre.lead.registers_youth("Sam Youth").await.card;
    let mut guesses = 0;
    let wait = loop {
        let answer = world.shows_card(&format!("AAAA-AAAA-{guesses:04}")).await;
        if answer.status != 401 {
            break answer;
        }
        guesses += 1;
        assert!(guesses < 100, "nobody stops who guesses");
    };
    wait.is_problem(429, "tooManyAttempts");
    assert!(wait.headers["retry-after"].to_str().unwrap().parse::<u64>().unwrap() > 0);
    world.shows_card(&card).await.is_problem(429, "tooManyAttempts");
    // Who is signed in works on.
    centre.coach.reads("/youths").await;
}
