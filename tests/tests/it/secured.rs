//! With certificates nobody is answered who has none of the same authority, and nobody is called.

mod tokens;

use std::{ffi::OsStr, path::Path, process::Output, time::Duration};

use runtime::{
    nats::Settings,
    tls::{Files, LOOK_SECONDS, Tls, TlsError},
};
use tests::{
    binary,
    certificates::{Certificates, loaded},
    postgres::Postgres,
    processes::{Processes, issued, token_of},
};
use tonic::transport::{Certificate, ClientTlsConfig, Endpoint};
use tonic_health::pb::{HealthCheckRequest, health_client::HealthClient};
use vault::{Beside, Vault, VaultError};

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");

/// Whether somebody is answered who calls like this.
async fn answers(url: &str, tls: Option<ClientTlsConfig>) -> bool {
    let endpoint: Endpoint = url.parse().unwrap();
    let endpoint = match tls {
        Some(tls) => endpoint.tls_config(tls).unwrap(),
        None => endpoint,
    };
    let Ok(channel) = endpoint.connect().await else { return false };
    HealthClient::new(channel).check(HealthCheckRequest::default()).await.is_ok()
}

async fn runs(words: &[&str]) -> Output {
    binary::runs(STC, &words.iter().map(OsStr::new).collect::<Vec<_>>()).await
}

