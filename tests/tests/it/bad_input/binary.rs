//! A data directory that cannot be used: the binary does not start and says what to do.

use std::{ffi::OsStr, fs};

use store::Store;
use tests::binary::{self, Binary};

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");

/// What the binary says on its last line when it does not start.
async fn refusal(data: &std::path::Path) -> String {
    let arguments = ["up", "--listen", "127.0.0.1:0", "--data"].map(OsStr::new);
    let output = binary::runs(STC, &[&arguments[..], &[data.as_os_str()]].concat()).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty(), "nothing is ready");
    let said = String::from_utf8(output.stderr).unwrap();
    said.lines().last().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_directory_of_another_version_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("format"), "start-to-can 99\n").unwrap();
    let said = refusal(dir.path()).await;
    assert!(said.starts_with("stc: ") && said.contains("start-to-can 99"), "{said}");
    assert!(said.contains("run the version that wrote it, or give another --data"), "{said}");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_directory_in_use_has_one_owner() {
    let dir = tempfile::tempdir().unwrap();
    let owner = Store::open(dir.path()).unwrap();
    let said = refusal(dir.path()).await;
    assert!(said.contains("in use by another process: stop that one"), "{said}");
    drop(owner);
    assert!(Store::open(dir.path()).is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_with_other_files_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("holiday.jpg"), "").unwrap();
    let said = refusal(dir.path()).await;
    assert!(said.contains("no data directory: give another --data"), "{said}");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_is_no_log_is_not_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    drop(Store::open(dir.path()).unwrap());
    fs::write(dir.path().join("log.db"), "this is no database, but somebody's file\n".repeat(99))
        .unwrap();
    let before = fs::read(dir.path().join("log.db")).unwrap();
    let said = refusal(dir.path()).await;
    assert!(said.contains("cannot open the log"), "{said}");
    assert_eq!(fs::read(dir.path().join("log.db")).unwrap(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_setting_is_named_and_ends_with_64() {
    let wrong = [OsStr::new("up"), OsStr::new("--listen"), OsStr::new("everywhere")];
    let output = binary::runs(STC, &wrong).await;
    assert_eq!(output.status.code(), Some(64));
    assert!(String::from_utf8(output.stderr).unwrap().contains("--listen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_listens_for_others_without_an_origin_is_told_that_browsers_need_https() {
    let dir = tempfile::tempdir().unwrap();
    let binary = Binary::up_for_others(STC, dir.path()).await;
    let lines: Vec<_> = binary.said.lines().collect();
    let told = lines.iter().filter(|line| line.contains("https") && line.contains("--origin"));
    assert_eq!(told.count(), 1, "{}", binary.said);
    assert!(!binary.said.contains("0.0.0.0"), "no address that nobody can open: {}", binary.said);
    // The address that it tells works on this computer.
    assert_eq!(binary.operator().await.role, "operator");
    binary.stops().await;
}
