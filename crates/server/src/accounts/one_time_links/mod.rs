//! One-time links: what a mail carries so that its reader can choose a password or prove an address.
//!
//! A link works once and for a limited time; looking at its page uses nothing up. Where it helps, a
//! typed code does the same, in the browser that asked. A newer link of the same purpose ends the older, except those that
//! take a change of address back.

mod actions;
mod mails;
mod model;
mod store;

pub use actions::{
    clean, end_all, end_later_than, end_other_of, end_undo_of, hold_user, is_open, look, look_by_code,
    mail_state, make, open_until_ms, require_leaving, send, send_with_code, take,
};
pub use model::{Link, NOT_VALID, Purpose, WRONG_CODE, hash};
