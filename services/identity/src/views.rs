//! What identity knows: whose a card or a session is, who is in a tenant, who read or changed what, and who
//! asked what about their data.

mod audit;
mod directory;
mod doors;
mod requests;

pub use audit::{AuditEntry, AuditLog, Did, Wanted};
pub use directory::{Directory, PersonEntry};
pub use doors::{Doors, SessionEntry};
pub use requests::{Certificate, RequestEntry, Requests};

#[cfg(test)]
mod tests;
