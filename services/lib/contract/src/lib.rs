//! The `.proto` files as the contract of the platform: what they say of operations, fields and codes
//! beyond their types, read from their descriptors.
//!
//! Invariant: what is read here stands in the files and nowhere else. The compiler of the files checks
//! types; whether a list or a reason that is named exists is checked by the tests of the gateway.

mod codes;
#[cfg(feature = "compile")]
mod compile;
mod operations;
mod reads;
mod rules;
mod words;

pub use codes::{CodeList, codes, comment, reasons_and_audiences};
#[cfg(feature = "compile")]
pub use compile::compile;
pub use operations::{Operation, Verb, operations};
pub use reads::{Reads, reads};
pub use rules::{Bounds, Format, Rules};
pub use words::{lower_camel, shouting, upper_camel};
