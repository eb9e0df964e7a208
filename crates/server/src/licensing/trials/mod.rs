//! The Online Trial: one click in the portal signs a license account in at the trial instance. The portal signs a grant
//! that holds for minutes, notes who used it, and sends the browser there with it; the trial instance takes each grant
//! once. What is withheld there is decided in `cx/permissions.rs`. Trial licenses are packages of the type trial: the
//! staff extends them, and makes paid ones of them.

mod actions;
pub mod api_document;
pub mod api_v1;
pub mod command;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{Entered, clean, convert, enter, extend, grant, start, trial, visitors};
pub use model::{BAD_GRANT, CLOSED, EXTEND_DAYS_MAX, Visitor, Visitors};
