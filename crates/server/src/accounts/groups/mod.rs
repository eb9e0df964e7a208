//! Groups: sets of users, which may contain other groups. Two of them, Everyone and Admins, have no stored
//! members: who is in them follows from the users themselves.
//!
//! A group gives its members a language and a limit for their sessions, and a role to those who were made
//! automatically because of it. Deleting a group never deletes a user.

mod actions;
pub mod api_document;
pub mod api_v09;
pub mod api_v1;
mod bodies;
mod json_list;
mod model;
pub mod pages;
mod store;
mod table;
#[cfg(test)]
mod tests;

pub use actions::{
    Added, BRING_BACK, BringBackJob, Choices, DELETE, DeleteJob, Effect, Known, Listed, Member, Nest, Page,
    SHORTEN, Shorten, Wanted, WantedMembers, add_members, add_subgroup, bring_back, called, check_number,
    choices, count_inside, create, create_in, delete, delete_unused, direct_of, direct_of_many, effect,
    end_bringing_back, end_deletion, existing, find, find_deleted, find_in, forget_deleted, hold_in,
    ids_inside, inside_of, invited_among, join, join_crowd, join_many, language_of, leave, list,
    list_deleted, list_plain, lock_memberships_of, make_built_in, members, members_after, names_of_user,
    nest, of_user, of_users, put_back, remove_members, remove_subgroup, require_over, roles,
    session_minutes_of, set_members_of, suggest, update,
};
pub use model::{
    BEING_BROUGHT_BACK, BEING_DELETED, CHANGED_MEANWHILE, DERIVED, DeletedGroup, Group, GroupChange,
    GroupKind, NAME_TAKEN, Named, Sort, UNKNOWN, UNKNOWN_DELETED, UNKNOWN_NAME, UnderWay, check_name,
};
pub(super) use store::group_language;
