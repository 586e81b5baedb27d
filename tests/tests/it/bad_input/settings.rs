//! A wrong setting ends the process before anything starts, with code 64 and its name.

use std::{ffi::OsStr, fs, path::Path};

use tests::{binary, certificates::Certificates, nats, process::Process};

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");
/// What a secret may look like.
const PASSWORD: &str = "p@ss#1:%/é";
const ENCODED: &str = "p%40ss%231%3A%25%2F%C3%A9";

/// What it says that does not start with these words and this environment.
async fn refusal(words: &[&str], environment: &[(&str, &str)]) -> String {
    let words: Vec<_> = words.iter().map(OsStr::new).collect();
    let ended = binary::runs_with(STC, &words, environment).await;
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(64), "{words:?} {environment:?}: {said}");
    assert!(ended.stdout.is_empty(), "nothing began");
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn an_origin_that_is_none_is_refused_before_a_card_is_made_with_it() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path().to_str().unwrap();
    let up = ["up", "--listen", "127.0.0.1:0", "--data", data];
    for wrong in [
        "start.example.org",
        "",
        "https://start.example.org/app/",
        "ftp://x",
        "https://",
        "not a url",
        "https://start.example.org#a",
        "javascript:alert(1)",
    ] {
        let flag = format!("--origin={wrong}");
        let said = refusal(&[&up[..], &[&flag]].concat(), &[]).await;
        assert!(said.contains("--origin (STC_ORIGIN)"), "{said}");
        let said = refusal(&up, &[("STC_ORIGIN", wrong)]).await;
        assert!(said.contains("--origin (STC_ORIGIN)"), "{said}");
    }
    let gateway = refusal(&["serve", "gateway", "--origin=start.example.org"], &[]).await;
    assert!(gateway.contains("--origin (STC_ORIGIN)"), "{gateway}");
    assert!(!Path::new(data).join("log.db").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_none_is_refused_with_its_setting() {
    let dir = tempfile::tempdir().unwrap();
    let key = dir.path().join("token.key");
    runtime::token::Signer::load_or_make(&key).unwrap();
    let key = format!("--token-key={}", key.display());
    let log = "--eventstore=kurrentdb://127.0.0.1:1?tls=false";
    let others = ["--exercises=http://a:1", "--trajectories=http://a:1", "--monitoring=http://a:1"];
    let gateway = [&["serve", "gateway", &key][..], &others].concat();
    let relay = ["serve", "relay", "--nats=nats://127.0.0.1:1"];
    let identity = ["serve", "identity", &key, "--root-key=root.key", log];
    let cases: [(&[&str], &str, &str); 15] = [
        (&["up"], "--listen=everywhere", "--listen (STC_LISTEN)"),
        (&["log", "serve"], "--advertise=http://log:2113", "--advertise (STC_LOG_ADVERTISE)"),
        (&gateway, "--identity=identity:8081", "--identity (STC_IDENTITY)"),
        (&gateway, "--identity=http://identity:8081/path", "--identity (STC_IDENTITY)"),
        (&gateway, "--identity=http://", "--identity (STC_IDENTITY)"),
        (&["serve", "gateway"], "--exercises=lsc01=ftp://a", "--exercises (STC_EXERCISES)"),
        (&["serve", "gateway"], "--trajectories=a:1", "--trajectories (STC_TRAJECTORIES)"),
        (&["serve", "gateway"], "--monitoring=http://a?b", "--monitoring (STC_MONITORING)"),
        (&relay, "--eventstore=http://log:2113", "--eventstore (STC_EVENTSTORE)"),
        (&relay, "--eventstore=kurrentdb://", "--eventstore (STC_EVENTSTORE)"),
        (&relay[..2], "--nats=nats://", "--nats (STC_NATS)"),
        (&relay[..2], "--nats=http://nats:4222", "--nats (STC_NATS)"),
        (&relay[..2], "--nats=nats://:4222", "--nats (STC_NATS)"),
        (&identity, "--vault=mysql://stc@localhost/vault", "--vault (STC_VAULT)"),
        (&identity, "--vault=postgres://stc@localhost:x/vault", "--vault (STC_VAULT)"),
    ];
    let data = format!("--data={}", dir.path().join("data").display());
    for (words, wrong, named) in cases {
        let words = [words, &[wrong, &data]].concat();
        let said = refusal_of(&words).await;
        assert!(said.contains(named), "{wrong}: {said}");
    }
    for name in ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] {
        let said = refusal(&["openapi"], &[(name, "collector:4317")]).await;
        assert!(said.contains(name), "{said}");
    }
    let words = ["openapi"].map(OsStr::new);
    let unset = binary::runs_with(STC, &words, &[("OTEL_EXPORTER_OTLP_ENDPOINT", "")]).await;
    assert!(unset.status.success(), "an empty setting of OpenTelemetry is none");
}

