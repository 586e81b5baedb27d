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
//! Every key is random and stored only wrapped by the one above it, bound to its own path.
//!
//! Invariant: what was destroyed is never made again. A destroyed subject leaves a tombstone.

mod cards;
mod ladder;
mod root;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use async_trait::async_trait;
use platform::{
    Category, TenantId,
    keys::{KeyError, KeySource, Keys},
};
use uuid::Uuid;

use cards::Cards;
use ladder::Ladder;

#[cfg(test)]
mod tests;

/// Why the vault cannot be used. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The vault has keys, but what wraps them is gone.
    #[error("{0} is missing, and the vault's keys cannot be read without it: restore it")]
    RootKeyMissing(PathBuf),
    /// The file holds no key, or another vault's.
    #[error("{0} is not the root key of this vault: restore the right one")]
    RootKeyDoesNotFit(PathBuf),
    /// The file was written by another version.
    #[error("the vault has format {found}, this version reads {}", ladder::FORMAT_VERSION)]
    OtherFormat {
        /// What the file says.
        found: i64,
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

/// The vault in one SQLite file. One process at a time.
pub struct Vault {
    ladder: Arc<Mutex<Ladder>>,
    cards: Cards,
}

impl Vault {
    /// Opens the vault, or makes one. The root key's file (32 bytes, mode 0600) is made with an
    /// empty vault only.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    pub fn open(file: &Path, root_key: &Path) -> Result<Self, VaultError> {
        let connection = ladder::connect(file)?;
        let root = match root::read(root_key)? {
            Some(root) => root,
            None if ladder::has_keys(&connection)? => {
                return Err(VaultError::RootKeyMissing(root_key.to_owned()));
            }
            None => root::make(root_key)?,
        };
        let mut ladder = Ladder::new(connection, root);
        let card_key = ladder.card_key().map_err(|error| match error {
            VaultError::Damaged => VaultError::RootKeyDoesNotFit(root_key.to_owned()),
            error => error,
        })?;
        let cards = Cards::new(&card_key)?;
        Ok(Self { ladder: Arc::new(Mutex::new(ladder)), cards })
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
    /// What services hold in memory expires within [`platform::keys::KEPT_SECONDS_MAX`].
    ///
    /// # Errors
    ///
    /// See [`VaultError`]. Worth a retry: destroying twice is destroying once.
    pub async fn destroy_subject(
        &self,
        tenant: &TenantId,
        subject: Uuid,
    ) -> Result<(), VaultError> {
        let tenant = tenant.clone();
        self.on_ladder(move |ladder| ladder.destroy(&tenant, subject)).await
    }

    /// Runs blocking work where it does not hold up anybody else.
    async fn on_ladder<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Ladder) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, VaultError> {
        let ladder = self.ladder.clone();
        let done = tokio::task::spawn_blocking(move || {
            work(&mut ladder.lock().unwrap_or_else(PoisonError::into_inner))
        });
        done.await.map_err(|_| VaultError::Closing)?
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
        let (tenant, subjects) = (tenant.clone(), subjects.to_vec());
        let keys =
            self.on_ladder(move |ladder| ladder.keys(&tenant, &subjects, category, make)).await;
        keys.map_err(|error| {
            tracing::error!(%error, "the key vault does not answer");
            KeyError::Unavailable
        })
    }
}
