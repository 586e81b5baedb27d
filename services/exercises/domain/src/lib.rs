//! The rules, pure and total.

pub mod run;
