//! Wrapped keys in PostgreSQL, shared by several processes.
//!
//! Each call is one statement and so one transaction: whoever stops waiting for it leaves nothing
//! half done. Makers hold a lock together, a destroyer holds it alone, and a function sees what
//! was committed before it got the lock: so a tombstone always wins.

mod migrations;

use std::{
    collections::{BTreeSet, HashSet},
    error::Error as _,
    future::Future,
    pin::Pin,
    time::Duration,
};

use async_trait::async_trait;
use deadpool_postgres::{
    Connect, Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime,
};
use kernel::{Category, TenantId};
use runtime::tls::Tls;
use tokio::{task::JoinHandle, time::timeout};
use tokio_postgres::{
    Client, Config, Error, NoTls, Row,
    config::{SslMode, TargetSessionAttrs},
    error::Severity,
    types::{ToSql, Type},
};
use tokio_postgres_rustls::MakeRustlsConnect;
use uuid::Uuid;

use super::{
    VaultError,
    erasures::Erased,
    ladder::{CARD_PATH, thing_at},
    shelf::{Shelf, Wrapped},
};
pub(super) use migrations::refusal;

/// How long one call may take, a new connection included. Asking for keys takes four at most.
pub(super) const ANSWER_SECONDS_MAX: u64 = 3;
/// How long one attempt to connect may take.
const CONNECT_SECONDS_MAX: u64 = 2;
/// How many connections a process has at most: those of a few processes are far from the hundred that a
/// server has by itself, and an answer takes milliseconds.
pub(super) const CONNECTIONS_MAX: usize = 8;
/// How long a call may wait for one of them.
const WAIT_SECONDS_MAX: u64 = 2;
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

/// The server, and the connections to it that there are.
pub(super) struct Server(Pool);

impl Server {
    /// Connects, and brings the tables up to this version. `name` is what it calls itself there.
    pub(super) async fn connect(
        url: &str,
        tls: Option<&Tls>,
        name: &str,
    ) -> Result<Self, VaultError> {
        let mut config = config(url, tls)?;
        config
            .application_name(name)
            // A standby knows the tombstones of a while ago.
            .target_session_attrs(TargetSessionAttrs::ReadWrite)
            .connect_timeout(Duration::from_secs(CONNECT_SECONDS_MAX));
        // A connection that ended is not lent; one that turns out to have ended costs a second attempt.
        let recycled = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let connections = Manager::from_connect(config, Way(tls.cloned()), recycled);
        let pool = Pool::builder(connections)
            .max_size(CONNECTIONS_MAX)
            .wait_timeout(Some(Duration::from_secs(WAIT_SECONDS_MAX)))
            .create_timeout(Some(Duration::from_secs(CONNECT_SECONDS_MAX)))
            .runtime(Runtime::Tokio1)
            .build()
            .map_err(|_| VaultError::Away)?;
        let mut client = pool.get().await?;
        let migrated = within(ANSWER_SECONDS_MAX, migrations::run(&mut client)).await;
        if migrated.is_err() {
            drop(Object::take(client));
        }
        migrated.map(|()| Self(pool))
    }

    /// Whether somebody uses it who calls himself so.
    pub(super) async fn is_used_by(&self, name: &str) -> Result<bool, VaultError> {
        let statement = "SELECT FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = $1 LIMIT 1";
        Ok(!self.ask(statement, &[(&name, Type::TEXT)]).await?.is_empty())
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
    ) -> Result<Vec<Row>, VaultError> {
        let asked = within(ANSWER_SECONDS_MAX, async {
            let mut attempt = 1;
            loop {
                let client = self.0.get().await?;
                match client.query_typed(statement, parameters).await {
                    Err(error) if is_lost(&client, &error) && attempt < ATTEMPTS_MAX => {
                        drop(Object::take(client));
                        self.forget();
                        attempt += 1;
                    }
                    answer => return Ok(answer?),
                }
            }
        });
        let answer = asked.await;
        if matches!(answer, Err(VaultError::Away)) {
            // Perhaps nobody listens at the other end any more.
            self.forget();
        }
        answer
    }

    /// What ended one connection may have ended all: those that nobody uses are not lent again.
    fn forget(&self) {
        self.0.retain(|_, _| false);
    }
}

/// Whether the connection ended. The server says so with a fatal error, before it closes it.
fn is_lost(client: &Client, error: &Error) -> bool {
    let fatal = [Some(Severity::Fatal), Some(Severity::Panic)];
    let told = error.as_db_error().is_some_and(|it| fatal.contains(&it.parsed_severity()));
    told || error.is_closed() || client.is_closed()
}

/// How connections are made: with the certificates that count in that moment, if any do. Without nothing
/// is encrypted.
struct Way(Option<Tls>);

type Made<'a> = Pin<Box<dyn Future<Output = Result<(Client, JoinHandle<()>), Error>> + Send + 'a>>;

impl Connect for Way {
    fn connect(&self, config: &Config) -> Made<'_> {
        let config = config.clone();
        Box::pin(async move {
            let (client, running) = if let Some(tls) = &self.0 {
                let tls = MakeRustlsConnect::new(tls.client_config());
                let (client, connection) = config.connect(tls).await?;
                (client, tokio::spawn(until_it_ends(connection)))
            } else {
                let (client, connection) = config.connect(NoTls).await?;
                (client, tokio::spawn(until_it_ends(connection)))
            };
            client.batch_execute(SESSION).await?;
            // The server gives up when we have.
            let limit = format!("SET statement_timeout TO '{ANSWER_SECONDS_MAX}s'");
            client.batch_execute(&limit).await?;
            Ok((client, running))
        })
    }
}

