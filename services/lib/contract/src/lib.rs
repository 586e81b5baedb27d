//! The `.proto` files as the contract of the platform: what they say of operations, fields and codes
//! beyond their types, read from their descriptors.
//!
//! Invariant: what is said in a file that is not there, or of a field that cannot be such, is an error
//! of whoever compiles, not of whoever calls.

mod codes;
#[cfg(feature = "compile")]
mod compile;
mod operations;
mod rules;
mod words;

pub use codes::{CodeList, codes, comment, reasons_and_audiences};
#[cfg(feature = "compile")]
pub use compile::{compile, proto_files};
pub use operations::{Operation, Verb, operations};
pub use rules::{Bounds, Format, Rules};
pub use words::{lower_camel, shouting, upper_camel};
