//! The one answer to everything that is wrong at the door.

use seatwarden_base::{Kind, Refusal};

/// Wrong name, wrong password, no such account, account not active: the reader learns no more than that.
pub const WRONG: Refusal = Refusal::new(Kind::Unauthenticated, "sign_in.wrong");
/// The password was right, but it has run out and must be chosen anew by mail.
pub const RESET_NEEDED: Refusal = Refusal::new(Kind::Unauthenticated, "sign_in.reset_needed");
/// The password was right, but an administrator locked the account.
pub const LOCKED: Refusal = Refusal::new(Kind::Unauthenticated, "sign_in.locked");
/// Longest name or password that is looked at, in bytes.
pub(super) const TYPED_MAX: usize = 1_024;

/// No Single Sign On is set up, so nobody comes back from one.
pub(super) const NO_SSO: Refusal = Refusal::new(Kind::NotFound, "sign_in.no_sso");
