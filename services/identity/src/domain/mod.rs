//! The rules about centres and people. Pure: no clock, no tenant, no I/O.

pub mod centre;
pub mod identifier;
pub mod person;

use platform::{Reason, status::Kind, text::TextError};

pub use centre::{BeginOpening, Centre, OpenCentre};
pub use identifier::{ClaimIdentifier, Identifier};
pub use person::{
    ChooseAvatar, EraseKeys, IssueStartCard, Person, RegisterPerson, SignIn, SignOut,
};

/// What is wrong with a name, as a refusal is told.
fn wrong_name(wrong: TextError) -> Kind {
    match wrong {
        TextError::Blank => Kind::Field("name", Reason::NameBlank),
        TextError::TooLong => Kind::Field("name", Reason::NameTooLong),
        TextError::NotAllowed => Kind::Field("name", Reason::CharacterNotAllowed),
    }
}
