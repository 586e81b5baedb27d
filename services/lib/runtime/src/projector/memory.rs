//! How much memory the partitions of all views of a process may take.
//!
//! Invariant: over the bound the partition that was used longest ago goes, whichever view's it is. It
//! comes back from its snapshot when somebody asks.

use std::sync::{
    Arc, Mutex, PoisonError, Weak,
    atomic::{AtomicU64, Ordering},
};

use kernel::TenantId;

/// How much the partitions of a process take if nobody says otherwise, MiB.
pub const MEMORY_MIB_DEFAULT: usize = 256;

/// The bound, and who holds partitions.
pub struct Memory {
    bytes_max: usize,
    uses: AtomicU64,
    holders: Mutex<Vec<Weak<dyn Holder>>>,
}

/// Who holds partitions.
pub(super) trait Holder: Send + Sync {
    /// About how many bytes they take together.
    fn bytes(&self) -> usize;

    /// The one that was used longest ago, and when.
    fn oldest(&self) -> Option<(u64, TenantId)>;

    /// Lets go of one.
    fn let_go(&self, tenant: &TenantId);
}

impl Memory {
    /// A bound for one process.
    pub fn of_mib(mib: usize) -> Arc<Self> {
        Arc::new(Self {
            bytes_max: mib.saturating_mul(1 << 20),
            uses: AtomicU64::new(0),
            holders: Mutex::default(),
        })
    }

    /// The bound, bytes.
    pub(super) fn bytes_max(&self) -> usize {
        self.bytes_max
    }

    /// Grows with every use of any partition.
    pub(super) fn use_number(&self) -> u64 {
        self.uses.fetch_add(1, Ordering::Relaxed)
    }

    pub(super) fn hold(&self, holder: Weak<dyn Holder>) {
        let mut holders = self.holders.lock().unwrap_or_else(PoisonError::into_inner);
        holders.retain(|holder| holder.strong_count() > 0);
        holders.push(holder);
    }

    /// Lets go of the least used partitions until the rest fits.
    pub(super) fn make_room(&self) {
        let holders = self.holders.lock().unwrap_or_else(PoisonError::into_inner);
        let holders: Vec<_> = holders.iter().filter_map(Weak::upgrade).collect();
        while holders.iter().map(|holder| holder.bytes()).sum::<usize>() > self.bytes_max {
            let oldest = holders.iter().filter_map(|holder| Some((holder.oldest()?, holder)));
            let oldest = oldest.min_by_key(|((used, _), _)| *used);
            let Some(((_, tenant), holder)) = oldest else { return };
            holder.let_go(&tenant);
        }
    }
}
