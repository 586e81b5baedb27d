//! Consumers that are not ours: a centre reads its own events and nobody else's.

use std::{path::PathBuf, process::Stdio};

use runtime::nats::Settings;
use serde_json::Value;
use tests::{
    nats::{Server, program},
    repository::root,
};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
};

use super::{Log, PATIENCE, append};

/// Accounts as in deploy/nats/nats.conf: a centre's has the operations of one consumer, which has the
/// centre's name and gets what is the centre's.
const ACCOUNTS: &str = r#"
no_auth_user: looker
accounts {
  PLATFORM {
    jetstream: enabled
    users: [ { user: looker, password: looker }, { user: stc, password: secret } ]
    exports: [
      { service: "$JS.API.CONSUMER.CREATE.STC.lsc01.stc.lsc01.>", accounts: [LSC01] }
      { service: "$JS.API.CONSUMER.INFO.STC.lsc01", accounts: [LSC01] }
      { service: "$JS.API.CONSUMER.MSG.NEXT.STC.lsc01", response_type: stream, accounts: [LSC01] }
      { service: "$JS.ACK.STC.lsc01.>", accounts: [LSC01] }
    ]
  }
  LSC01 {
    users: [ { user: lsc01, password: one } ]
    imports: [
      { service: { account: PLATFORM, subject: "$JS.API.CONSUMER.CREATE.STC.lsc01.stc.lsc01.>" }, to: "platform.CONSUMER.CREATE.STC.lsc01.stc.lsc01.>" }
      { service: { account: PLATFORM, subject: "$JS.API.CONSUMER.INFO.STC.lsc01" }, to: "platform.CONSUMER.INFO.STC.lsc01" }
      { service: { account: PLATFORM, subject: "$JS.API.CONSUMER.MSG.NEXT.STC.lsc01" }, to: "platform.CONSUMER.MSG.NEXT.STC.lsc01" }
      { service: { account: PLATFORM, subject: "$JS.ACK.STC.lsc01.>" } }
    ]
  }
}"#;

/// The example, run by the Python beside the server: one virtual environment has both.
fn example(server: &Server, centre: &str) -> Child {
    let python: PathBuf = program().with_file_name("python3");
    assert!(python.exists(), "install nats-py into the virtual environment of NATS_SERVER");
    Command::new(python)
        .arg(root().join("docs/examples/centre_events.py"))
        .args([&format!("nats://lsc01:one@{}", server.address()), centre])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}

async fn next(lines: &mut Lines<BufReader<ChildStdout>>) -> Value {
    let line = tokio::time::timeout(PATIENCE, lines.next_line()).await;
    let line = line.unwrap().unwrap();
    serde_json::from_str(&line.expect("is nats-py in the virtual environment of NATS_SERVER?"))
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_centre_reads_its_own_events_and_nobody_elses() {
    let (server, log) = (Server::start_with(ACCOUNTS).await, Log::new());
    for centre in ["lsc01", "lsc02", "lsc01", "lsc02"] {
        append(&log.log, centre, "StepRegistered").await;
    }
    let settings =
        Settings::new(&format!("nats://stc:secret@{}", server.address()), 1, None).unwrap();
    let relay = log.relay(&settings);
    relay.reaches(4).await;
    let mut own = example(&server, "lsc01");
    let mut lines = BufReader::new(own.stdout.take().unwrap()).lines();
    for position in ["1", "3"] {
        let event = next(&mut lines).await;
        assert_eq!(event["position"], position);
        assert_eq!(event["source"], "/stc/lsc01/trajectory");
        assert_eq!(event["data"]["minutes"], 45);
    }
    append(&log.log, "lsc02", "StepRegistered").await;
    append(&log.log, "lsc01", "StepRegistered").await;
    assert_eq!(next(&mut lines).await["position"], "6");

    let other = tokio::time::timeout(PATIENCE, example(&server, "lsc02").wait_with_output()).await;
    let other = other.unwrap().unwrap();
    assert!(!other.status.success() && other.stdout.is_empty(), "another centre's are refused");
    relay.stops().await;
}
