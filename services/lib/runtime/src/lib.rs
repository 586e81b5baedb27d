//! What every service runs on: who is let in, how a command changes a stream, how views follow the log.
//!
//! Invariant: nothing here knows an event, a proto or a service by name.

pub mod access;
pub mod bus;
pub mod commands;
pub mod ctx;
pub mod datadir;
pub mod execute;
pub mod keys;
#[cfg(feature = "apart")]
pub mod nats;
pub mod process;
pub mod projector;
#[cfg(feature = "apart")]
pub mod replicas;
mod sealed_file;
pub mod serve;
pub mod states;
pub mod status;
pub mod telemetry;
pub mod timeline;
#[cfg(feature = "apart")]
pub mod tls;
pub mod token;
pub mod view;

use eventlog::EventLog;
use kernel::TenantId;

pub use ctx::Ctx;
pub use process::Process;
pub use view::View;

use std::sync::Arc;

/// What a service stands on. The same service code runs on any set of these.
#[derive(Clone)]
pub struct Backends {
    /// The only source of truth.
    pub log: Arc<dyn EventLog>,
    /// Keys of personal data, kept in memory for a short time.
    pub keys: Arc<keys::KeyRing>,
    /// Verifies on whose behalf a call is made.
    pub tokens: Arc<token::Verifier>,
    /// Where snapshots of views and of long streams' states are kept; without it all is replayed.
    pub snapshots: Option<std::path::PathBuf>,
    /// What the process keeps in memory, for all services that share it.
    pub process: Process,
    /// Whose events views take into account: those of a shard, or with none everybody's.
    pub tenants: Arc<[TenantId]>,
}

impl Backends {
    /// Whether views of this process take a tenant's events into account.
    pub fn serves(&self, tenant: &TenantId) -> bool {
        is_of(&self.tenants, tenant)
    }
}

/// Whether a shard of these tenants, or with none of all, has this one.
pub(crate) fn is_of(tenants: &[TenantId], tenant: &TenantId) -> bool {
    tenants.is_empty() || tenant.is_platform() || tenants.contains(tenant)
}
