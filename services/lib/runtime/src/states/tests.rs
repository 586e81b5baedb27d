//! Decisions on kept states by example, and against replay.

mod world;

use std::collections::BTreeSet;

use eventlog::Position;
use proptest::prelude::*;

use super::{STATE_EVENTS, STATES_KEPT_MAX, States};
use crate::execute::{CommandError, Executed};
use world::{Ask, Fact, LONG, Process, Refused, Site};

/// What a command did, without what differs between two processes.
fn told(done: Executed<Fact>) -> (Position, Option<u64>, Vec<Fact>) {
    (done.position, done.revision, done.events)
}

#[tokio::test]
async fn a_decision_reads_only_what_came_since() {
    let site = Site::new();
    let (one, other) = (site.process(), site.process());
    one.fills(0..LONG).await;
    one.log.forget_reads();
    one.puts(LONG).await.unwrap();
    one.puts(LONG + 1).await.unwrap();
    assert!(one.log.events_read() <= 4, "{}", one.log.events_read());
    other.puts(LONG + 2).await.unwrap();
    one.log.forget_reads();
    assert_eq!(
        one.asks(9_999, 0, Ask::Put(LONG + 2)).await.unwrap_err(),
        CommandError::Refused(Refused::There)
    );
    assert!(one.log.events_read() <= 4, "what another process did is read, and no more");
}

#[tokio::test]
async fn a_new_process_reads_a_long_stream_once() {
    let site = Site::new();
    site.process().fills(0..LONG).await;
    let second = site.process();
    assert_eq!(second.items().await, (0..LONG).collect());
    assert!(second.log.events_read() >= u64::from(LONG));
    site.waits_for_a_file().await;
    let third = site.process();
    third.puts(LONG).await.unwrap();
    assert!(third.log.events_read() <= 4, "{}", third.log.events_read());
    assert_eq!(third.items().await, (0..=LONG).collect());
}

#[tokio::test]
async fn a_short_stream_leaves_no_file() {
    let site = Site::new();
    site.process().fills(0..u32::try_from(STATE_EVENTS).unwrap()).await;
    site.process().items().await;
    assert!(site.files().is_empty());
}

#[tokio::test]
async fn a_command_far_behind_what_is_kept_is_answered_as_the_first_time() {
    let site = Site::new();
    let first = site.process();
    let mut answers = Vec::new();
    for item in 0..LONG {
        answers.push(told(first.puts(item).await.unwrap()));
    }
    site.process().items().await;
    site.waits_for_a_file().await;
    for process in [first, site.process()] {
        for (item, answer) in [3, 200, LONG - 1].map(|item| (item, &answers[item as usize])) {
            assert_eq!(told(process.puts(item).await.unwrap()), *answer);
            let other = process.asks(item, 1, Ask::Take(item)).await;
            assert_eq!(other.unwrap_err(), CommandError::KeyReused, "another one under its key");
        }
        assert_eq!(process.items().await, (0..LONG).collect());
    }
}

