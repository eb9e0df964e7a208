//! Invitations: the mail by which a new user chooses the first password.

mod actions;
pub mod api_document;
pub mod api_v1;
pub mod pages;
#[cfg(test)]
mod tests;

pub use actions::{accept, look};
