//! Calls that may be sent again: one that carries an `Idempotency-Key` is done once, and whoever sends it again gets the
//! same answer. Its own mark is written in the transaction of the act, so that even a crash does nothing twice.

mod actions;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{acted, begin, clean, finish};
pub use model::{ANSWER_MAX, Answer, BAD_KEY, Begun, KEY_MAX, Run};
