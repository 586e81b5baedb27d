//! The rules, pure and total.

pub mod runs;
