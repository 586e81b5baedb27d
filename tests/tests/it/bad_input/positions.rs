//! Positions that the log does not have: of another log, or of this one before a restore.

use std::time::Duration;

use serde_json::json;
use tests::{Answer, World, site::Request};

/// Far after the end of any log of a test.
const FAR: u64 = 9_999_999_999;
/// Nobody waits for what never comes; a request that waits takes five seconds and more.
const AT_ONCE: Duration = Duration::from_secs(4);

async fn at_once(request: Request) -> Answer {
    let answer = tokio::time::timeout(AT_ONCE, request.at_least(FAR).send()).await;
    answer.expect("it was waited for")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_position_after_the_end_of_the_log_is_told_at_once() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    for (person, path) in [
        (&centre.coach, "/youths"),
        (&centre.youth, "/me/timeline"),
        (&centre.lead, "/people"),
        (&centre.lead, "/tables/1"),
        (&operator, "/centres"),
    ] {
        at_once(person.get(path)).await.is_refused("positionUnknown");
        person.get(path).send().await.with(200);
    }
    let step = tests::facts::step(events::ActionCategory::Intake);
    let steps = format!("/youths/{}/steps", centre.youth.id);
    at_once(centre.coach.post(&steps, &step)).await.is_refused("positionUnknown");
    centre.coach.post(&steps, &step).send().await.with(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_signed_in_waits_for_no_position() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let card = centre.lead.registers_youth("Sam Youth").await.card;
    let sign_in = world.request(http::Method::POST, "/session").body(&json!({ "code": card }));
    at_once(sign_in).await.with(201);
    for path in ["/session", "/youths", "/me/runs", "/health"] {
        let stranger = || world.get(path).header("Cookie", "__Host-stc=guess");
        let (far, near) = (at_once(stranger()).await, stranger().send().await);
        assert_eq!(far.status, near.status, "{path}");
    }
}
