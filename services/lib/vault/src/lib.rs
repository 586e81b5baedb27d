//! The key vault: the keys of personal data, and the key of the start cards' codes.
//!
//! ```text
//! root key (a file)
//! ├─ tenant key             lsc07
//! │  └─ subject key         lsc07/<subject>
//! │     └─ category key     lsc07/<subject>/identity, …/health, …/content
//! │        └─ thing's key   lsc07/<subject>/content/<thing>
//! └─ card key               root/card
//! ```
//!
//! Every key is random and stored only wrapped by the one above it, bound to its own path. The
//! wrapped ones stand in a SQLite file, or in PostgreSQL where several processes share a vault.
//!
//! Invariant: what was destroyed is never made again. A destroyed subject leaves a tombstone.

mod cards;
mod erasures;
mod error;
mod ladder;
#[cfg(feature = "postgres")]
mod postgres;
mod root;
mod rotation;
mod shelf;
mod source;
mod sqlite;

use std::{
    collections::{BTreeSet, HashSet},
    path::Path,
    sync::{Arc, Mutex},
};

use kernel::{Category, TenantId, personal::SubjectKey};
use runtime::keys::{SUBJECTS_ASKED_MAX, Thing};
use uuid::Uuid;

use cards::Cards;
pub use erasures::{Erased, Erasures};
pub use error::VaultError;
use ladder::{CARD_PATH, Ladder};
use shelf::{Shelf, Wrapped};
use sqlite::Sqlite;

#[cfg(test)]
mod tests;

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
    erasures: Option<Erasures>,
}

