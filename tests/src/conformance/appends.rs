//! Appends: conflicts, retries, bounds, crashes.

use eventlog::{APPEND_EVENTS_MAX, EVENT_BYTES_MAX, Expected, LogError};
use uuid::Uuid;

use super::{Case, Engine, event, ids};

pub(super) async fn a_stream_that_is_not_there_is_empty(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    assert!(case.log.read_stream(&case.stream(0), 0, 10).await.unwrap().is_empty());
}

pub(super) async fn an_event_is_read_as_it_was_written(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let ids = ids(1);
    let appended = case.appends(0, Expected::NoStream, &ids).await.unwrap();
    let wanted = event(ids[0], "StepRegistered");
    for read in [
        case.log.read_stream(&case.stream(0), 0, 10).await.unwrap(),
        case.everything(&case.filter()).await,
    ] {
        let [read] = &read[..] else { panic!("one event, not {}", read.len()) };
        assert_eq!((read.position, read.revision), (appended.position, appended.revision));
        assert_eq!(read.stream, case.stream(0));
        assert_eq!((read.id(), read.name), (wanted.id, "StepRegistered"));
        assert_eq!((read.occurred_on, read.subject()), (wanted.occurred_on, wanted.subject));
        assert_eq!(read.meta().unwrap(), wanted.meta);
        assert_eq!(read.data(), wanted.data);
    }
}

pub(super) async fn an_append_is_atomic_and_in_order(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let ids = ids(5);
    let appended = case.appends(0, Expected::NoStream, &ids).await.unwrap();
    assert_eq!(appended.revision, 4);
    assert_eq!(case.ids_of(0).await, ids);
    let events = case.everything(&case.filter()).await;
    assert!(events.windows(2).all(|pair| pair[0].position < pair[1].position));
    assert_eq!(events.last().unwrap().position, appended.position);
}

pub(super) async fn a_new_stream_begins_once(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    case.appends(0, Expected::NoStream, &ids(2)).await.unwrap();
    let again = case.appends(0, Expected::NoStream, &ids(1)).await;
    let conflict = LogError::Conflict { expected: Expected::NoStream, actual: Some(1) };
    assert_eq!(again, Err(conflict));
    assert_eq!(case.ids_of(0).await.len(), 2);
}

pub(super) async fn an_expected_revision_that_does_not_fit_is_a_conflict(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let before = case.appends(0, Expected::Exactly(0), &ids(1)).await;
    let conflict = LogError::Conflict { expected: Expected::Exactly(0), actual: None };
    assert_eq!(before, Err(conflict));
    case.appends(0, Expected::NoStream, &ids(2)).await.unwrap();
    case.appends(0, Expected::Exactly(1), &ids(1)).await.unwrap();
    for expected in [Expected::Exactly(0), Expected::Exactly(1), Expected::Exactly(3)] {
        let conflict = LogError::Conflict { expected, actual: Some(2) };
        assert_eq!(case.appends(0, expected, &ids(1)).await, Err(conflict));
    }
    assert_eq!(case.ids_of(0).await.len(), 3);
}

pub(super) async fn any_revision_appends_at_the_end(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    for revision in 0..3 {
        let appended = case.appends(0, Expected::Any, &ids(1)).await.unwrap();
        assert_eq!(appended.revision, revision);
    }
}

pub(super) async fn a_retry_gets_the_first_answer(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let (first, second, third) = (ids(2), ids(1), ids(3));
    for (expected, ids) in
        [(Expected::NoStream, first), (Expected::Exactly(1), second), (Expected::Any, third)]
    {
        let answer = case.appends(0, expected, &ids).await.unwrap();
        assert_eq!(case.appends(0, expected, &ids).await, Ok(answer), "{expected:?}");
    }
    assert_eq!(case.ids_of(0).await.len(), 6);
}

pub(super) async fn a_retry_after_others_appended_gets_the_first_answer(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let first = ids(2);
    let answer = case.appends(0, Expected::NoStream, &first).await.unwrap();
    case.appends(0, Expected::Exactly(1), &ids(1)).await.unwrap();
    assert_eq!(case.appends(0, Expected::NoStream, &first).await, Ok(answer));
    assert_eq!(case.ids_of(0).await.len(), 3);
}

pub(super) async fn a_retry_after_a_crash_gets_the_first_answer(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let ids = ids(2);
    let answer = case.appends(0, Expected::NoStream, &ids).await.unwrap();
    let case = case.after_crash(engine).await;
    assert_eq!(case.appends(0, Expected::NoStream, &ids).await, Ok(answer));
    assert_eq!(case.ids_of(0).await, ids);
}

pub(super) async fn part_of_an_append_and_something_new_is_refused(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let there = ids(2);
    case.appends(0, Expected::NoStream, &there).await.unwrap();
    let mixed = [there[1], Uuid::new_v4()];
    assert!(case.appends(0, Expected::NoStream, &mixed).await.is_err());
    assert_eq!(case.ids_of(0).await, there);
}

pub(super) async fn an_append_out_of_bounds_is_refused(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let refused = Err(LogError::OutOfBounds);
    assert_eq!(case.appends(0, Expected::Any, &[]).await, refused);
    assert_eq!(case.appends(0, Expected::Any, &ids(APPEND_EVENTS_MAX + 1)).await, refused);
    let mut large = case.append(0, Expected::Any, &ids(1));
    large.events[0].data = format!("\"{}\"", "a".repeat(EVENT_BYTES_MAX)).into_bytes();
    assert_eq!(case.log.append(large).await, refused);
    assert!(case.ids_of(0).await.is_empty());
}

pub(super) async fn one_event_id_twice_in_an_append_is_refused(engine: &mut impl Engine) {
    let case = Case::on(engine).await;
    let [first, second, third] = ids(3)[..] else { panic!("three") };
    let twice = [&[first, first][..], &[first, second, first], &[second, third, third]];
    let refused = Err(LogError::RepeatedId);
    for ids in twice {
        for expected in [Expected::Any, Expected::NoStream, Expected::Exactly(0)] {
            assert_eq!(case.appends(0, expected, ids).await, refused, "{expected:?}");
        }
    }
    assert!(case.ids_of(0).await.is_empty(), "nothing of it is there");
    // Where one of them is there already, too.
    let answer = case.appends(0, Expected::NoStream, &[first]).await.unwrap();
    for expected in [Expected::Any, Expected::NoStream, Expected::Exactly(0)] {
        assert_eq!(case.appends(0, expected, &[first, first]).await, refused, "{expected:?}");
    }
    assert_eq!(case.appends(0, Expected::NoStream, &[first]).await, Ok(answer));
    assert_eq!(case.ids_of(0).await, [first]);
}
