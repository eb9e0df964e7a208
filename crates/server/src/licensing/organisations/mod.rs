//! Organisations: the customers of a license server, and the license accounts that act for them. What a license
//! account may do is decided here, by its membership; its role allows nothing but the own account.

mod actions;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    add_member, create, create_in, create_signed_up, find, find_in, list, members, members_in, mine, named,
    note_added_as, of_person, remove_member, rename, require_owner, require_sight, role_in, shown_address,
    withheld_in, withhold_member,
};
pub use model::{
    Member, MemberRole, Membership, NAME_MAX, ORGANISATIONS_MAX, OWNERS_ONLY, Organisation, Sight, UNKNOWN,
    check_name,
};
pub use store::added_as;
