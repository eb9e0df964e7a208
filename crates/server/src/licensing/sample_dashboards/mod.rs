//! Sample dashboards: a list, a page for each, and the file to import.

mod actions;
pub mod api_document;
pub mod api_v1;
pub mod command;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{add, find, list, list_all, publish};
pub use model::{NewSample, Sample, UNKNOWN};
