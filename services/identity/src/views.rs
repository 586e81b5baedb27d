//! What identity knows: whose a card or a session is, and who is in a tenant.

mod directory;
mod doors;

pub use directory::{Directory, PersonEntry};
pub use doors::{Doors, SessionEntry};

#[cfg(test)]
mod tests;
