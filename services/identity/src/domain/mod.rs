//! The rules about centres and people. Pure: no clock, no tenant, no I/O.

pub mod centre;
pub mod identifier;
pub mod person;

pub use centre::{Centre, Command as CentreCommand};
pub use identifier::{Command as IdentifierCommand, Identifier};
pub use person::{Command as PersonCommand, Person};
