//! Passing the Sys. Admin's role on. There is exactly one Sys. Admin at any moment.
//!
//! Either the Sys. Admin offers the role to an Admin, who accepts it within seven days, both with their
//! passwords; or the account itself goes to another person by getting that person's address, and if another user
//! has the address, that user gets another one and hands over what they own, all in one step.

mod actions;
pub mod api_document;
pub mod api_v1;
mod mails;
mod model;
pub mod pages;
mod store;
mod take_back;
#[cfg(test)]
mod tests;

pub use take_back::take_back;
