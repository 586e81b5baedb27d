//! Every event of the platform, one file per kind of stream, and the codes they carry.
//!
//! Invariant: variants are added, never changed. One golden JSON file per variant stands in
//! `golden/`; `docs/events.md` is generated from them.

pub mod breach;
pub mod caseload;
pub mod centre;
pub mod consent;
pub mod departure;
pub mod erasure;
pub mod identifier;
pub mod ids;
pub mod opening;
pub mod person;
pub mod reading;
pub mod registration;
pub mod review;
pub mod rights;
pub mod run;
pub mod trajectory;

pub use ids::*;
pub use vocabulary::*;
