//! The data directory: one process owns it, and its format is known.
//!
//! ```text
//! DIR/format        version of everything below
//!     lock          held by the process that writes
//!     log.db        the event log; the only source of truth
//!     vault.db      keys of personal data, wrapped by root.key
//!     root.key      32 bytes; back it up apart from the rest
//!     erasures.jsonl  whoever was erased; stays as it is when a backup of the rest is restored
//!     token.key     signs service tokens
//!     groups.json   how far groups of consumers are, where the log is served to other processes
//!     snapshots/    views, and states of long streams; may be deleted
//! ```

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Version of the directory's layout.
const FORMAT: &str = "start-to-can 1\n";

/// A data directory owned by this process until it is dropped.
pub struct DataDir {
    path: PathBuf,
    _lock: File,
}

/// Why a data directory cannot be used. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum DataDirError {
    /// Another process owns it.
    #[error("{0} is in use by another process: stop that one, or give another --data")]
    InUse(PathBuf),
    /// It was written by another version.
    #[error(
        "{path} has the format \"{found}\", this version reads \"{}\": run the version that wrote \
         it, or give another --data", FORMAT.trim()
    )]
    OtherFormat {
        /// The directory.
        path: PathBuf,
        /// What its format file says.
        found: String,
    },
    /// It holds files, but no data directory's.
    #[error("{0} is not empty and no data directory: give another --data")]
    Foreign(PathBuf),
    /// It cannot be read or written.
    #[error("{path} cannot be used: {error}")]
    Io {
        /// The directory.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl DataDir {
    /// Opens a data directory, or makes one in an empty or missing directory.
    ///
    /// # Errors
    ///
    /// See [`DataDirError`].
    pub fn open(path: &Path) -> Result<Self, DataDirError> {
        let io = |error| DataDirError::Io { path: path.to_owned(), error };
        fs::create_dir_all(path).map_err(io)?;
        let format = path.join("format");
        match fs::read_to_string(&format) {
            Ok(found) if found == FORMAT => {}
            Ok(found) => {
                let (path, found) = (path.to_owned(), found.trim().to_owned());
                return Err(DataDirError::OtherFormat { path, found });
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let foreign = fs::read_dir(path)
                    .map_err(io)?
                    .flatten()
                    .any(|entry| entry.file_name() != "lock" && entry.file_name() != "format.part");
                if foreign {
                    return Err(DataDirError::Foreign(path.to_owned()));
                }
            }
            Err(error) => return Err(io(error)),
        }
        let lock = File::create(path.join("lock")).map_err(io)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(DataDirError::InUse(path.to_owned())),
            Err(TryLockError::Error(error)) => return Err(io(error)),
        }
        let made = Self { path: path.to_owned(), _lock: lock };
        made.fill(&format).map_err(io)?;
        Ok(made)
    }

    fn fill(&self, format: &Path) -> io::Result<()> {
        fs::create_dir_all(self.snapshots())?;
        if !format.exists() {
            let part = self.path.join("format.part");
            let mut file = File::create(&part)?;
            file.write_all(FORMAT.as_bytes())?;
            file.sync_all()?;
            fs::rename(part, format)?;
            File::open(&self.path)?.sync_all()?;
        }
        Ok(())
    }

    /// The event log's file.
    pub fn log(&self) -> PathBuf {
        log_file(&self.path)
    }

    /// The key vault's file.
    pub fn vault(&self) -> PathBuf {
        vault_file(&self.path)
    }

    /// The root key's file.
    pub fn root_key(&self) -> PathBuf {
        root_key_file(&self.path)
    }

    /// The file of those who were erased.
    pub fn erasures(&self) -> PathBuf {
        self.path.join("erasures.jsonl")
    }

    /// The file of the key that signs service tokens.
    pub fn token_key(&self) -> PathBuf {
        self.path.join("token.key")
    }

    /// The file in which groups of consumers keep how far they are.
    pub fn groups(&self) -> PathBuf {
        self.path.join("groups.json")
    }

    /// Where views keep their snapshots.
    pub fn snapshots(&self) -> PathBuf {
        self.path.join("snapshots")
    }
}

/// The log's file in a data directory that another process may own: for reading only.
pub fn log_file(dir: &Path) -> PathBuf {
    dir.join("log.db")
}

/// The key vault's file in such a directory.
pub fn vault_file(dir: &Path) -> PathBuf {
    dir.join("vault.db")
}

/// The root key's file in such a directory.
pub fn root_key_file(dir: &Path) -> PathBuf {
    dir.join("root.key")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_has_one_owner_at_a_time() {
        let dir = tempfile::tempdir().unwrap();
        let owner = DataDir::open(dir.path()).unwrap();
        assert!(matches!(DataDir::open(dir.path()), Err(DataDirError::InUse(_))));
        drop(owner);
        assert!(DataDir::open(dir.path()).is_ok());
    }

    #[test]
    fn a_directory_of_another_version_is_refused_and_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("format"), "start-to-can 99\n").unwrap();
        let Err(error) = DataDir::open(dir.path()) else { panic!("opened") };
        assert!(error.to_string().contains("start-to-can 99"), "{error}");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_directory_with_other_files_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("holiday.jpg"), "").unwrap();
        assert!(matches!(DataDir::open(dir.path()), Err(DataDirError::Foreign(_))));
    }
}
