//! Users: the people (and scripts) who have an account.
//!
//! A user is signed in by an e-mail address or a user name; no two users share either, and
//! nobody's user name can be another's address. Exactly one user is the Sys. Admin.

mod actions;
pub mod api_v09;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    activate, change_own_email, change_own_names, check_new, count, create, create_crowd, create_in, delete,
    find, find_in, list, list_step, name_is_free, person, set_language, set_seen, set_signed_in, sysadmin,
    take_role, update,
};
pub use model::{
    Credential, EMAIL_TAKEN, Filter, LAST_SYSADMIN, NAME_MAX, Names, NewUser, ONE_SYSADMIN, UNKNOWN, User,
    UserPatch, check_email, name_key,
};
