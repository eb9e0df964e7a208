//! The legacy `x-api-key` (contract part 2.3): a JWT signed with the installation's key that carries a name
//! and a password. Its design is old, so it has its own switch and its own limit, and it is never logged.

use std::{borrow::Cow, sync::LazyLock};

use data_encoding::BASE64URL_NOPAD;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use percent_encoding::percent_decode_str;
use seatwarden_base::{Kind, Refusal, Result, db::State, secret::Secret};
use serde::{Deserialize, de::IgnoredAny};

use crate::accounts::setup::Installed;

/// The header is not a key signed for this installation, or names nobody. One answer for everything.
pub const BAD_KEY: Refusal = Refusal::new(Kind::Unauthenticated, "api_v09.bad_key");
/// The legacy key is switched off here.
pub(super) const SWITCHED_OFF: Refusal = Refusal::new(Kind::Unauthenticated, "api_v09.key_off");

/// Longest header we read, in bytes.
const HEADER_MAX: usize = 8_192;

#[derive(Deserialize)]
pub(crate) struct Claims {
    iat: i64,
    /// Until when the key works, if its maker says so.
    exp: Option<i64>,
    /// From when it works, if its maker says so.
    nbf: Option<i64>,
    pub(super) email: String,
    pub(super) password: Secret,
}

/// What keys are read with, and in which versions of the settings it was found.
#[derive(Clone)]
pub(super) struct Reader {
    key: DecodingKey,
    /// The key before it, and until when that works, in milliseconds since the Unix epoch.
    previous: Option<(DecodingKey, i64)>,
    window_seconds: i64,
    /// Of the access and of the installation.
    pub(super) versions: (i64, i64),
    /// The state of the database in which it was found.
    pub(super) state: Option<State>,
}

impl Reader {
    /// With the keys of the installation.
    pub(super) fn new(
        installed: &Installed,
        window_seconds: u32,
        versions: (i64, i64),
        state: Option<State>,
    ) -> Self {
        let key = |secret: &Secret| DecodingKey::from_secret(secret.reveal().as_bytes());
        let previous = installed.previous_x_api_key.as_ref();
        Self {
            key: key(&installed.x_api_key),
            previous: previous.map(|secret| (key(secret), installed.previous_until_ms)),
            window_seconds: i64::from(window_seconds),
            versions,
            state,
        }
    }

    /// The claims of a header that was signed with one of the keys.
    pub(super) fn read(&self, header: &str, now_ms: i64) -> Result<Claims> {
        match (read_with(header, &self.key), &self.previous) {
            (Err(_), Some((previous, until_ms))) if *until_ms > now_ms => read_with(header, previous),
            (found, _) => found,
        }
    }

    /// The same, found unchanged in another state of the database.
    pub(super) fn found_in(&self, state: Option<State>) -> Self {
        Self { state, ..self.clone() }
    }

    /// Whether the time inside is near enough to now, and now within the times that the key says itself.
    pub(super) fn is_in_time(&self, claims: &Claims, now_ms: i64) -> bool {
        let now = now_ms / 1000;
        let is_near =
            self.window_seconds == 0 || now.abs_diff(claims.iat) <= self.window_seconds.unsigned_abs();
        is_near && claims.exp.is_none_or(|exp| now < exp) && claims.nbf.is_none_or(|nbf| nbf <= now)
    }
}

/// Reads the claims with one key.
#[cfg(any(test, feature = "fuzzing"))]
pub(crate) fn read(header: &str, key: &Secret) -> Result<Claims> {
    read_with(header, &DecodingKey::from_secret(key.reveal().as_bytes()))
}

/// Reads the claims. HS256 and no other algorithm, whatever the header says (JW-01); a header that names another kind of
/// token, or something that its reader must know, is not for us (JW-02).
fn read_with(header: &str, key: &DecodingKey) -> Result<Claims> {
    if header.len() > HEADER_MAX {
        return Err(BAD_KEY.into());
    }
    // Scripts quote the header; base64url and dots survive that unchanged, so this only matters for `%`.
    let token: Cow<'_, str> = percent_decode_str(header).decode_utf8().map_err(|_| BAD_KEY)?;
    let data = jsonwebtoken::decode::<Claims>(token.trim(), key, &RULES).map_err(|_| BAD_KEY)?;
    if is_plain(token.trim()) { Ok(data.claims) } else { Err(BAD_KEY.into()) }
}

/// What a header may say beside its algorithm.
#[derive(Deserialize)]
struct Said {
    typ: Option<String>,
    crit: Option<IgnoredAny>,
}

/// Whether the header says that it is a JWT, or does not say what it is, and asks for nothing more.
fn is_plain(token: &str) -> bool {
    let header = token.split('.').next().unwrap_or_default();
    let said = BASE64URL_NOPAD.decode(header.as_bytes()).ok();
    let said = said.and_then(|said| serde_json::from_slice::<Said>(&said).ok());
    said.is_some_and(|said| {
        said.crit.is_none() && said.typ.is_none_or(|typ| typ.is_empty() || typ.eq_ignore_ascii_case("JWT"))
    })
}

static RULES: LazyLock<Validation> = LazyLock::new(|| {
    let mut rules = Validation::new(Algorithm::HS256);
    rules.required_spec_claims.clear();
    rules.validate_exp = false;
    rules.validate_aud = false;
    rules
});

#[cfg(test)]
mod tests {
    use super::*;

    /// Public vector of a client library (contract part 2.3).
    const VECTOR: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpYXQiOjE1MTQ3NjQ4MDAsImVtYWlsIjoiZGVtb0BlbWFpbC5jb20iLCJwYXNzd29yZCI6IkpvaG4gRG9lIn0.pagZxUt-upz29-d_76iL4T-A6zTTmC2AAAqFMcEItM0";

    #[test]
    fn the_keys_of_existing_clients_are_read() {
        let claims = read(VECTOR, &Secret::new("secret")).unwrap();

        assert_eq!(claims.email, "demo@email.com");
        assert_eq!(claims.password.reveal(), "John Doe");
        assert_eq!(claims.iat, 1_514_764_800);
    }

    #[test]
    fn another_key_another_algorithm_and_nonsense_are_refused_alike() {
        let none = "eyJhbGciOiJub25lIn0.eyJpYXQiOjEsImVtYWlsIjoiYSIsInBhc3N3b3JkIjoiYiJ9.";
        for bad in [none, "", "a.b.c", "%", "%ff", &"x".repeat(HEADER_MAX + 1)] {
            assert!(read(bad, &Secret::new("secret")).is_err(), "{bad:.40}");
        }
        assert!(read(VECTOR, &Secret::new("other")).is_err());
    }

    #[test]
    fn a_header_that_asks_for_more_is_refused() {
        for (header, good) in [
            (r#"{"alg":"HS256"}"#, true),
            (r#"{"alg":"HS256","typ":"jwt","kid":"1"}"#, true),
            (r#"{"alg":"HS256","typ":"at+jwt"}"#, false),
            (r#"{"alg":"HS256","typ":"JWT","crit":["exp"]}"#, false),
            (r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#, false),
        ] {
            let token = format!("{}.e30.AA", BASE64URL_NOPAD.encode(header.as_bytes()));
            assert_eq!(is_plain(&token), good, "{header}");
        }
    }
}
