//! Where a vault is kept for a test: a file, or a server.

use std::path::Path;
#[cfg(feature = "postgres")]
use std::sync::Arc;

use tempfile::TempDir;

use super::*;

#[cfg(feature = "postgres")]
#[expect(unreachable_pub, reason = "the file is shared with the tests of the platform as a whole")]
#[path = "../../../../../tests/src/ports.rs"]
mod ports;
#[cfg(feature = "postgres")]
#[expect(
    dead_code,
    unreachable_pub,
    reason = "the file is shared with the tests of the platform as a whole"
)]
#[path = "../../../../../tests/src/postgres.rs"]
mod server;
#[cfg(feature = "postgres")]
pub(super) use server::Postgres;

pub(super) struct Place {
    dir: TempDir,
    #[cfg(feature = "postgres")]
    server: Option<Arc<Postgres>>,
}

impl Place {
    pub(super) fn in_a_file() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
            #[cfg(feature = "postgres")]
            server: None,
        }
    }

    /// An empty one on a server that others may have used.
    #[cfg(feature = "postgres")]
    pub(super) async fn in_postgresql(server: &Arc<Postgres>) -> Self {
        let place = Self { dir: tempfile::tempdir().unwrap(), server: Some(server.clone()) };
        place.runs("DROP SCHEMA IF EXISTS vault CASCADE").await;
        place
    }

    #[cfg_attr(
        not(feature = "postgres"),
        expect(clippy::unused_async, reason = "only a server is waited for")
    )]
    pub(super) async fn open_beside(&self, beside: Beside) -> Result<Vault, VaultError> {
        #[cfg(feature = "postgres")]
        if let Some(server) = &self.server {
            return Vault::connect(&server.url(), &self.root_key(), None, beside).await;
        }
        Vault::open(&self.file(), &self.root_key(), beside)
    }

    pub(super) async fn open(&self) -> Result<Vault, VaultError> {
        self.open_beside(Beside::Nobody).await
    }

    /// For whoever puts new keys in the place of old ones.
    #[cfg_attr(
        not(feature = "postgres"),
        expect(clippy::unused_async, reason = "only a server is waited for")
    )]
    pub(super) async fn alone(&self) -> Result<Vault, VaultError> {
        #[cfg(feature = "postgres")]
        if let Some(server) = &self.server {
            return Vault::connect_alone(&server.url(), &self.root_key(), None).await;
        }
        Vault::open_alone(&self.file(), &self.root_key())
    }

    pub(super) fn erasures(&self) -> PathBuf {
        self.dir.path().join("erasures.jsonl")
    }

    pub(super) async fn vault(&self) -> Vault {
        self.open().await.unwrap()
    }

    pub(super) fn dir(&self) -> &Path {
        self.dir.path()
    }

    pub(super) fn file(&self) -> PathBuf {
        self.dir.path().join("vault.db")
    }

    pub(super) fn root_key(&self) -> PathBuf {
        self.dir.path().join("root.key")
    }

    /// Runs SQL beside the vault.
    #[cfg_attr(
        not(feature = "postgres"),
        expect(clippy::unused_async, reason = "only a server is waited for")
    )]
    pub(super) async fn runs(&self, sql: &str) {
        #[cfg(feature = "postgres")]
        if let Some(server) = &self.server {
            let client = connected(server).await;
            return client
                .batch_execute(&format!("SET search_path TO vault; {sql}"))
                .await
                .unwrap();
        }
        rusqlite::Connection::open(self.file()).unwrap().execute_batch(sql).unwrap();
    }

    pub(super) async fn is_of_version_99(&self) {
        #[cfg(feature = "postgres")]
        if self.server.is_some() {
            return self.runs("UPDATE format SET version = 99").await;
        }
        self.runs("PRAGMA user_version = 99").await;
    }
}

/// A connection that is nobody's vault.
#[cfg(feature = "postgres")]
pub(super) async fn connected(server: &Postgres) -> tokio_postgres::Client {
    let (client, connection) =
        tokio_postgres::connect(&server.url(), tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}
