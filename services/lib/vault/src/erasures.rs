//! Whoever was erased, in a file of its own: a line for each, added and never changed.
//!
//! A backup of log and vault from before an erasure has the keys again, and neither of them knows. This file
//! stays where it is when they are restored, and the vault destroys those keys once more before anybody is
//! answered. It holds ids and nothing else.
//!
//! Invariant: a line is on disk before the keys are gone.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use kernel::TenantId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::VaultError;

/// Somebody who was erased.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Erased {
    /// The centre.
    pub centre: TenantId,
    /// The random id.
    pub person: Uuid,
}

/// The file, open.
#[derive(Clone)]
pub struct Erasures {
    path: PathBuf,
    file: Arc<Mutex<File>>,
}

impl Erasures {
    /// Opens the file, or makes it.
    ///
    /// # Errors
    ///
    /// [`VaultError::ErasuresUnusable`].
    pub fn open(path: &Path) -> Result<Self, VaultError> {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true).mode(0o600);
        let file = options.open(path).map_err(|error| unusable(path, error))?;
        Ok(Self { path: path.to_owned(), file: Arc::new(Mutex::new(file)) })
    }

    /// Everybody in it. What a crash left of a last line is cut off: nothing was destroyed yet then.
    pub(super) fn read(&self) -> Result<Vec<Erased>, VaultError> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let mut text = String::new();
        let read = file.seek(SeekFrom::Start(0)).and_then(|_| file.read_to_string(&mut text));
        read.map_err(|error| self.unusable(error))?;
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        if whole < text.len() {
            file.set_len(whole as u64).map_err(|error| self.unusable(error))?;
        }
        let lines = text[..whole]
            .lines()
            .map(|line| serde_json::from_str(line).map_err(|error| self.unusable(error.into())));
        lines.collect()
    }

    /// Adds these.
    pub(super) async fn add(&self, erased: Vec<Erased>) -> Result<(), VaultError> {
        let this = self.clone();
        let added = tokio::task::spawn_blocking(move || {
            let mut lines = String::new();
            for one in &erased {
                lines += &serde_json::to_string(one)?;
                lines.push('\n');
            }
            let mut file = this.file.lock().unwrap_or_else(PoisonError::into_inner);
            file.write_all(lines.as_bytes())?;
            file.sync_all()
        });
        added.await.map_err(|_| VaultError::Closing)?.map_err(|error| self.unusable(error))
    }

    fn unusable(&self, error: io::Error) -> VaultError {
        unusable(&self.path, error)
    }
}

fn unusable(path: &Path, error: io::Error) -> VaultError {
    VaultError::ErasuresUnusable { file: path.to_owned(), error }
}
