//! Files in the folder of snapshots: whole or not there, and sealed under a tenant's key where they are
//! of one.

use std::{io, path::Path, sync::Arc};

use kernel::{
    TenantId,
    personal::{Category, SubjectKey},
};
use uuid::Uuid;

use crate::keys::KeyRing;

/// The nil subject of a tenant has the key for what the tenant's services keep of everyone.
const TENANT_SUBJECT: Uuid = Uuid::nil();

/// A tenant's key for what its services keep of everyone, made if there is none.
pub(crate) async fn key_to_seal(keys: &KeyRing, tenant: &TenantId) -> io::Result<Arc<SubjectKey>> {
    keys.to_seal(tenant, TENANT_SUBJECT, Category::Health).await.map_err(io::Error::other)
}

/// The same key for what was sealed before.
pub(crate) async fn key_to_open(keys: &KeyRing, tenant: &TenantId) -> io::Result<Arc<SubjectKey>> {
    let found = keys.to_open(tenant, &[TENANT_SUBJECT], Category::Health).await;
    let key = found.map_err(io::Error::other)?.remove(&TENANT_SUBJECT);
    key.ok_or_else(|| io::Error::other("the tenant's key is gone"))
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
