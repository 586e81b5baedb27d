//! The key vault: the keys of personal data, and the key of the start cards' codes.
//!
//! ```text
//! root key (a file)
//! ├─ tenant key             lsc07
//! │  └─ subject key         lsc07/<subject>
//! │     └─ category key     lsc07/<subject>/identity, …/health, …/content
//! └─ card key               root/card
//! ```
//!
//! Every key is random and stored only wrapped by the one above it, bound to its own path. The
//! wrapped ones stand in a SQLite file, or in PostgreSQL where several processes share a vault.
//!
//! Invariant: what was destroyed is never made again. A destroyed subject leaves a tombstone.

mod cards;
mod ladder;
#[cfg(feature = "postgres")]
mod postgres;
mod root;
mod shelf;
mod sqlite;

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use async_trait::async_trait;
use kernel::{Category, TenantId, personal::SubjectKey};
use runtime::keys::{KeyError, KeySource, Keys, SUBJECTS_ASKED_MAX};
use uuid::Uuid;

use cards::Cards;
use ladder::Ladder;
use shelf::{Shelf, Wrapped};
use sqlite::Sqlite;

#[cfg(test)]
mod tests;

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
    /// Someone else reads the file, so destroyed keys may still stand in its write-ahead log.
    #[error("the vault is being read by another program: end that one and try again")]
    Busy,
    /// The file cannot be read or written.
    #[error("the vault cannot be used: {0}")]
    Unusable(#[from] rusqlite::Error),
    /// PostgreSQL refuses, or what it was given is no url of it.
    #[cfg(feature = "postgres")]
    #[error("the vault cannot be used, see to its url and its PostgreSQL: {}", postgres::reason(.0))]
    Refused(#[from] tokio_postgres::Error),
    /// The tables in PostgreSQL were made by another text, or cannot be made.
    #[cfg(feature = "postgres")]
    #[error("the vault's tables cannot be brought to this version: {}", postgres::refusal(.0))]
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

/// What the log beside a vault holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Nobody yet: a vault may be made.
    Nobody,
    /// People whose keys the vault has to have.
    People,
}

/// The vault: in one SQLite file for one process, or in PostgreSQL for several.
pub struct Vault {
    ladder: Ladder,
    cards: Cards,
}

impl Vault {
    /// Opens the vault in a SQLite file; beside a log without people it may be made. The root key's
    /// file (32 bytes, mode 0600) is made with an empty vault only.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    pub fn open(file: &Path, root_key: &Path, beside: Beside) -> Result<Self, VaultError> {
        let missing = || VaultError::Missing(file.display().to_string());
        if beside == Beside::People && !file.exists() {
            return Err(missing());
        }
        let mut sqlite = Sqlite::open(file)?;
        let empty = sqlite.is_empty()?;
        if beside == Beside::People && empty {
            return Err(missing());
        }
        let root = root::of_vault(root_key, empty)?;
        let kept = sqlite.add(&ladder::new_card_key(&root)?)?;
        Self::with(root, &kept, Box::new(Arc::new(Mutex::new(sqlite))), root_key)
    }

    /// Whether this is an address that [`Vault::connect`] can use.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    #[cfg(feature = "postgres")]
    pub fn check(url: &str, tls: Option<&runtime::tls::Tls>) -> Result<(), VaultError> {
        postgres::config(url, tls).map(|_| ())
    }

    /// Connects to the vault in PostgreSQL, or makes one there, in the schema `vault`. Several
    /// processes may share it, each with the same root key; its file is made with an empty vault
    /// only. `url`: `postgres://user:password@host/database?sslmode=…`, where the mode is `require`
    /// with certificates, and the server's is verified, or `disable` without.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    #[cfg(feature = "postgres")]
    pub async fn connect(
        url: &str,
        root_key: &Path,
        tls: Option<&runtime::tls::Tls>,
        beside: Beside,
    ) -> Result<Self, VaultError> {
        let server = postgres::Server::connect(url, tls).await?;
        let empty = server.is_empty().await?;
        if beside == Beside::People && empty {
            return Err(VaultError::Missing("the vault in this PostgreSQL".to_owned()));
        }
        let root = root::of_vault(root_key, empty)?;
        let kept = server.add(ladder::new_card_key(&root)?).await?;
        Self::with(root, &kept, Box::new(server), root_key)
    }

    /// With the card key as it is kept: of two that made one, the second finds the first's, and
    /// cannot open it if their root keys differ.
    fn with(
        root: SubjectKey,
        kept: &Wrapped,
        shelf: Box<dyn Shelf>,
        root_key: &Path,
    ) -> Result<Self, VaultError> {
        let card_key = ladder::card_key(&root, kept)
            .map_err(|_| VaultError::RootKeyDoesNotFit(root_key.to_owned()))?;
        Ok(Self { cards: Cards::new(&card_key)?, ladder: Ladder::new(root, shelf) })
    }

    /// The code of a start card: 12 letters and digits in groups of four. The same seed always
    /// gives the same code, so that a repeated command gets its card again although only the
    /// code's hash is stored.
    pub fn card_code(&self, seed: Uuid) -> String {
        self.cards.code(seed)
    }

    /// Keyed hash of a start card's code as it was typed, hex. Case, spaces and dashes do not
    /// matter.
    pub fn card_hash(&self, code: &str) -> String {
        self.cards.hash(code)
    }

    /// Destroys every key of a subject for good; also one that never had a key gets none later.
    /// What services hold in memory expires within [`runtime::keys::KEPT_SECONDS_MAX`].
    ///
    /// # Errors
    ///
    /// See [`VaultError`]. Worth a retry: destroying twice is destroying once.
    pub async fn destroy_subject(
        &self,
        tenant: &TenantId,
        subject: Uuid,
    ) -> Result<(), VaultError> {
        self.ladder.shelf.destroy(tenant, subject).await
    }

    /// Which of these people have neither a key nor a tombstone: the vault is not that of the log
    /// that tells of them.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    pub async fn lost(
        &self,
        tenant: &TenantId,
        people: &[Uuid],
    ) -> Result<HashSet<Uuid>, VaultError> {
        let mut lost = HashSet::new();
        for people in people.chunks(SUBJECTS_ASKED_MAX) {
            let keyed = self.keyed(tenant, people).await?;
            lost.extend(people.iter().filter(|it| !keyed.contains(it)));
        }
        if !lost.is_empty() {
            for erased in self.ladder.shelf.erased(tenant, lost.iter().copied().collect()).await? {
                lost.remove(&erased);
            }
        }
        Ok(lost)
    }

    /// Which of up to [`SUBJECTS_ASKED_MAX`] people have a key.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    pub async fn keyed(
        &self,
        tenant: &TenantId,
        people: &[Uuid],
    ) -> Result<HashSet<Uuid>, VaultError> {
        let path = |it: &Uuid| format!("{tenant}/{it}/{}", Category::Identity.name());
        let kept = self.ladder.shelf.read(people.iter().map(path).collect()).await?;
        Ok(people.iter().copied().filter(|it| kept.contains_key(&path(it))).collect())
    }
}

#[async_trait]
impl KeySource for Vault {
    async fn keys(
        &self,
        tenant: &TenantId,
        subjects: &[Uuid],
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError> {
        self.ladder.keys(tenant, subjects, category, make).await.map_err(|error| {
            tracing::error!(%error, "the key vault does not answer");
            KeyError::Unavailable
        })
    }
}