/// As [`refusal`], of a service, which may have said where it would listen.
async fn refusal_of(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(OsStr::new).collect();
    let ended = binary::runs_with(STC, &words, &[("STC_LOG", "off")]).await;
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(64), "{words:?}: {said}");
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn user_and_password_of_the_log_and_of_nats_are_percent_encoded() {
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    fs::write(file("password"), PASSWORD).unwrap();
    let nats = nats::Server::start_with_login("re@lay", PASSWORD).await;
    let certificates = Certificates::make();
    let node = certificates.of_a_server("log");
    let mut log = Process::new(STC, &["log", "serve"], &dir.path().join("log.txt"))
        .with("STC_DATA", file("log"))
        .with("STC_LOG_TLS_CERT", node.certificate.display().to_string())
        .with("STC_LOG_TLS_KEY", node.key.display().to_string())
        .with("STC_LOG_USER", "st c")
        .with("STC_LOG_PASSWORD_FILE", file("password"));
    log.starts();
    log.listens().await;
    let authority = certificates.authority();
    let tls = format!("tls=true&tlsCaFile={}", authority.display());
    let mut relay = Process::new(STC, &["serve", "relay"], &dir.path().join("relay.txt"))
        .with("STC_DATA", file("relay"))
        .with("STC_NATS", format!("nats://re%40lay:{ENCODED}@{}", nats.address()))
        .with(
            "STC_EVENTSTORE",
            format!("kurrentdb://st%20c:{ENCODED}@localhost:{}?{tls}", log.address().port()),
        );
    relay.starts();
    relay.listens().await;
    // The relay makes the stream as soon as both let it in.
    let client = nats.client().await;
    let made = async {
        while client.get_stream(runtime::nats::STREAM).await.is_err() {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    };
    let in_time = tokio::time::timeout(std::time::Duration::from_secs(30), made).await;
    assert!(in_time.is_ok(), "{}{}", relay.said(), nats.log());
    let wrong = format!("--nats=nats://re%40lay:{ENCODED}x@{}", nats.address());
    let log = format!("--eventstore=kurrentdb://{}?tls=false", log.address());
    let said = refusal(&["serve", "relay", &wrong, &log], &[]).await;
    assert!(said.contains("--nats (STC_NATS)") && !said.contains("p%40ss"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_the_capacity_is_read_as_office_programs_write_it_or_refused_with_its_place() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("g.csv");
    let heads = "group;inflow;years;disability_share;seeking_share;without_groups_above;source";
    let words = ["policy", "capacity", "--groups", file.to_str().unwrap()];
    fs::write(&file, format!("\u{feff}{heads}\r\na;100;1;0,5;1;no;\"x, y\"\r\n")).unwrap();
    let reckoned = binary::runs(STC, &words.map(OsStr::new)).await;
    assert!(String::from_utf8(reckoned.stdout).unwrap().contains("longest mean"));
    for (row, place) in [
        ("a;100;0;1;1;no;x", "line 2, column years"),
        ("a;100;1;1/0;1;no;x", "line 2, column disability_share"),
        ("a;100;1;1;2;no;x", "line 2, column seeking_share"),
        ("", "line 2"),
    ] {
        fs::write(&file, format!("{heads}\n{row}\n")).unwrap();
        let said = refusal(&words, &[]).await;
        assert!(said.contains("--groups") && said.contains(place), "{row}: {said}");
    }
    let parameters = ["policy", "capacity", "--parameters", file.to_str().unwrap()];
    fs::write(&file, "parameter,value\ncentres,-1\n").unwrap();
    let said = refusal(&parameters, &[]).await;
    assert!(said.contains("--parameters") && said.contains("line 2, column value"), "{said}");
}
