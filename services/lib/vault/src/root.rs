//! The root key: 32 random bytes in a file of its own, to be backed up apart from the rest.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use kernel::personal::SubjectKey;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::VaultError;

/// Only the owner reads and writes it.
const MODE: u32 = 0o600;
/// Where the key stands that is to follow.
const NEXT: &str = ".next";
/// Where the key stands that was there before.
const BEFORE: &str = ".before";

/// The key in this file. With an empty vault it is made if there is none.
pub(super) fn of_vault(file: &Path, empty: bool) -> Result<SubjectKey, VaultError> {
    if empty && !file.exists() {
        make(file).map_err(|error| unusable(file, error))?;
    }
    read(file)
}

/// The key that is to follow the one in this file, made if it was not yet.
pub(super) fn next(file: &Path) -> Result<SubjectKey, VaultError> {
    let next = beside(file, NEXT);
    if !next.exists() {
        make(&next).map_err(|error| unusable(&next, error))?;
    }
    read(&next)
}

/// The key that follows the one in this file, if one was made.
pub(super) fn following(file: &Path) -> Result<Option<SubjectKey>, VaultError> {
    let next = beside(file, NEXT);
    if next.exists() { read(&next).map(Some) } else { Ok(None) }
}

/// Gives the following key this file's name. The one of before stays beside it.
pub(super) fn promote(file: &Path) -> Result<(), VaultError> {
    let (next, before) = (beside(file, NEXT), beside(file, BEFORE));
    let done = fs::copy(file, &before).and_then(|_| File::open(&before)?.sync_all());
    let done = done.and_then(|()| fs::rename(&next, file)).and_then(|()| keep_names(file));
    done.map_err(|error| unusable(file, error))
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
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
    keep_names(file)
}

/// What stands under which name beside this file is on disk.
fn keep_names(file: &Path) -> io::Result<()> {
    match file.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => File::open(dir)?.sync_all(),
        _ => Ok(()),
    }
}

fn unusable(file: &Path, error: io::Error) -> VaultError {
    VaultError::RootKeyUnusable { file: file.to_owned(), error }
}
