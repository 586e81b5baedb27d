//! That somebody reads about young people is an event: written by the seam for access before the answer
//! is given, so that no operation can forget it.
//!
//! Invariant: an answer that tells of somebody else's personal data is given once it stands in the log
//! that it was, and never before.

use std::collections::BTreeSet;

use async_trait::async_trait;
use eventlog::Position;
use kernel::TenantId;
use tonic::Status;
use uuid::Uuid;

use super::Permit;

/// Somebody reads about others.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Who, as what, in which centre, under a command of its own.
    pub by: Permit,
    /// What: a code of the contract's `ReadKind`.
    pub what: String,
    /// About whom.
    pub youths: BTreeSet<Uuid>,
}

/// Writes down who read.
#[async_trait]
pub trait Readings: Send + Sync + 'static {
    /// Returns once it is written down, or was a short while ago.
    ///
    /// # Errors
    ///
    /// It cannot be written down now: the answer is not given.
    async fn record(&self, reading: Reading) -> Result<(), Status>;
}

/// Who said that their data is kept and not used (GDPR Art. 18), and which centres leave.
#[async_trait]
pub trait Restrictions: Send + Sync + 'static {
    /// Returns once everything up to a position is known.
    ///
    /// # Errors
    ///
    /// It does not come that far in time.
    async fn known(&self, at_least: Position) -> Result<(), Status>;

    /// Whether the data of this young person is not used.
    fn hold(&self, centre: &TenantId, youth: Uuid) -> bool;

    /// Whether this centre leaves the platform, so that nothing there is changed any more.
    fn fence(&self, centre: &TenantId) -> bool;
}
