//! The legacy way into API v0.9: the `x-api-key` header.

mod key;
#[cfg(test)]
mod tests;

#[cfg(any(test, feature = "fuzzing"))]
pub(crate) use key::read;
pub use key::{BAD_KEY, identify};
