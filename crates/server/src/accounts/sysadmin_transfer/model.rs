//! What an offer is, and what can be wrong with it.

use seatwarden_base::{Kind, Refusal, secret::Secret};

use crate::{
    accounts::ownership::Counts,
    cx::{BaseRole, Person},
};

/// The role is offered to active Admins only.
pub(super) const NOT_ADMIN: Refusal = Refusal::new(Kind::Invalid, "sysadmin_transfer.not_admin").on("to");
/// An Admin who cannot sign in, for now.
pub(super) const INACTIVE: Refusal = Refusal::new(Kind::Invalid, "sysadmin_transfer.inactive").on("to");
/// Accepting needs the password, and this Admin has none here: a service account, or somebody from Single Sign On.
pub(super) const NO_PASSWORD: Refusal = Refusal::new(Kind::Invalid, "sysadmin_transfer.no_password").on("to");
/// Nobody is called exactly so.
pub(super) const UNKNOWN_USER: Refusal =
    Refusal::new(Kind::Invalid, "sysadmin_transfer.unknown_user").on("to");
/// Another offer is open.
pub(super) const OFFER_OPEN: Refusal = Refusal::new(Kind::Conflict, "sysadmin_transfer.offer_open").on("to");
/// The offer was taken back, declined or accepted, or has run out.
pub(super) const NO_OFFER: Refusal = Refusal::new(Kind::NotFound, "sysadmin_transfer.no_offer");
/// The account has this address already.
pub(super) const SAME_ADDRESS: Refusal =
    Refusal::new(Kind::Invalid, "sysadmin_transfer.same_address").on("email");
/// Another user has the address; that user needs another one first.
pub(super) const ADDRESS_TAKEN: Refusal =
    Refusal::new(Kind::Conflict, "sysadmin_transfer.address_taken").on("otherEmail");

/// How long an offer stands, in days.
pub(super) const OFFER_DAYS: i64 = 7;

/// The open offer.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub(super) from_user_id: String,
    pub(super) to_user_id: String,
    pub(super) expires_at_ms: i64,
}

/// The open offer with the people in it.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub(super) from: Person,
    pub(super) to: Person,
    pub(super) expires_at_ms: i64,
}

impl Open {
    /// Whether whoever got it can accept it as things stand: they may have lost their role meanwhile.
    pub(super) fn can_be_accepted(&self) -> bool {
        require_receiver(&self.to).is_ok()
    }
}

/// Whether somebody can be offered the role, and accept it: an active Admin with a password. Refuses with
/// `sysadmin_transfer.not_admin`, `sysadmin_transfer.no_password` or `sysadmin_transfer.inactive`.
pub(super) fn require_receiver(person: &Person) -> Result<(), Refusal> {
    let why = if person.role.base != BaseRole::Admin {
        NOT_ADMIN
    } else if !person.origin.has_password() {
        NO_PASSWORD
    } else if !person.active {
        INACTIVE
    } else {
        return Ok(());
    };
    Err(why.with("name", person.display_name()))
}

/// Who gets the account, and what becomes of a user who has the address now.
#[derive(Clone, Debug, Default)]
pub(super) struct NewHolder {
    pub(super) email: String,
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) current_password: Secret,
    /// Another address for the user who has `email` now.
    pub(super) other_email: String,
    /// Whether that user is switched off.
    pub(super) deactivates: bool,
}

/// A user who has the address that the Sys. Admin is to get.
#[derive(Clone, Debug)]
pub(super) struct InTheWay {
    pub(super) person: Person,
    pub(super) owned: Counts,
}
