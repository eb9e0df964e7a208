//! The issuer: what the staff of a license server does for its customers.

mod actions;
pub mod api_document;
pub mod api_v1;
mod bodies;
pub mod command;
pub mod pages;
#[cfg(test)]
mod tests;
