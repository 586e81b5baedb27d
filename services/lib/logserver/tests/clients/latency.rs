//! How long an append takes over loopback. The figures go to stderr.

use std::time::{Duration, Instant};

use eventstore::{BatchAppendOptions, StreamState};

use crate::support::{Served, append, event, trajectory};

/// Appends that are measured.
const APPENDS: u128 = 50;
/// What the median stays under on any machine.
const MEDIAN_MAX: Duration = Duration::from_millis(500);

#[tokio::test]
async fn an_append_is_answered_at_once() {
    let served = Served::start().await;
    let client = served.client();
    let mut single = Vec::new();
    for id in 0..APPENDS {
        let start = Instant::now();
        append(&client, id, [id]).await;
        single.push(start.elapsed());
    }
    let batch = client.batch_append(&BatchAppendOptions::default()).await.unwrap();
    let mut batched = Vec::new();
    for id in APPENDS..APPENDS * 2 {
        let start = Instant::now();
        let none = StreamState::NoStream;
        batch.append_to_stream(trajectory(id), none, vec![event(id)]).await.unwrap();
        batched.push(start.elapsed());
    }
    for (way, mut times) in [("single", single), ("batch", batched)] {
        times.sort_unstable();
        let (median, late) = (times[times.len() / 2], times[times.len() * 99 / 100]);
        eprintln!("{way} appends one after the other: p50 {median:?}, p99 {late:?}");
        assert!(median < MEDIAN_MAX, "{way}: {median:?}");
    }
}
