//! What a token looks like and which are told apart by a glance.

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use ring::digest;
use seatwarden_base::{Kind as RefusalKind, Refusal, Result, random::Random, secret::Secret};
use serde_json::Value;

pub use crate::cx::TokenKind as Kind;
use crate::{cx::Scopes, text::is_id};

/// There is no such token of this user.
pub const NOT_FOUND: Refusal = Refusal::new(RefusalKind::NotFound, "api_tokens.not_found");
/// A token needs a name of at most [`NAME_MAX`] characters.
pub(super) const BAD_NAME: Refusal = Refusal::new(RefusalKind::Invalid, "api_tokens.bad_name").on("name");
/// The end lies in the past or too far away.
pub(super) const BAD_EXPIRY: Refusal = Refusal::new(RefusalKind::Invalid, "api_tokens.bad_expiry").on("days");
/// The old token cannot work on for so long, or for less than nothing; value `maximum`.
pub(super) const BAD_OVERLAP: Refusal =
    Refusal::new(RefusalKind::Invalid, "api_tokens.bad_overlap").on("overlapHours");
/// There is no such scope.
pub(super) const BAD_SCOPE: Refusal = Refusal::new(RefusalKind::Invalid, "api_tokens.bad_scope").on("scope");
/// A token makes no token that may do more than itself.
pub(super) const BEYOND_OWN_SCOPE: Refusal =
    Refusal::new(RefusalKind::Forbidden, "api_tokens.beyond_own_scope").on("scope");
/// The user has as many tokens as one may have.
pub(super) const TOO_MANY: Refusal = Refusal::new(RefusalKind::Conflict, "api_tokens.too_many");
/// A service account has named tokens and no others.
pub(super) const NAMED_ONLY: Refusal = Refusal::new(RefusalKind::Conflict, "api_tokens.named_only");
/// A named token makes and shows no other one: it would outlive its own end.
pub(super) const NOT_BY_NAMED: Refusal = Refusal::new(RefusalKind::Forbidden, "api_tokens.not_by_named");
/// Only a named token that still works can be rotated.
pub(super) const NOT_ROTATABLE: Refusal = Refusal::new(RefusalKind::Conflict, "api_tokens.not_rotatable");

/// Longest name, in characters.
pub(super) const NAME_MAX: usize = 60;
/// Longest life of a named token, in days.
pub(super) const DAYS_MAX: i64 = 3_650;
/// How long a rotated token goes on working unless it is said, in hours.
pub const OVERLAP_HOURS: i64 = 7 * 24;
/// Most tokens from the login call per user; the oldest ends first.
pub(super) const SIGN_IN_TOKENS_MAX: i64 = 100;
/// What every named token begins with, so that people and secret scanners know it at sight.
pub(super) const PREFIX: &str = "swt_";
/// How many of a token's first letters are kept to tell it by.
pub(super) const HINT_LENGTH: usize = 12;

/// A token as its owner sees it, without its secret.
#[derive(Clone, Debug)]
pub struct ApiToken {
    /// Id of the row.
    pub id: String,
    /// Which sort.
    pub kind: Kind,
    /// Name the owner gave it.
    pub name: String,
    /// What it may do.
    pub scope: Scopes,
    /// Its first letters, to tell it by.
    pub hint: String,
    /// When it was made, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// When it ends, in milliseconds since the Unix epoch; none for never.
    pub expires_at_ms: Option<i64>,
    /// The newer token that takes its place, once it was rotated.
    pub replaced_by: Option<String>,
    /// Last use, in milliseconds since the Unix epoch, up to a minute late.
    pub last_used_at_ms: Option<i64>,
    /// Address of the last use.
    pub last_used_ip: String,
    /// `User-Agent` of the last use.
    pub last_used_agent: String,
}

/// A program that used a token.
#[derive(Clone, Debug)]
pub struct TokenCaller {
    /// Its address.
    pub ip: String,
    /// Its `User-Agent`.
    pub user_agent: String,
    /// Last use, in milliseconds since the Unix epoch, up to a minute late.
    pub last_used_at_ms: i64,
}

/// How many callers of one token are kept.
pub(super) const CALLERS_MAX: i64 = 20;

/// A named token to be made.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// What the owner calls it.
    pub name: String,
    /// Words of scopes, divided by spaces; see [`Scopes::of_words`].
    pub scope: String,
    /// How many days it works; 0 for no end.
    pub days: i64,
}

