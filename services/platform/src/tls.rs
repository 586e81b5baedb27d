//! Certificates by which processes know each other: one authority, and a certificate of it for
//! this process.
//!
//! Invariant: whoever has certificates neither calls nor answers anybody without one of the same
//! authority.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use rustls::{
    ClientConfig, RootCertStore,
    client::verify_server_name,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, PrivateKeyDer, ServerName, pem, pem::PemObject},
    server::ParsedCertificate,
};
use tonic::transport::{self, ClientTlsConfig, Identity, ServerTlsConfig};
use x509_cert::{Certificate, der::Decode};
use zeroize::Zeroizing;

use crate::{clock, ctx::ServiceName};

/// The files, and what stands in them.
#[derive(Clone)]
pub struct Tls {
    files: Files,
    authority: Vec<u8>,
    certificate: Vec<u8>,
    key: Zeroizing<Vec<u8>>,
    ends: Timestamp,
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
    #[error("{certificate} ended at {ended}: make a new one, and start again")]
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
    /// Reads certificates, and sees that they belong together. A new certificate counts from the
    /// next start on.
    ///
    /// # Errors
    ///
    /// See [`TlsError`].
    pub fn load(files: Files) -> Result<Self, TlsError> {
        chosen();
        let certificate = read(&files.certificate)?;
        let ends = end(&certificate, &files.certificate)?;
        let tls = Self {
            authority: read(&files.authority)?,
            certificate,
            key: Zeroizing::new(read(&files.key)?),
            files,
            ends,
        };
        tls.client_config()?;
        if tls.ends < clock::now() {
            let certificate = tls.files.certificate;
            return Err(TlsError::Ended { certificate, ended: tls.ends });
        }
        Ok(tls)
    }

    /// Until when the certificate of this process is good.
    pub fn ends(&self) -> Timestamp {
        self.ends
    }

    /// Whether the certificate of this process names this service: only then others believe its token.
    pub fn is_of(&self, service: ServiceName) -> bool {
        let chain = certificates(&self.certificate, &self.files.certificate);
        chain.is_ok_and(|chain| chain.first().is_some_and(|own| names(own, service)))
    }

    /// Where it was read from.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// For a gRPC server: it answers only callers with a certificate.
    pub fn server(&self) -> ServerTlsConfig {
        let authority = transport::Certificate::from_pem(&self.authority);
        ServerTlsConfig::new().identity(self.identity()).client_ca_root(authority)
    }

    /// For a gRPC client that calls a host of this name.
    pub fn client(&self, host: &str) -> ClientTlsConfig {
        let authority = transport::Certificate::from_pem(&self.authority);
        ClientTlsConfig::new().identity(self.identity()).ca_certificate(authority).domain_name(host)
    }

    /// For a client of another protocol.
    ///
    /// # Errors
    ///
    /// [`TlsError::NoPem`] or [`TlsError::Unusable`], if [`Self::load`] did not say so before.
    pub fn client_config(&self) -> Result<ClientConfig, TlsError> {
        let Files { authority, certificate, key } = &self.files;
        let unusable = |error| TlsError::Unusable { certificate: certificate.clone(), error };
        let mut roots = RootCertStore::empty();
        for root in certificates(&self.authority, authority)? {
            roots.add(root).map_err(unusable)?;
        }
        let chain = certificates(&self.certificate, certificate)?;
        let key = PrivateKeyDer::from_pem_slice(&self.key).map_err(no("key", key))?;
        ClientConfig::builder_with_provider(aws_lc_rs::default_provider().into())
            .with_safe_default_protocol_versions()
            .map_err(unusable)?
            .with_root_certificates(roots)
            .with_client_auth_cert(chain, key)
            .map_err(unusable)
    }

    fn identity(&self) -> Identity {
        Identity::from_pem(&self.certificate, &*self.key)
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
