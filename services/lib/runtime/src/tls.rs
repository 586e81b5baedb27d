//! Certificates by which processes know each other: one authority, and a certificate of it for
//! this process.
//!
//! Invariant: whoever has certificates neither calls nor answers anybody without one of the same
//! authority. New files count without a restart, and what cannot be used never replaces what can.

use std::{
    convert::Infallible,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use eventlog::clock;
use jiff::Timestamp;
use kernel::ServiceName;
use rustls::{
    ClientConfig, RootCertStore, ServerConfig,
    client::verify_server_name,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, PrivateKeyDer, ServerName, pem, pem::PemObject},
    server::{ParsedCertificate, WebPkiClientVerifier},
};
use tokio::sync::watch;
use tonic::transport::{self, ClientTlsConfig, Identity};
use x509_cert::{Certificate, der::Decode};
use zeroize::Zeroizing;

/// How often it is looked whether the files hold something else. Kubernetes takes a minute to bring a
/// new one.
pub const LOOK_SECONDS: u64 = 10;
/// What the services talk.
const HTTP2: &[u8] = b"h2";

/// The files, and what stands in them. Copies share it: what was renewed is renewed for all.
#[derive(Clone)]
pub struct Tls {
    files: Files,
    current: watch::Sender<Arc<Current>>,
}

/// What connections are made with until the files hold something else. It changes as a whole, with
/// what is remembered of earlier connections: nobody goes on under an authority that was taken away.
pub(crate) struct Current {
    pem: Pem,
    ends: Timestamp,
    server: Arc<ServerConfig>,
    client: ClientConfig,
}

/// What stands in the files.
#[derive(PartialEq)]
struct Pem {
    authority: Vec<u8>,
    certificate: Vec<u8>,
    key: Zeroizing<Vec<u8>>,
}

/// Where certificates stand, each in PEM.
#[derive(Clone)]
pub struct Files {
    /// The authority that signs everybody's.
    pub authority: PathBuf,
    /// The certificate of this process, and those between it and the authority.
    pub certificate: PathBuf,
    /// The key of that certificate.
    pub key: PathBuf,
}

/// Why certificates cannot be used. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read.
    #[error("cannot read {file}: {error}")]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file holds something else.
    #[error("{file} has no {wanted} in PEM: {error}")]
    NoPem {
        /// The file.
        file: PathBuf,
        /// What should stand there.
        wanted: &'static str,
        /// What is wrong with it.
        error: pem::Error,
    },
    /// Nobody would answer, and nobody be answered.
    #[error("{certificate} ended at {ended}: make a new one")]
    Ended {
        /// The certificate.
        certificate: PathBuf,
        /// Its last second.
        ended: Timestamp,
    },
    /// The files do not belong together, or are of a kind that is not known.
    #[error("{certificate} cannot be used with its key: {error}")]
    Unusable {
        /// The certificate.
        certificate: PathBuf,
        /// What is wrong with it.
        error: rustls::Error,
    },
}

impl Tls {
    /// Reads certificates, and sees that they belong together.
    ///
    /// # Errors
    ///
    /// See [`TlsError`].
    pub fn load(files: Files) -> Result<Self, TlsError> {
        chosen();
        let current = Current::of(Pem::read(&files)?, &files)?;
        Ok(Self { files, current: watch::Sender::new(Arc::new(current)) })
    }

    /// Reads the files again, and takes what stands there for every connection from now on. Says
    /// whether it was something new; what cannot be used changes nothing.
    ///
    /// # Errors
    ///
    /// See [`TlsError`].
    pub fn renew(&self) -> Result<bool, TlsError> {
        let pem = Pem::read(&self.files)?;
        if pem == self.current().pem {
            return Ok(false);
        }
        self.current.send_replace(Arc::new(Current::of(pem, &self.files)?));
        Ok(true)
    }

    /// Renews whenever the files hold something else, looking that often, and never ends. Compares
    /// what stands there: a link that points elsewhere has no newer date.
    pub async fn follow(self, every: Duration) -> Infallible {
        let mut refused = None;
        loop {
            tokio::time::sleep(every).await;
            let tls = self.clone();
            let renewed = tokio::task::spawn_blocking(move || tls.renew()).await;
            // Only a bug panics there; the next look is another chance.
            let Ok(renewed) = renewed else { continue };
            if matches!(renewed, Ok(true)) {
                tracing::info!(ends = %self.ends(), "the certificate was renewed");
            }
            let said = renewed.err().map(|error| error.to_string());
            if let Some(error) = said.as_ref().filter(|_| said != refused) {
                let ends = self.ends();
                tracing::error!(%error, %ends, "the certificate was not renewed: the old one stays");
            }
            refused = said;
        }
    }

    /// Until when the certificate of this process is good.
    pub fn ends(&self) -> Timestamp {
        self.current().ends
    }

