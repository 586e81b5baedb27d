//! The rules about centres and people. Pure: no clock, no tenant, no I/O.

pub mod centre;
pub mod identifier;
pub mod person;

pub use centre::{BeginOpening, Centre, OpenCentre};
pub use identifier::{ClaimIdentifier, Identifier};
pub use person::{
    ChooseAvatar, EraseKeys, IssueStartCard, Person, RegisterPerson, SignIn, SignOut,
};
