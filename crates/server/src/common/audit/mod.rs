//! Audit: who did what to whom.
//!
//! Every event is written in the transaction of the act itself and carries the hash of
//! the event before it, so that a removed or altered event is noticed by `seatwarden audit verify`.

mod actions;
pub mod api_document;
pub mod api_v1;
pub mod api_v2;
pub mod command;
pub mod jobs;
mod model;
pub mod pages;
mod store;
mod table;
#[cfg(test)]
mod tests;

pub use actions::{
    begin_chain, by_others, of_kinds, of_person, of_subject, proof, prove, record, record_all, record_as,
    record_together, search, tokens_by_others, verify,
};
pub use model::{ChainState, Event, Page, Proof, Recorded, Search, Verdict, clip};