/// A token that was just made; the only moment the secret of a named one is known.
pub struct Created {
    /// Id of the row.
    pub id: String,
    /// The token itself.
    pub token: Secret,
}

/// A new named token: prefix, 192 random bits in lower-case base 32, and a check sum of eight digits
/// that finds typing errors before the database is asked.
pub(super) fn new_named_token(random: &Random) -> Result<String> {
    let body = BASE32_NOPAD.encode(&random.bytes::<24>()?).to_ascii_lowercase();
    let sum = check_sum(&body);
    Ok(format!("{PREFIX}{body}{sum}"))
}

/// Whether a text can be a named token at all.
pub(crate) fn is_named_token(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(PREFIX) else { return false };
    rest.len() == 47 && rest.is_ascii() && check_sum(&rest[..39]) == rest[39..]
}

fn check_sum(body: &str) -> String {
    let hash = digest::digest(&digest::SHA256, body.as_bytes());
    BASE32_NOPAD.encode(&hash.as_ref()[..5]).to_ascii_lowercase()
}

/// What of a token that somebody typed may be kept and shown, without its secret: the first letters of a named one, by which
/// its holder is found; of a signed one the id of the user it speaks for. None for what is no token.
pub fn hint_of(typed: &str) -> Option<String> {
    let text = typed.trim();
    let text = text
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map_or(text, |it| it.1);
    let text = text.trim_start();
    let first_letters = || text.chars().take(HINT_LENGTH).collect();
    if text.get(..PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(PREFIX)) {
        return Some(first_letters());
    }
    // JSON that begins with a brace and a quotation mark, in base 64 (RFC 7519).
    let (_, claims) = text.split_once('.').filter(|(header, _)| header.starts_with("eyJ"))?;
    let claims = claims.split('.').next().unwrap_or_default();
    let claims = BASE64URL_NOPAD.decode(claims.as_bytes()).unwrap_or_default();
    let claims: Value = serde_json::from_slice(&claims).unwrap_or_default();
    let user = claims["user"].as_str().filter(|user| is_id(user)).map(str::to_owned);
    Some(user.unwrap_or_else(first_letters))
}

/// The stored form of a named token.
pub(super) fn secret_hash(token: &str) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest::digest(&digest::SHA256, token.as_bytes()).as_ref());
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_token_is_known_at_sight_and_a_typing_error_too() {
        let token = new_named_token(&Random::seeded(1)).unwrap();

        assert!(is_named_token(&token), "{token}");
        let wrong = token.replace(&token[10..11], if &token[10..11] == "a" { "b" } else { "a" });
        assert!(!is_named_token(&wrong));
        assert!(!is_named_token("swt_"));
        assert!(!is_named_token("swt_é"));
    }

    #[test]
    fn of_a_token_that_was_typed_only_what_tells_it_is_kept() {
        let named = new_named_token(&Random::seeded(1)).unwrap();
        let user = "0123456789abcdef01234567";
        let signed =
            |claims: &str| format!("eyJhbGciOiJIUzI1NiJ9.{}.c2ln", BASE64URL_NOPAD.encode(claims.as_bytes()));
        let of_user = signed(&format!(r#"{{"user":"{user}","apiSecret":"x"}}"#));
        for (typed, hint) in [
            (named.clone(), Some(named[..HINT_LENGTH].to_owned())),
            (format!("  Bearer {named} "), Some(named[..HINT_LENGTH].to_owned())),
            (named.to_uppercase(), Some(named[..HINT_LENGTH].to_uppercase())),
            ("swt_ab".to_owned(), Some("swt_ab".to_owned())),
            (of_user.clone(), Some(user.to_owned())),
            (format!("bearer {of_user}"), Some(user.to_owned())),
            (signed(r#"{"user":"' or 1"}"#), Some("eyJhbGciOiJI".to_owned())),
            (signed("none"), Some("eyJhbGciOiJI".to_owned())),
            ("eyJa.é".to_owned(), Some("eyJa.é".to_owned())),
            ("eyJohn".to_owned(), None),
            ("sw\u{e9}_".to_owned(), None),
            ("Bearer, Anna".to_owned(), None),
            (String::new(), None),
        ] {
            assert_eq!(hint_of(&typed), hint, "{typed}");
        }
    }
}
