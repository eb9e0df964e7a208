//! THE LIST: every room in its order. A room may use rooms above it, never one below.

/// The rooms, the first used by all and the last using all.
pub const ROOMS: &[&str] = &[
    "common::settings",
    "common::audit",
    "common::outbox",
    "common::rate_limits",
    "common::health",
    "accounts::roles",
    "accounts::groups",
    "accounts::notices",
    "accounts::one_time_links",
    "accounts::sessions",
    "accounts::api_tokens",
    "accounts::passwords",
    "accounts::users",
    "accounts::feature_management",
    "accounts::recovery_codes",
    "accounts::email_change",
    "accounts::password_reset",
    "accounts::invitations",
    "accounts::setup",
    "accounts::sign_in",
    "accounts::api_v09",
    "accounts::rescue",
    "accounts::security",
    "accounts::profile",
];
