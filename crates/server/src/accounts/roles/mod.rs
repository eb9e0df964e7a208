//! Roles: the six built in, and custom ones that stand on one of them. What the built-in ones may do, and what
//! a custom one may change of it, is in `cx/permissions.rs`.

mod actions;
pub mod api_document;
pub mod api_v09;
mod manifest;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Edit, FORGET_LIMITS, Forgotten, beside, blame, create, create_wished, delete, details, diff, diff_of_new,
    edit_manifest, effective, license_account, list, list_detailed, make_built_in, named, read_manifest,
    update, update_wished,
};
pub use api_v09::{manifest_of, short};
pub use model::{
    BUILT_IN_STAYS, Beside, CHANGED_MEANWHILE, Choice, Details, Diff, FIXED, GIVEN_BY_GROUPS, NAME_TAKEN,
    NewRole, RoleChange, UNKNOWN, Why, Wish,
};
