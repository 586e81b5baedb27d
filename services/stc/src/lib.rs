//! The composition root: which backends the services stand on, and the commands of `stc`.

pub mod access;
pub mod compose;
pub mod greeting;
pub mod health;
pub mod serve;
pub mod token;
