//! What an auditor reads of a data directory: the log as JSON lines, and the GDPR audit log.
//!
//! Invariant: it only reads, and works while the platform runs.

pub mod gdpr;
pub mod logfile;
