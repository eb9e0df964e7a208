//! What a session is.

use ring::digest;
use seatwarden_base::{Kind, Refusal, secret::Secret};
use unicode_normalization::UnicodeNormalization;

use crate::cx::Person;

/// There is no such session of this user.
pub const NOT_FOUND: Refusal = Refusal::new(Kind::NotFound, "sessions.not_found");

/// The browser's session has ended: by its time, by whoever ended it, or by another browser beyond the limit.
pub const ENDED: Refusal = Refusal::new(Kind::Unauthenticated, "sessions.ended");
/// There is no such user.
pub(super) const UNKNOWN_USER: Refusal = Refusal::new(Kind::NotFound, "sessions.unknown_user");

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

/// A living session as an administrator sees it.
#[derive(Clone, Debug)]
pub struct Living {
    /// The session.
    pub session: Session,
    /// Whose it is.
    pub person: Person,
    /// How many living sessions that user has.
    pub of_user: i64,
}

/// Which living sessions are shown.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The beginning of a user name, an e-mail address or the address of a client; empty for all.
    pub search: String,
    /// Id or name of the role that the users have; empty for all.
    pub role: String,
    /// Where the page before ended: last use and id.
    pub after: Option<(i64, String)>,
    /// How many are shown at most, 1 to 200.
    pub limit: i64,
}

/// One page of living sessions, those used last first.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The sessions.
    pub sessions: Vec<Living>,
    /// Where the next page begins, if there is one: see [`Filter::after`].
    pub next: Option<(i64, String)>,
    /// Whether the page ends because enough were looked at, and not because it is full or the last.
    pub is_cut: bool,
}

/// What a search is after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Everything.
    All,
    /// Users whose name or e-mail address begins so.
    Name(String),
    /// Clients whose address begins so.
    Address(String),
}

impl Wanted {
    /// Reads the search box. Digits and dots, and whatever has a colon, are the address of a client.
    pub(super) fn of(search: &str) -> Self {
        // The form in which names and addresses are kept for comparing.
        let key: String = search.trim().nfc().collect::<String>().to_lowercase().nfc().take(254).collect();
        if key.is_empty() {
            Self::All
        } else if !key.contains('@')
            && (key.contains(':')
                || key.contains('.') && key.chars().all(|it| it.is_ascii_digit() || it == '.'))
        {
            Self::Address(key)
        } else {
            Self::Name(key)
        }
    }
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
pub fn token_hash(token: &str) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest::digest(&digest::SHA256, token.as_bytes()).as_ref());
    hash
}