#[tokio::test]
async fn a_command_tells_its_events_as_they_stand_in_the_log() {
    let site = Site::new();
    let process = site.process();
    process.fills(0..3).await;
    let done = process.asks(7, 0, Ask::Move(1, 9)).await.unwrap();
    let again = process.asks(7, 0, Ask::Move(1, 9)).await.unwrap();
    let [recorded, repeated] =
        [done.recorded(&*process.log).await, again.recorded(&*process.log).await].map(|recorded| {
            recorded
                .unwrap()
                .iter()
                .map(|it| (u64::from(it.position), it.revision, it.name))
                .collect::<Vec<_>>()
        });
    assert_eq!(recorded, [(4, 3, "Taken"), (5, 4, "Put")]);
    assert_eq!(recorded, repeated);
    let nothing = process.asks(8, 0, Ask::Take(77)).await.unwrap();
    assert!(nothing.recorded(&*process.log).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_processes_that_want_the_same_at_once_one_gets_it() {
    let site = Site::new();
    let processes: Vec<_> = (0..4).map(|_| site.process()).collect();
    for item in 0..20 {
        let tries = processes.iter().enumerate().map(|(number, process)| {
            let key = item * 10 + u32::try_from(number).unwrap();
            process.asks(1_000 + key, 0, Ask::Put(item))
        });
        let tries = futures::future::join_all(tries).await;
        assert_eq!(tries.iter().filter(|tried| tried.is_ok()).count(), 1);
        let refused =
            |tried: &Result<_, _>| matches!(tried, Err(CommandError::Refused(Refused::There)));
        assert_eq!(tries.iter().filter(|tried| refused(tried)).count(), 3);
    }
    for process in &processes {
        assert_eq!(process.items().await, (0..20).collect());
    }
}

#[tokio::test]
async fn what_is_kept_is_not_used_on_a_log_that_was_restored_to_before_it() {
    let site = Site::new();
    site.process().fills(0..LONG).await;
    site.process().items().await;
    site.waits_for_a_file().await;
    let others = 10_000..10_000 + LONG - 1;
    let last_alone_the_same: Vec<_> = others.chain([LONG - 1]).collect();
    for fill in [(0..10).collect(), (0..LONG).collect(), last_alone_the_same] {
        let restored = site.with_another_log();
        restored.process_without_files().fills(fill.clone()).await;
        assert_eq!(restored.process().items().await, fill.into_iter().collect());
    }
}

#[tokio::test]
async fn a_log_that_is_restored_under_a_running_process_is_read_anew() {
    let site = Site::new();
    let process = site.process();
    process.fills(0..20).await;
    let restored = site.with_another_log();
    restored.process().fills(100..110).await;
    let process = process.on_the_log_of(&restored);
    assert_eq!(process.items().await, (100..110).collect());
    process.puts(110).await.unwrap();
    assert_eq!(restored.process().items().await, (100..=110).collect());
}

#[tokio::test]
async fn a_damaged_foreign_or_older_file_is_ignored() {
    let site = Site::new();
    site.process().fills(0..LONG).await;
    site.process().items().await;
    let file = site.waits_for_a_file().await;
    let whole = std::fs::read(&file).unwrap();
    let mut changed = whole.clone();
    changed[whole.len() / 2] ^= 1;
    let other = site.with_another_tenant();
    other.process().fills(0..LONG).await;
    other.process().items().await;
    let foreign = std::fs::read(other.waits_for_a_file().await).unwrap();
    for damaged in [b"".as_slice(), b"damaged", &whole[..whole.len() - 1], &changed, &foreign] {
        std::fs::write(&file, damaged).unwrap();
        let process = site.process();
        assert_eq!(process.items().await, (0..LONG).collect());
        assert!(process.log.events_read() >= u64::from(LONG), "it was not used");
        site.waits_for_another(&file, damaged).await;
    }
    let later = site.process();
    assert_eq!(later.items_of_later().await, (0..LONG).collect());
    assert!(later.log.events_read() >= u64::from(LONG), "a file of an older version was not used");
}

#[tokio::test]
async fn what_is_kept_on_the_disk_is_sealed() {
    let site = Site::new();
    site.process().fills(0..LONG).await;
    site.process().items().await;
    let file = site.waits_for_a_file().await;
    let stored = std::fs::read(file).unwrap();
    let open = postcard::to_stdvec(&(0..LONG).collect::<BTreeSet<_>>()).unwrap();
    assert!(!stored.windows(20).any(|part| part == &open[open.len() - 20..]));
}

#[tokio::test]
async fn so_many_streams_are_kept_and_no_more() {
    let states = States::at_most(3);
    let site = Site::new();
    for shelf in 0..10 {
        site.process_with(&states).on(shelf).puts(1).await.unwrap();
    }
    states.0.run_pending_tasks();
    assert_eq!(states.0.entry_count(), 3);
    let kept: BTreeSet<_> = states.0.iter().map(|(stream, _)| stream.id().as_u128()).collect();
    assert_eq!(kept, [7, 8, 9].into(), "those used last");
    assert_eq!(States::default().0.policy().max_capacity(), Some(STATES_KEPT_MAX));
}

fn ask() -> impl Strategy<Value = Ask> {
    let item = 0..6_u32;
    prop_oneof![
        item.clone().prop_map(Ask::Put),
        item.clone().prop_map(Ask::Take),
        (item.clone(), item).prop_map(|(from, to)| Ask::Move(from, to)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Two processes work on one log, by turns and with keys that come again; a third is new.
    #[test]
    fn a_state_that_was_kept_is_the_state_replayed(
        asks in proptest::collection::vec((0..2_usize, 0..30_u32, 0..2_u64, ask()), 1..60),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let site = Site::new();
            let processes = [site.process(), site.process()];
            for (process, key, content, ask) in asks {
                let kept = processes[process].asks(key, content, ask).await.map(told);
                let fresh: Process = site.process();
                let again = fresh.asks(key, content, ask).await.map(told);
                // What was decided is known to everybody; what changed nothing may be decided anew.
                if kept.as_ref().is_ok_and(|(_, _, events)| !events.is_empty())
                    || kept == Err(CommandError::KeyReused)
                {
                    prop_assert_eq!(kept, again);
                }
                let replayed = site.process().items().await;
                for process in &processes {
                    prop_assert_eq!(process.items().await, replayed.clone());
                }
            }
            Ok(())
        })?;
    }
}