    /// Whether the certificate of this process names this service: only then others believe its token.
    pub fn is_of(&self, service: ServiceName) -> bool {
        let chain = certificates(&self.current().pem.certificate, &self.files.certificate);
        chain.is_ok_and(|chain| chain.first().is_some_and(|own| names(own, service)))
    }

    /// Where it is read from.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// For the next connection to a server: it answers only callers with a certificate.
    pub(crate) fn server_config(&self) -> Arc<ServerConfig> {
        self.current().server.clone()
    }

    /// For a gRPC client that calls a host of this name, with the certificate that there is now.
    pub fn client(&self, host: &str) -> ClientTlsConfig {
        let Pem { authority, certificate, key } = &self.current().pem;
        let authority = transport::Certificate::from_pem(authority);
        let identity = Identity::from_pem(certificate, &**key);
        ClientTlsConfig::new().identity(identity).ca_certificate(authority).domain_name(host)
    }

    /// For the next connection of a client of another protocol.
    pub fn client_config(&self) -> ClientConfig {
        self.current().client.clone()
    }

    /// Tells when there is something new.
    pub(crate) fn renewals(&self) -> watch::Receiver<Arc<Current>> {
        self.current.subscribe()
    }

    fn current(&self) -> Arc<Current> {
        self.current.borrow().clone()
    }
}

impl Pem {
    fn read(files: &Files) -> Result<Self, TlsError> {
        Ok(Self {
            authority: read(&files.authority)?,
            certificate: read(&files.certificate)?,
            key: Zeroizing::new(read(&files.key)?),
        })
    }
}

impl Current {
    fn of(pem: Pem, files: &Files) -> Result<Self, TlsError> {
        let Files { authority, certificate, key } = files;
        let unusable = |error| TlsError::Unusable { certificate: certificate.clone(), error };
        let ends = end(&pem.certificate, certificate)?;
        let mut roots = RootCertStore::empty();
        for root in certificates(&pem.authority, authority)? {
            roots.add(root).map_err(unusable)?;
        }
        let roots = Arc::new(roots);
        let chain = certificates(&pem.certificate, certificate)?;
        let key = PrivateKeyDer::from_pem_slice(&pem.key).map_err(no("key", key))?;
        let provider = Arc::new(aws_lc_rs::default_provider());
        let client = ClientConfig::builder_with_provider(provider.clone())
            .with_safe_default_protocol_versions()
            .map_err(unusable)?
            .with_root_certificates(roots.clone())
            .with_client_auth_cert(chain.clone(), key.clone_key())
            .map_err(unusable)?;
        let callers = WebPkiClientVerifier::builder_with_provider(roots, provider.clone()).build();
        let callers = callers.map_err(|error| unusable(rustls::Error::General(error.to_string())));
        let mut server = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(unusable)?
            .with_client_cert_verifier(callers?)
            .with_single_cert(chain, key)
            .map_err(unusable)?;
        server.alpn_protocols.push(HTTP2.to_vec());
        if ends < clock::now() {
            return Err(TlsError::Ended { certificate: certificate.clone(), ended: ends });
        }
        Ok(Self { pem, ends, server: Arc::new(server), client })
    }
}

/// More than one implementation of TLS is linked in: the whole process takes this one.
pub fn chosen() {
    // Chosen before, it stays.
    let _ = aws_lc_rs::default_provider().install_default();
}

/// Whether a certificate has the short name of a service among its names, as it is called within a
/// namespace.
pub(crate) fn names(certificate: &CertificateDer<'_>, service: ServiceName) -> bool {
    let parsed = ParsedCertificate::try_from(certificate);
    let name = ServerName::try_from(service.name());
    parsed.is_ok_and(|it| name.is_ok_and(|name| verify_server_name(&it, &name).is_ok()))
}

/// The end of the first certificate: the one of this process.
fn end(pem: &[u8], file: &Path) -> Result<Timestamp, TlsError> {
    let unusable = |_| TlsError::Unusable {
        certificate: file.to_owned(),
        error: rustls::CertificateError::BadEncoding.into(),
    };
    let chain = certificates(pem, file)?;
    let own = chain.first().map_or(&[][..], |own| own);
    let own = Certificate::from_der(own).map_err(unusable)?;
    let ends = own.tbs_certificate.validity.not_after.to_unix_duration().as_secs();
    Ok(i64::try_from(ends)
        .ok()
        .and_then(|it| Timestamp::from_second(it).ok())
        .unwrap_or(Timestamp::MAX))
}

fn read(file: &Path) -> Result<Vec<u8>, TlsError> {
    fs::read(file).map_err(|error| TlsError::Unreadable { file: file.to_owned(), error })
}

fn certificates(pem: &[u8], file: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let found = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>();
    let found =
        found.and_then(|it| if it.is_empty() { Err(pem::Error::NoItemsFound) } else { Ok(it) });
    found.map_err(no("certificate", file))
}

fn no(wanted: &'static str, file: &Path) -> impl FnOnce(pem::Error) -> TlsError {
    move |error| TlsError::NoPem { file: file.to_owned(), wanted, error }
}
