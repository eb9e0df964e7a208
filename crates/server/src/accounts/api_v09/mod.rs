//! The legacy way into API v0.9: the `x-api-key` header.

mod key;
#[cfg(test)]
mod tests;

pub use key::{BAD_KEY, identify};
