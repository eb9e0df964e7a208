//! Changing one's e-mail address: the new one is proved by a mail, the old one is told and can undo it
//! for a week.

mod actions;
pub mod pages;
#[cfg(test)]
mod tests;

pub use actions::{ask, confirm, look, undo};
