//! Snapshot files: a header, then parts, each sealed under its tenant's key if it names one.
//!
//! Invariant: a snapshot is either whole and of this version, or ignored.

use std::{io, path::Path};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    keys::KeyRing,
    personal::Category,
    view::{Folded, Parked, SnapshotPart, View},
};

#[derive(Serialize, Deserialize)]
struct Snapshot {
    name: String,
    version: u32,
    position: u64,
    parts: Vec<SnapshotPart>,
    parked: Vec<Parked>,
}

/// The nil subject of a tenant has the key for what the tenant's services keep of everyone.
const TENANT_SUBJECT: Uuid = Uuid::nil();

pub(super) async fn save<V: View>(
    file: &Path,
    keys: &KeyRing,
    mut parts: Vec<SnapshotPart>,
    position: u64,
    parked: Vec<Parked>,
) -> io::Result<()> {
    for (tenant, bytes) in &mut parts {
        let Some(tenant) = tenant else { continue };
        let key = keys.to_seal(tenant, TENANT_SUBJECT, Category::Health).await;
        let key = key.map_err(io::Error::other)?;
        *bytes = key.seal_bytes(bytes, V::NAME.as_bytes()).map_err(io::Error::other)?;
    }
    let (name, version) = (V::NAME.to_owned(), V::VERSION);
    let snapshot = Snapshot { name, version, position, parts, parked };
    let body = postcard::to_stdvec(&snapshot).map_err(io::Error::other)?;
    let bytes = [Sha256::digest(&body).as_slice(), &body].concat();
    let whole = file.with_extension("part");
    tokio::fs::write(&whole, bytes).await?;
    tokio::fs::rename(&whole, file).await
}

/// The saved view, or an empty one if there is none that is whole, of this version and not ahead
/// of the log (a log restored from a backup may be shorter than the snapshot).
pub(super) async fn load<V: View>(file: &Path, keys: &KeyRing, log_end: u64) -> Folded<V> {
    match try_load::<V>(file, keys).await {
        Ok(Some(folded)) if folded.position <= log_end => folded,
        Ok(_) => Folded::default(),
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound {
                tracing::warn!(view = V::NAME, %error, "snapshot not used");
            }
            Folded::default()
        }
    }
}

async fn try_load<V: View>(file: &Path, keys: &KeyRing) -> io::Result<Option<Folded<V>>> {
    let bytes = tokio::fs::read(file).await?;
    let (hash, body) = bytes.split_at_checked(32).unwrap_or_default();
    if Sha256::digest(body).as_slice() != hash {
        return Ok(None);
    }
    let Ok(snapshot) = postcard::from_bytes::<Snapshot>(body) else { return Ok(None) };
    if snapshot.name != V::NAME || snapshot.version != V::VERSION {
        return Ok(None);
    }
    let mut parts = snapshot.parts;
    for (tenant, bytes) in &mut parts {
        let Some(tenant) = tenant else { continue };
        let found = keys.to_open(tenant, &[TENANT_SUBJECT], Category::Health).await;
        let found = found.map_err(io::Error::other)?;
        let Some(key) = found.get(&TENANT_SUBJECT) else { return Ok(None) };
        let Ok(open) = key.open_bytes(bytes, V::NAME.as_bytes()) else { return Ok(None) };
        *bytes = open;
    }
    let (position, parked) = (snapshot.position, snapshot.parked);
    Ok(V::load(parts).map(|view| Folded { view, position, parked }))
}
