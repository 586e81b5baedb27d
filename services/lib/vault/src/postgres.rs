//! Wrapped keys in PostgreSQL, shared by several processes.
//!
//! Each call is one statement and so one transaction: whoever stops waiting for it leaves nothing
//! half done. Makers hold a lock together, a destroyer holds it alone, and a function sees what
//! was committed before it got the lock: so a tombstone always wins.

use std::{
    collections::HashSet,
    error::Error as _,
    future::Future,
    sync::Arc,
    time::{Duration, Instant},
};

use async_trait::async_trait;
use platform::{TenantId, tls::Tls};
use tokio::{sync::Mutex, time::timeout};
use tokio_postgres::{
    Client, Config, NoTls,
    config::{SslMode, TargetSessionAttrs},
    error::Severity,
    types::{ToSql, Type},
};
use tokio_postgres_rustls::MakeRustlsConnect;
use uuid::Uuid;

use super::{
    VaultError,
    shelf::{Shelf, Wrapped},
};

/// How long one call may take, a new connection included. Asking for keys takes four at most.
pub(super) const ANSWER_SECONDS_MAX: u64 = 3;
/// How long one attempt to connect may take.
const CONNECT_SECONDS_MAX: u64 = 2;
/// After an attempt to connect that failed, calls are refused at once for so long.
const RECONNECT_PAUSE_MILLIS: u64 = 250;
/// How often a call is sent: once more if the connection turns out to be gone.
const ATTEMPTS_MAX: u32 = 2;

/// What every connection starts with, whatever the server's defaults are. A function sees what was
/// committed while it waited for the lock only when it reads committed data; what is answered is
/// on disk.
const SESSION: &str = "
SET default_transaction_isolation TO 'read committed';
SELECT set_config('synchronous_commit', 'on', false)
WHERE current_setting('synchronous_commit') = 'off';
";

/// Taken by whoever changes the tables: `stcvault` in ASCII.
const MIGRATION_LOCK: i64 = 0x7374_6376_6175_6c74;

