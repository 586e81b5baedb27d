//! The service as others meet it: a channel, tokens, a real log and a real vault.
#![expect(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod people;
mod sessions;
mod world;
