//! What the other services hold in place of the key that signs: with it nobody is somebody else.

use eventlog::clock;
use kernel::{Role, ServiceName, TenantId};
use proto::identity::{
    DestroyKeysRequest, GetKeysRequest, ListCentresRequest,
    centre_service_client::CentreServiceClient, key_service_client::KeyServiceClient,
};
use runtime::{
    tls::Files,
    token::{Signer, Verifier},
};
use tests::{
    certificates::{Certificates, loaded},
    processes::{Processes, issued, token_of},
};
use tonic::transport::Endpoint;

use super::{STC, gateway_refusal, given, refusal, runs};

#[tokio::test(flavor = "multi_thread")]
async fn with_what_another_service_holds_nobody_acts_as_an_operator() {
    let platform = Processes::start(STC).await;
    platform.is_up().await;
    let [identity, others @ ..] = &platform.services[..] else { panic!("no services") };
    assert!(Signer::load(identity.setting("STC_TOKEN_KEY").as_ref()).is_ok());
    for service in others {
        assert_eq!(service.setting("STC_TOKEN_KEY"), "");
        let files =
            ["STC_TOKEN_PUBLIC_KEY", "STC_SERVICE_TOKEN_FILE"].map(|it| service.setting(it));
        for file in files {
            assert!(Signer::load(file.as_ref()).is_err(), "{file}");
        }
        let token = std::fs::read_to_string(files[1]).unwrap();
        let endpoint: Endpoint = identity.url().parse().unwrap();
        let mut client = KeyServiceClient::new(endpoint.connect().await.unwrap());
        let mut request = tonic::Request::new(DestroyKeysRequest {
            centre: "lsc01".to_owned(),
            person: uuid::Uuid::now_v7().to_string(),
            reason: "personAsked".to_owned(),
        });
        request.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        let refused = client.destroy_keys(request).await.unwrap_err();
        assert_eq!(refused.code(), tonic::Code::PermissionDenied);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_signed_with_the_key_of_a_service_certificate_is_refused() {
    let certificates = Certificates::make();
    let platform = Processes::start_secured(STC, &certificates).await;
    platform.is_up().await;
    let (files, key) = certificates.of_ed25519("stolen", "gateway");
    // Whoever takes a service's certificate is let in by TLS, and makes a token with its key.
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), key).unwrap();
    let thief = Signer::load(file.path()).unwrap();
    let url = platform.services[0].url().replace("http:", "https:");
    let endpoint: Endpoint = url.parse().unwrap();
    let endpoint = endpoint.tls_config(loaded(&files).client("127.0.0.1")).unwrap();
    let mut client = KeyServiceClient::new(endpoint.connect().await.unwrap());
    let nobody = uuid::Uuid::now_v7();
    let person = |role| thief.sign(nobody, TenantId::platform(), role, clock::now());
    let service = |service| thief.sign_service(service, 1, clock::now());
    for token in Role::PEOPLE.map(person).into_iter().chain(ServiceName::ALL.map(service)) {
        let token = token.unwrap();
        let mut request = tonic::Request::new(DestroyKeysRequest {
            centre: "lsc01".to_owned(),
            person: nobody.to_string(),
            reason: "personAsked".to_owned(),
        });
        request.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        let refused = client.destroy_keys(request).await.unwrap_err();
        assert_eq!(refused.code(), tonic::Code::Unauthenticated);
    }
}

