//! The rules of the house that the compiler does not know.

mod dependencies;
mod documents;
mod domain;
mod sources;
