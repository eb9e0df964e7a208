//! The legacy way into API v0.9: the `x-api-key` header.

mod access;
mod key;
#[cfg(test)]
mod tests;

pub use access::{ApiAccess, LastUse, last_use, set_used};
#[cfg(any(test, feature = "fuzzing"))]
pub(crate) use key::read;
pub use key::{BAD_KEY, identify};
