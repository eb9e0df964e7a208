//! What is typed on the way back in.

use seatwarden_base::{Kind, Refusal, secret::Secret};

/// The two new passwords differ.
pub const NOT_THE_SAME: Refusal = Refusal::new(Kind::Invalid, "password_reset.not_the_same").on("repeat_password");

/// A new password, typed twice.
#[derive(Clone, Debug)]
pub struct NewPassword {
    /// The new password.
    pub new: Secret,
    /// The same again.
    pub repeat: Secret,
}

/// Somebody asked for a mail.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What the asking browser keeps, so that the typed code works there and only there.
    pub request_token: Secret,
}
