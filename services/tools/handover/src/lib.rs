//! `stc centre export`: everything about a centre, readable, as a file for whoever decides about its data (GDPR
//! Art. 28(3)(g)). Run where the vault is; it works while the platform runs.
//!
//! Invariant: it writes one new file that only its owner reads, and changes neither log nor vault.

use std::{
    fs::{File, OpenOptions},
    io::{BufWriter, Write},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use clap::{Args, Subcommand};
use eventlog::{EventLog as _, Filter, KurrentLog, PAGE_EVENTS_MAX, Position, Reader};
use futures::StreamExt as _;
use kernel::TenantId;
use runtime::datadir::{log_file, root_key_file, vault_file};
use settings::{Certificates, Setting, addresses};
use takeout::Takeout;
use vault::{Beside, Vault};

/// What is done with a centre.
#[derive(Subcommand)]
pub enum Centre {
    /// Write everything about a centre, readable, into a new file.
    Export(Box<Export>),
}

/// Which centre, where it is, and where it goes.
#[derive(Args)]
pub struct Export {
    /// The centre, such as lsc07.
    #[arg(long)]
    centre: TenantId,
    /// The file; it must not be there yet.
    #[arg(long)]
    to: PathBuf,
    /// Data directory of a platform in one process.
    #[arg(long, env = "STC_DATA", default_value = "data")]
    data: PathBuf,
    /// The log server of services apart, in place of the data directory's log.
    #[arg(long, env = "STC_EVENTSTORE", hide_env_values = true, requires = "vault")]
    eventstore: Option<String>,
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

impl Centre {
    /// Does it, and tells what to write down of it.
    ///
    /// # Errors
    ///
    /// What is in the way. Worth a retry into another file.
    pub async fn run(&self, out: &mut impl Write) -> Result<()> {
        let Self::Export(args) = self;
        args.run(out).await
    }
}

impl Export {
    async fn run(&self, out: &mut impl Write) -> Result<()> {
        let vault = self.vault().await?;
        let mut file = new_file(&self.to)?;
        let (made, through) = if let Some(url) = &self.eventstore {
            let log = KurrentLog::connect(url).await.context(Setting("--eventstore"))?;
            let through = log.end().await?;
            let mut takeout = self.begun(&vault, through, &mut file)?;
            let mut pages = log.pages(Position::START, through, self.of_centre());
            while let Some(page) = pages.next().await {
                takeout.add(&page?.events).await?;
            }
            (takeout.end()?, through)
        } else {
            let mut log = Reader::open(&log_file(&self.data))
                .with_context(|| format!("is {} a data directory?", self.data.display()))?;
            let through = log.end()?;
            let mut takeout = self.begun(&vault, through, &mut file)?;
            let mut after = Position::START;
            loop {
                let page = log.all(after, &self.of_centre(), PAGE_EVENTS_MAX)?;
                let whole = page.events.iter().take_while(|event| event.position <= through);
                takeout.add(&page.events[..whole.count()]).await?;
                after = page.next;
                if !page.more || after >= through {
                    break;
                }
            }
            (takeout.end()?, through)
        };
        ensure!(made.events > 0, "there is no centre {}", self.centre);
        let file = file.into_inner().context("the file was not written")?;
        file.sync_all()?;
        let (centre, to) = (&self.centre, self.to.display());
        writeln!(out, "{centre}: {} events, {} bytes, in {to}", made.events, made.bytes)?;
        writeln!(out, "sha256 {}", made.sha256)?;
        writeln!(out, "through {through}")?;
        writeln!(
            out,
            "It is readable: give it to whoever decides about the data over a safe way, and delete it here. As \
             an operator, write down both figures at the end of the centre."
        )?;
        Ok(())
    }

    fn begun<'a, W: Write>(
        &self,
        vault: &'a Vault,
        through: Position,
        file: W,
    ) -> Result<Takeout<'a, W>> {
        Ok(Takeout::begin(vault, self.centre.clone(), through, file)?)
    }

    fn of_centre(&self) -> Filter {
        Filter { tenant: Some(self.centre.clone()), ..Filter::default() }
    }

    async fn vault(&self) -> Result<Vault> {
        let beside = Beside::People;
        let (Some(place), Some(root_key)) = (&self.vault, &self.root_key) else {
            let (vault, root_key) = (vault_file(&self.data), root_key_file(&self.data));
            return Ok(Vault::open(&vault, &root_key, beside)?);
        };
        if addresses::is_file(place).context(Setting("--vault"))? {
            return Ok(Vault::open(place.as_ref(), root_key, beside)?);
        }
        let tls = self.certificates.load()?;
        Ok(Vault::connect(place, root_key, tls.as_ref(), beside).await?)
    }
}

/// What is in it anybody could read: nobody but its owner may open it.
fn new_file(path: &Path) -> Result<BufWriter<File>> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let file = options.open(path);
    let file = file.with_context(|| format!("cannot make {}", path.display()))?;
    Ok(BufWriter::new(file))
}
