//! What is needed to set an installation up.

use seatwarden_base::{Kind, Refusal, secret::Secret};
use serde::{Deserialize, Serialize};

use crate::common::settings::Setting;

/// The installation has its Sys. Admin already.
pub const ALREADY: Refusal = Refusal::new(Kind::NotFound, "setup.already");
/// The set-up secret is not the one on the console.
pub const WRONG_SECRET: Refusal = Refusal::new(Kind::Unauthenticated, "setup.wrong_secret").on("secret");

/// The keys in the folder of secrets are none that this installation ever had.
pub const OTHER_SECRETS: Refusal = Refusal::new(Kind::Conflict, "setup.other_secrets");

/// The first user, as typed on the first page.
#[derive(Clone, Debug)]
pub struct NewSysAdmin {
    /// The secret from the console.
    pub secret: Secret,
    /// Address.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Password.
    pub password: Secret,
    /// The same again.
    pub repeat: Secret,
}

/// What the database remembers of the set-up.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Installation {
    /// Whether the built-in roles and groups are there.
    pub prepared: bool,
    /// SHA-256 of the set-up secret, in hex; empty once it was used.
    pub secret_hash: String,
    /// The address at which the server was last reached, for commands that run beside it.
    pub url: String,
    /// The key of the legacy `x-api-key`: 64 hex digits.
    pub x_api_key: String,
    /// The key before it, which works until then.
    pub previous_x_api_key: String,
    /// Until when the key before it works, in milliseconds since the Unix epoch.
    pub previous_until_ms: i64,
    /// When the key was made, in milliseconds since the Unix epoch; 0 with the installation.
    pub x_api_key_made_at_ms: i64,
    /// Whether the key was shown to an administrator; it is shown once.
    pub x_api_key_shown: bool,
    /// Ids of the newest keys that nodes came with, to tell a node whose secrets are another installation's.
    pub secret_ids: Vec<String>,
}

impl Setting for Installation {
    const KEY: &'static str = "setup.installation";
}
