//! Background work: what the server does beside requests, and trying again what it gave up.
//!
//! The jobs themselves belong to their rooms and to `seatwarden_base::jobs`; here they are looked at. Mails that failed
//! are retried in the outbox, which keeps their text.

mod actions;
pub mod api_document;
pub mod api_v1;
pub mod pages;
#[cfg(test)]
mod tests;