/// How identity answers who asks for keys of a category, and who asks which centres there are.
async fn asked(files: &Files, url: &str, token: &str) -> [tonic::Code; 2] {
    let endpoint: Endpoint = url.parse().unwrap();
    let endpoint = endpoint.tls_config(loaded(files).client("127.0.0.1")).unwrap();
    let channel = endpoint.connect().await.unwrap();
    let bearer = || format!("Bearer {token}").parse().unwrap();
    let (tenant, category) = ("lsc01".to_owned(), "health".to_owned());
    let keys = GetKeysRequest { tenant, category, ..Default::default() };
    let mut keys = tonic::Request::new(keys);
    keys.metadata_mut().insert("authorization", bearer());
    let keys = KeyServiceClient::new(channel.clone()).get_keys(keys).await;
    let mut centres = tonic::Request::new(ListCentresRequest {});
    centres.metadata_mut().insert("authorization", bearer());
    let centres = CentreServiceClient::new(channel).list_centres(centres).await;
    let code = |status: tonic::Status| status.code();
    [keys.map_or_else(code, |_| tonic::Code::Ok), centres.map_or_else(code, |_| tonic::Code::Ok)]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_good_with_the_certificate_of_its_service_and_with_no_other() {
    use tonic::Code::{Ok, PermissionDenied, Unauthenticated};
    let certificates = Certificates::make();
    let platform = Processes::start_secured(STC, &certificates).await;
    platform.is_up().await;
    let url = platform.services[0].url().replace("http:", "https:");
    // In other files than those of the running services, and two more that are of no caller.
    let names = ServiceName::ALL.map(ServiceName::name).into_iter().chain(["relay", "another"]);
    let shown: Vec<_> =
        names.map(|name| (name, certificates.of_ed25519(&format!("my-{name}"), name).0)).collect();
    let operator = platform.token("stc", Role::Operator, uuid::Uuid::now_v7());
    for (name, files) in &shown {
        for service in ServiceName::ALL {
            let file = platform.token_file(service.name());
            let token = std::fs::read_to_string(file).unwrap();
            let expected = match service {
                _ if service.name() != *name => [Unauthenticated; 2],
                ServiceName::Gateway => [PermissionDenied; 2],
                _ => [Ok, PermissionDenied],
            };
            assert_eq!(asked(files, &url, &token).await, expected, "{name} with {service:?}");
        }
        // Who signed in is asked for by the gateway.
        let expected =
            if *name == "gateway" { [PermissionDenied, Ok] } else { [Unauthenticated; 2] };
        assert_eq!(asked(files, &url, &operator).await, expected, "{name} with an operator's");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_with_the_certificate_of_another_does_not_start() {
    let certificates = Certificates::make();
    let [authority, certificate, key] = given(&certificates.of("exercises"));
    let settings = ["--identity=https://127.0.0.1:1", "--exercises=https://127.0.0.1:1"];
    let tls = [&*authority, &*certificate, &*key];
    let said = gateway_refusal(&[&tls, &settings[..]].concat()).await;
    assert!(said.contains("--tls-cert (STC_TLS_CERT)"), "{said}");
    assert!(said.contains("does not name gateway"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_that_signs_ends_the_start_of_whoever_is_not_identity() {
    let dir = tempfile::tempdir().unwrap();
    let key = dir.path().join("token.key");
    issued(&key);
    let key = format!("--token-key={}", key.display());
    for service in ServiceName::ALL.map(ServiceName::name).into_iter().chain(["relay"]) {
        let said = refusal(&[service, &key]).await;
        assert!(said.contains("--token-key (STC_TOKEN_KEY)"), "{said}");
        assert!(said.contains("only identity signs"), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_token_that_ended_or_is_of_another_key_or_service_ends_the_start() {
    let dir = tempfile::tempdir().unwrap();
    let key = dir.path().join("token.key");
    let (public, token) = (issued(&key), token_of(&key, "gateway"));
    let own = ServiceName::Gateway;
    let signer = Signer::load(&key).unwrap();
    let person = signer.sign(uuid::Uuid::nil(), TenantId::platform(), Role::Lead, clock::now());
    let ended = signer.sign_service(own, 1, jiff::Timestamp::UNIX_EPOCH).unwrap();
    let strange = Signer::generate().unwrap().sign_service(own, 1, clock::now()).unwrap();
    let others = signer.sign_service(ServiceName::Exercises, 1, clock::now()).unwrap();
    for wrong in [ended, strange, others, person.unwrap(), String::new()] {
        std::fs::write(&token, wrong).unwrap();
        let given = [
            "gateway".to_owned(),
            "--identity=http://127.0.0.1:1".to_owned(),
            "--exercises=http://127.0.0.1:1".to_owned(),
            "--trajectories=http://127.0.0.1:1".to_owned(),
            "--monitoring=http://127.0.0.1:1".to_owned(),
            format!("--token-public-key={}", public.display()),
            format!("--service-token-file={}", token.display()),
        ];
        let said = refusal(&given.iter().map(String::as_str).collect::<Vec<_>>()).await;
        assert!(said.contains("--service-token-file (STC_SERVICE_TOKEN_FILE)"), "{said}");
        assert!(said.contains("stc token"), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stc_token_and_the_made_secrets_give_is_taken_by_every_service() {
    let dir = tempfile::tempdir().unwrap();
    let (issued, made) = (dir.path().join("issued"), dir.path().join("made"));
    std::fs::create_dir(&issued).unwrap();
    let key = format!("--token-key={}", issued.join("token.key").display());
    let done = runs(&["token", &key, "--days=90", &format!("--out={}", issued.display())]).await;
    assert!(done.status.success());
    let script = tests::repository::root().join("deploy/make-secrets.sh");
    let done = std::process::Command::new(script).arg(&made).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    for (folder, days) in [(issued, 90), (made, 365)] {
        let verifier = Verifier::load(&folder.join("token.pub")).unwrap();
        for service in ServiceName::ALL {
            let file = folder.join(format!("{}.token", service.name()));
            let token = std::fs::read_to_string(file).unwrap();
            let claims = verifier.verify(&token, clock::now()).unwrap();
            assert_eq!((claims.role, claims.service), (Role::Service, Some(service)));
            assert_eq!(claims.tenant, TenantId::platform());
            let left = claims.expires.duration_since(clock::now()).as_hours();
            assert!((days * 24 - 2..=days * 24).contains(&left), "{left} hours");
        }
        assert!(Signer::load(&folder.join("token.pub")).is_err());
    }
}
