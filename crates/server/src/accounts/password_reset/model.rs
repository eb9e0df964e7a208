//! What is typed on the way back in.

use seatwarden_base::secret::Secret;

/// A new password, typed twice.
#[derive(Clone, Debug)]
pub struct NewPassword {
    /// The new password.
    pub new: Secret,
    /// The same again.
    pub repeat: Secret,
    /// Whether the user's API tokens end too, and their recovery codes unless one of them led here.
    pub end_tokens: bool,
}

/// Somebody asked for a mail.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What the asking browser keeps, so that the typed code works there and only there.
    pub request_token: Secret,
}
