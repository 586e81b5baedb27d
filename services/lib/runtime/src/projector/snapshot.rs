//! Snapshot files: a header, then the view, sealed under its tenant's key if it is of one, and what
//! is kept open of people, each under the person's own.
//!
//! Invariant: a snapshot is either whole and of this version, or ignored.

use std::{io, path::Path};

use eventlog::Position;
use kernel::{TenantId, personal::SubjectKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    keys::{KeyRing, SUBJECTS_ASKED_MAX},
    sealed_file,
    view::{Folded, Parked, PersonPart, View},
};

#[derive(Serialize, Deserialize)]
struct Snapshot {
    name: String,
    version: u32,
    saved: Saved,
}

/// What a view has to tell.
#[derive(Serialize, Deserialize)]
pub(super) struct Saved {
    bytes: Vec<u8>,
    people: Vec<PersonPart>,
    position: Position,
    last: Option<Uuid>,
    events: u64,
    parked: Vec<Parked>,
}

/// Up to which size tests look whether a view takes back what it saves.
const LOOKED_AT_BYTES_MAX: usize = 256 * 1024;

impl Saved {
    /// Everything there is of a view. CPU work only.
    pub(super) fn of<V: View>(folded: &Folded<V>) -> Self {
        let bytes = folded.view.save();
        // A field that is left out where it is empty is fine in the log and lost in here: nothing tells where the
        // next one begins. Nobody would notice but by a slow start. Tests end there.
        debug_assert!(
            bytes.len() > LOOKED_AT_BYTES_MAX || V::load(&bytes).is_some(),
            "{} does not take back what it saves",
            V::NAME
        );
        Self {
            bytes,
            people: folded.view.save_people(),
            position: folded.position,
            last: folded.last,
            events: folded.events,
            parked: folded.parked.clone(),
        }
    }

    /// How much memory it takes until it is written, about.
    pub(super) fn bytes(&self) -> usize {
        self.bytes.len() + self.people.iter().map(|(_, bytes)| bytes.len()).sum::<usize>()
    }

    /// How far the view had come.
    pub(super) fn position(&self) -> Position {
        self.position
    }
}

/// Writes a snapshot file, whole or not at all.
pub(super) async fn write<V: View>(
    file: &Path,
    keys: &KeyRing,
    tenant: Option<&TenantId>,
    mut saved: Saved,
) -> io::Result<()> {
    if let Some(tenant) = tenant {
        let key = sealed_file::key_to_seal(keys, tenant).await?;
        saved.bytes = key.seal_bytes(&saved.bytes, V::NAME.as_bytes()).map_err(io::Error::other)?;
        let seal = |key: &SubjectKey, bytes: &[u8]| key.seal_bytes(bytes, V::NAME.as_bytes()).ok();
        saved.people = of_people::<V>(keys, tenant, saved.people, seal).await?;
    }
    let snapshot = Snapshot { name: V::NAME.to_owned(), version: V::VERSION, saved };
    let body = postcard::to_stdvec(&snapshot).map_err(io::Error::other)?;
    let bytes = [Sha256::digest(&body).as_slice(), &body].concat();
    sealed_file::write(file, bytes).await
}

/// The saved view; `None` if there is none that is whole and of this version.
pub(super) async fn read<V: View>(
    file: &Path,
    keys: &KeyRing,
    tenant: Option<&TenantId>,
) -> Option<Folded<V>> {
    match try_read::<V>(file, keys, tenant).await {
        Ok(folded) => folded,
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound {
                tracing::warn!(view = V::NAME, %error, "snapshot not used");
            }
            None
        }
    }
}

async fn try_read<V: View>(
    file: &Path,
    keys: &KeyRing,
    tenant: Option<&TenantId>,
) -> io::Result<Option<Folded<V>>> {
    let bytes = tokio::fs::read(file).await?;
    let (hash, body) = bytes.split_at_checked(32).unwrap_or_default();
    if Sha256::digest(body).as_slice() != hash {
        return Ok(None);
    }
    let Ok(snapshot) = postcard::from_bytes::<Snapshot>(body) else { return Ok(None) };
    if snapshot.name != V::NAME || snapshot.version != V::VERSION {
        return Ok(None);
    }
    let Saved { mut bytes, mut people, position, last, events, parked } = snapshot.saved;
    if let Some(tenant) = tenant {
        let subjects = people.iter().map(|(subject, _)| *subject);
        sealed_file::ask_for_keys(keys, tenant, subjects, V::KEEPS).await;
        let key = sealed_file::key_to_open(keys, tenant).await?;
        let Ok(open) = key.open_bytes(&bytes, V::NAME.as_bytes()) else { return Ok(None) };
        bytes = open;
        let open = |key: &SubjectKey, bytes: &[u8]| key.open_bytes(bytes, V::NAME.as_bytes()).ok();
        people = of_people::<V>(keys, tenant, people, open).await?;
    }
    Ok(V::load(&bytes).map(|mut view| {
        view.load_people(people);
        Folded { view, position, last, events, parked }
    }))
}

/// Every part sealed or opened with the key of its person. Whoever has no key any more was erased,
/// and is left out.
async fn of_people<V: View>(
    keys: &KeyRing,
    tenant: &TenantId,
    people: Vec<PersonPart>,
    with_key: impl Fn(&SubjectKey, &[u8]) -> Option<Vec<u8>>,
) -> io::Result<Vec<PersonPart>> {
    let mut done = Vec::with_capacity(people.len());
    for some in people.chunks(SUBJECTS_ASKED_MAX) {
        let subjects: Vec<_> = some.iter().map(|(subject, _)| *subject).collect();
        let found = keys.to_open(tenant, &subjects, V::KEEPS).await;
        let found = found.map_err(io::Error::other)?;
        done.extend(some.iter().filter_map(|(subject, bytes)| {
            let bytes = with_key(found.get(subject)?, bytes)?;
            Some((*subject, bytes))
        }));
    }
    Ok(done)
}
