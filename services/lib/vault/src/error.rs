//! Why the vault cannot be used.

use std::path::PathBuf;

/// Why the vault cannot be used. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The log has people, but the vault with their keys is gone.
    #[error(
        "{0} is missing or empty, and what the log holds about people cannot be read without it: \
         restore it from the backup that belongs to this log"
    )]
    Missing(String),
    /// The vault has keys, but what wraps them is gone.
    #[error("{0} is missing, and the vault's keys cannot be read without it: restore it")]
    RootKeyMissing(PathBuf),
    /// The file holds no key, or another vault's.
    #[error("{0} is not the root key of this vault: restore the right one")]
    RootKeyDoesNotFit(PathBuf),
    /// The vault was written by another version.
    #[error("the vault has format {found}, this version reads {known}: start the version it is of")]
    OtherFormat {
        /// What the vault says.
        found: i64,
        /// What this version reads.
        known: i64,
    },
    /// A stored key does not open with the one above it.
    #[error("a key in the vault is damaged: restore the vault from a backup")]
    Damaged,
    /// Someone else uses the vault: destroyed keys may still stand in its write-ahead log, or keys be made while
    /// others are wrapped anew.
    #[error("the vault is being used by another program: end that one and try again")]
    Busy,
    /// Nobody of this centre has a key.
    #[error("there is no centre of this name that has keys")]
    NoSuchCentre,
    /// The file of erasures cannot be read or written.
    #[error("{file} cannot be used: {error}")]
    ErasuresUnusable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The file cannot be read or written.
    #[error("the vault cannot be used: {0}")]
    Unusable(#[from] rusqlite::Error),
    /// PostgreSQL refuses, or what it was given is no url of it.
    #[cfg(feature = "postgres")]
    #[error("the vault cannot be used, see to its url and its PostgreSQL: {}", super::postgres::reason(.0))]
    Refused(#[from] tokio_postgres::Error),
    /// The tables in PostgreSQL were made by another text, or cannot be made.
    #[cfg(feature = "postgres")]
    #[error("the vault's tables cannot be brought to this version: {}", super::postgres::refusal(.0))]
    Tables(#[from] refinery_core::Error),
    /// PostgreSQL is not to be reached, or busy with something else.
    #[cfg(feature = "postgres")]
    #[error("the vault's PostgreSQL does not answer: see that it runs and can be reached")]
    Away,
    /// With certificates PostgreSQL has to show one; nobody goes without who did not say so.
    #[cfg(feature = "postgres")]
    #[error(
        "end the vault's url with ?sslmode=require and give certificates (--tls-ca), or with \
         ?sslmode=disable and give none, on a network where nobody else listens"
    )]
    SslMode,
    /// Certificates cannot be used.
    #[cfg(feature = "postgres")]
    #[error(transparent)]
    Tls(#[from] runtime::tls::TlsError),
    /// The root key's file cannot be read or written.
    #[error("{file} cannot be used: {error}")]
    RootKeyUnusable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The work was cut off because the process ends.
    #[error("the vault is closing")]
    Closing,
}
