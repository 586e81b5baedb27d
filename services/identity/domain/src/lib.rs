//! The rules about centres, people, what they share, what they ask about their data, what happens to it and who looks into
//! its use. Pure: no clock, no tenant, no I/O.

pub mod breach;
pub mod centre;
pub mod consent;
pub mod hold;
pub mod identifier;
pub mod person;
pub mod retention;
pub mod review;
pub mod rights;

pub use centre::{BeginOpening, Centre, DescribeController, OpenCentre};
pub use consent::{Consents, DeclineConsent, GiveConsent};
pub use identifier::{ClaimIdentifier, Identifier};
pub use person::{
    ChooseAvatar, EraseKeys, IssueStartCard, Person, RegisterPerson, SeeNotice, SignIn, SignOut,
};
pub use review::{ReviewReading, Reviews};
pub use rights::{
    AcknowledgeNotice, AdviseRequest, AnnounceLifting, BeginErasure, CertifyErasure, ExtendRequest,
    GrantErasure, GrantRequest, LiftRestriction, MakeRequest, NotifyRecipients, RefuseRequest,
    Rights, SeeLifting, TellOutside, WithdrawRequest,
};
