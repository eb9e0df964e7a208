//! API tokens: what scripts hold instead of a password.
//!
//! Three kinds: the single token of My Profile (signed claims that can be shown again because they can be
//! signed again), the token that the API's login call hands out (signed as well), and named tokens with a
//! scope and an end (random, shown once, kept as a hash). Each has a row; a token without its row is dead.

mod actions;
pub mod api_document;
pub mod api_v1;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

#[cfg(any(test, feature = "fuzzing"))]
pub(crate) use actions::read as read_signed;
pub use actions::{
    callers, clean, count_of, create, create_of, end_all_of, end_all_of_role, end_of, end_of_other_sign_ins,
    end_of_sign_in, end_presented, exists, first_profile_token, holders, identify, issue_for_sign_in, mine,
    of_user, profile_token, renew_profile_token, renew_profile_token_of, require_confirmed, revoke, rotate,
    rotate_of, set_used,
};
#[cfg(any(test, feature = "fuzzing"))]
pub(crate) use model::is_named_token;
pub use model::{ApiToken, Created, Kind, NOT_FOUND, NewToken, OVERLAP_HOURS, TokenCaller, hint_of};
