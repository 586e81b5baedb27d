//! Every event of the platform, one file per kind of stream, and the codes they carry.
//!
//! Invariant: variants are added, never changed. One golden JSON file per variant stands in
//! `golden/`; `docs/events.md` is generated from them.

pub mod alarm;
pub mod breach;
pub mod caseload;
pub mod centre;
pub mod consent;
pub mod departure;
pub mod employer;
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

/// Whether what streams of this kind seal has a key of its own, by the stream.
pub fn keyed_by_stream(kind: &str) -> bool {
    use kernel::Event;
    match kind {
        alarm::KIND => alarm::AlarmEvent::KEYED_BY_STREAM,
        run::KIND => run::RunEvent::KEYED_BY_STREAM,
        _ => false,
    }
}

pub use ids::*;
pub use vocabulary::*;
