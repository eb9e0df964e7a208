//! Callers: the scripts that call the API, each credential from each address by each program; what they call, which
//! old ways they use, what to change about it, and a switch that turns one of them away.

mod actions;
pub mod api_document;
pub mod api_v1;
pub(crate) mod command;
mod gather;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;
mod words;

pub use actions::{find, is_off, list, note, set_off, write};
pub use gather::Gathered;
pub use model::{Call, Caller, CallerKind, Filter, Page, PartUse, SWITCHED_OFF, UNKNOWN};
