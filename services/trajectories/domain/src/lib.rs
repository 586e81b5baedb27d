//! The rules of trajectories. Nothing here does I/O, reads a clock or knows a tenant.

pub mod alarm;
pub mod caseload;
pub mod employer;
pub mod registration;
pub mod trajectory;
