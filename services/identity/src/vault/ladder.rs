//! The ladder in SQLite: each key wrapped by the one above it, named and bound by its path.

use std::{collections::HashMap, path::Path, sync::Arc, time::Duration};

use platform::{Category, TenantId, keys::Keys, personal::SubjectKey};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::VaultError;

/// Version of the tables below, kept in the file as `user_version`.
pub(super) const FORMAT_VERSION: i64 = 1;
/// How many tenant and subject keys are kept in memory (about 250 bytes each).
const KEPT_KEYS_MAX: usize = 20_000;
/// Place of the card key. No subject is a word, so no other key has this path.
const CARD_PATH: &str = "root/card";
const WAIT_FOR_LOCK: Duration = Duration::from_secs(5);

const TABLES: &str = "
CREATE TABLE IF NOT EXISTS keys (
    path TEXT PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS erased (
    tenant TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (tenant, subject)
) STRICT, WITHOUT ROWID;
";

/// Opens the file and makes the tables.
pub(super) fn connect(file: &Path) -> Result<Connection, VaultError> {
    let connection = Connection::open(file)?;
    connection.busy_timeout(WAIT_FOR_LOCK)?;
    let fresh = !connection.table_exists(None, "keys")?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // What is deleted is overwritten, so that a destroyed key is gone from the file.
    connection.pragma_update(None, "secure_delete", "ON")?;
    if fresh {
        connection.pragma_update(None, "user_version", FORMAT_VERSION)?;
    }
    let found = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found != FORMAT_VERSION {
        return Err(VaultError::OtherFormat { found });
    }
    connection.execute_batch(TABLES)?;
    Ok(connection)
}

pub(super) fn has_keys(connection: &Connection) -> Result<bool, VaultError> {
    Ok(connection.query_row("SELECT EXISTS (SELECT 1 FROM keys)", [], |row| row.get(0))?)
}

/// Tenant and subject keys by path.
type Kept = HashMap<String, Arc<SubjectKey>>;

pub(super) struct Ladder {
    connection: Connection,
    root: SubjectKey,
    kept: Kept,
}

impl Ladder {
    pub(super) fn new(connection: Connection, root: SubjectKey) -> Self {
        Self { connection, root, kept: Kept::new() }
    }

    /// The key of the start cards' codes, made if there is none.
    pub(super) fn card_key(&mut self) -> Result<Arc<SubjectKey>, VaultError> {
        self.steps(true, |steps, root| steps.on_disk(root, CARD_PATH))?.ok_or(VaultError::Damaged)
    }

    pub(super) fn keys(
        &mut self,
        tenant: &TenantId,
        subjects: &[Uuid],
        category: Category,
        make: bool,
    ) -> Result<Keys, VaultError> {
        self.steps(make, |steps, root| {
            let mut keys = Keys::with_capacity(subjects.len());
            let Some(tenant_key) = steps.tenant(root, tenant)? else { return Ok(keys) };
            for subject in subjects {
                let Some(above) = steps.subject(&tenant_key, tenant, *subject)? else { continue };
                let path = format!("{tenant}/{subject}/{}", category.name());
                if let Some(key) = steps.on_disk(&above, &path)? {
                    keys.insert(*subject, key);
                }
            }
            Ok(keys)
        })
    }

    /// Leaves the tombstone and nothing else. Idempotent.
    pub(super) fn destroy(&mut self, tenant: &TenantId, subject: Uuid) -> Result<(), VaultError> {
        let path = subject_path(tenant, subject);
        self.kept.remove(&path);
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute(
            "INSERT OR IGNORE INTO erased (tenant, subject) VALUES (?1, ?2)",
            params![tenant.as_str(), subject.to_string()],
        )?;
        // Everything below `path/`: '0' is the character after '/'.
        transaction.execute(
            "DELETE FROM keys WHERE path = ?1 OR (path > ?1 || '/' AND path < ?1 || '0')",
            [&path],
        )?;
        transaction.commit()?;
        // The write-ahead log still holds the pages as they were: fold it in and cut it off.
        let busy: i64 =
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 { Ok(()) } else { Err(VaultError::Busy) }
    }

    /// Runs some steps in one transaction.
    fn steps<T>(
        &mut self,
        make: bool,
        work: impl FnOnce(&mut Steps<'_>, &SubjectKey) -> Result<T, VaultError>,
    ) -> Result<T, VaultError> {
        let Self { connection, root, kept } = self;
        let behavior =
            if make { TransactionBehavior::Immediate } else { TransactionBehavior::Deferred };
        let transaction = connection.transaction_with_behavior(behavior)?;
        let done = work(&mut Steps { transaction: &transaction, kept, make }, root)
            .and_then(|done| transaction.commit().map(|()| done).map_err(VaultError::from));
        if done.is_err() {
            // A key made here is not on disk: nothing may ever be wrapped by it.
            kept.clear();
        }
        done
    }
}

/// Steps down the ladder inside one transaction.
struct Steps<'a> {
    transaction: &'a Connection,
    kept: &'a mut Kept,
    make: bool,
}

impl Steps<'_> {
    fn tenant(
        &mut self,
        root: &SubjectKey,
        tenant: &TenantId,
    ) -> Result<Option<Arc<SubjectKey>>, VaultError> {
        if let Some(key) = self.kept.get(tenant.as_str()) {
            return Ok(Some(key.clone()));
        }
        let key = self.on_disk(root, tenant.as_str())?;
        Ok(self.keep(tenant.as_str().to_owned(), key))
    }

    fn subject(
        &mut self,
        above: &SubjectKey,
        tenant: &TenantId,
        subject: Uuid,
    ) -> Result<Option<Arc<SubjectKey>>, VaultError> {
        let path = subject_path(tenant, subject);
        if let Some(key) = self.kept.get(&path) {
            return Ok(Some(key.clone()));
        }
        let key = match self.read(above, &path)? {
            Some(key) => Some(key),
            None if self.make && !self.is_erased(tenant, subject)? => {
                Some(self.made(above, &path)?)
            }
            None => None,
        };
        Ok(self.keep(path, key))
    }

    /// The key stored under a path, made if it may be.
    fn on_disk(
        &self,
        above: &SubjectKey,
        path: &str,
    ) -> Result<Option<Arc<SubjectKey>>, VaultError> {
        match self.read(above, path)? {
            None if self.make => self.made(above, path).map(Some),
            found => Ok(found),
        }
    }

    fn read(&self, above: &SubjectKey, path: &str) -> Result<Option<Arc<SubjectKey>>, VaultError> {
        let wrapped: Option<Vec<u8>> = self
            .transaction
            .prepare_cached("SELECT wrapped FROM keys WHERE path = ?1")?
            .query_row([path], |row| row.get(0))
            .optional()?;
        let Some(wrapped) = wrapped else { return Ok(None) };
        let open = above.open_bytes(&wrapped, path.as_bytes()).map(Zeroizing::new);
        let open = open.map_err(|_| VaultError::Damaged)?;
        let bytes = <[u8; 32]>::try_from(open.as_slice()).map_err(|_| VaultError::Damaged)?;
        Ok(Some(Arc::new(SubjectKey::from_bytes(bytes))))
    }

    fn made(&self, above: &SubjectKey, path: &str) -> Result<Arc<SubjectKey>, VaultError> {
        let key = SubjectKey::generate();
        let wrapped = above.seal_bytes(key.expose_bytes(), path.as_bytes());
        let wrapped = wrapped.map_err(|_| VaultError::Damaged)?;
        self.transaction
            .prepare_cached("INSERT INTO keys (path, wrapped) VALUES (?1, ?2)")?
            .execute(params![path, wrapped])?;
        Ok(Arc::new(key))
    }

    fn is_erased(&self, tenant: &TenantId, subject: Uuid) -> Result<bool, VaultError> {
        let mut query = self
            .transaction
            .prepare_cached("SELECT 1 FROM erased WHERE tenant = ?1 AND subject = ?2")?;
        Ok(query.exists(params![tenant.as_str(), subject.to_string()])?)
    }

    fn keep(&mut self, path: String, key: Option<Arc<SubjectKey>>) -> Option<Arc<SubjectKey>> {
        let key = key?;
        if self.kept.len() >= KEPT_KEYS_MAX {
            self.kept.clear();
        }
        self.kept.insert(path, key.clone());
        Some(key)
    }
}

fn subject_path(tenant: &TenantId, subject: Uuid) -> String {
    format!("{tenant}/{subject}")
}
