//! Keeps views up to date: subscription, retry, snapshots, memory.
//!
//! A view of one tenant is a partition of [`Partitions`]; the few that answer whose something is are
//! folds of the whole log, [`Live`]. A delivery ends in applied, retried (the vault or the log does
//! not answer) or parked (the event cannot be read; the others go on).

mod live;
mod memory;
mod partition;
mod partitions;
mod progress;
mod reading;
mod shared;
mod snapshot;

pub use live::Live;
pub use memory::{MEMORY_MIB_DEFAULT, Memory};
pub use partitions::{Partitions, Seen};
pub use progress::{Behind, WAIT_SECONDS_MAX};
pub use reading::{replay, replay_tenant, replay_tenants};
pub use shared::Shared;
