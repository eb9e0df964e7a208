//! Groups: sets of users. Two of them, Everyone and Admins, have no stored members: who is in
//! them follows from the users themselves.

mod actions;
mod model;
mod store;

pub use actions::{
    Member, Members, choices, join, join_crowd, language_of, leave, make_built_in, members, of_user,
    of_users, set_members_of,
};
pub use model::{GroupKind, Named, UNKNOWN};
