//! What is known of long streams, on the disk: `snapshots/states/`, one file per stream, sealed under its
//! tenant's key. It only saves time and may be deleted at any moment.
//!
//! Invariant: a file is used for its own stream and version only, and only if it is whole.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use eventlog::StreamName;
use kernel::State;

use crate::{Backends, keys::KeyRing, sealed_file};

use super::Known;

/// After how many events that had to be read what is known of a stream is written to the disk.
pub const STATE_EVENTS: usize = 256;
/// Version of what stands in a file beside the state.
const FORMAT: u32 = 1;

/// What an earlier process wrote of a stream.
pub(super) async fn load<S: State>(backends: &Backends, stream: &StreamName) -> Option<Known<S>> {
    let file = file(backends.snapshots.as_deref()?, stream);
    match try_load(&file, &backends.keys, stream).await {
        Ok(known) => Some(known),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            tracing::warn!(kind = S::KIND, %error, "state not used");
            None
        }
    }
}

async fn try_load<S: State>(
    file: &Path,
    keys: &KeyRing,
    stream: &StreamName,
) -> io::Result<Known<S>> {
    let sealed = tokio::fs::read(file).await?;
    let key = sealed_file::key_to_open(keys, stream.tenant()).await?;
    let bytes = key.open_bytes(&sealed, &place::<S>(stream)).map_err(io::Error::other)?;
    postcard::from_bytes(&bytes).map_err(io::Error::other)
}

/// Writes what is known of a stream, while whoever asked goes on.
pub(super) fn save_soon<S: State>(backends: &Backends, stream: &StreamName, known: Known<S>) {
    let Some(dir) = &backends.snapshots else { return };
    let (file, keys, stream) = (file(dir, stream), backends.keys.clone(), stream.clone());
    tokio::spawn(async move {
        if let Err(error) = save(file, keys, stream, known).await {
            tracing::warn!(kind = S::KIND, %error, "state not written");
        }
    });
}

async fn save<S: State>(
    file: PathBuf,
    keys: Arc<KeyRing>,
    stream: StreamName,
    known: Known<S>,
) -> io::Result<()> {
    let key = sealed_file::key_to_seal(&keys, stream.tenant()).await?;
    let sealed = tokio::task::spawn_blocking(move || {
        let bytes = postcard::to_stdvec(&known).map_err(io::Error::other)?;
        key.seal_bytes(&bytes, &place::<S>(&stream)).map_err(io::Error::other)
    });
    sealed_file::write(&file, sealed.await.map_err(io::Error::other)??).await
}

/// The name of a stream is ids only, and one that a file may have.
fn file(snapshots: &Path, stream: &StreamName) -> PathBuf {
    snapshots.join("states").join(format!("{}.state", stream.as_str()))
}

/// What a file is bound to, as authenticated with it.
fn place<S: State>(stream: &StreamName) -> Vec<u8> {
    format!("{} state {FORMAT}.{}", stream.as_str(), S::VERSION).into_bytes()
}
