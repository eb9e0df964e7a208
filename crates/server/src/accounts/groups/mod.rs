//! Groups: sets of users. Two of them, Everyone and Admins, have no stored members: who is in
//! them follows from the users themselves.

mod actions;
mod model;
mod store;

pub use actions::{
    Member, language_of, list_plain, make_built_in, names_of_user, of_page, of_user, set_members_of,
};
pub use model::{GroupKind, UNKNOWN};
