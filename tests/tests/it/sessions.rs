//! Two people in one browser: nobody reads, or does anything, as another.

use http::Method;
use serde_json::json;
use tests::{World, world};
use uuid::Uuid;

#[tokio::test]
async fn who_signs_in_over_somebody_ends_that_session() {
    let world = World::start().await;
    let lead = world::centre(&world, &world.operator().await, "lsc01").await.lead;
    let [first, second] = [lead.registers_youth("Adam").await, lead.registers_youth("Amira").await];
    let adam = world.signs_in(&first.card).await;
    adam.reads("/me/runs").await;

    let over = |card: &str| {
        let command = world.request(Method::POST, "/session").header("Cookie", &adam.cookie);
        command.body(&json!({ "code": card }))
    };
    over("AAAA-AAAA-AAAA").send().await.with(401);
    adam.reads("/me/runs").await;
    over(&second.card).send().await.with(201);
    adam.get("/session").send().await.with(401);
    adam.get("/me/runs").send().await.with(401);
    // Nor is the cookie that is over a hindrance to come back.
    over(&first.card).send().await.with(201);
}

#[tokio::test]
async fn a_page_that_shows_one_person_is_not_answered_about_another() {
    let world = World::start().await;
    let centre = world::centre(&world, &world.operator().await, "lsc01").await;
    let (youth, coach) = (&centre.youth, &centre.coach);
    for path in ["/me/runs", "/me/overview", "/me/timeline", "/exercises"] {
        let query = youth.get(path).header("X-CSRF-Token", &coach.csrf);
        assert_eq!(query.send().await.with(403)["reason"], "csrf", "{path}");
        youth.get(path).header("X-CSRF-Token", &youth.csrf).send().await.with(200);
    }
    let command = world.request(Method::PUT, "/me/avatar").header("Cookie", &youth.cookie);
    let command = command.header("X-CSRF-Token", &coach.csrf);
    let command = command.header("Idempotency-Key", Uuid::now_v7().to_string());
    let answer = command.body(&json!({ "avatar": "s3-h2b-teal" })).send().await;
    assert_eq!(answer.with(403)["reason"], "csrf");
}
