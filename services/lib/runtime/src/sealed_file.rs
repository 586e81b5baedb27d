//! Files in the folder of snapshots: whole or not there, and sealed under a tenant's key where they are
//! of one.

use std::{io, path::Path, sync::Arc};

use kernel::{
    TenantId,
    personal::{Category, SubjectKey},
};
use uuid::Uuid;

use crate::keys::{KeyRing, SUBJECTS_ASKED_MAX};

/// The nil subject of a tenant has the key for what the tenant's services keep of everyone.
const TENANT_SUBJECT: Uuid = Uuid::nil();
/// Under which category.
const TENANT_CATEGORY: Category = Category::Health;

/// A tenant's key for what its services keep of everyone, made if there is none.
pub(crate) async fn key_to_seal(keys: &KeyRing, tenant: &TenantId) -> io::Result<Arc<SubjectKey>> {
    keys.to_seal(tenant, TENANT_SUBJECT, TENANT_CATEGORY).await.map_err(io::Error::other)
}

/// The same key for what was sealed before.
pub(crate) async fn key_to_open(keys: &KeyRing, tenant: &TenantId) -> io::Result<Arc<SubjectKey>> {
    let found = keys.to_open(tenant, &[TENANT_SUBJECT], TENANT_CATEGORY).await;
    let key = found.map_err(io::Error::other)?.remove(&TENANT_SUBJECT);
    key.ok_or_else(|| io::Error::other("the tenant's key is gone"))
}

/// Asks for the tenant's key and for those of some of its people at once, where one question can: what is
/// asked for one by one afterwards is there already.
pub(crate) async fn ask_for_keys(
    keys: &KeyRing,
    tenant: &TenantId,
    people: impl Iterator<Item = Uuid>,
    category: Category,
) {
    if category != TENANT_CATEGORY {
        return;
    }
    let all: Vec<_> = [TENANT_SUBJECT].into_iter().chain(people).take(SUBJECTS_ASKED_MAX).collect();
    // Whoever needs them asks again and is told why there are none.
    let _ = keys.to_open(tenant, &all, category).await;
}

/// Writes a file, whole or not at all. Makes its folder if there is none.
pub(crate) async fn write(file: &Path, bytes: Vec<u8>) -> io::Result<()> {
    if let Some(dir) = file.parent() {
        tokio::fs::create_dir_all(dir).await?;
    }
    let whole = file.with_extension("part");
    tokio::fs::write(&whole, bytes).await?;
    tokio::fs::rename(&whole, file).await
}
