//! What identity knows: whose a card or a session is, who is in a tenant, who read or changed what, who agreed
//! to share what, who asked what about their data, which breaches there are, and how long what is kept.

mod affected;
mod audit;
mod breaches;
mod directory;
mod doors;
mod exit;
mod ledger;
mod requests;
mod retention;
mod signals;
mod telling;

pub use affected::{Affected, Readers, affected};
pub use audit::{AuditEntry, AuditLog, Did, Review, Unreviewed, Wanted};
pub use breaches::{BreachEntry, BreachFile, Breaches};
pub use directory::{Directory, PersonEntry, RuleSet};
pub use doors::{Doors, SessionEntry};
pub use exit::ExitEntry;
pub use ledger::{Ledger, OfPerson, Said};
pub use requests::{Advice, Certificate, RequestEntry, Requests};
pub use retention::{Keeping, PlacedHold, Retention, TermEnd};
pub use signals::Signals;
pub use telling::{Announcement, Outside, Recipient, Telling, recipients};

#[cfg(test)]
mod tests;
