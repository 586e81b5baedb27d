//! A key gives way to a new one: what it wrapped is wrapped anew, and nothing that was sealed changes.
//!
//! The root key is a file and what it wraps is not, so that one of them is new first. The order is: the new key
//! stands beside the old one (`root.key.next`), everything is wrapped anew in one transaction, the new file takes
//! the old one's name. Whoever opens a vault after a crash in between finds which of the two fits, and ends it.
//!
//! Invariant: at every moment one of the files there are opens the vault.

use std::path::Path;

use kernel::{TenantId, personal::SubjectKey};

use super::{CARD_PATH, Vault, VaultError, ladder, root, shelf::Wrapped};

impl Vault {
    /// Puts a new root key in the place of the one in this file, of a vault that nobody else uses
    /// ([`Vault::open_alone`]). The old one stays beside it (`root.key.before`), for backups from before, until
    /// somebody deletes it. Answers how many keys were wrapped anew.
    ///
    /// # Errors
    ///
    /// See [`VaultError`]. Worth a retry, also after a crash.
    pub async fn rotate_root(self, root_key: &Path) -> Result<usize, VaultError> {
        let next = root::next(root_key)?;
        let renewed = rewrapped(&self.ladder.root, &next, self.ladder.shelf.below(None).await?)?;
        let count = renewed.len();
        self.ladder.shelf.replace(renewed).await?;
        root::promote(root_key)?;
        Ok(count)
    }

    /// Puts a new key in the place of a centre's, in one transaction, of a vault that nobody else uses. Answers
    /// how many people's keys were wrapped anew.
    ///
    /// # Errors
    ///
    /// See [`VaultError`]; [`VaultError::NoSuchCentre`] where nobody has a key. Worth a retry.
    pub async fn rotate_centre(&self, centre: &TenantId) -> Result<usize, VaultError> {
        let path = centre.to_string();
        let keys = &self.ladder.shelf;
        let kept = keys.read(vec![path.clone()]).await?;
        let kept = kept.get(&path).ok_or(VaultError::NoSuchCentre)?;
        let old = ladder::open(&self.ladder.root, &path, kept)?;
        let new = SubjectKey::generate();
        let mut renewed = rewrapped(&old, &new, keys.below(Some(centre)).await?)?;
        let count = renewed.len();
        renewed.insert(path.clone(), ladder::seal(&self.ladder.root, &path, &new)?);
        keys.replace(renewed).await?;
        Ok(count)
    }

    /// The centres that have a key, and the platform.
    ///
    /// # Errors
    ///
    /// See [`VaultError`].
    pub async fn centres(&self) -> Result<Vec<TenantId>, VaultError> {
        let below = self.ladder.shelf.below(None).await?;
        let centres = below.into_keys().filter(|path| path != CARD_PATH);
        centres.map(|path| path.parse().map_err(|_| VaultError::Damaged)).collect()
    }
}

/// The same keys, each wrapped by another one.
fn rewrapped(old: &SubjectKey, new: &SubjectKey, kept: Wrapped) -> Result<Wrapped, VaultError> {
    let renewed = kept.into_iter().map(|(path, wrapped)| {
        let key = ladder::open(old, &path, &wrapped)?;
        let wrapped = ladder::seal(new, &path, &key)?;
        Ok((path, wrapped))
    });
    renewed.collect()
}
