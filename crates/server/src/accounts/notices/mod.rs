//! Notices: mails that tell a user what happened to the account, so that a thief does not stay unseen
//! (RL-05); and the letter that every mail to a user is written as.
//!
//! A notice is queued in the transaction of its deed, in the receiver's language, and carries no secret. One
//! that cannot be queued never stops the deed.

mod letter;
mod mails;
mod model;
#[cfg(test)]
mod tests;

pub use letter::{Letter, send};
pub use mails::tell;
pub use model::{Notice, TokenChange};
