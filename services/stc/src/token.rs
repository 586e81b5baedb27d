//! `stc token`: what the other services get in place of the key that signs.
//!
//! Invariant: with what it writes a service verifies tokens and calls others as a service. Nobody can
//! sign with it.

use std::{
    fs,
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use clap::Args;
use platform::{
    clock,
    token::{SERVICE_DAYS_MAX, Signer},
};

/// For how long a token is issued when nothing is said.
const DAYS: u32 = 365;
/// The files that are written.
const PUBLIC_KEY: &str = "token.pub";
const TOKEN: &str = "service.token";
/// Everybody may verify; only its service shows the token.
const PUBLIC_MODE: u32 = 0o644;
const TOKEN_MODE: u32 = 0o600;

/// Settings of the tokens.
#[derive(Args)]
pub struct Issue {
    /// The key that signs: identity's own. Made if there is none.
    #[arg(long, env = "STC_TOKEN_KEY", default_value = "token.key")]
    token_key: PathBuf,
    /// For how many days the services' token is good.
    #[arg(long, default_value_t = DAYS, value_parser = clap::value_parser!(u32).range(1..=i64::from(SERVICE_DAYS_MAX)))]
    days: u32,
    /// Folder for `token.pub` and `service.token`.
    #[arg(long, default_value = ".")]
    out: PathBuf,
}

/// Writes the public half of the key, and a token of the role `service` that ends by itself.
///
/// # Errors
///
/// The key cannot be used, or the files cannot be written.
pub fn issue(args: &Issue, out: &mut impl Write) -> Result<()> {
    let signer = Signer::load_or_make(&args.token_key);
    let signer = signer.with_context(|| format!("cannot use {}", args.token_key.display()))?;
    let token = signer.sign_service(args.days, clock::now())?;
    let ends = signer.verifier().verify(&token, clock::now())?.expires;
    write(&args.out.join(PUBLIC_KEY), PUBLIC_MODE, signer.verifier().as_bytes())?;
    write(&args.out.join(TOKEN), TOKEN_MODE, token.as_bytes())?;
    writeln!(out, "{PUBLIC_KEY} and {TOKEN} are in {}", args.out.display())?;
    writeln!(out, "{TOKEN} ends at {ends}: issue another one before, and restart the services")?;
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
