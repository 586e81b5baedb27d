//! Views as they were.

use super::*;

#[tokio::test]
async fn as_known_at_any_position_is_the_fold_stopped_there() {
    let dir = tempfile::tempdir().unwrap();
    let world = World::open(dir.path(), 64);
    let (_stop, views) = world.start().await.unwrap();
    let mut places = vec![Position::default()];
    for round in 0..8 {
        // A month each, so that snapshots are made in between.
        let month: Timestamp = format!("2026-0{}-15T12:00:00Z", round + 1).parse().unwrap();
        for centre in ["one", "other"] {
            places.push(world.counts_at(centre, round, 0..900, Some(month)).await);
        }
    }
    world.is_as_replayed(&views).await;
    for at in places {
        let replayed = world.replayed(at).await;
        for centre in ["one", "other"] {
            let seen = views.as_of(&ctx(centre), at).await.unwrap();
            seen.with(|view, through| {
                let then = replayed.get(&centre.parse().unwrap()).cloned();
                assert_eq!(digest(view), then.unwrap_or_else(|| digest(&Tally::default())));
                assert_eq!(through, at);
            });
        }
    }
}

#[tokio::test]
async fn how_a_month_ended_is_kept_also_of_a_centre_that_was_let_go() {
    let dir = tempfile::tempdir().unwrap();
    // Room for one centre of a thing.
    let world = World::open(dir.path(), 1);
    let (_stop, views) = world.start().await.unwrap();
    let mut ends = Vec::new();
    for month in 1..=6 {
        let day: Timestamp = format!("2026-0{month}-15T12:00:00Z").parse().unwrap();
        ends.push(world.counts_at("one", 1, 0..3, Some(day)).await);
        // Who comes next takes the room.
        let last = world.counts_at("other", 1, 0..3, Some(day)).await;
        views.at_least(last).await.unwrap();
    }
    for end in &ends[..5] {
        let file = dir.path().join(format!("snapshots/tally-3/one/{end}.snap"));
        while !file.exists() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}
