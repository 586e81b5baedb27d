//! Another program holds the log's file for a while: an auditor with a transaction open, a shell.

use std::{path::Path, time::Duration};

use eventlog::{EmbeddedLog, EventLog, Expected, Filter, LogError, Position};
use rusqlite::Connection;

use crate::{append, everything, killed, open};

/// Another program with this statement run on the log's file.
fn other(dir: &Path, statement: &str) -> Connection {
    let other = Connection::open(dir.join("log.db")).unwrap();
    other.execute_batch(statement).unwrap();
    other
}

async fn one(log: &EmbeddedLog, id: u128) -> Result<u64, LogError> {
    log.append(append(0, Expected::Any, [id])).await.map(|appended| appended.position.into())
}

#[tokio::test(flavor = "multi_thread")]
async fn while_another_program_holds_the_log_appends_wait_and_then_go_on() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(dir.path());
    assert_eq!(one(&log, 1).await, Ok(1));
    for (round, held) in ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"].into_iter().enumerate() {
        let (round, other) = (round as u64 * 5, other(dir.path(), held));
        let refused = futures::future::join_all((0..9).map(|id| one(&log, 100 + id))).await;
        assert!(refused.iter().all(|answer| *answer == Err(LogError::Locked)), "{refused:?}");
        // Reading goes on meanwhile.
        let end = Position::at(round + 1);
        let last = log.at(end).await.unwrap().map(|event| event.position);
        assert_eq!((last, *log.head().borrow()), (Some(end), end));
        other.execute_batch("COMMIT").unwrap();
        for id in 0..5 {
            assert_eq!(one(&log, u128::from(round * 10 + id) + 1_000).await, Ok(round + id + 2));
        }
    }
    let ids: Vec<_> = everything(&log).await.iter().map(|event| event.id().as_u128()).collect();
    assert_eq!(ids, [1, 1_000, 1_001, 1_002, 1_003, 1_004, 1_050, 1_051, 1_052, 1_053, 1_054]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_append_is_no_first_try() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(dir.path());
    let held = other(dir.path(), "BEGIN IMMEDIATE");
    assert_eq!(one(&log, 7).await, Err(LogError::Locked));
    held.execute_batch("ROLLBACK").unwrap();
    for _ in 0..2 {
        assert_eq!(one(&log, 7).await, Ok(1), "nothing of the refused one is there, the retry is");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_another_program_writes_to_is_opened_all_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(dir.path());
    for id in 1..20 {
        one(&log, id).await.unwrap();
    }
    // Also with what a kill left, which has to be put in order first.
    let left = killed(dir.path());
    drop(log);
    for dir in [dir.path(), left.path()] {
        let held = other(dir, "BEGIN IMMEDIATE");
        let log = open(dir);
        assert_eq!(everything(&log).await.len(), 19);
        assert_eq!(one(&log, 20).await, Err(LogError::Locked));
        held.execute_batch("COMMIT").unwrap();
        assert_eq!(one(&log, 20).await, Ok(20));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_waits_for_a_program_that_lets_nobody_read() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(dir.path());
    one(&log, 1).await.unwrap();
    drop(log);
    let alone = "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT";
    let held = other(dir.path(), alone);
    let place = dir.path().to_owned();
    let mut opening = tokio::task::spawn_blocking(move || open(&place));
    let early = tokio::time::timeout(Duration::from_millis(300), &mut opening).await;
    assert!(early.is_err(), "opened although nobody may read");
    drop(held);
    let log = opening.await.unwrap();
    assert_eq!(one(&log, 2).await, Ok(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_log_waits_for_a_program_that_holds_the_empty_file() {
    let dir = tempfile::tempdir().unwrap();
    let held = other(dir.path(), "BEGIN EXCLUSIVE");
    let place = dir.path().to_owned();
    let opening = tokio::task::spawn_blocking(move || open(&place));
    held.execute_batch("COMMIT").unwrap();
    let log = opening.await.unwrap();
    assert_eq!(one(&log, 1).await, Ok(1));
    assert_eq!(
        log.read_all(Position::START, &Filter::default(), 10).await.unwrap().events.len(),
        1
    );
}
