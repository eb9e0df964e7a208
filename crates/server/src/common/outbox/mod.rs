//! The outbox: every mail goes through it.
//!
//! A room queues a mail in the transaction of its deed ([`queue`]), so the mail exists exactly if the deed
//! does; a job sends it. As soon as a mail has left or failed for good, its bodies are blanked: they carry
//! one-time links; the bodies of one that failed are kept sealed for a week, so that it can be retried. A mail may leave twice if the server dies between the relay's answer and our note of it;
//! both then carry the same `Message-ID`.

mod actions;
pub mod api_document;
pub mod api_platform;
pub mod api_v1;
pub mod command;
mod jobs;
mod kinds;
mod model;
pub mod pages;
mod route;
mod store;
mod table;
#[cfg(test)]
mod tests;

pub use actions::{forget_of, queue, require_leaving, state_of};
pub use api_platform::take_server;
pub use jobs::{CLEAN, KEEP_DAYS, SEND, TEXT_DAYS, WAIT_DAYS_MAX, register};
pub use kinds::{MailKind, MailSwitch, MailSwitches};
pub use model::{BAD_ADDRESS, MailServer, MailState, NO_WAY_OUT, NewMail, Queued, SWITCHED_OFF};
pub use route::Route;
