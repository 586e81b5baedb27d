//! The platform as people meet it: through REST, in one process, apart over TCP, or as the binary.
//!
//! Invariant: nothing here knows more than a client may know; what tests look into beside REST
//! they open themselves.
#![expect(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

pub mod apart;
pub mod binary;
pub mod certificates;
mod coaching;
pub mod conformance;
pub mod facts;
pub mod nats;
pub mod otlp;
pub mod person;
pub mod ports;
pub mod postgres;
pub mod process;
pub mod processes;
pub mod repository;
pub mod site;
pub mod world;

pub use person::Person;
pub use site::{Answer, Site};
pub use world::World;
