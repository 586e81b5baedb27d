//! Open screens follow what others do.

use std::time::{Duration, Instant};

use events::ActionCategory;
use reqwest::Response;
use serde_json::Value;
use tests::{Person, World, facts, world};

/// How long a change may take until an open screen hears of it.
const SOON: Duration = Duration::from_secs(5);
/// Longer than two changes are apart on one screen.
const QUIET: Duration = Duration::from_millis(1_500);
/// Longer than a session that ended is still believed.
const SESSION: Duration = Duration::from_secs(40);

/// A screen that follows.
struct Screen(Response);

impl Screen {
    async fn of(person: &Person) -> Self {
        let response = person.get("/changes").opens().await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self(response)
    }

    /// The next change; `None` when the stream ended.
    async fn hears(&mut self) -> Option<Value> {
        loop {
            let text = String::from_utf8(self.0.chunk().await.unwrap()?.to_vec()).unwrap();
            if let Some((_, data)) = text.split_once("data:") {
                assert!(text.contains("event: change"), "{text}");
                return Some(serde_json::from_str(data.trim()).unwrap());
            }
        }
    }

    /// The next change of this kind. What people did just before may come first.
    async fn hears_of(&mut self, kind: &str) -> Value {
        loop {
            let change = self.hears().await.unwrap();
            if change["kinds"].as_array().unwrap().iter().any(|it| it == kind) {
                return change;
            }
        }
    }

    async fn hears_nothing(&mut self) -> bool {
        tokio::time::timeout(QUIET, self.hears()).await.is_err()
    }
}

#[tokio::test]
async fn what_a_coach_registers_is_heard_by_the_youth_and_the_centre_and_nobody_else() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world::centre(&world, &operator, "lsc01").await;
    let elsewhere = world::centre(&world, &operator, "lsc02").await;
    let other = centre.lead.registers_youth("Bo Youth").await;
    let other = world.signs_in(&other.card).await;
    let mut youth = Screen::of(&centre.youth).await;
    let mut lead = Screen::of(&centre.lead).await;
    let mut other = Screen::of(&other).await;
    let mut elsewhere = Screen::of(&elsewhere.lead).await;

    centre.coach.registers_step(centre.youth.id, &facts::step(ActionCategory::ActionPlan)).await;
    for screen in [&mut youth, &mut lead] {
        let heard = tokio::time::timeout(SOON, screen.hears_of("trajectory")).await.unwrap();
        assert!(heard["position"].as_u64().unwrap() > 0);
        let mut keys: Vec<_> = heard.as_object().unwrap().keys().collect();
        keys.sort_unstable();
        assert_eq!(keys, ["kinds", "position"], "nobody is named");
    }
    assert!(other.hears_nothing().await);
    assert!(elsewhere.hears_nothing().await);
    world.stops().await;
}

#[tokio::test]
async fn many_changes_are_told_at_once() {
    let world = World::start().await;
    let centre = world::centre(&world, &world.operator().await, "lsc01").await;
    let mut screen = Screen::of(&centre.youth).await;
    for _ in 0..5 {
        centre
            .coach
            .registers_step(centre.youth.id, &facts::step(ActionCategory::ActionPlan))
            .await;
    }
    let begun = Instant::now();
    let mut told = 0;
    while begun.elapsed() < QUIET {
        told += usize::from(tokio::time::timeout(QUIET, screen.hears()).await.is_ok());
    }
    assert!((1..=3).contains(&told), "told {told} times");
}

#[tokio::test]
async fn nobody_follows_without_a_session_and_not_after_it() {
    let world = World::start().await;
    let centre = world::centre(&world, &world.operator().await, "lsc01").await;
    let mut screen = Screen::of(&centre.youth).await;
    centre.youth.signs_out().await;
    assert_eq!(centre.youth.get("/changes").opens().await.status(), 401);
    let end = async { while screen.hears().await.is_some() {} };
    assert!(tokio::time::timeout(SESSION, end).await.is_ok(), "the stream ends");
}

#[tokio::test]
async fn a_platform_that_stops_lets_nobody_wait() {
    let world = World::start().await;
    let centre = world::centre(&world, &world.operator().await, "lsc01").await;
    let mut screen = Screen::of(&centre.youth).await;
    let begun = Instant::now();
    world.stops().await;
    assert_eq!(screen.hears().await, None);
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}
