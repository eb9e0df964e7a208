//! Forgotten passwords: the mail with "Recover Password", and the new password it leads to.
//!
//! The answer is the same, and takes the same time, whether the address is known or not.

mod actions;
pub mod api_document;
pub mod api_v1;
mod model;
pub mod pages;
#[cfg(test)]
mod tests;

pub use actions::{MAIL_JOB, MailJob, ask, choose, choose_by_code, look, mail};
pub use model::{Asked, NewPassword};
