//! What rules are made of: who decides what on which state, and what of it is personal.
//!
//! Invariant: nothing here knows a clock, a disk or a network, nor an event, a proto or a service by
//! name. Whoever depends on this crate alone is pure.

pub mod codec;
pub mod decision;
pub mod personal;
pub mod refusal;
pub mod role;
pub mod spec;
pub mod tenant;
pub mod text;
pub mod work;
pub mod zone;

pub use decision::{By, Decision, State};
pub use personal::{Category, Event, Personal, PersonalPart, Sealed};
pub use role::{Purpose, Role, ServiceName};
pub use tenant::TenantId;
pub use vocabulary::Reason;