/// What identity calls itself to PostgreSQL.
#[cfg(feature = "postgres")]
const IDENTITY: &str = "identity";
/// What whoever puts new keys in the place of old ones calls itself.
#[cfg(feature = "postgres")]
const ROTATION: &str = "key rotation";

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
        let sqlite = Sqlite::open(file)?;
        let empty = sqlite.is_empty()?;
        if beside == Beside::People && empty {
            return Err(missing());
        }
        Self::in_file(sqlite, root_key, empty)
    }

    /// Opens a vault that has keys and that nobody else uses, to put new ones in their place.
    ///
    /// # Errors
    ///
    /// See [`VaultError`]; [`VaultError::Busy`] while somebody uses it.
    pub fn open_alone(file: &Path, root_key: &Path) -> Result<Self, VaultError> {
        let missing = || VaultError::Missing(file.display().to_string());
        if !file.exists() {
            return Err(missing());
        }
        let sqlite = Sqlite::alone(file)?;
        if sqlite.is_empty()? {
            return Err(missing());
        }
        Self::in_file(sqlite, root_key, false)
    }

    /// An `empty` one gets a root key.
    fn in_file(mut sqlite: Sqlite, root_key: &Path, empty: bool) -> Result<Self, VaultError> {
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
        let server = postgres::Server::connect(url, tls, IDENTITY).await?;
        let empty = server.is_empty().await?;
        if beside == Beside::People && empty {
            return Err(VaultError::Missing("the vault in this PostgreSQL".to_owned()));
        }
        Self::on_server(server, root_key, empty).await
    }

    /// As [`Vault::open_alone`], of a vault in PostgreSQL: no identity may run.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    #[cfg(feature = "postgres")]
    pub async fn connect_alone(
        url: &str,
        root_key: &Path,
        tls: Option<&runtime::tls::Tls>,
    ) -> Result<Self, VaultError> {
        let server = postgres::Server::connect(url, tls, ROTATION).await?;
        if server.is_used_by(IDENTITY).await? {
            return Err(VaultError::Busy);
        }
        if server.is_empty().await? {
            return Err(VaultError::Missing("the vault in this PostgreSQL".to_owned()));
        }
        Self::on_server(server, root_key, false).await
    }

    /// An `empty` one gets a root key.
    #[cfg(feature = "postgres")]
    async fn on_server(
        server: postgres::Server,
        root_key: &Path,
        empty: bool,
    ) -> Result<Self, VaultError> {
        let root = root::of_vault(root_key, empty)?;
        let kept = server.add(ladder::new_card_key(&root)?).await?;
        Self::with(root, &kept, Box::new(server), root_key)
    }

    /// With the card key as it is kept: of two that made one, the second finds the first's, and
    /// cannot open it if their root keys differ. A root key that was to follow when the process ended is the
    /// one that fits, or did not come to be used yet.
    fn with(
        root: SubjectKey,
        kept: &Wrapped,
        shelf: Box<dyn Shelf>,
        root_key: &Path,
    ) -> Result<Self, VaultError> {
        let no_fit = || VaultError::RootKeyDoesNotFit(root_key.to_owned());
        let (root, card_key) = if let Ok(card_key) = ladder::card_key(&root, kept) {
            (root, card_key)
        } else {
            let next = root::following(root_key)?.ok_or_else(no_fit)?;
            let card_key = ladder::card_key(&next, kept).map_err(|_| no_fit())?;
            root::promote(root_key)?;
            tracing::warn!("the new root key has taken the place of the old one");
            (next, card_key)
        };
        let (cards, ladder) = (Cards::new(&card_key)?, Ladder::new(root, shelf));
        Ok(Self { cards, ladder, erasures: None })
    }

    /// The same, which writes whoever is erased into this file, too.
    #[must_use]
    pub fn remembering(self, erasures: Erasures) -> Self {
        Self { erasures: Some(erasures), ..self }
    }

    /// Destroys again what an older vault brought back of people who were erased since, as the file of erasures
    /// says, and adds to the file whom it lacks. Before anybody is answered.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    pub async fn replay_erasures(&self) -> Result<(), VaultError> {
        let Some(erasures) = &self.erasures else { return Ok(()) };
        let known = erasures.read()?;
        let here: BTreeSet<Erased> = self.ladder.shelf.tombstones().await?.into_iter().collect();
        let back: Vec<Erased> = known.iter().filter(|one| !here.contains(one)).cloned().collect();
        let replayed = back.len();
        self.ladder.shelf.destroy(back).await?;
        let known: BTreeSet<&Erased> = known.iter().collect();
        let lacking: Vec<Erased> =
            here.iter().filter(|one| !known.contains(one)).cloned().collect();
        if !lacking.is_empty() {
            erasures.add(lacking).await?;
        }
        if replayed > 0 {
            tracing::warn!(
                erasures = replayed,
                "keys of people who were erased were back, or of what they erased, and are destroyed again"
            );
        }
        Ok(())
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
        self.destroy(vec![Erased::somebody(tenant, subject)]).await
    }

    /// Destroys every key of a centre for good, its own included: nobody there ever gets one again. What
    /// services hold in memory expires within [`runtime::keys::KEPT_SECONDS_MAX`].
    ///
    /// # Errors
    ///
    /// As [`Vault::destroy_subject`].
    pub async fn destroy_centre(&self, centre: &TenantId) -> Result<(), VaultError> {
        self.destroy(vec![Erased::everybody(centre)]).await
    }

    /// Destroys the key of one thing of a person for good, or those of all that there are: it gets none later, and
    /// others do.
    ///
    /// # Errors
    ///
    /// As [`Vault::destroy_subject`].
    pub async fn destroy_things(
        &self,
        tenant: &TenantId,
        person: Uuid,
        only: Option<Uuid>,
        of: &[Category],
    ) -> Result<(), VaultError> {
        let all = self.ladder.shelf.things(tenant, person).await?;
        let (ours, others): (BTreeSet<_>, BTreeSet<_>) =
            all.into_iter().partition(|(category, _)| of.contains(category));
        let is_another = |thing| others.iter().any(|(_, other)| *other == thing);
        let things: BTreeSet<Uuid> = match only {
            // What has no key yet gets none any more.
            Some(thing) => [thing].into_iter().filter(|thing| !is_another(*thing)).collect(),
            None => ours.into_iter().map(|(_, thing)| thing).collect(),
        };
        let erased = |id| Erased::thing(tenant, Thing { person, id });
        self.destroy(things.into_iter().map(erased).collect()).await
    }

    /// Written down first, then done.
    async fn destroy(&self, erased: Vec<Erased>) -> Result<(), VaultError> {
        if let Some(erasures) = &self.erasures {
            erasures.add(erased.clone()).await?;
        }
        self.ladder.shelf.destroy(erased).await
    }

    /// How many keys there are of a centre, its own included.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    pub async fn count(&self, centre: &TenantId) -> Result<u64, VaultError> {
        self.ladder.shelf.count(centre).await
    }

    /// Whether every key of a centre was destroyed.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    pub async fn has_left(&self, centre: &TenantId) -> Result<bool, VaultError> {
        let erased = self.ladder.shelf.erased(centre, vec![Uuid::nil()]).await?;
        Ok(!erased.is_empty())
    }

    /// Which of these people have a tombstone.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    pub async fn erased(
        &self,
        tenant: &TenantId,
        people: &[Uuid],
    ) -> Result<HashSet<Uuid>, VaultError> {
        let mut erased = HashSet::new();
        for people in people.chunks(SUBJECTS_ASKED_MAX) {
            erased.extend(self.ladder.shelf.erased(tenant, people.to_vec()).await?);
        }
        Ok(erased)
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
            let gone: Vec<Uuid> = lost.iter().copied().collect();
            for erased in self.erased(tenant, &gone).await? {
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
