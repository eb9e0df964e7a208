//! Expiry: mails to the owners of a license and to the vendor before it ends.

mod actions;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use actions::tell;
