//! Users: the people (and scripts) who have an account.
//!
//! A user is signed in by an e-mail address or a user name; no two users share either, and
//! nobody's user name can be another's address. Exactly one user is the Sys. Admin.

mod actions;
pub mod api_document;
pub mod api_v09;
pub mod api_v1;
pub(crate) mod bodies;
pub(crate) mod command;
pub mod jobs;
mod json_list;
mod listing;
mod model;
pub mod pages;
mod sieve;
mod store;
mod table;
#[cfg(test)]
mod tests;

pub use actions::{
    ACT, Act, ActState, Begun, Chosen, Count, Ends, Export, Forecast, Listing, LongAct, Look, Lookalikes,
    NewService, OtherNames, Selected, Selecting, Selection, Shown, activate, administrators, begin_act,
    bring_back, browse, cancel_invitation, change_own, change_own_email, change_sysadmin, change_view,
    check_lookalike, check_new, clean_acts, count, count_given, create, create_all_in, create_crowd,
    create_in, create_service, create_token, delete, delete_in, delete_leaver, delete_view, end_access,
    end_own_access, end_session, end_sessions, export, find, find_act, find_all_by_name, find_deleted,
    find_in, forecast, foresee_leaving, forget_deleted, give_other_address, in_one_hand, invite_again,
    invited_at_ms, leaver, list_acts, list_deleted, look, name_is_free, pass_sysadmin, person, personal,
    prepare, rehearse, renew_search_texts, require_proof_over, require_whole, resume_acts, revoke_token,
    roles_within_reach, rotate_token, save_view, select, set_language, set_seen, set_signed_in, stop_act,
    sysadmin, take_role, update, update_in, views, who_may, with_address,
};
pub use actions::{OtherAddress, hold_own};
pub use listing::{
    BULK_MAX, COUNTED_MAX, Column, ListQuery, Listed, Order, Page, SavedView, State, VIEW_NAME_MAX, VIEWS_MAX,
};
pub use model::NOT_INVITED;
pub use model::{
    CHANGED_MEANWHILE, Credential, DeletedUser, EMAIL_TAKEN, LAST_SYSADMIN, LICENSE_USERS_MAX, Leaver,
    NAME_MAX, NOT_YOURSELF, NewUser, ONE_SYSADMIN, OwnPatch, Personal, UNDO_DAYS, UNKNOWN, UNKNOWN_DELETED,
    User, UserPatch, check_email, name_key,
};
