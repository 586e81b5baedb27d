//! Snapshot files: a header, then parts, each sealed under its tenant's key if it names one, and what
//! is kept open of people, each under the person's own.
//!
//! Invariant: a snapshot is either whole and of this version, or ignored.

use std::{io, path::Path};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    keys::{KeyRing, SUBJECTS_ASKED_MAX},
    personal::{Category, SubjectKey},
    view::{Folded, Parked, PersonPart, SnapshotPart, View},
};

#[derive(Serialize, Deserialize)]
struct Snapshot {
    name: String,
    version: u32,
    position: u64,
    parts: Vec<SnapshotPart>,
    people: Vec<PersonPart>,
    parked: Vec<Parked>,
}

/// What a view has to tell.
pub(super) struct Saved {
    parts: Vec<SnapshotPart>,
    people: Vec<PersonPart>,
    position: u64,
    parked: Vec<Parked>,
}

impl Saved {
    /// Everything there is of a view. CPU work only.
    pub(super) fn of<V: View>(folded: &Folded<V>) -> Self {
        let (parts, people) = (folded.view.save(), folded.view.save_people());
        Self { parts, people, position: folded.position, parked: folded.parked.clone() }
    }

    /// How far the view had come.
    pub(super) fn position(&self) -> u64 {
        self.position
    }
}

/// The nil subject of a tenant has the key for what the tenant's services keep of everyone.
const TENANT_SUBJECT: Uuid = Uuid::nil();

pub(super) async fn save<V: View>(file: &Path, keys: &KeyRing, saved: Saved) -> io::Result<()> {
    let Saved { mut parts, people, position, parked } = saved;
    for (tenant, bytes) in &mut parts {
        let Some(tenant) = tenant else { continue };
        let key = keys.to_seal(tenant, TENANT_SUBJECT, Category::Health).await;
        let key = key.map_err(io::Error::other)?;
        *bytes = key.seal_bytes(bytes, V::NAME.as_bytes()).map_err(io::Error::other)?;
    }
    let seal = |key: &SubjectKey, bytes: &[u8]| key.seal_bytes(bytes, V::NAME.as_bytes()).ok();
    let people = of_people::<V>(keys, people, seal).await?;
    let (name, version) = (V::NAME.to_owned(), V::VERSION);
    let snapshot = Snapshot { name, version, position, parts, people, parked };
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
    let open = |key: &SubjectKey, bytes: &[u8]| key.open_bytes(bytes, V::NAME.as_bytes()).ok();
    let people = of_people::<V>(keys, snapshot.people, open).await?;
    let (position, parked) = (snapshot.position, snapshot.parked);
    Ok(V::load(parts).map(|mut view| {
        view.load_people(people);
        Folded { view, position, parked }
    }))
}

/// Every part sealed or opened with the key of its person. Whoever has no key any more was erased,
/// and is left out.
async fn of_people<V: View>(
    keys: &KeyRing,
    people: Vec<PersonPart>,
    with_key: impl Fn(&SubjectKey, &[u8]) -> Option<Vec<u8>>,
) -> io::Result<Vec<PersonPart>> {
    let mut done = Vec::with_capacity(people.len());
    for of_tenant in people.chunk_by(|(one, ..), (other, ..)| one == other) {
        for some in of_tenant.chunks(SUBJECTS_ASKED_MAX) {
            let subjects: Vec<_> = some.iter().map(|(_, subject, _)| *subject).collect();
            let found = keys.to_open(&some[0].0, &subjects, V::KEEPS).await;
            let found = found.map_err(io::Error::other)?;
            done.extend(some.iter().filter_map(|(tenant, subject, bytes)| {
                let bytes = with_key(found.get(subject)?, bytes)?;
                Some((tenant.clone(), *subject, bytes))
            }));
        }
    }
    Ok(done)
}
