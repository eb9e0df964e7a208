//! What a session is.

use ring::digest;
use seatwarden_base::{Kind, Refusal, secret::Secret};

/// There is no such session of this user.
pub const NOT_FOUND: Refusal = Refusal::new(Kind::NotFound, "sessions.not_found");

/// The password was not given in this session for a while, and this needs it.
pub const CONFIRM_FIRST: Refusal = Refusal::new(Kind::Forbidden, "sessions.confirm_first");

/// A session as its owner sees it.
#[derive(Clone, Debug)]
pub struct Session {
    /// Id of the row; says nothing about the token.
    pub id: String,
    /// When it began, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// When it was last used, in milliseconds since the Unix epoch; up to a minute late.
    pub seen_at_ms: i64,
    /// When it ends at the latest, in milliseconds since the Unix epoch.
    pub expires_at_ms: i64,
    /// Address it was last used from.
    pub ip: String,
    /// `User-Agent` it began with.
    pub user_agent: String,
    /// Whether "Remember Me" was chosen.
    pub remembered: bool,
}

/// A session that was just begun; the only moment its token is known.
pub struct Started {
    /// Id of the row.
    pub id: String,
    /// What the browser keeps as its cookie.
    pub token: Secret,
    /// How long the cookie lives, in seconds; none for a cookie that ends with the browser.
    pub max_age_seconds: Option<i64>,
}

/// The stored form of a session token.
pub fn token_hash(token: &str) -> Vec<u8> {
    digest::digest(&digest::SHA256, token.as_bytes()).as_ref().to_vec()
}
