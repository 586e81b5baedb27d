//! The tables of the vault in PostgreSQL, version by version.
//!
//! Invariant: what was released is never changed, only added to. Each is kept with its checksum, and a vault
//! that was made by another text is refused.

use refinery_core::{Migration, Runner, SchemaVersion, Target, error::Kind};
use tokio_postgres::Client;

use super::{VaultError, reason};

/// The first is number 1.
const MIGRATIONS: [(&str, &str); 2] = [
    ("V1__keys", include_str!("../../migrations/V1__keys.sql")),
    ("V2__centres_and_things", include_str!("../../migrations/V2__centres_and_things.sql")),
];
/// Which of them a vault has.
const APPLIED: &str = "vault.migrations";
/// Taken by whoever changes the tables: `stcvault` in ASCII.
const LOCK: i64 = 0x7374_6376_6175_6c74;

/// Brings the tables up to this version, one process at a time. If this is given up, the connection has
/// to end: the lock ends with it.
pub(super) async fn run(client: &mut Client) -> Result<(), VaultError> {
    client.execute("SELECT pg_advisory_lock($1)", &[&LOCK]).await?;
    client.batch_execute("CREATE SCHEMA IF NOT EXISTS vault").await?;
    let (found, known) = (format(client).await?, MIGRATIONS.len().try_into().unwrap_or(i64::MAX));
    if found > known {
        return Err(VaultError::OtherFormat { found, known });
    }
    // A vault of before this list has its tables already, and none of them noted.
    let noted = SchemaVersion::try_from(found).unwrap_or(0);
    for target in [Target::FakeVersion(noted), Target::Latest] {
        runner()?.set_target(target).run_async(client).await?;
    }
    client.execute("SELECT pg_advisory_unlock($1)", &[&LOCK]).await?;
    Ok(())
}

/// How many migrations a vault has, as releases of before the list can read it; 0 if there is none yet.
async fn format(client: &Client) -> Result<i64, VaultError> {
    let made = "SELECT to_regclass('vault.format') IS NOT NULL";
    if !client.query_one(made, &[]).await?.try_get(0)? {
        return Ok(0);
    }
    Ok(client.query_one("SELECT version FROM vault.format", &[]).await?.try_get(0)?)
}

fn runner() -> Result<Runner, refinery_core::Error> {
    let migrations = MIGRATIONS.map(|(name, sql)| Migration::unapplied(name, sql));
    let migrations = migrations.into_iter().collect::<Result<Vec<_>, _>>()?;
    // All or none.
    let mut runner = Runner::new(&migrations).set_grouped(true);
    runner.set_migration_table_name(APPLIED);
    Ok(runner)
}

/// What went wrong, without the detail lines of the server: those quote rows.
pub(crate) fn refusal(error: &refinery_core::Error) -> String {
    match error.kind() {
        Kind::Connection(_, source) => match source.downcast_ref() {
            Some(source) => reason(source),
            None => source.to_string(),
        },
        _ => error.to_string(),
    }
}
