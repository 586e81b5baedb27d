//! Another program holds the log's file for a while.

use eventstore::{Error, StreamState};
use rusqlite::Connection;

use crate::support::{Served, append, event, expecting, trajectory};

#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_another_program_holds_says_so_and_goes_on_after() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, [1]).await;
    let other = Connection::open(served.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let any = expecting(StreamState::Any);
    let refused = client.append_to_stream(trajectory(1), &any, event(2)).await;
    let Err(Error::Grpc { code, message }) = refused else { panic!("{refused:?}") };
    assert_eq!(code as i32, 8, "worth another try");
    assert!(message.contains("another program"), "{message}");
    other.execute_batch("COMMIT").unwrap();
    assert_eq!(append(&client, 1, [2]).await.position.commit, 2);
}
