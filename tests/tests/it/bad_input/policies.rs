//! Policies with mistakes, and questions about policies.

use std::{ffi::OsStr, fs, path::Path};

use tests::{binary, repository::root};

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");

/// What it says, and how it ended.
async fn said(words: &[&str]) -> (Option<i32>, String) {
    let words: Vec<_> = words.iter().map(OsStr::new).collect();
    let ended = binary::runs(STC, &words).await;
    let said = [ended.stdout, ended.stderr].concat();
    (ended.status.code(), String::from_utf8(said).unwrap())
}

/// The policies of the repository in a folder, one of their files changed.
fn changed(folder: &Path, file: &str, change: impl Fn(&str) -> String) -> String {
    for policies in fs::read_dir(root().join("services/identity/policies")).unwrap() {
        let from = policies.unwrap().path();
        let text = fs::read_to_string(&from).unwrap();
        let name = from.file_name().unwrap();
        let text = if name == file { change(&text) } else { text };
        fs::write(folder.join(name), text).unwrap();
    }
    folder.display().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_with_a_mistake_stops_the_start_with_file_line_and_column() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data").display().to_string();
    let file = "trajectories.cedar";
    let cases = [
        ("resource.coach == principal", "resource.coach = principal"),
        ("resource.coach == principal", "resource.coatch == principal"),
        ("Action::\"RegisterStep\"", "Action::\"RegisterStepp\""),
    ];
    for (right, wrong) in cases {
        let folder = changed(dir.path(), file, |text| text.replacen(right, wrong, 1));
        let text = fs::read_to_string(dir.path().join(file)).unwrap();
        let line = text.lines().position(|line| line.contains(wrong)).unwrap() + 1;
        let at = format!("{folder}/{file}:{line}:");
        for service in [&["up"][..], &["serve", "trajectories", "--token-public-key=none"]] {
            let (code, said) =
                said(&[service, &["--policies", &folder, "--data", &data]].concat()).await;
            assert_eq!(code, Some(64), "{said}");
            assert!(said.contains("--policies (STC_POLICIES)") && said.contains(&at), "{said}");
        }
    }
    let folder = changed(dir.path(), "access.cedarschema", |text| {
        text.replacen("RegisterStep, WithdrawStep", "RegisterStep", 1)
    });
    let (code, said) = said(&["up", "--policies", &folder, "--data", &data]).await;
    assert_eq!(code, Some(64), "{said}");
    assert!(said.contains("WithdrawStep"), "{said}");
    assert!(!Path::new(&data).exists(), "nothing began");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_why_is_told_the_policy_and_where_it_stands() {
    let explain = async |words: &str| {
        let words: Vec<_> = words.split(' ').collect();
        said(&[&["access", "explain"][..], &words].concat()).await
    };
    let place = |id: &str, file: &str| {
        let path = format!("services/identity/policies/{file}");
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let line = text.lines().position(|line| line == format!("@id(\"{id}\")")).unwrap() + 1;
        format!("by {id}, {path}:{line}")
    };
    let step = "--role coach --action RegisterStep --fact youth=Youth::\"1\"";
    let (code, said) = explain(&format!("{step} --fact coach=me")).await;
    assert_eq!(code, Some(0));
    assert!(said.starts_with("permitted: coach of lsc01"), "{said}");
    assert!(said.contains(&place("chosen-coach-accompanies", "trajectories.cedar")), "{said}");

    let (_, said) = explain(&format!("{step} --fact coach=Coach::\"2\"")).await;
    assert!(said.contains("by no policy: none permits it\nanswered: NOT_FOUND"), "{said}");

    let (_, said) = explain(&format!("{step} --fact coach=me --fact centre=lsc02")).await;
    assert!(said.starts_with("refused"), "{said}");
    assert!(said.contains(&place("centres-are-apart", "everybody.cedar")), "{said}");

    let new = "--action RegisterPerson --fact id=1 --fact role=lead";
    let (_, said) = explain(&format!("--role lead {new}")).await;
    let keeps = place("registrars-keep-to-their-roles", "identity.cedar");
    assert!(said.contains(&keeps) && said.ends_with("answered: PERMISSION_DENIED\n"), "{said}");

    let keys = "--role service --action GetKeys --fact category=Category::\"content\"";
    let (_, said) = explain(&format!("{keys} --service exercises")).await;
    let gets = place("services-get-keys-of-what-they-keep", "identity.cedar");
    assert!(said.starts_with("permitted: service") && said.contains(&gets), "{said}");
    let (_, said) = explain(&format!("{keys} --service gateway")).await;
    let keeps = place("services-keep-to-their-work", "everybody.cedar");
    assert!(said.contains(&keeps) && said.ends_with("answered: PERMISSION_DENIED\n"), "{said}");

    let (_, said) = explain("--role youth --action RegisterStep").await;
    assert!(said.contains("youth is no principal of stc.trajectories.v1"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_cannot_be_answered_is_a_wrong_setting() {
    for (words, why) in [
        ("--role chief --action GetTable", "there are youth, coach, lead"),
        ("--role service --action GetKeys", "a service has a name"),
        ("--role service --service identity --action GetKeys", "there are gateway, exercises"),
        ("--role lead --action GetTables", "there is no such action: there are"),
        ("--role coach --action CountCompletions", "say which resource: Centre, Runs"),
        ("--role coach --action GetTrajectory", "youth"),
        ("--role lead --action GetTable --fact whose=me", "whose"),
        ("--role lead --action GetTable --fact centre", "write it as name=value"),
        ("--role lead --action GetTable --policies nowhere", "nowhere"),
    ] {
        let words: Vec<_> = words.split(' ').collect();
        let (code, said) = said(&[&["access", "explain"][..], &words].concat()).await;
        assert_eq!(code, Some(64), "{words:?}: {said}");
        assert!(said.contains(why), "{words:?}: {said}");
    }
}
