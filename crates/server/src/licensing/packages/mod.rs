//! Packages: what customers bought. One package is one license: its terms, every revision they went through, who may
//! activate it, and the changes that wait for a second person.

mod actions;
pub mod api_document;
pub mod api_v1;
pub mod bodies;
pub mod command;
mod mails;
mod model;
mod store;
mod table;
#[cfg(test)]
mod tests;

pub use actions::{
    Changed, Given, Right, activatable, add_license_user, add_license_user_in, approve, approve_by_root,
    change, change_by_root, find, find_in, import, issue, license_users, list, list_mine, list_of_kind,
    list_requests, lock, mark_reset, person_right, read_table, reject, remove_license_user, remove_member,
    renew, require_right, resume, revisions, revoke, suspend, terms_on, walk, withhold_license_user,
};
pub use model::{
    CHANGED_MEANWHILE, Change, ChangeRequest, Deployment, Environment, Kind, LicenseUser, Limits,
    LimitsChange, NewPackage, Package, RequestState, Revision, Seats, SeatsChange, Standing, State, Terms,
    Tier, UNKNOWN, terms_at,
};
