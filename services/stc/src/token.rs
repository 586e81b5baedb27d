//! `stc token`: what the other services get in place of the key that signs.
//!
//! Invariant: with what it writes a service verifies tokens and calls others as itself. Nobody can sign
//! with it.

use std::{
    fs,
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use clap::Args;
use eventlog::clock;
use kernel::ServiceName;
use runtime::token::{SERVICE_DAYS_MAX, Signer};

/// For how long a token is issued when nothing is said.
const DAYS: u32 = 365;
/// The files that are written.
const PUBLIC_KEY: &str = "token.pub";
/// Everybody may verify; only its service shows the token.
const PUBLIC_MODE: u32 = 0o644;
const TOKEN_MODE: u32 = 0o600;

/// Settings of the tokens.
#[derive(Args)]
pub struct Issue {
    /// The key that signs: identity's own. Made if there is none.
    #[arg(long, env = "STC_TOKEN_KEY", default_value = "token.key")]
    token_key: PathBuf,
    /// For how many days the services' tokens are good.
    #[arg(long, default_value_t = DAYS, value_parser = clap::value_parser!(u32).range(1..=i64::from(SERVICE_DAYS_MAX)))]
    days: u32,
    /// Folder for `token.pub` and, for each service that calls others, its token: `gateway.token`,
    /// `exercises.token`, `trajectories.token`, `monitoring.token`.
    #[arg(long, default_value = ".")]
    out: PathBuf,
}

/// Writes the public half of the key, and for each service a token of its own that ends by itself.
///
/// # Errors
///
/// The key cannot be used, or the files cannot be written.
pub fn issue(args: &Issue, out: &mut impl Write) -> Result<()> {
    let signer = Signer::load_or_make(&args.token_key);
    let signer = signer.with_context(|| format!("cannot use {}", args.token_key.display()))?;
    let now = clock::now();
    write(&args.out.join(PUBLIC_KEY), PUBLIC_MODE, signer.verifier().as_bytes())?;
    writeln!(out, "{PUBLIC_KEY} is in {}", args.out.display())?;
    for service in ServiceName::ALL {
        let token = signer.sign_service(service, args.days, now)?;
        let ends = signer.verifier().verify(&token, now)?.expires;
        let file = format!("{}.token", service.name());
        write(&args.out.join(&file), TOKEN_MODE, token.as_bytes())?;
        writeln!(out, "{file} is for {} alone, until {ends}", service.name())?;
    }
    writeln!(out, "issue others before that, and restart the services")?;
    Ok(())
}

/// Whole under its name or not at all: services may be starting meanwhile.
fn write(file: &Path, mode: u32, bytes: &[u8]) -> Result<()> {
    let part = file.with_extension("part");
    let written = || {
        let mut options = fs::OpenOptions::new();
        let mut whole = options.write(true).create(true).truncate(true).mode(mode).open(&part)?;
        whole.write_all(bytes)?;
        whole.sync_all()?;
        fs::rename(&part, file)
    };
    written().with_context(|| format!("cannot write {}", file.display()))
}
