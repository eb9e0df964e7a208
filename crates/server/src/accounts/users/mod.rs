//! Users: the people (and scripts) who have an account.
//!
//! A user is signed in by an e-mail address or a user name; no two users share either, and
//! nobody's user name can be another's address. Exactly one user is the Sys. Admin.

mod actions;
pub mod api_v09;
mod listing;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Act, Chosen, Count, Export, Forecast, Listing, Shown, activate, apply_act, browse, change_own_email,
    change_own_names, change_view, check_new, count, create, create_crowd, create_in, delete, delete_view,
    export, find, find_in, forecast, list, list_step, name_is_free, person, save_view, set_language,
    set_seen, set_signed_in, sysadmin, update, views,
};
pub use listing::{
    BULK_MAX, COUNTED_MAX, Column, ListQuery, Listed, Order, Page, SavedView, Seat, State, VIEW_NAME_MAX,
    VIEWS_MAX,
};
pub use model::{
    Credential, EMAIL_TAKEN, Filter, LAST_SYSADMIN, NAME_MAX, Names, NewUser, ONE_SYSADMIN, UNKNOWN, User,
    UserPatch, check_email, name_key,
};
