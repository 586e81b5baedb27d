//! What an auditor reads of a data directory: the log as JSON lines, the GDPR audit log, and whether a
//! certificate is genuine.
//!
//! Invariant: it only reads, and works while the platform runs.

pub mod certificate;
pub mod gdpr;
pub mod logfile;

use std::io::Write;

use clap::Subcommand;

/// What is asked.
#[derive(Subcommand)]
pub enum Audit {
    /// Write the GDPR audit log of a centre. Works while the platform runs.
    Gdpr(gdpr::Gdpr),
    /// Tell whether a certificate, of an erasure or of a centre that left, is genuine, and what it says.
    Certificate(certificate::Certificate),
}

impl Audit {
    /// Answers.
    ///
    /// # Errors
    ///
    /// What is in the way.
    pub fn run(&self, out: &mut impl Write) -> anyhow::Result<()> {
        match self {
            Self::Gdpr(args) => gdpr::run(args, out),
            Self::Certificate(args) => certificate::run(args, out),
        }
    }
}
