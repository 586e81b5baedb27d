//! The platform as a whole.
#![expect(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod again;
mod bad_input;
mod breaches;
mod canary;
mod conformance;
mod consents;
mod data;
mod days;
mod demo;
mod erased;
mod faults;
mod isolation;
mod journeys;
mod live;
mod nats;
mod officer;
mod own_version;
mod places;
mod raw;
mod reads;
mod replicas;
mod restart;
mod restored;
mod rights;
mod secured;
mod sessions;
mod tidy;
mod timeline;
mod traces;
mod work;
