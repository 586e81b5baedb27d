//! Certificates are renewed while everything runs: real TLS, over real sockets.
#![cfg(feature = "apart")]
#![expect(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

#[expect(
    dead_code,
    unreachable_pub,
    reason = "the file is shared with the tests of the platform as a whole"
)]
#[path = "../../../../tests/src/certificates.rs"]
mod certificates;

use std::{fs, net::SocketAddr, path::Path, sync::Arc, time::Duration};

use certificates::{Certificates, loaded};
use runtime::{
    replicas::balanced,
    serve::{Channel, Listener, Secured},
    tls::{Files, Tls, TlsError},
};
use rustls::pki_types::CertificateDer;
use tempfile::TempDir;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::timeout,
};
use tokio_rustls::TlsConnector;
use tonic::transport::{Endpoint, Server};
use tonic_health::pb::{HealthCheckRequest, health_client::HealthClient};

/// How often the files are looked at here.
const LOOK: Duration = Duration::from_millis(5);
/// How long it may take until something is seen.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where a process has its certificates, whoever's they are.
struct Folder(TempDir);

impl Folder {
    fn with(files: &Files) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.gets(files);
        folder
    }

    fn files(&self) -> Files {
        let file = |name| self.0.path().join(name);
        Files { authority: file("ca.crt"), certificate: file("tls.crt"), key: file("tls.key") }
    }

    /// Puts others in their place.
    fn gets(&self, files: &Files) {
        let Files { authority, certificate, key } = self.files();
        for (from, to) in
            [(&files.authority, authority), (&files.certificate, certificate), (&files.key, key)]
        {
            fs::copy(from, to).unwrap();
        }
    }
}

/// A service that tells its health.
struct Service {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

impl Service {
    async fn start(address: &str, tls: Tls) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let (_, health) = tonic_health::server::health_reporter();
        let served = Server::builder().add_service(health).serve_with_incoming_shutdown(
            Listener::Tls(Secured::new(listener, tls)),
            async {
                let _ = stopped.await;
            },
        );
        Self { address, stop, served: tokio::spawn(async { served.await.unwrap() }) }
    }

    async fn stops(self) {
        self.stop.send(()).unwrap();
        self.served.await.unwrap();
    }

    fn endpoint(&self) -> Endpoint {
        format!("https://{}", self.address).parse().unwrap()
    }

    /// The certificate that a caller is shown who comes now, if it is let in.
    async fn shows(&self, caller: &Tls) -> Option<CertificateDer<'static>> {
        let tcp = TcpStream::connect(self.address).await.unwrap();
        let connector = TlsConnector::from(Arc::new(caller.client_config()));
        let tls = connector.connect("localhost".try_into().unwrap(), tcp).await.ok()?;
        tls.get_ref().1.peer_certificates()?.first().cloned()
    }
}

async fn answers(channel: &Channel) -> bool {
    HealthClient::new(channel.clone()).check(HealthCheckRequest::default()).await.is_ok()
}

async fn comes_to_answer(channel: &Channel) {
    let comes = async {
        while !answers(channel).await {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, comes).await.unwrap();
}

/// The certificate in a file.
fn in_file(file: &Path) -> CertificateDer<'static> {
    use rustls::pki_types::pem::PemObject;
    CertificateDer::from_pem_file(file).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_listener_shows_a_new_certificate_and_drops_no_connection() {
    let certificates = Certificates::make();
    let (old, new) = (certificates.of("old"), certificates.of("new"));
    let caller = loaded(&certificates.of("caller"));
    let folder = Folder::with(&old);
    let tls = loaded(&folder.files());
    let service = Service::start("127.0.0.1:0", tls.clone()).await;
    tokio::spawn(tls.follow(LOOK));
    assert_eq!(service.shows(&caller).await, Some(in_file(&old.certificate)));
    let endpoint = service.endpoint().tls_config(caller.client("localhost")).unwrap();
    let mut held = HealthClient::new(endpoint.connect().await.unwrap());

    folder.gets(&new);
    let renewed = async {
        while service.shows(&caller).await != Some(in_file(&new.certificate)) {
            held.check(HealthCheckRequest::default()).await.unwrap();
        }
    };
    timeout(PATIENCE, renewed).await.unwrap();
    held.check(HealthCheckRequest::default()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_cannot_be_used_leave_the_old_certificate_in_place() {
    let certificates = Certificates::make();
    let (old, new) = (certificates.of("old"), certificates.of("new"));
    let caller = loaded(&certificates.of("caller"));
    let folder = Folder::with(&old);
    let tls = loaded(&folder.files());
    let service = Service::start("127.0.0.1:0", tls.clone()).await;
    let ends = tls.ends();
    let no_pem = |error| matches!(error, TlsError::NoPem { .. });
    let unusable = |error| matches!(error, TlsError::Unusable { .. });

    let Files { authority, certificate, key } = folder.files();
    fs::write(&certificate, "half a file").unwrap();
    assert!(tls.renew().is_err_and(no_pem));
    fs::copy(&new.certificate, &certificate).unwrap();
    assert!(tls.renew().is_err_and(unusable), "the key is another one's");
    fs::copy(&new.key, &key).unwrap();
    fs::write(&authority, "").unwrap();
    assert!(tls.renew().is_err_and(no_pem));
    folder.gets(&certificates.of_long_ago("ended"));
    assert!(tls.renew().is_err_and(|error| matches!(error, TlsError::Ended { .. })));
    fs::remove_file(&key).unwrap();
    assert!(tls.renew().is_err_and(|error| matches!(error, TlsError::Unreadable { .. })));
    assert_eq!(service.shows(&caller).await, Some(in_file(&old.certificate)));
    assert_eq!(tls.ends(), ends);

    folder.gets(&new);
    assert!(tls.renew().unwrap());
    assert_eq!(service.shows(&caller).await, Some(in_file(&new.certificate)));
    assert!(!tls.renew().unwrap(), "nothing else stands there");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_calls_shows_a_new_certificate_and_knows_a_new_authority() {
    let (before, after) = (Certificates::make(), Certificates::make());
    let folder = Folder::with(&before.of("caller"));
    let caller = loaded(&folder.files());
    let service = Service::start("127.0.0.1:0", loaded(&before.of("service"))).await;
    let channel = balanced(&service.endpoint(), Some(&caller));
    comes_to_answer(&channel).await;

    let address = service.address.to_string();
    service.stops().await;
    let _service = Service::start(&address, loaded(&after.of("service"))).await;
    assert!(!answers(&channel).await, "of another authority");
    folder.gets(&after.of("caller"));
    assert!(caller.renew().unwrap());
    comes_to_answer(&channel).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_comes_in_any_more_under_an_authority_that_was_taken_away() {
    let (before, after) = (Certificates::make(), Certificates::make());
    let files = before.of("service");
    let folder = Folder::with(&files);
    let tls = loaded(&folder.files());
    let service = Service::start("127.0.0.1:0", tls.clone()).await;
    // It has a session that it would like to take up again.
    let caller = loaded(&before.of("caller"));
    let endpoint = service.endpoint().tls_config(caller.client("localhost")).unwrap();
    let calls = async || {
        let channel = endpoint.connect().await.ok()?;
        HealthClient::new(channel).check(HealthCheckRequest::default()).await.ok()
    };
    assert!(calls().await.is_some());
    folder.gets(&Files { authority: after.authority(), ..files });
    assert!(tls.renew().unwrap());
    assert!(calls().await.is_none());
}
