//! The root key: 32 random bytes in a file of its own, to be backed up apart from the rest.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use kernel::personal::SubjectKey;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::VaultError;

/// Only the owner reads and writes it.
const MODE: u32 = 0o600;

/// The key in this file. With an empty vault it is made if there is none.
pub(super) fn of_vault(file: &Path, empty: bool) -> Result<SubjectKey, VaultError> {
    if empty && !file.exists() {
        make(file).map_err(|error| unusable(file, error))?;
    }
    read(file)
}

fn read(file: &Path) -> Result<SubjectKey, VaultError> {
    match fs::read(file).map(Zeroizing::new) {
        Ok(bytes) => match <[u8; 32]>::try_from(bytes.as_slice()) {
            Ok(key) => Ok(SubjectKey::from_bytes(key)),
            Err(_) => Err(VaultError::RootKeyDoesNotFit(file.to_owned())),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(VaultError::RootKeyMissing(file.to_owned()))
        }
        Err(error) => Err(unusable(file, error)),
    }
}

/// Makes the file. It is whole, and on disk, before it has its name; whoever was first has made
/// it, since another process may do the same.
fn make(file: &Path) -> io::Result<()> {
    let part = file.with_extension(format!("{}.part", Uuid::new_v4()));
    let mut out = OpenOptions::new().write(true).create_new(true).mode(MODE).open(&part)?;
    out.write_all(SubjectKey::generate().expose_bytes())?;
    out.sync_all()?;
    let named = fs::hard_link(&part, file);
    fs::remove_file(&part)?;
    match named {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        Ok(()) | Err(_) => {}
    }
    match file.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => File::open(dir)?.sync_all(),
        _ => Ok(()),
    }
}

fn unusable(file: &Path, error: io::Error) -> VaultError {
    VaultError::RootKeyUnusable { file: file.to_owned(), error }
}
