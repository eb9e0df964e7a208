//! What somebody types who signs up.

use seatwarden_base::{Kind, Refusal};

/// Nobody signs up here on their own.
pub const CLOSED: Refusal = Refusal::new(Kind::Forbidden, "sign_up.closed");

/// Who signs up, for which organisation.
#[derive(Clone, Debug, Default)]
pub struct SignUp {
    /// What the organisation is called.
    pub organisation: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The address that the welcome mail goes to.
    pub email: String,
}
