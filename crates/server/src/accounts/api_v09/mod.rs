//! The legacy way into API v0.9: the `x-api-key` header.

mod access;
mod actions;
mod key;
mod store;
#[cfg(test)]
mod tests;
mod warm;

pub use access::{ApiAccess, LastUse, last_use, set_used};
pub use actions::identify;
pub use key::BAD_KEY;
#[cfg(any(test, feature = "fuzzing"))]
pub(crate) use key::read;
pub use warm::ApiKeys;