/// The words that give these certificates to a command.
fn given(files: &Files) -> [String; 3] {
    let flag = |name, file: &std::path::Path| format!("--tls-{name}={}", file.display());
    [flag("ca", &files.authority), flag("cert", &files.certificate), flag("key", &files.key)]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_answers_nobody_without_a_certificate_of_the_same_authority() {
    let certificates = Certificates::make();
    let platform = Processes::start_secured(STC, &certificates).await;
    platform.is_up().await;
    let ours = loaded(&certificates.of("another"));
    let engine = loaded(&certificates.of_a_server("engine"));
    let stranger = loaded(&Certificates::make().of("stranger"));
    let authority = Certificate::from_pem(std::fs::read(certificates.authority()).unwrap());
    let nobody = ClientTlsConfig::new().ca_certificate(authority);
    for service in platform.services.iter().take(4).chain([&platform.relay]) {
        let (plain, url) = (service.url(), service.url().replace("http:", "https:"));
        assert!(answers(&url, Some(ours.client("127.0.0.1"))).await);
        assert!(!answers(&plain, None).await, "without TLS");
        assert!(!answers(&url, Some(nobody.clone())).await, "without a certificate");
        assert!(!answers(&url, Some(stranger.client("127.0.0.1"))).await, "another authority");
        assert!(!answers(&url, Some(engine.client("127.0.0.1"))).await, "not meant for calling");
    }
}

/// Takes a little longer than a service needs to look at its files again.
#[tokio::test(flavor = "multi_thread")]
async fn services_go_over_to_other_certificates_while_they_run() {
    let (before, after) = (Certificates::make(), Certificates::make());
    let platform = Processes::start_secured(STC, &before).await;
    platform.is_up().await;
    let (ours, other) = (loaded(&before.of("caller")), after.of("caller"));
    for service in platform.services.iter().chain([&platform.relay]) {
        let [certificate, key] = ["STC_TLS_CERT", "STC_TLS_KEY"].map(|name| service.setting(name));
        let name = Path::new(certificate).file_stem().unwrap().to_str().unwrap();
        let new = after.of(name);
        std::fs::copy(new.certificate, certificate).unwrap();
        std::fs::copy(new.key, key).unwrap();
    }
    std::fs::copy(&other.authority, before.authority()).unwrap();
    let other = loaded(&other);
    for service in platform.services.iter().take(4).chain([&platform.relay]) {
        let url = service.url().replace("http:", "https:");
        let over = async {
            while !answers(&url, Some(other.client("127.0.0.1"))).await {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(3 * Duration::from_secs(LOOK_SECONDS), over).await.unwrap();
        assert!(!answers(&url, Some(ours.client("127.0.0.1"))).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_probe_hears_how_a_process_is_and_why_it_is_not_well() {
    let certificates = Certificates::make();
    let mut platform = Processes::start_secured(STC, &certificates).await;
    platform.is_up().await;
    let identity = platform.services[0].url().replace("http:", "https:");
    let gateway = format!("{}/health", platform.site.address());
    let [authority, certificate, key] = given(&certificates.of("probe"));
    let probe = ["health", &authority, &certificate, &key];
    let well = runs(&[&probe[..], &[&identity]].concat()).await;
    assert_eq!((well.status.code(), &*well.stdout), (Some(0), "UP\n".as_bytes()));
    let well = runs(&["health", &gateway]).await;
    assert_eq!((well.status.code(), &*well.stdout), (Some(0), "UP\n".as_bytes()));
    let unknown = runs(&["health", &identity]).await;
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8(unknown.stderr).unwrap().contains("does not work"));

    platform.services[3].dies().await;
    let well = runs(&["health", &gateway]).await;
    assert_eq!((well.status.code(), &*well.stdout), (Some(0), "DEGRADED\n".as_bytes()));
    platform.services[0].dies().await;
    let ill = runs(&["health", &gateway]).await;
    assert_eq!(ill.status.code(), Some(1));
    assert!(String::from_utf8(ill.stderr).unwrap().contains("it says DOWN"));
    let gone = runs(&[&probe[..], &[&identity]].concat()).await;
    assert_eq!(gone.status.code(), Some(1));
}

/// What a gateway says that does not start because of one of these settings.
async fn gateway_refusal(settings: &[&str]) -> String {
    let dir = tempfile::tempdir().unwrap();
    let token_key = dir.path().join("token.key");
    let public = format!("--token-public-key={}", issued(&token_key).display());
    let token = token_of(&token_key, "gateway");
    let token = format!("--service-token-file={}", token.display());
    let others = ["--trajectories=https://127.0.0.1:1", "--monitoring=https://127.0.0.1:1"];
    refusal(&[&["gateway", &public, &token], &others[..], settings].concat()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn with_certificates_an_address_without_tls_is_a_wrong_setting_and_the_other_way_round() {
    let certificates = Certificates::make();
    let [authority, certificate, key] = given(&certificates.of("stc"));
    let secured = [&*authority, &*certificate, &*key];
    let to_identity = "--identity=https://127.0.0.1:1";
    let wrong: [(&[&str], &[&str], &str); 4] = [
        (&secured, &["--identity=http://127.0.0.1:1"], "--identity"),
        (&[], &[to_identity], "--identity"),
        (&secured, &[to_identity, "--nats=nats://127.0.0.1:1"], "--nats"),
        (&secured[..2], &[], "--tls-key"),
    ];
    for (tls, settings, named) in wrong {
        let exercises = ["--exercises=https://127.0.0.1:1"];
        let said = gateway_refusal(&[&exercises, tls, settings].concat()).await;
        assert!(said.contains(named), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_centre_in_two_shards_is_a_wrong_setting() {
    let certificates = Certificates::make();
    let [authority, certificate, key] = given(&certificates.of("stc"));
    for twice in
        ["https://127.0.0.1:1;https://127.0.0.1:2", "lsc01=https://a:1;lsc02,lsc01=https://b:1"]
    {
        let exercises = format!("--exercises={twice}");
        let identity = "--identity=https://127.0.0.1:1";
        let said = gateway_refusal(&[&authority, &certificate, &key, identity, &exercises]).await;
        assert!(said.contains("--exercises (STC_EXERCISES)"), "{said}");
    }
}

/// What a service says that does not start because of a setting.
async fn refusal(arguments: &[&str]) -> String {
    let refused = runs(&[&["serve"], arguments, &["--listen=127.0.0.1:0"]].concat()).await;
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(64), "{said}");
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_credentials_end_a_service_with_the_name_of_the_setting() {
    let certificates = Certificates::make();
    let platform = Processes::start_secured(STC, &certificates).await;
    let tls = given(&certificates.of("stc"));
    let elsewhere = Certificates::make();
    let stranger = given(&elsewhere.of("stranger"));
    let [log, nats, vault, token_key, root_key] = platform.settings();
    let data = tempfile::tempdir().unwrap();
    let data = format!("--data={}", data.path().display());
    let identity = |tls: &[String; 3], changed: &str| {
        let given = [&log, &nats, &vault, &token_key, &root_key, &data];
        let flag = changed.split('=').next().unwrap().to_owned();
        let mut words = vec!["identity".to_owned()];
        words.extend(given.into_iter().filter(|it| !it.starts_with(&flag)).cloned());
        words.extend(tls.iter().cloned());
        words.push(changed.to_owned());
        words
    };
    let other_root = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(other_root.path(), [7; 32]).unwrap();
    let other_root = format!("--root-key={}", other_root.path().display());
    let wrong = [
        (&tls, log.replace("secret", "guessed"), "--eventstore (STC_EVENTSTORE)"),
        (&tls, vault.replace("stc@", "nobody@"), "--vault (STC_VAULT)"),
        (&tls, other_root, "--vault (STC_VAULT)"),
        (&tls, nats.replace("secret", "guessed"), "--nats (STC_NATS)"),
        (&stranger, vault.clone(), "--vault (STC_VAULT)"),
    ];
    for (tls, changed, named) in wrong {
        let words = identity(tls, &changed);
        let said = refusal(&words.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let said = said.lines().last().unwrap();
        assert!(said.starts_with("stc: ") && said.contains(named), "{changed}: {said}");
        assert!(!said.contains("guessed"), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_vault_goes_to_the_right_postgresql_over_tls_and_to_no_other() {
    let certificates = Certificates::make();
    let server = Postgres::start_secured(&certificates.of_a_server("postgres"));
    let ours = loaded(&certificates.of("stc"));
    let stranger = loaded(&Certificates::make().of("stranger"));
    let dir = tempfile::tempdir().unwrap();
    let root_key = dir.path().join("root.key");
    assert!(Vault::connect(&server.url(), &root_key, Some(&ours), Beside::Nobody).await.is_ok());
    let refused = Vault::connect(&server.url(), &root_key, Some(&stranger), Beside::Nobody).await;
    let refused = refused.err().unwrap().to_string();
    assert!(refused.contains("invalid peer certificate"), "{refused}");
    let plain = server.url().replace("require", "disable");
    let refused =
        Vault::connect(&plain, &root_key, None, Beside::Nobody).await.err().unwrap().to_string();
    assert!(refused.contains("no encryption"), "{refused}");
    let mixed = Vault::connect(&plain, &root_key, Some(&ours), Beside::Nobody).await;
    assert!(matches!(mixed, Err(VaultError::SslMode)));
}

#[test]
fn certificates_that_cannot_be_used_are_named() {
    let certificates = Certificates::make();
    let (one, other) = (certificates.of("one"), certificates.of("other"));
    let mixed = Files { key: other.key, ..one.clone() };
    assert!(matches!(Tls::load(mixed), Err(TlsError::Unusable { certificate, .. })
        if certificate == one.certificate));
    let swapped = Files { certificate: one.key.clone(), ..one.clone() };
    assert!(matches!(Tls::load(swapped), Err(TlsError::NoPem { file, .. }) if file == one.key));
    let ended = certificates.of_long_ago("ended");
    let said = Tls::load(ended).err().unwrap().to_string();
    assert!(said.contains("ended.crt ended at 2021-01-01"), "{said}");
    let gone = Files { authority: "nowhere.crt".into(), ..one.clone() };
    let said = Tls::load(gone).err().unwrap().to_string();
    assert!(said.contains("nowhere.crt"), "{said}");
    assert!(Settings::new("tls://one:4222, nats://two:4222", 3, Some(&loaded(&one))).is_err());
}
