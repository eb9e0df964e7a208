//! The legacy `x-api-key` (contract part 2.3): a JWT signed with the installation's key that carries a name
//! and a password. Its design is old, so it has its own switch and its own limit, and it is never logged.

use std::borrow::Cow;

use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use percent_encoding::percent_decode_str;
use seatwarden_base::{Kind, Refusal, Result, secret::Secret};
use serde::Deserialize;

use super::access::ApiAccess;
use crate::{
    accounts::{setup::Installed, sign_in},
    common::settings,
    cx::{Cx, Proof, SignedIn},
    used::Use,
};

/// The header is not a key signed for this installation, or names nobody. One answer for everything.
pub const BAD_KEY: Refusal = Refusal::new(Kind::Unauthenticated, "api_v09.bad_key");
/// The legacy key is switched off here.
pub(super) const SWITCHED_OFF: Refusal = Refusal::new(Kind::Unauthenticated, "api_v09.key_off");

/// Longest header we read, in bytes.
const HEADER_MAX: usize = 8_192;

#[derive(Deserialize)]
pub(crate) struct Claims {
    iat: i64,
    email: String,
    password: Secret,
}

/// Who is behind an `x-api-key` header.
pub async fn identify(cx: &Cx, header: &str) -> Result<SignedIn> {
    let access = access(cx).await?;
    if !access.is_enabled(&cx.config.x_api_key) {
        return Err(SWITCHED_OFF.into());
    }
    let installed = Installed::read(cx).await?;
    let claims = match (read(header, &installed.x_api_key), &installed.previous_x_api_key) {
        (Err(_), Some(previous)) => read(header, previous)?,
        (found, _) => found?,
    };
    let window_seconds = i64::from(access.window_seconds(&cx.config.x_api_key));
    if window_seconds > 0 && (cx.now_ms / 1000).abs_diff(claims.iat) > window_seconds.unsigned_abs() {
        return Err(BAD_KEY.into());
    }
    let person = sign_in::by_api_key(cx, &claims.email, &claims.password)
        .await
        .map_err(|error| if error.is(&sign_in::WRONG) { BAD_KEY.into() } else { error })?;
    cx.used.note_api_key(Use::of(cx, &person.id));
    Ok(SignedIn::new(person, Proof::ApiKey))
}

async fn access(cx: &Cx) -> Result<ApiAccess> {
    let mut tx = cx.db.read().await?;
    settings::get(&mut tx).await
}

/// Reads the claims. HS256 and no other algorithm, whatever the header says (JW-01).
pub(crate) fn read(header: &str, key: &Secret) -> Result<Claims> {
    if header.len() > HEADER_MAX {
        return Err(BAD_KEY.into());
    }
    // Scripts quote the header; base64url and dots survive that unchanged, so this only matters for `%`.
    let token: Cow<'_, str> = percent_decode_str(header).decode_utf8().map_err(|_| BAD_KEY)?;
    let mut rules = Validation::new(Algorithm::HS256);
    rules.required_spec_claims.clear();
    rules.validate_exp = false;
    rules.validate_aud = false;
    let key = DecodingKey::from_secret(key.reveal().as_bytes());
    let data = jsonwebtoken::decode::<Claims>(token.trim(), &key, &rules).map_err(|_| BAD_KEY)?;
    Ok(data.claims)
}

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
}
