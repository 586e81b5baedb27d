//! Groups without a log: numbers stand for events.

use std::collections::BTreeSet;

use super::group::{Given, Group, Item, Refusal, Rules, Strategy};
use uuid::Uuid;

fn rules(strategy: Strategy) -> Rules {
    Rules { strategy, timeout_millis: 1_000, retries_max: 2, consumers_max: 2 }
}

/// A group that has read events 1 to 6, of three streams.
fn group(strategy: Strategy) -> Group<u64> {
    let mut group = Group::new(rules(strategy), 1, BTreeSet::new());
    for place in 1..=6 {
        let key = Uuid::from_u128(u128::from(place % 3));
        group.read(place, Item { id: id(place), key, event: place });
    }
    group
}

fn id(place: u64) -> Uuid {
    Uuid::from_u128(place.into())
}

fn hand_out_all(group: &mut Group<u64>, now: u64) -> Vec<(u64, u64)> {
    std::iter::from_fn(|| group.hand_out(now)).map(|given| (given.consumer, given.event)).collect()
}

#[test]
fn consumers_take_turns_and_get_no_more_than_they_have_room_for() {
    let mut group = group(Strategy::RoundRobin);
    assert!(group.join(10, 2) && group.join(20, 10));
    let given = hand_out_all(&mut group, 0);
    assert_eq!(given, [(10, 1), (20, 2), (10, 3), (20, 4), (20, 5), (20, 6)]);
}

#[test]
fn one_consumer_gets_everything_while_it_has_room() {
    let mut group = group(Strategy::DispatchToSingle);
    group.join(10, 4);
    group.join(20, 4);
    let given = hand_out_all(&mut group, 0);
    assert_eq!(given, [(10, 1), (10, 2), (10, 3), (10, 4), (20, 5), (20, 6)]);
}

#[test]
fn the_events_of_a_stream_go_to_the_same_consumer() {
    let mut group = group(Strategy::Pinned);
    group.join(10, 10);
    group.join(20, 10);
    let given = hand_out_all(&mut group, 0);
    for pair in [(0, 3), (1, 4), (2, 5)] {
        assert_eq!(given[pair.0].0, given[pair.1].0);
    }
}

#[test]
fn more_consumers_than_allowed_are_sent_away() {
    let mut group = group(Strategy::RoundRobin);
    assert!(group.join(10, 1) && group.join(20, 1) && !group.join(30, 1));
    group.leave(10);
    assert!(group.join(30, 1));
}

#[test]
fn a_restart_goes_on_at_the_first_event_that_is_not_settled() {
    let mut group = group(Strategy::RoundRobin);
    group.join(10, 10);
    hand_out_all(&mut group, 0);
    group.accept(10, &[id(1), id(2), id(4)]);
    assert_eq!(group.checkpoint(), 3);
    group.refuse(10, &[id(3)], Refusal::Skip);
    assert_eq!(group.checkpoint(), 5);
    group.accept(10, &[id(5), id(6), id(99)]);
    assert_eq!(group.checkpoint(), 7);
    group.looked_at(50);
    assert_eq!(group.checkpoint(), 50);
}

#[test]
fn what_one_consumer_leaves_behind_goes_to_another() {
    let mut group = group(Strategy::RoundRobin);
    group.join(10, 10);
    hand_out_all(&mut group, 0);
    group.accept(10, &[id(1)]);
    group.leave(10);
    assert!(!group.wants_more(), "nobody is there");
    group.join(20, 10);
    let given = hand_out_all(&mut group, 0);
    assert_eq!(given, (2..=6).map(|place| (20, place)).collect::<Vec<_>>());
}

#[test]
fn nobody_settles_what_another_one_has() {
    let mut group = group(Strategy::RoundRobin);
    group.join(10, 1);
    hand_out_all(&mut group, 0);
    group.accept(20, &[id(1)]);
    assert_eq!(group.checkpoint(), 1);
}

#[test]
fn an_event_that_takes_too_long_is_tried_again_and_then_parked() {
    let mut group = group(Strategy::RoundRobin);
    group.join(10, 1);
    for (retries, now) in [(0, 0), (1, 1_000), (2, 2_000)] {
        let given = group.hand_out(now);
        assert_eq!(given, Some(Given { consumer: 10, event: 1, retries }));
        assert_eq!(group.deadline(), Some(now + 1_000));
        group.expire(now + 999);
        assert_eq!(group.hand_out(now), None, "it is still out");
        group.expire(now + 1_000);
    }
    assert!(group.parked().contains(&1));
    assert_eq!(group.checkpoint(), 2, "what is parked holds nobody up");
    assert_eq!(group.hand_out(3_000).map(|given| given.event), Some(2));
}

#[test]
fn a_parked_event_is_tried_again_and_stays_parked_until_it_is_settled() {
    let mut group = group(Strategy::RoundRobin);
    group.join(10, 10);
    hand_out_all(&mut group, 0);
    group.refuse(10, &[id(2)], Refusal::Park);
    group.accept(10, &[1, 3, 4, 5, 6].map(id));
    let again = || Item { id: id(2), key: id(2), event: 2 };
    group.again(2, again());
    group.again(4, again());
    assert_eq!(hand_out_all(&mut group, 0), [(10, 2)], "only what is parked");
    assert_eq!((group.checkpoint(), group.parked().len()), (7, 1));
    group.accept(10, &[id(2)]);
    assert!(group.parked().is_empty());
}
