//! Sessions: who is signed in, in which browser.
//!
//! A session is an opaque token of 256 random bits; only its SHA-256 is stored. It is looked up
//! anew as soon as anything at all was committed, so a session that was ended is dead at once on every node.

mod actions;
pub mod api_document;
pub mod api_v1;
mod device;
mod limits;
mod model;
pub mod pages;
mod store;
mod table;
#[cfg(test)]
mod tests;

pub use crate::cx::CONFIRM_FIRST;
pub use actions::{
    APPLY_LIMITS, Count, apply_limits, apply_limits_later, clean, confirm, count_living, count_of,
    count_of_user, end, end_all_of, end_all_of_role, end_current, end_of, end_others, end_views, exists, fit,
    fit_all, forget_limits, identify, list, mine, of_user, renew, renew_all_of, require_confirmed,
    require_confirmed_in_browser, revoke, revoke_all_but_mine, revoke_all_of, set_seen, set_view, start,
    with_token, would_end,
};
pub use device::{Device, DeviceKind};
pub use limits::{ChosenLimits, Limits, RoleLimits, limits, offers_remember_me};
pub use model::{ENDED, Filter, Living, NOT_FOUND, Page, Session, Started, token_hash};
