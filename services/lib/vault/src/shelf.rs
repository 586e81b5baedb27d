//! What keeps wrapped keys, and the tombstones of destroyed subjects. Two engines do.
//!
//! Invariant: a tombstone wins. Below a destroyed subject nothing is kept any more, also when the
//! key and the tombstone arrive at the same moment over two connections.

use std::collections::{BTreeMap, HashSet};

use async_trait::async_trait;
use kernel::TenantId;
use uuid::Uuid;

use super::{VaultError, erasures::Erased};

/// Wrapped keys by path: `tenant`, `tenant/subject`, `tenant/subject/category`, or the card key's.
pub(super) type Wrapped = BTreeMap<String, Vec<u8>>;

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

    /// Everybody who has a tombstone.
    async fn tombstones(&self) -> Result<Vec<Erased>, VaultError>;

    /// Which of these subjects of the tenant have a tombstone.
    async fn erased(
        &self,
        tenant: &TenantId,
        subjects: Vec<Uuid>,
    ) -> Result<HashSet<Uuid>, VaultError>;

    /// Leaves the subject's tombstone and nothing else of it.
    async fn destroy(&self, tenant: &TenantId, subject: Uuid) -> Result<(), VaultError>;
}
