//! How far groups are, in one small file that is replaced as a whole.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use tokio::sync::Mutex;

use super::definition::{Definition, Key};

/// Groups as they stand on the disk.
pub(super) struct Store {
    file: PathBuf,
    groups: Mutex<BTreeMap<Key, Definition>>,
}

impl Store {
    /// The groups in this file; none if there is no such file.
    pub(super) fn open(file: PathBuf) -> io::Result<(Self, Vec<Definition>)> {
        let kept: Vec<Definition> = match fs::read(&file) {
            Ok(bytes) => serde_json::from_slice(&bytes)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        let groups = kept.iter().map(|group| (group.key(), group.clone())).collect();
        Ok((Self { file, groups: Mutex::new(groups) }, kept))
    }

    pub(super) async fn kept(&self, key: &Key) -> Option<Definition> {
        self.groups.lock().await.get(key).cloned()
    }

    /// Keeps a group as it is now.
    pub(super) async fn keep(&self, group: Definition) -> io::Result<()> {
        self.change(|groups| drop(groups.insert(group.key(), group))).await
    }

    pub(super) async fn forget(&self, key: &Key) -> io::Result<()> {
        self.change(|groups| drop(groups.remove(key))).await
    }

    async fn change(&self, change: impl FnOnce(&mut BTreeMap<Key, Definition>)) -> io::Result<()> {
        // Held while writing, so that an older state never replaces a newer one.
        let mut groups = self.groups.lock().await;
        change(&mut groups);
        let bytes = serde_json::to_vec(&groups.values().collect::<Vec<_>>())?;
        let file = self.file.clone();
        tokio::task::spawn_blocking(move || replace(&file, &bytes)).await?
    }
}

fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = file.with_extension("part");
    let mut written = File::create(&part)?;
    written.write_all(bytes)?;
    written.sync_all()?;
    fs::rename(part, file)
}