/// Why it ended is what the next call hears.
async fn until_it_ends(connection: impl Future<Output = Result<(), Error>>) {
    let _ = connection.await;
}

impl From<PoolError> for VaultError {
    fn from(error: PoolError) -> Self {
        match error {
            PoolError::Backend(error) => error.into(),
            PoolError::Timeout(_)
            | PoolError::Closed
            | PoolError::NoRuntimeSpecified
            | PoolError::PostCreateHook(_) => Self::Away,
        }
    }
}

async fn within<T>(
    seconds: u64,
    work: impl Future<Output = Result<T, VaultError>>,
) -> Result<T, VaultError> {
    timeout(Duration::from_secs(seconds), work).await.unwrap_or(Err(VaultError::Away))
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

    async fn below(&self, centre: Option<&TenantId>) -> Result<Wrapped, VaultError> {
        let statement = match centre {
            None => "SELECT path, wrapped FROM vault.keys WHERE strpos(path, '/') = 0 OR path = $1",
            // Everything below `path/`, and nothing below that: '0' is the character after '/'.
            Some(_) => {
                "SELECT path, wrapped FROM vault.keys
                 WHERE path > $1 || '/' AND path < $1 || '0' AND split_part(path, '/', 3) = ''"
            }
        };
        let above = centre.map_or(CARD_PATH, TenantId::as_str);
        wrapped(&self.ask(statement, &[(&above, Type::TEXT)]).await?)
    }

    async fn replace(&self, renewed: Wrapped) -> Result<(), VaultError> {
        let (paths, keys): (Vec<String>, Vec<Vec<u8>>) = renewed.into_iter().unzip();
        let statement = "UPDATE vault.keys AS kept SET wrapped = new.wrapped
            FROM unnest($1, $2) AS new (path, wrapped) WHERE kept.path = new.path";
        let parameters: [(&(dyn ToSql + Sync), Type); 2] =
            [(&paths, Type::TEXT_ARRAY), (&keys, Type::BYTEA_ARRAY)];
        self.ask(statement, &parameters).await.map(drop)
    }

    async fn tombstones(&self) -> Result<Vec<Erased>, VaultError> {
        let rows = self.ask("SELECT tenant, subject FROM vault.erased", &[]).await?;
        let read = |row: &Row| {
            let (centre, below): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            Erased::named(&centre, &below).ok_or(VaultError::Damaged)
        };
        rows.iter().map(read).collect()
    }

    async fn erased(
        &self,
        tenant: &TenantId,
        subjects: Vec<Uuid>,
    ) -> Result<HashSet<Uuid>, VaultError> {
        let tenant = tenant.as_str();
        let subjects: Vec<String> = subjects.iter().map(Uuid::to_string).collect();
        let statement = "SELECT subject FROM unnest($2) AS asked (subject) WHERE EXISTS (
            SELECT FROM vault.erased AS gone
            WHERE gone.tenant = $1 AND gone.subject IN (asked.subject, ''))";
        let parameters: [(&(dyn ToSql + Sync), Type); 2] =
            [(&tenant, Type::TEXT), (&subjects, Type::TEXT_ARRAY)];
        let rows = self.ask(statement, &parameters).await?;
        rows.iter()
            .map(|row| row.try_get::<_, String>(0)?.parse().map_err(|_| VaultError::Damaged))
            .collect()
    }

    async fn things(
        &self,
        tenant: &TenantId,
        person: Uuid,
    ) -> Result<BTreeSet<(Category, Uuid)>, VaultError> {
        let above = format!("{tenant}/{person}");
        // Everything below `path/`: '0' is the character after '/'.
        let statement = "SELECT path FROM vault.keys
            WHERE path > $1 || '/' AND path < $1 || '0' AND split_part(path, '/', 4) <> ''";
        let rows = self.ask(statement, &[(&above, Type::TEXT)]).await?;
        rows.iter()
            .map(|row| thing_at(&row.try_get::<_, String>(0)?).ok_or(VaultError::Damaged))
            .collect()
    }

    async fn destroy(&self, erased: Vec<Erased>) -> Result<(), VaultError> {
        for one in erased {
            let (tenant, below) = (one.centre.as_str(), one.below_centre());
            let parameters: [(&(dyn ToSql + Sync), Type); 2] =
                [(&tenant, Type::TEXT), (&below, Type::TEXT)];
            self.ask("SELECT vault.destroy($1, $2)", &parameters).await?;
        }
        Ok(())
    }

    async fn count(&self, centre: &TenantId) -> Result<u64, VaultError> {
        let centre = centre.as_str();
        // Everything below: '0' is the character after '/'.
        let statement = "SELECT count(*) FROM vault.keys
            WHERE path = $1 OR (path > $1 || '/' AND path < $1 || '0')";
        let rows = self.ask(statement, &[(&centre, Type::TEXT)]).await?;
        let count: i64 = rows.first().ok_or(VaultError::Damaged)?.try_get(0)?;
        Ok(u64::try_from(count).unwrap_or_default())
    }
}

fn wrapped(rows: &[Row]) -> Result<Wrapped, VaultError> {
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

/// What went wrong, without the detail lines of the server: those quote rows.
pub(super) fn reason(error: &Error) -> String {
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
