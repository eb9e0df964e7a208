//! Audit: who did what to whom.
//!
//! Every event is written in the transaction of the act itself and carries the hash of
//! the event before it, so that a removed or altered event is noticed by `seatwarden audit verify`.

mod actions;
pub mod command;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{begin_chain, of_person, of_user, record, record_as, verify};
pub use model::{Event, Page, Recorded, Verdict, clip};
