//! A data directory as the platform in one process, the demo and the benchmarks open it.
//!
//! Invariant: a log that has people is opened with the vault that has their keys, or not at all.

use std::{path::Path, sync::Arc};

use anyhow::{Context, Result};
use eventlog::{EmbeddedLog, EventLog, Options, Position, clock};
use kernel::ServiceName;
use runtime::{
    Backends, Process,
    access::Policies,
    datadir::DataDir,
    keys::{KeyRing, KeySource},
    token::{SERVICE_DAYS_MAX, Signer, Verifier},
};
use vault::{Beside, Erasures, Vault};

/// A data directory with its log, vault and signer open.
pub struct Store {
    dir: DataDir,
    /// The event log.
    pub log: Arc<EmbeddedLog>,
    /// What stands between the log and the services, if anything does.
    between: Option<Arc<dyn EventLog>>,
    /// The key vault.
    pub vault: Arc<Vault>,
    /// Signs service tokens.
    pub signer: Arc<Signer>,
    /// What all services together keep in memory.
    pub process: Process,
}

impl Store {
    /// Opens a data directory, or makes one.
    ///
    /// # Errors
    ///
    /// It is in use, of another version, or damaged; the message says what to do.
    pub fn open(data: &Path) -> Result<Self> {
        let dir = DataDir::open(data)?;
        let log = EmbeddedLog::open(&dir.log(), Options::default())
            .with_context(|| format!("cannot open the log in {}", data.display()))?;
        let begun = *log.head().borrow() > Position::START;
        let beside = if begun { Beside::People } else { Beside::Nobody };
        let erasures = Erasures::open(&dir.erasures())?;
        let vault = Vault::open(&dir.vault(), &dir.root_key(), beside)?.remembering(erasures);
        let token_key = dir.token_key();
        let signer = Signer::load_or_make(&token_key)
            .with_context(|| format!("cannot use {}", token_key.display()))?;
        let (log, vault, signer) = (Arc::new(log), Arc::new(vault), Arc::new(signer));
        Ok(Self { dir, log, between: None, vault, signer, process: Process::default() })
    }

    /// The same with something between the log and the services: for tests of what goes wrong there.
    #[must_use]
    pub fn behind(self, put: impl FnOnce(Arc<dyn EventLog>) -> Arc<dyn EventLog>) -> Self {
        Self { between: Some(put(self.log.clone())), ..self }
    }

    /// The same with these policies in place of those that services bring along.
    #[must_use]
    pub fn with_policies(self, policies: Arc<Policies>) -> Self {
        Self { process: self.process.with_policies(policies), ..self }
    }

    /// The backends for a service that gets its keys from this source.
    pub fn backends(&self, keys: Arc<dyn KeySource>) -> Backends {
        Backends {
            log: self.between.clone().unwrap_or_else(|| self.log.clone()),
            keys: KeyRing::swept(keys),
            process: self.process.clone(),
            tokens: Arc::new(self.signer.verifier()),
            snapshots: Some(self.dir.snapshots()),
            tenants: Arc::default(),
        }
    }

    /// Verifies what this store's signer signed.
    pub fn verifier(&self) -> Verifier {
        self.signer.verifier()
    }

    /// A token with which this service calls others on its own.
    ///
    /// # Errors
    ///
    /// The token cannot be signed.
    pub fn service_token(&self, service: ServiceName) -> Result<String> {
        Ok(self.signer.sign_service(service, SERVICE_DAYS_MAX, clock::now())?)
    }
}
