//! What a caller is.

use ring::digest;
use seatwarden_base::{Kind, Refusal, Result};

use crate::cx::{LegacyPart, Person, TokenKind};

/// There is no such caller.
pub const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "callers.unknown");
/// An administrator switched this caller off.
pub const SWITCHED_OFF: Refusal = Refusal::new(Kind::Forbidden, "callers.switched_off");
/// There is no such kind of caller.
pub(super) const BAD_KIND: Refusal = Refusal::new(Kind::Invalid, "callers.bad_kind").on("kind");
/// As many callers are switched off as can be.
pub(super) const TOO_MANY_OFF: Refusal = Refusal::new(Kind::Conflict, "callers.too_many_off");

/// How many callers are kept; beyond, those seen last longest ago are forgotten, unless they are switched off.
pub(super) const CALLERS_MAX: i64 = 10_000;
/// How many callers of one user are kept.
pub(super) const OF_USER_MAX: i64 = 200;
/// How many callers can be switched off at once.
pub(super) const OFF_MAX: i64 = 1_000;
/// How many calls of one caller are shown.
pub(super) const CALLS_SHOWN_MAX: i64 = 200;
/// Old ways that were not used for so long are no longer told in the list, in milliseconds.
pub(super) const PARTS_TOLD_MS: i64 = 30 * 24 * 3_600_000;

/// By what a caller is let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CallerKind {
    /// An API token.
    Token(TokenKind),
    /// The legacy `x-api-key`.
    ApiKey,
}

impl CallerKind {
    /// All kinds, those one would choose today first.
    pub const ALL: [Self; 4] = [
        Self::Token(TokenKind::Named),
        Self::Token(TokenKind::Profile),
        Self::Token(TokenKind::SignIn),
        Self::ApiKey,
    ];

    /// The word in the table and in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Token(kind) => kind.word(),
            Self::ApiKey => "api_key",
        }
    }

    /// The kind of a word. Refuses with `callers.bad_kind`.
    pub fn of_word(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word).ok_or_else(|| BAD_KIND.into())
    }
}

/// What makes a caller another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) kind: CallerKind,
    pub(super) user_id: String,
    /// Of named tokens and the single one; else empty, because each sign-in makes another.
    pub(super) token_id: String,
    pub(super) ip: String,
    pub(super) user_agent: String,
}

impl Mark {
    /// The id, the same on every node: 24 hex digits.
    pub(super) fn id(&self) -> String {
        let mut context = digest::Context::new(&digest::SHA256);
        for part in [self.kind.word(), &self.user_id, &self.token_id, &self.ip, &self.user_agent] {
            context.update(&part.len().to_be_bytes());
            context.update(part.as_bytes());
        }
        data_encoding::HEXLOWER.encode(&context.finish().as_ref()[..12])
    }
}

/// A caller.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Id.
    pub id: String,
    /// By what it is let in.
    pub kind: CallerKind,
    /// On whose behalf it calls.
    pub person: Person,
    /// Id of its token; empty if tokens of this kind come and go.
    pub token_id: String,
    /// Name of its token; empty if it has none.
    pub token_name: String,
    /// Where it calls from.
    pub ip: String,
    /// What it calls itself.
    pub user_agent: String,
    /// How many calls there were.
    pub calls: i64,
    /// First call, in milliseconds since the Unix epoch.
    pub first_seen_at_ms: i64,
    /// Last call, in milliseconds since the Unix epoch; up to a minute late.
    pub last_seen_at_ms: i64,
    /// Since when it is switched off, in milliseconds since the Unix epoch; none if it is not.
    pub off_at_ms: Option<i64>,
    /// The old ways that it used of late.
    pub parts: Vec<LegacyPart>,
}

/// What a caller asked for.
#[derive(Clone, Debug)]
pub struct Call {
    /// The HTTP method.
    pub method: String,
    /// The pattern of the path; empty for a path that does not exist.
    pub route: String,
    /// How often.
    pub calls: i64,
    /// Last time, in milliseconds since the Unix epoch.
    pub last_seen_at_ms: i64,
}

/// How often a caller used an old way.
#[derive(Clone, Copy, Debug)]
pub struct PartUse {
    /// Which.
    pub part: LegacyPart,
    /// In how many calls.
    pub calls: i64,
    /// Last time, in milliseconds since the Unix epoch.
    pub last_seen_at_ms: i64,
}

/// Which callers to list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// A part of a user's name or address, a token's name, a client's address or a program's name.
    pub search: String,
    /// By what they are let in.
    pub kind: Option<CallerKind>,
    /// Only those that used an old way of late.
    pub legacy: bool,
    /// Only those that are switched off.
    pub off: bool,
    /// The end of the page before: last seen, and id.
    pub after: Option<(i64, String)>,
    /// How many at most.
    pub limit: i64,
}

/// A page of callers.
#[derive(Clone, Debug)]
pub struct Page {
    /// The callers.
    pub callers: Vec<Caller>,
    /// Where the next page begins; none at the end.
    pub next: Option<(i64, String)>,
}
