//! The issuer: what the staff of a license server does for its customers.

mod actions;
pub mod pages;
#[cfg(test)]
mod tests;
