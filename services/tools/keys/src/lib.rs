//! `stc keys rotate`: a new root key, or a new key of a centre, in the place of the old one. No event is written
//! anew: keys are wrapped by keys, and only the wrapping changes.
//!
//! Invariant: nobody else uses the vault meanwhile; whenever it is interrupted, the vault opens.

use std::{io::Write, path::PathBuf};

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use kernel::TenantId;
use runtime::datadir::DataDir;
use settings::{Certificates, Setting, addresses};
use vault::Vault;

/// What is done to keys.
#[derive(Subcommand)]
pub enum Keys {
    /// Put new keys in the place of old ones, while no identity runs.
    Rotate(Rotate),
}

/// Which keys, and where they are.
#[derive(Args)]
pub struct Rotate {
    #[command(flatten)]
    which: Which,
    /// Data directory of a platform in one process that was stopped.
    #[arg(long, env = "STC_DATA", default_value = "data")]
    data: PathBuf,
    /// The vault of services apart in place of the data directory's:
    /// `postgres://name:password@host/database?sslmode=require`, or a `SQLite` file.
    #[arg(long, env = "STC_VAULT", hide_env_values = true, requires = "root_key")]
    vault: Option<String>,
    /// The file of its root key.
    #[arg(long, env = "STC_ROOT_KEY", requires = "vault")]
    root_key: Option<PathBuf>,
    #[command(flatten)]
    certificates: Certificates,
}

/// Which keys.
#[derive(Args)]
#[group(required = true, multiple = false)]
struct Which {
    /// The root key.
    #[arg(long)]
    root: bool,
    /// The key of a centre, such as lsc07.
    #[arg(long)]
    centre: Option<TenantId>,
    /// The keys of all centres, one after the other, then the root key.
    #[arg(long)]
    all: bool,
}

impl Keys {
    /// Does it, and tells how far it is.
    ///
    /// # Errors
    ///
    /// What is in the way. Worth a retry.
    pub async fn run(&self, out: &mut impl Write) -> Result<()> {
        let Self::Rotate(args) = self;
        args.run(out).await
    }
}

impl Rotate {
    async fn run(&self, out: &mut impl Write) -> Result<()> {
        let (vault, root_key, _held) = self.open().await?;
        if let Some(centre) = &self.which.centre {
            rotate_centre(&vault, centre, out).await?;
        }
        if self.which.all {
            for centre in vault.centres().await? {
                rotate_centre(&vault, &centre, out).await?;
            }
        }
        if self.which.root || self.which.all {
            let renewed = vault.rotate_root(&root_key).await?;
            writeln!(out, "root key: {renewed} keys are wrapped anew")?;
            writeln!(
                out,
                "The root key of before stands in {}.before. Backups of the vault from before need it: keep \
                 it apart as long as them, then delete it. Back up the new one now.",
                root_key.display()
            )?;
        }
        Ok(())
    }

    /// The vault, the file of its root key, and what keeps others out of the data directory.
    async fn open(&self) -> Result<(Vault, PathBuf, Option<DataDir>)> {
        let (Some(place), Some(root_key)) = (&self.vault, &self.root_key) else {
            let dir = DataDir::open(&self.data)?;
            let vault = Vault::open_alone(&dir.vault(), &dir.root_key())?;
            return Ok((vault, dir.root_key(), Some(dir)));
        };
        let vault = if addresses::is_file(place).context(Setting("--vault"))? {
            Vault::open_alone(place.as_ref(), root_key)?
        } else {
            let tls = self.certificates.load()?;
            Vault::connect_alone(place, root_key, tls.as_ref()).await?
        };
        Ok((vault, root_key.clone(), None))
    }
}

async fn rotate_centre(vault: &Vault, centre: &TenantId, out: &mut impl Write) -> Result<()> {
    let renewed = vault.rotate_centre(centre).await;
    let renewed = renewed.with_context(|| centre.to_string())?;
    writeln!(out, "{centre}: keys of {renewed} people are wrapped anew")?;
    out.flush()?;
    Ok(())
}
