//! The ladder: each key wrapped by the one above it, named and bound by its path.
//!
//! Invariant: a key counts only as it stands on the shelf. One that was just made is dropped and
//! read back like any other, so of two makers at the same moment both use the one that is kept.

use std::{collections::BTreeSet, sync::Arc};

use kernel::{Category, TenantId, personal::SubjectKey};
use runtime::keys::{Keys, Thing};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    VaultError,
    shelf::{Shelf, Wrapped},
};

/// Place of the card key. No subject is a word, so no other key has this path.
pub(super) const CARD_PATH: &str = "root/card";

pub(super) struct Ladder {
    pub(super) root: Arc<SubjectKey>,
    pub(super) shelf: Box<dyn Shelf>,
}

/// A key to be opened: whose it is, its path, and the key above it.
type Step<T> = (T, String, Arc<SubjectKey>);

impl Ladder {
    pub(super) fn new(root: SubjectKey, shelf: Box<dyn Shelf>) -> Self {
        Self { root: Arc::new(root), shelf }
    }

    /// The keys that exist, or with `make` every key but those of destroyed subjects.
    pub(super) async fn keys(
        &self,
        tenant: &TenantId,
        subjects: &[Uuid],
        category: Category,
        make: bool,
    ) -> Result<Keys, VaultError> {
        let of_subject = |subject: &Uuid| format!("{tenant}/{subject}");
        let of_category = |subject: &Uuid| format!("{tenant}/{subject}/{}", category.name());
        let mut paths = vec![tenant.to_string()];
        paths.extend(subjects.iter().flat_map(|it| [of_subject(it), of_category(it)]));
        let mut kept = self.shelf.read(paths).await?;

        let tenants = vec![((), tenant.to_string(), self.root.clone())];
        let tenants = self.down(&mut kept, tenants, make).await?;
        let Some(((), tenant_key)) = tenants.into_iter().next() else { return Ok(Keys::new()) };
        let above = subjects.iter().map(|it| (*it, of_subject(it), tenant_key.clone())).collect();
        let above = self.down(&mut kept, above, make).await?;
        let keys = above.into_iter().map(|(it, above)| (it, of_category(&it), above)).collect();
        Ok(self.down(&mut kept, keys, make).await?.into_iter().collect())
    }

    /// The same of things: a rung below the keys of their people's categories.
    pub(super) async fn keys_of_things(
        &self,
        tenant: &TenantId,
        things: &[Thing],
        category: Category,
        make: bool,
    ) -> Result<Keys, VaultError> {
        let people: BTreeSet<Uuid> = things.iter().map(|thing| thing.person).collect();
        let people: Vec<Uuid> = people.into_iter().collect();
        let above = self.keys(tenant, &people, category, make).await?;
        let path = |thing: &Thing| path_of_thing(tenant, thing, category);
        let mut kept = self.shelf.read(things.iter().map(path).collect()).await?;
        let steps = things.iter().filter_map(|thing| {
            above.get(&thing.person).map(|above| (thing.id, path(thing), above.clone()))
        });
        Ok(self.down(&mut kept, steps.collect(), make).await?.into_iter().collect())
    }

    /// Opens the keys of one rung; with `make`, those that are missing are made first.
    async fn down<T>(
        &self,
        kept: &mut Wrapped,
        steps: Vec<Step<T>>,
        make: bool,
    ) -> Result<Vec<(T, Arc<SubjectKey>)>, VaultError> {
        if make {
            let missing = steps.iter().filter(|(_, path, _)| !kept.contains_key(path));
            let new: Wrapped = missing
                .map(|(_, path, above)| Ok((path.clone(), new_key(above, path)?)))
                .collect::<Result<_, VaultError>>()?;
            if !new.is_empty() {
                kept.extend(self.shelf.add(new).await?);
            }
        }
        let found = steps.into_iter().filter_map(|(of, path, above)| {
            let wrapped = kept.get(&path)?;
            Some(open(&above, &path, wrapped).map(|key| (of, Arc::new(key))))
        });
        found.collect()
    }
}

/// Where the key of a thing stands.
pub(super) fn path_of_thing(tenant: &TenantId, thing: &Thing, category: Category) -> String {
    format!("{tenant}/{}/{}/{}", thing.person, category.name(), thing.id)
}

/// A new card key, to be put on a shelf that may have one.
pub(super) fn new_card_key(root: &SubjectKey) -> Result<Wrapped, VaultError> {
    Ok(Wrapped::from([(CARD_PATH.to_owned(), new_key(root, CARD_PATH)?)]))
}

/// The card key as it stands on the shelf.
pub(super) fn card_key(root: &SubjectKey, kept: &Wrapped) -> Result<SubjectKey, VaultError> {
    open(root, CARD_PATH, kept.get(CARD_PATH).ok_or(VaultError::Damaged)?)
}

/// A random key, wrapped.
fn new_key(above: &SubjectKey, path: &str) -> Result<Vec<u8>, VaultError> {
    seal(above, path, &SubjectKey::generate())
}

/// A key, wrapped.
pub(super) fn seal(
    above: &SubjectKey,
    path: &str,
    key: &SubjectKey,
) -> Result<Vec<u8>, VaultError> {
    above.seal_bytes(key.expose_bytes(), path.as_bytes()).map_err(|_| VaultError::Damaged)
}

pub(super) fn open(
    above: &SubjectKey,
    path: &str,
    wrapped: &[u8],
) -> Result<SubjectKey, VaultError> {
    let open = above.open_bytes(wrapped, path.as_bytes()).map(Zeroizing::new);
    let open = open.map_err(|_| VaultError::Damaged)?;
    let bytes = <[u8; 32]>::try_from(open.as_slice()).map_err(|_| VaultError::Damaged)?;
    Ok(SubjectKey::from_bytes(bytes))
}

/// The thing of somebody to which a path leads, and of which category its key is.
pub(super) fn thing_at(path: &str) -> Option<(Category, Uuid)> {
    let (above, id) = path.rsplit_once('/')?;
    Some((Category::named(above.rsplit('/').next()?)?, id.parse().ok()?))
}
