//! What all of API v0.9 shares: the legacy `x-api-key`, and the quirks of its parameters.

mod key;
mod quirks;

pub use key::{BAD_KEY, identify};
pub use quirks::{Parameters, number, switch};