/// The tables, version by version: number 1 first. Never changed, only added to.
///
/// Paths are compared byte by byte, and inserted in that order, so that no two makers wait for
/// each other. The number is the lock that makers share and a destroyer has alone: `stcerase` in
/// ASCII.
const MIGRATIONS: [&str; 1] = ["
CREATE TABLE vault.keys (path text COLLATE \"C\" PRIMARY KEY, wrapped bytea NOT NULL);
CREATE TABLE vault.erased (tenant text, subject text, PRIMARY KEY (tenant, subject));

CREATE FUNCTION vault.add(paths text[], wrapped bytea[]) RETURNS SETOF vault.keys
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(8319383699021984613);
    INSERT INTO vault.keys
    SELECT new.* FROM unnest(paths, wrapped) AS new (path, wrapped)
    WHERE NOT EXISTS (
        SELECT FROM vault.erased
        WHERE tenant = split_part(new.path, '/', 1) AND subject = split_part(new.path, '/', 2))
    ORDER BY new.path COLLATE \"C\"
    ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT * FROM vault.keys AS kept WHERE kept.path = ANY (paths);
END $$;

CREATE FUNCTION vault.destroy(of_tenant text, of_subject text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    top text := of_tenant || '/' || of_subject;
BEGIN
    PERFORM pg_advisory_xact_lock(8319383699021984613);
    INSERT INTO vault.erased VALUES (of_tenant, of_subject) ON CONFLICT DO NOTHING;
    -- Everything below: '0' is the character after '/'.
    DELETE FROM vault.keys WHERE path = top OR (path > top || '/' AND path < top || '0');
END $$;
"];

/// The server, and the connection to it while there is one.
pub(super) struct Server {
    config: Config,
    /// Without it nothing is encrypted.
    tls: Option<Tls>,
    line: Mutex<Line>,
}

struct Line {
    client: Option<Arc<Client>>,
    /// When the last attempt to connect failed.
    failed: Option<Instant>,
}

impl Server {
    /// Connects, and brings the tables up to this version.
    pub(super) async fn connect(url: &str, tls: Option<&Tls>) -> Result<Self, VaultError> {
        let mut config = config(url, tls)?;
        config
            .application_name("identity")
            // A standby knows the tombstones of a while ago.
            .target_session_attrs(TargetSessionAttrs::ReadWrite)
            .connect_timeout(Duration::from_secs(CONNECT_SECONDS_MAX));
        let mut client = open(&config, tls).await?;
        within(ANSWER_SECONDS_MAX, migrate(&mut client)).await?;
        let line = Line { client: Some(Arc::new(client)), failed: None };
        Ok(Self { config, tls: tls.cloned(), line: Mutex::new(line) })
    }

    pub(super) async fn is_empty(&self) -> Result<bool, VaultError> {
        let rows = self.ask("SELECT FROM vault.keys LIMIT 1", &[]).await?;
        Ok(rows.is_empty())
    }

    /// Runs one statement, on a new connection if the old one is gone.
    async fn ask(
        &self,
        statement: &str,
        parameters: &[(&(dyn ToSql + Sync), Type)],
    ) -> Result<Vec<tokio_postgres::Row>, VaultError> {
        let asked = within(ANSWER_SECONDS_MAX, async {
            let mut attempt = 1;
            loop {
                let client = self.client().await?;
                match client.query_typed(statement, parameters).await {
                    Err(error) if is_lost(&client, &error) && attempt < ATTEMPTS_MAX => {
                        self.forget(&client).await;
                        attempt += 1;
                    }
                    answer => return Ok(answer?),
                }
            }
        });
        let answer = asked.await;
        if matches!(answer, Err(VaultError::Away)) {
            // Perhaps nobody listens at the other end any more: the next call finds out.
            // Whoever holds the lock is at it.
            if let Ok(mut line) = self.line.try_lock() {
                line.client = None;
            }
        }
        answer
    }

    async fn forget(&self, lost: &Arc<Client>) {
        let mut line = self.line.lock().await;
        line.client.take_if(|client| Arc::ptr_eq(client, lost));
    }

    async fn client(&self) -> Result<Arc<Client>, VaultError> {
        let mut line = self.line.lock().await;
        if let Some(client) = line.client.as_ref().filter(|client| !client.is_closed()) {
            return Ok(client.clone());
        }
        let pause = Duration::from_millis(RECONNECT_PAUSE_MILLIS);
        if line.failed.is_some_and(|since| since.elapsed() < pause) {
            return Err(VaultError::Away);
        }
        // Before the attempt for whoever stops waiting in it, after it for those in the queue.
        line.failed = Some(Instant::now());
        let opened = open(&self.config, self.tls.as_ref()).await.map(Arc::new);
        line.failed = opened.is_err().then(Instant::now);
        line.client = opened.as_ref().ok().cloned();
        opened
    }
}

/// Whether the connection ended. The server says so with a fatal error, before it closes it.
fn is_lost(client: &Client, error: &tokio_postgres::Error) -> bool {
    let fatal = [Some(Severity::Fatal), Some(Severity::Panic)];
    let told = error.as_db_error().is_some_and(|it| fatal.contains(&it.parsed_severity()));
    told || error.is_closed() || client.is_closed()
}

/// A new connection. It ends with its client; why it ended is what the next call hears.
async fn open(config: &Config, tls: Option<&Tls>) -> Result<Client, VaultError> {
    within(CONNECT_SECONDS_MAX, async {
        let client = if let Some(tls) = tls {
            let tls = MakeRustlsConnect::new(tls.client_config());
            let (client, connection) = Box::pin(config.connect(tls)).await?;
            tokio::spawn(connection);
            client
        } else {
            let (client, connection) = config.connect(NoTls).await?;
            tokio::spawn(connection);
            client
        };
        client.batch_execute(SESSION).await?;
        // The server gives up when we have.
        client.batch_execute(&format!("SET statement_timeout TO '{ANSWER_SECONDS_MAX}s'")).await?;
        Ok(client)
    })
    .await
}

async fn within<T>(
    seconds: u64,
    work: impl Future<Output = Result<T, VaultError>>,
) -> Result<T, VaultError> {
    timeout(Duration::from_secs(seconds), work).await.unwrap_or(Err(VaultError::Away))
}

/// Brings the tables up to this version, one process at a time.
async fn migrate(client: &mut Client) -> Result<(), VaultError> {
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    let change = client.transaction().await?;
    change.execute("SELECT pg_advisory_xact_lock($1)", &[&MIGRATION_LOCK]).await?;
    let made = "SELECT to_regclass('vault.format') IS NOT NULL";
    if !change.query_one(made, &[]).await?.try_get::<_, bool>(0)? {
        let fresh = "CREATE SCHEMA IF NOT EXISTS vault;
            CREATE TABLE vault.format (version bigint NOT NULL);
            INSERT INTO vault.format VALUES (0)";
        change.batch_execute(fresh).await?;
    }
    let found: i64 = change.query_one("SELECT version FROM vault.format", &[]).await?.try_get(0)?;
    let missing = usize::try_from(found).ok().and_then(|found| MIGRATIONS.get(found..));
    let missing = missing.ok_or(VaultError::OtherFormat { found, known })?;
    for tables in missing {
        change.batch_execute(tables).await?;
    }
    if found < known {
        change.execute("UPDATE vault.format SET version = $1", &[&known]).await?;
    }
    Ok(change.commit().await?)
}

#[async_trait]
impl Shelf for Server {
    async fn read(&self, paths: Vec<String>) -> Result<Wrapped, VaultError> {
        let statement = "SELECT path, wrapped FROM vault.keys WHERE path = ANY ($1)";
        wrapped(&self.ask(statement, &[(&paths, Type::TEXT_ARRAY)]).await?)
    }

    async fn add(&self, new: Wrapped) -> Result<Wrapped, VaultError> {
        let (paths, keys): (Vec<String>, Vec<Vec<u8>>) = new.into_iter().unzip();
        let statement = "SELECT path, wrapped FROM vault.add($1, $2)";
        let parameters: [(&(dyn ToSql + Sync), Type); 2] =
            [(&paths, Type::TEXT_ARRAY), (&keys, Type::BYTEA_ARRAY)];
        wrapped(&self.ask(statement, &parameters).await?)
    }

    async fn erased(
        &self,
        tenant: &TenantId,
        subjects: Vec<Uuid>,
    ) -> Result<HashSet<Uuid>, VaultError> {
        let tenant = tenant.as_str();
        let subjects: Vec<String> = subjects.iter().map(Uuid::to_string).collect();
        let statement = "SELECT subject FROM vault.erased WHERE tenant = $1 AND subject = ANY ($2)";
        let parameters: [(&(dyn ToSql + Sync), Type); 2] =
            [(&tenant, Type::TEXT), (&subjects, Type::TEXT_ARRAY)];
        let rows = self.ask(statement, &parameters).await?;
        rows.iter()
            .map(|row| row.try_get::<_, String>(0)?.parse().map_err(|_| VaultError::Damaged))
            .collect()
    }

    async fn destroy(&self, tenant: &TenantId, subject: Uuid) -> Result<(), VaultError> {
        let (tenant, subject) = (tenant.as_str(), subject.to_string());
        let parameters: [(&(dyn ToSql + Sync), Type); 2] =
            [(&tenant, Type::TEXT), (&subject, Type::TEXT)];
        self.ask("SELECT vault.destroy($1, $2)", &parameters).await.map(drop)
    }
}

fn wrapped(rows: &[tokio_postgres::Row]) -> Result<Wrapped, VaultError> {
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

/// What went wrong, without the detail lines of the server: those quote rows.
pub(super) fn reason(error: &tokio_postgres::Error) -> String {
    match (error.as_db_error(), error.source()) {
        (Some(refusal), _) => refusal.message().to_owned(),
        (None, Some(source)) => format!("{error}: {source}"),
        (None, None) => error.to_string(),
    }
}

/// Reads an address. Nobody goes on without TLS, or without knowing the server, who did not say so.
pub(super) fn config(url: &str, tls: Option<&Tls>) -> Result<Config, VaultError> {
    let config: Config = url.parse()?;
    match (config.get_ssl_mode(), tls) {
        (SslMode::Require, Some(_)) | (SslMode::Disable, None) => Ok(config),
        _ => Err(VaultError::SslMode),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_and_password_are_percent_encoded() {
        let config: Config = "postgres://va%40ult:p%40ss%231%25@localhost/vault".parse().unwrap();
        assert_eq!(config.get_user(), Some("va@ult"));
        assert_eq!(config.get_password(), Some(&b"p@ss#1%"[..]));
    }
}
