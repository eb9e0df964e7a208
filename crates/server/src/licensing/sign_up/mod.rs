//! Signing up: how somebody gets a license account. The welcome mail carries a generated password, which activates an
//! installation at once and must be replaced at the first sign-in in a browser.
//!
//! The answer is the same, and takes the same time, whether the address is known or not.

mod actions;
mod mails;
mod model;
pub mod pages;
#[cfg(test)]
mod tests;

pub use actions::{
    MAKE_JOB, MakeJob, NewAccount, add_to, ask, generate, invite, make, make_customer, withhold,
};
pub use model::{CLOSED, SignUp};
