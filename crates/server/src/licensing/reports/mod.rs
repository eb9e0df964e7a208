//! Reports: what the vendor's staff wants to know of all licenses together. Each is one table, the same on the page, as
//! CSV, over the API and on the command line.

mod actions;
pub mod api_document;
pub mod api_v1;
pub mod bodies;
pub mod command;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{exported, make};
pub use model::{Cell, Column, Report, Which};
