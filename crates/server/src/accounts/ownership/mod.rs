//! Ownership: who owns which dashboard, folder, data model, … of the platform.
//!
//! The platform registers its objects here, singly or many at once; the content stays there. Objects are handed
//! over from one user to another, and the platform follows by reading the changes. What a deleted user owned is
//! handed over, or stays under the name of the former user: deleting a user never destroys content.

mod actions;
pub mod api_document;
pub mod api_platform;
pub mod api_v1;
mod csv;
mod hand_over;
mod jobs;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Together, candidates, changes, clean, come_back, count_fitting, counts_of, find, foresee,
    foresee_hand_over, forget, hand_over, hold, leave, list, moved_by, owner, recent_transfers, register,
    register_table, samples, set_shares, shares_of, transfer_all, transfer_in, transfer_objects, transfer_of,
    unregister,
};
pub use hand_over::{Forecast, MovedObject, OTHERS_BY_NOW, Scope, Wish, fingerprint};
pub use jobs::{TRANSFER, run};
pub use model::{
    AT_ONCE_MAX, Change, Counts, Effect, Fate, Fates, Filter, Keeps, NewObject, ONLY_INVITED, OWNED_BY_OTHER,
    ObjectKind, OwnedObject, Owner, Page, SAME_OWNER, SEVERAL_USERS, SWITCHED_OFF, Share, State, TICKED_MAX,
    TOO_MANY, Transfer, UNKNOWN_KIND, UNKNOWN_OBJECT, UNKNOWN_USER, USER_NEEDED, Verdict, What, is_unclear,
};
