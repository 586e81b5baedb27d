//! The rules about centres, people and what they ask about their data. Pure: no clock, no tenant, no I/O.

pub mod centre;
pub mod identifier;
pub mod person;
pub mod rights;

pub use centre::{BeginOpening, Centre, DescribeController, OpenCentre};
pub use identifier::{ClaimIdentifier, Identifier};
pub use person::{
    ChooseAvatar, EraseKeys, IssueStartCard, Person, RegisterPerson, SeeNotice, SignIn, SignOut,
};
pub use rights::{
    BeginErasure, CertifyErasure, ExtendRequest, GrantErasure, GrantRequest, LiftRestriction,
    MakeRequest, RefuseRequest, Rights, WithdrawRequest,
};
