//! Rescue: the way back in for a Sys. Admin who lost everything, for whoever has the host.

mod actions;
pub mod command;
#[cfg(test)]
mod tests;

pub use actions::{NO_SYSADMIN, rescue};
