//! What identity knows: whose a card or a session is, who is in a tenant, who read or changed what, who agreed
//! to share what, who asked what about their data, and which breaches there are.

mod affected;
mod audit;
mod breaches;
mod directory;
mod doors;
mod ledger;
mod requests;

pub use affected::{Affected, Readers, affected};
pub use audit::{AuditEntry, AuditLog, Did, Review, Unreviewed, Wanted};
pub use breaches::{BreachEntry, BreachFile, Breaches};
pub use directory::{Directory, PersonEntry};
pub use doors::{Doors, SessionEntry};
pub use ledger::{Ledger, OfPerson, Said};
pub use requests::{Advice, Certificate, RequestEntry, Requests};

#[cfg(test)]
mod tests;
