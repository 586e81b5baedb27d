//! Settings that several commands share, and how a wrong one is told.

pub mod addresses;

use std::{fmt, path::PathBuf};

use anyhow::{Context, Result};
use clap::{
    Args, Command,
    error::{ContextKind, ContextValue},
};
use runtime::tls::{Files, Tls};

/// The setting that is wrong, as a context of the error that says why.
#[derive(Clone, Copy, Debug)]
pub struct Setting(pub &'static str);

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// The setting that an error of clap is about, as a flag and as it is called in the environment, where
/// whoever runs containers gave it.
pub fn named(error: &clap::Error, command: &Command) -> Option<String> {
    let Some(ContextValue::String(argument)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    let flag = argument.split_whitespace().next()?.strip_prefix("--")?;
    Some(format!("--{flag} ({})", variable(command, flag)?))
}

fn variable(command: &Command, flag: &str) -> Option<String> {
    let own = command.get_arguments().find(|argument| argument.get_long() == Some(flag));
    match own.and_then(|argument| argument.get_env()) {
        Some(name) => Some(name.to_string_lossy().into_owned()),
        None => command.get_subcommands().find_map(|command| variable(command, flag)),
    }
}

/// Certificates: all three files, or none.
#[derive(Args)]
pub struct Certificates {
    /// Authority of everybody's certificates, PEM. With it nothing goes without TLS.
    #[arg(long = "tls-ca", env = "STC_TLS_CA", requires_all = ["certificate", "key"])]
    authority: Option<PathBuf>,
    /// Certificate chain of this process, PEM.
    #[arg(long = "tls-cert", env = "STC_TLS_CERT", requires = "authority")]
    certificate: Option<PathBuf>,
    /// Its key, PEM.
    #[arg(long = "tls-key", env = "STC_TLS_KEY", requires = "authority")]
    key: Option<PathBuf>,
}

impl Certificates {
    /// Reads the files, if there are any.
    ///
    /// # Errors
    ///
    /// They cannot be used; the message says which and why.
    pub fn load(&self) -> Result<Option<Tls>> {
        let (Some(authority), Some(certificate), Some(key)) =
            (self.authority.clone(), self.certificate.clone(), self.key.clone())
        else {
            return Ok(None);
        };
        let tls = Tls::load(Files { authority, certificate, key });
        Ok(Some(tls.context(Setting("--tls-ca, --tls-cert, --tls-key"))?))
    }
}

/// A setting that cannot be left out.
///
/// # Errors
///
/// It was left out.
pub fn needed<'a, T>(value: Option<&'a T>, setting: &'static str) -> Result<&'a T> {
    value.context("it is missing, and this service cannot do without").context(Setting(setting))
}
