//! Whoever and whatever was erased, in a file of its own: one line for each, added and never changed.
//!
//! A backup of log and vault from before an erasure has the keys again, and neither of them knows. This file
//! stays where it is when they are restored, and the vault destroys those keys once more before anybody is
//! answered. It holds ids and nothing else.
//!
//! Invariant: a line is on disk before the keys are gone.

use std::{
    collections::BTreeSet,
    fs::{File, OpenOptions},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use kernel::{Category, TenantId};
use runtime::keys::Thing;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{VaultError, ladder::path_of_thing, shelf::WHOLE_CENTRE};

/// A centre that left, somebody who was erased, or one thing of theirs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Erased {
    /// The centre.
    pub centre: TenantId,
    /// The random id; none: the whole centre.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Uuid>,
    /// The only thing of the person; none: everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thing: Option<Uuid>,
}

/// Which keys go.
pub(super) enum Reach {
    /// The one at this path and all below.
    Below(String),
    /// Those at these paths: a thing's, of whatever category.
    At(Vec<String>),
}

impl Erased {
    /// Everybody of a centre.
    pub(super) fn everybody(centre: &TenantId) -> Self {
        Self { centre: centre.clone(), person: None, thing: None }
    }

    /// Somebody, with everything of theirs.
    pub(super) fn somebody(centre: &TenantId, person: Uuid) -> Self {
        Self { person: Some(person), ..Self::everybody(centre) }
    }

    /// One thing of somebody.
    pub(super) fn thing(centre: &TenantId, Thing { person, id }: Thing) -> Self {
        Self { thing: Some(id), ..Self::somebody(centre, person) }
    }

    /// As a tombstone names it: nothing for the centre, the person, or the thing below.
    pub(super) fn below_centre(&self) -> String {
        match (self.person, self.thing) {
            (None, _) => WHOLE_CENTRE.to_owned(),
            (Some(person), None) => person.to_string(),
            (Some(person), Some(thing)) => format!("{person}/{thing}"),
        }
    }

    /// What a tombstone names.
    pub(super) fn named(centre: &str, below: &str) -> Option<Self> {
        let centre = centre.parse().ok()?;
        if below == WHOLE_CENTRE {
            return Some(Self::everybody(&centre));
        }
        match below.split_once('/') {
            None => Some(Self::somebody(&centre, below.parse().ok()?)),
            Some((person, id)) => {
                let thing = Thing { person: person.parse().ok()?, id: id.parse().ok()? };
                Some(Self::thing(&centre, thing))
            }
        }
    }

    /// Which keys go.
    pub(super) fn reach(&self) -> Reach {
        let centre = &self.centre;
        match (self.person, self.thing) {
            (None, _) => Reach::Below(centre.to_string()),
            (Some(person), None) => Reach::Below(format!("{centre}/{person}")),
            (Some(person), Some(id)) => {
                let path = |category| path_of_thing(centre, &Thing { person, id }, category);
                Reach::At(Category::ALL.map(path).into())
            }
        }
    }
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
        whole_lines(&mut file).map_err(|error| self.unusable(error))
    }

    /// Adds those of these whom it lacks. It is on disk afterwards in any case: a line that is there already
    /// may be one that an ended process wrote and nobody made last.
    pub(super) async fn add(&self, erased: Vec<Erased>) -> Result<(), VaultError> {
        let this = self.clone();
        let added = tokio::task::spawn_blocking(move || {
            let mut file = this.file.lock().unwrap_or_else(PoisonError::into_inner);
            let mut known: BTreeSet<Erased> = whole_lines(&mut file)?.into_iter().collect();
            let mut lines = String::new();
            for one in erased {
                let line = serde_json::to_string(&one)?;
                if known.insert(one) {
                    lines += &line;
                    lines.push('\n');
                }
            }
            file.write_all(lines.as_bytes())?;
            file.sync_all()
        });
        added.await.map_err(|_| VaultError::Closing)?.map_err(|error| self.unusable(error))
    }

    fn unusable(&self, error: io::Error) -> VaultError {
        unusable(&self.path, error)
    }
}

fn whole_lines(file: &mut File) -> io::Result<Vec<Erased>> {
    let mut text = String::new();
    file.seek(SeekFrom::Start(0))?;
    file.read_to_string(&mut text)?;
    let whole = text.rfind('\n').map_or(0, |end| end + 1);
    if whole < text.len() {
        file.set_len(whole as u64)?;
    }
    text[..whole].lines().map(|line| serde_json::from_str(line).map_err(io::Error::from)).collect()
}

fn unusable(path: &Path, error: io::Error) -> VaultError {
    VaultError::ErasuresUnusable { file: path.to_owned(), error }
}
