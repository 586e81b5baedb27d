//! What a process keeps in memory, once for all of its services.

use std::sync::Arc;

use crate::{
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
}

impl Default for Process {
    fn default() -> Self {
        Self::with_memory(MEMORY_MIB_DEFAULT)
    }
}

impl Process {
    /// With so much memory for views of single tenants, MiB.
    pub fn with_memory(mib: usize) -> Self {
        Self { memory: Memory::of_mib(mib), states: States::default(), views: Shared::default() }
    }
}
