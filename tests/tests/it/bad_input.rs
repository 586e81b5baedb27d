//! What is wrong is refused with what to do about it, and changes nothing.

mod binary;
mod fields;
mod headers;
mod messages;
mod policies;
mod positions;
mod repetition;
mod settings;
mod unknown;
