//! What keeps wrapped keys, and the tombstones of destroyed subjects. Two engines do.
//!
//! Invariant: a tombstone wins. Below a destroyed subject or centre nothing is kept any more, and under a destroyed
//! thing, also when the key and the tombstone arrive at the same moment over two connections.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use async_trait::async_trait;
use kernel::{Category, TenantId};
use uuid::Uuid;

use super::{VaultError, erasures::Erased};

/// Wrapped keys by path: `tenant`, `tenant/subject`, `tenant/subject/category`, `tenant/subject/category/thing`, or
/// the card key's.
pub(super) type Wrapped = BTreeMap<String, Vec<u8>>;

/// Whose tombstone stands for a whole centre. No subject is called so.
pub(super) const WHOLE_CENTRE: &str = "";

/// Every call is safe to repeat, and its answer is on disk.
#[async_trait]
pub(super) trait Shelf: Send + Sync {
    /// What is kept under these paths.
    async fn read(&self, paths: Vec<String>) -> Result<Wrapped, VaultError>;

    /// Keeps each of these, unless there is a key under its path already or its subject was
    /// destroyed. Answers what is kept under those paths now, whoever put it there.
    async fn add(&self, new: Wrapped) -> Result<Wrapped, VaultError>;

    /// What is wrapped by a centre's key, or by the root key: one rung, not what lies below it.
    async fn below(&self, centre: Option<&TenantId>) -> Result<Wrapped, VaultError>;

    /// Puts these in the place of what is kept under their paths, all or none. What was destroyed meanwhile
    /// stays away.
    async fn replace(&self, renewed: Wrapped) -> Result<(), VaultError>;

    /// Everybody and everything that has a tombstone, centres too.
    async fn tombstones(&self) -> Result<Vec<Erased>, VaultError>;

    /// Which of these subjects of the tenant have a tombstone; all, if the tenant has one.
    async fn erased(
        &self,
        tenant: &TenantId,
        subjects: Vec<Uuid>,
    ) -> Result<HashSet<Uuid>, VaultError>;

    /// The things of a person that have a key.
    async fn things(
        &self,
        tenant: &TenantId,
        person: Uuid,
    ) -> Result<BTreeSet<(Category, Uuid)>, VaultError>;

    /// Leaves the tombstones of these and nothing else of them; of a centre not its own key either.
    async fn destroy(&self, erased: Vec<Erased>) -> Result<(), VaultError>;

    /// How many keys there are of a centre, its own included.
    async fn count(&self, centre: &TenantId) -> Result<u64, VaultError>;
}
