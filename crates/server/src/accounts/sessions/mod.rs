//! Sessions: who is signed in, in which browser.
//!
//! A session is an opaque token of 256 random bits; only its SHA-256 is stored. Every request looks its
//! session up, so a session that was ended is dead at once on every node.

mod actions;
mod device;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    clean, confirm, count_of, end, end_all_of, end_current, end_others, identify, mine, renew, renew_all_of,
    require_confirmed, set_seen, start, with_token,
};
pub use device::{Device, DeviceKind};
pub use model::{CONFIRM_FIRST, NOT_FOUND, Session, Started, token_hash};
