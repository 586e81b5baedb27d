//! The root key: 32 random bytes in a file of its own, to be backed up apart from the rest.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use platform::personal::SubjectKey;
use zeroize::Zeroizing;

use super::VaultError;

/// Only the owner reads and writes it.
const MODE: u32 = 0o600;

/// The key in this file; `None` if there is no file.
pub(super) fn read(file: &Path) -> Result<Option<SubjectKey>, VaultError> {
    match fs::read(file).map(Zeroizing::new) {
        Ok(bytes) => match <[u8; 32]>::try_from(bytes.as_slice()) {
            Ok(key) => Ok(Some(SubjectKey::from_bytes(key))),
            Err(_) => Err(VaultError::RootKeyDoesNotFit(file.to_owned())),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unusable(file, error)),
    }
}

/// Makes the file. It is whole, and on disk, before it has its name.
pub(super) fn make(file: &Path) -> Result<SubjectKey, VaultError> {
    let key = SubjectKey::generate();
    write(file, key.expose_bytes()).map_err(|error| unusable(file, error))?;
    Ok(key)
}

fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = file.with_extension("part");
    match fs::remove_file(&part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    let mut out = OpenOptions::new().write(true).create_new(true).mode(MODE).open(&part)?;
    out.write_all(bytes)?;
    out.sync_all()?;
    fs::rename(&part, file)?;
    match file.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => File::open(dir)?.sync_all(),
        _ => Ok(()),
    }
}

fn unusable(file: &Path, error: io::Error) -> VaultError {
    VaultError::RootKeyUnusable { file: file.to_owned(), error }
}
