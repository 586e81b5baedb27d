//! What identity knows: whose a card or a session is, who is in a tenant, and who read or changed what.

mod audit;
mod directory;
mod doors;

pub use audit::{AuditEntry, AuditLog, Did, Wanted};
pub use directory::{Directory, PersonEntry};
pub use doors::{Doors, SessionEntry};

#[cfg(test)]
mod tests;
