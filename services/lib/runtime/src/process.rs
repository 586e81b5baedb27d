//! What a process keeps in memory, once for all of its services.

use std::sync::{Arc, OnceLock};

use crate::{
    access::{Mistake, Policies, Text},
    projector::{MEMORY_MIB_DEFAULT, Memory, Shared},
    states::States,
};

/// Cloning is cheap: clones keep the same.
#[derive(Clone)]
pub struct Process {
    /// How much memory views of single tenants may take.
    pub memory: Arc<Memory>,
    /// States of streams that were decided on.
    pub states: States,
    /// Views of the whole log.
    pub views: Shared,
    pub(crate) policies: Arc<OnceLock<Arc<Policies>>>,
}

impl Default for Process {
    fn default() -> Self {
        Self::with_memory(MEMORY_MIB_DEFAULT)
    }
}

impl Process {
    /// With so much memory for views of single tenants, MiB.
    pub fn with_memory(mib: usize) -> Self {
        Self {
            memory: Memory::of_mib(mib),
            states: States::default(),
            views: Shared::default(),
            policies: Arc::default(),
        }
    }

    /// With these policies in place of those that a service brings along.
    #[must_use]
    pub fn with_policies(self, policies: Arc<Policies>) -> Self {
        Self { policies: Arc::new(OnceLock::from(policies)), ..self }
    }

    /// Who may do what: what the process was given, or these policies for the operations of these
    /// descriptors.
    ///
    /// # Errors
    ///
    /// [`Mistake`] if they are wrong.
    pub fn policies(
        &self,
        brought: &[Text<'_>],
        descriptors: &[u8],
    ) -> Result<Arc<Policies>, Mistake> {
        if let Some(policies) = self.policies.get() {
            return Ok(policies.clone());
        }
        let policies = Arc::new(Policies::read(brought, descriptors)?);
        Ok(self.policies.get_or_init(|| policies).clone())
    }
}
