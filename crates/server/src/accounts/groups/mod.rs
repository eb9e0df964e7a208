//! Groups: sets of users. Two of them, Everyone and Admins, have no stored members: who is in
//! them follows from the users themselves.

mod actions;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{Member, language_of, make_built_in, of_page, of_user, set_members_of};
pub use model::{GroupKind, UNKNOWN};
