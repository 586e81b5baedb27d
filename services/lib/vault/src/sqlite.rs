//! Wrapped keys in one SQLite file, for one process.

use std::{
    collections::{BTreeSet, HashSet},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use kernel::{Category, TenantId};
use rusqlite::{Connection, ErrorCode, OptionalExtension, TransactionBehavior, params};
use uuid::Uuid;

use super::{
    VaultError,
    erasures::{Erased, Reach},
    ladder::{CARD_PATH, thing_at},
    shelf::{Shelf, WHOLE_CENTRE, Wrapped},
};

/// Version of the tables below, kept in the file as `user_version`.
const FORMAT_VERSION: i64 = 1;
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

/// The open file.
pub(super) struct Sqlite(Connection);

impl Sqlite {
    /// Opens the file and makes the tables.
    pub(super) fn open(file: &Path) -> Result<Self, VaultError> {
        let connection = Connection::open(file)?;
        connection.busy_timeout(WAIT_FOR_LOCK)?;
        Self::on(connection)
    }

    /// The same, while nobody else has it open, and so that nobody else can open it.
    pub(super) fn alone(file: &Path) -> Result<Self, VaultError> {
        let connection = Connection::open(file)?;
        connection.busy_timeout(Duration::ZERO)?;
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        match Self::on(connection) {
            Err(VaultError::Unusable(error))
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) =>
            {
                Err(VaultError::Busy)
            }
            opened => opened,
        }
    }

    fn on(connection: Connection) -> Result<Self, VaultError> {
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
            return Err(VaultError::OtherFormat { found, known: FORMAT_VERSION });
        }
        connection.execute_batch(TABLES)?;
        Ok(Self(connection))
    }

    pub(super) fn is_empty(&self) -> Result<bool, VaultError> {
        Ok(self.0.query_row("SELECT NOT EXISTS (SELECT 1 FROM keys)", [], |row| row.get(0))?)
    }

    fn read(&mut self, paths: &[String]) -> Result<Wrapped, VaultError> {
        let transaction = self.0.transaction()?;
        kept(&transaction, paths.iter())
    }

    /// As [`Shelf::add`].
    pub(super) fn add(&mut self, new: &Wrapped) -> Result<Wrapped, VaultError> {
        let transaction = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (path, wrapped) in new {
            if !is_erased(&transaction, path)? {
                transaction
                    .prepare_cached("INSERT OR IGNORE INTO keys (path, wrapped) VALUES (?1, ?2)")?
                    .execute(params![path, wrapped])?;
            }
        }
        let kept = kept(&transaction, new.keys())?;
        transaction.commit()?;
        Ok(kept)
    }

    fn erased(&self, tenant: &TenantId, subjects: &[Uuid]) -> Result<HashSet<Uuid>, VaultError> {
        let mut erased = HashSet::new();
        for subject in subjects {
            if is_erased(&self.0, &format!("{tenant}/{subject}"))? {
                erased.insert(*subject);
            }
        }
        Ok(erased)
    }

    fn things(
        &self,
        tenant: &TenantId,
        person: Uuid,
    ) -> Result<BTreeSet<(Category, Uuid)>, VaultError> {
        let mut query = self.0.prepare(
            "SELECT path FROM keys WHERE path > ?1 || '/' AND path < ?1 || '0' AND path LIKE '%/%/%/%'",
        )?;
        let paths =
            query.query_map([format!("{tenant}/{person}")], |row| row.get::<_, String>(0))?;
        paths.map(|path| thing_at(&path?).ok_or(VaultError::Damaged)).collect()
    }

    /// Puts a tombstone for each, and deletes what it reaches.
    fn destroy(&mut self, erased: &[Erased]) -> Result<(), VaultError> {
        let transaction = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for one in erased {
            transaction
                .prepare_cached("INSERT OR IGNORE INTO erased (tenant, subject) VALUES (?1, ?2)")?
                .execute([one.centre.as_str(), &one.below_centre()])?;
            match one.reach() {
                Reach::At(paths) => {
                    let mut delete =
                        transaction.prepare_cached("DELETE FROM keys WHERE path = ?1")?;
                    for path in paths {
                        delete.execute([path])?;
                    }
                }
                Reach::Below(path) => {
                    // Everything below `path/`: '0' is the character after '/'.
                    transaction
                        .prepare_cached(
                            "DELETE FROM keys WHERE path = ?1 OR (path > ?1 || '/' AND path < ?1 || '0')",
                        )?
                        .execute([path])?;
                }
            }
        }
        transaction.commit()?;
        self.cut_off()
    }

    fn count(&self, centre: &TenantId) -> Result<u64, VaultError> {
        let count: i64 = self.0.query_row(
            "SELECT count(*) FROM keys WHERE path = ?1 OR (path > ?1 || '/' AND path < ?1 || '0')",
            [centre.as_str()],
            |row| row.get(0),
        )?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    fn below(&self, centre: Option<&TenantId>) -> Result<Wrapped, VaultError> {
        let mut query = self.0.prepare(match centre {
            None => "SELECT path, wrapped FROM keys WHERE instr(path, '/') = 0 OR path = ?1",
            // Everything below `path/`, and nothing below that: '0' is the character after '/'.
            Some(_) => {
                "SELECT path, wrapped FROM keys
                 WHERE path > ?1 || '/' AND path < ?1 || '0' AND instr(substr(path, length(?1) + 2), '/') = 0"
            }
        })?;
        let above = centre.map_or(CARD_PATH, TenantId::as_str);
        let rows = query.query_map([above], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn replace(&mut self, renewed: &Wrapped) -> Result<(), VaultError> {
        let transaction = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (path, wrapped) in renewed {
            transaction
                .prepare_cached("UPDATE keys SET wrapped = ?2 WHERE path = ?1")?
                .execute(params![path, wrapped])?;
        }
        transaction.commit()?;
        self.cut_off()
    }

    fn tombstones(&self) -> Result<Vec<Erased>, VaultError> {
        let mut query = self.0.prepare("SELECT tenant, subject FROM erased")?;
        let rows =
            query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let read = |(centre, below): (String, String)| Erased::named(&centre, &below);
        rows.map(|row| read(row?).ok_or(VaultError::Damaged)).collect()
    }

    /// The write-ahead log still holds the pages as they were: fold it in and cut it off.
    fn cut_off(&self) -> Result<(), VaultError> {
        let busy: i64 =
            self.0.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 { Ok(()) } else { Err(VaultError::Busy) }
    }
}

fn kept<'a>(
    connection: &Connection,
    paths: impl Iterator<Item = &'a String>,
) -> Result<Wrapped, VaultError> {
    let mut query = connection.prepare_cached("SELECT wrapped FROM keys WHERE path = ?1")?;
    let mut kept = Wrapped::new();
    for path in paths {
        if let Some(wrapped) = query.query_row([path], |row| row.get(0)).optional()? {
            kept.insert(path.clone(), wrapped);
        }
    }
    Ok(kept)
}

/// Whether a path lies at or below a tombstone: the person's, or the thing's.
fn is_erased(connection: &Connection, path: &str) -> Result<bool, VaultError> {
    let mut parts = path.split('/');
    let tenant = parts.next().unwrap_or_default();
    let person = parts.next().unwrap_or(WHOLE_CENTRE);
    // After the category.
    let thing = parts.nth(1).map(|thing| format!("{person}/{thing}"));
    let thing = thing.as_deref().unwrap_or(WHOLE_CENTRE);
    let mut query = connection
        .prepare_cached("SELECT 1 FROM erased WHERE tenant = ?1 AND subject IN (?2, ?3, ?4)")?;
    Ok(query.exists([tenant, person, thing, WHOLE_CENTRE])?)
}

#[async_trait]
impl Shelf for Arc<Mutex<Sqlite>> {
    async fn read(&self, paths: Vec<String>) -> Result<Wrapped, VaultError> {
        apart(self, move |file| file.read(&paths)).await
    }

    async fn add(&self, new: Wrapped) -> Result<Wrapped, VaultError> {
        apart(self, move |file| file.add(&new)).await
    }

    async fn below(&self, centre: Option<&TenantId>) -> Result<Wrapped, VaultError> {
        let centre = centre.cloned();
        apart(self, move |file| file.below(centre.as_ref())).await
    }

    async fn replace(&self, renewed: Wrapped) -> Result<(), VaultError> {
        apart(self, move |file| file.replace(&renewed)).await
    }

    async fn tombstones(&self) -> Result<Vec<Erased>, VaultError> {
        apart(self, |file| file.tombstones()).await
    }

    async fn erased(
        &self,
        tenant: &TenantId,
        subjects: Vec<Uuid>,
    ) -> Result<HashSet<Uuid>, VaultError> {
        let tenant = tenant.clone();
        apart(self, move |file| file.erased(&tenant, &subjects)).await
    }

    async fn things(
        &self,
        tenant: &TenantId,
        person: Uuid,
    ) -> Result<BTreeSet<(Category, Uuid)>, VaultError> {
        let tenant = tenant.clone();
        apart(self, move |file| file.things(&tenant, person)).await
    }

    async fn destroy(&self, erased: Vec<Erased>) -> Result<(), VaultError> {
        apart(self, move |file| file.destroy(&erased)).await
    }

    async fn count(&self, centre: &TenantId) -> Result<u64, VaultError> {
        let centre = centre.clone();
        apart(self, move |file| file.count(&centre)).await
    }
}

/// Runs blocking work where it does not hold up anybody else.
async fn apart<T: Send + 'static>(
    file: &Arc<Mutex<Sqlite>>,
    work: impl FnOnce(&mut Sqlite) -> Result<T, VaultError> + Send + 'static,
) -> Result<T, VaultError> {
    let file = file.clone();
    let done = tokio::task::spawn_blocking(move || {
        work(&mut file.lock().unwrap_or_else(PoisonError::into_inner))
    });
    done.await.map_err(|_| VaultError::Closing)?
}
