//! The official Python client.

use std::{env, path::Path, process::Command};

use tokio::task::spawn_blocking;

use crate::support::{Served, append, trajectory};

/// Meets what the Rust client does not: conflicts in batches, filters with a look-ahead, ids as
/// numbers.
const CLIENT: &str = r#"
import faulthandler, json, os, sys
from uuid import UUID
from kurrentdbclient import KurrentDBClient, NewEvent, StreamState
from kurrentdbclient.exceptions import (
    BadRequestError,
    MaximumAppendSizeExceededError,
    MaximumSubscriptionsReachedError,
    NotFoundError,
    WrongCurrentVersionError,
)

# Whoever hangs says where.
faulthandler.dump_traceback_later(60, exit=True)
uri, stream, metadata = sys.argv[1:]
with KurrentDBClient(uri) as client:
    event = NewEvent(type="StepRegistered", data=b"{}", metadata=metadata.encode(), id=UUID(int=9))
    for version, actual in (StreamState.NO_STREAM, 2), (0, 2):
        for append in client.append_to_stream, client.append_events:
            try:
                append(stream, current_version=version, events=[event])
                sys.exit("appended")
            except WrongCurrentVersionError as conflict:
                assert conflict.actual_version == actual, conflict
    assert client.append_events(stream, current_version=2, events=[event]) == 4
    assert client.append_events(stream, current_version=2, events=[event]) == 4
    many = [NewEvent(type="StepRegistered", data=b"{}", metadata=metadata.encode()) for _ in range(1001)]
    traced = json.dumps(json.loads(metadata) | {"$traceId": "1"}).encode()
    refused = (
        ([event, event], BadRequestError, "each event id once"),
        (many, MaximumAppendSizeExceededError, "4194304"),
        ([NewEvent(type="StepRegistered", data=b"{}", metadata=traced)], BadRequestError, "$traceId"),
    )
    for events, error, told in refused:
        try:
            client.append_to_stream(stream, current_version=StreamState.ANY, events=events)
            sys.exit("appended")
        except error as refusal:
            assert told in str(refusal), refusal
    assert [event.commit_position for event in client.read_all()] == [1, 2, 3, 4]
    assert client.get_commit_position() == 4
    with client.subscribe_to_all(commit_position=2) as subscription:
        assert next(iter(subscription)).commit_position == 3
    client.create_subscription_to_all("certificates", commit_position=3)
    with client.read_subscription_to_all("certificates") as consumer:
        for position in 3, 4:
            event = next(consumer)
            assert event.commit_position == position, event
            consumer.ack(event)
    assert [group.group_name for group in client.list_subscriptions()] == ["certificates"]
    client.update_subscription_to_all("certificates", max_subscriber_count=1, min_checkpoint_count=7)
    info = client.get_subscription_info("certificates")
    assert (info.max_subscriber_count, info.min_checkpoint_count, info.start_from) == (1, 7, "C:3/P:3"), info
    with client.read_subscription_to_all("certificates"):
        try:
            with client.read_subscription_to_all("certificates"):
                sys.exit("two consumers")
        except MaximumSubscriptionsReachedError:
            pass
    client.delete_subscription("certificates")
    try:
        client.get_stream("orders")
        sys.exit("found")
    except NotFoundError:
        pass
# All is seen. An interpreter that ends may meet a thread of grpc that ended with a lock in its hand.
os._exit(0)
"#;

async fn python(arguments: Vec<String>) -> String {
    let python = env::var("STC_PYTHON").expect(
        "set STC_PYTHON to a python that has the client: python3 -m venv v, then v/bin/pip install \
         kurrentdbclient, then STC_PYTHON=v/bin/python",
    );
    let output = spawn_blocking(|| Command::new(python).args(arguments).output());
    let output = output.await.unwrap().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn twenty_lines_of_python_print_a_trajectory() {
    let served = Served::start().await;
    append(&served.client(), 1, 0..3).await;
    let script =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/examples/read_trajectory.py");
    let printed = python(vec![script.display().to_string(), served.uri(), trajectory(1)]).await;
    let line = |revision| format!("{revision} 2026-03-09 coach StepRegistered\n");
    assert_eq!(printed, (0..3).map(line).collect::<String>());
}

#[tokio::test]
async fn the_python_client_conflicts_retries_and_filters() {
    let served = Served::start().await;
    append(&served.client(), 1, 0..3).await;
    let metadata = String::from_utf8(crate::support::envelope().to_json().unwrap()).unwrap();
    python(vec!["-c".to_owned(), CLIENT.to_owned(), served.uri(), trajectory(1), metadata]).await;
}
