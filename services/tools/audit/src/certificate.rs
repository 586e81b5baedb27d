//! `stc audit certificate`: whether a certificate, of an erasure or of a centre that left, is the platform's, and
//! what it says.

use std::{io::Write, path::PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use runtime::token::{Signer, Verifier};

/// Which certificate, and whose it should be.
#[derive(Args)]
pub struct Certificate {
    /// The platform's public key, `token.pub` of `stc token`; absent: that of the data directory.
    #[arg(long, env = "STC_TOKEN_PUBLIC_KEY")]
    token_public_key: Option<PathBuf>,
    /// Data directory.
    #[arg(long, env = "STC_DATA", default_value = "data")]
    data: PathBuf,
    /// The certificate, as it is printed: `v4.public.…`.
    #[arg(value_name = "CERTIFICATE")]
    signed: String,
}

/// Writes the statement as JSON.
///
/// # Errors
///
/// The key cannot be read, or the certificate was changed or made by somebody else.
pub fn run(args: &Certificate, out: &mut impl Write) -> Result<()> {
    let verifier = if let Some(file) = &args.token_public_key {
        Verifier::load(file).with_context(|| file.display().to_string())?
    } else {
        let file = args.data.join("token.key");
        Signer::load(&file).with_context(|| file.display().to_string())?.verifier()
    };
    let statement = verifier.certified(args.signed.trim());
    let statement = statement.context("the certificate was changed, or is not of this key")?;
    writeln!(out, "{statement}")?;
    Ok(())
}
