//! Nobody sees or does what is not theirs: every operation, every role, every other centre.

mod centres;
pub(crate) mod contract;
pub(crate) mod messages;
mod operations;
mod relations;
mod rpcs;
mod services;
mod table;
