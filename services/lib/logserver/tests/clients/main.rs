//! The served log met by official clients.
#![expect(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod groups;
mod held;
mod latency;
mod python;
mod secured;
mod streams;
mod subscriptions;
mod support;
