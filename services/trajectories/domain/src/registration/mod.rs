//! The registration of a youth as work: asked for here, done by identity and by trajectories.
//!
//! Invariant: whatever the rules could refuse is refused before anything is written down.

pub mod begin;

pub use begin::BeginRegistration;
