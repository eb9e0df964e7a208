//! Signed tokens as clients make them, and as they should not be made.

use data_encoding::BASE64URL_NOPAD;
use ring::hmac;
use serde_json::{Value, json};

/// A token of any header and claims, signed by HMAC-SHA256 (RFC 7515) whatever the header says.
pub fn signed(header: &Value, claims: &Value, key: &str) -> String {
    let text = format!("{}.{}", encoded(header), encoded(claims));
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key.as_bytes()), text.as_bytes());
    format!("{text}.{}", BASE64URL_NOPAD.encode(tag.as_ref()))
}

/// The `x-api-key` of a name and a password (contract part 2.3).
pub fn api_key(key: &str, name: &str, password: &str) -> String {
    let claims = json!({ "iat": 1_700_000_000, "email": name, "password": password });
    signed(&json!({ "alg": "HS256", "typ": "JWT" }), &claims, key)
}

/// The same claims with a header that says they are not signed.
pub fn unsigned(name: &str, password: &str) -> String {
    let claims = json!({ "iat": 1_700_000_000, "email": name, "password": password });
    format!("{}.{}.", encoded(&json!({ "alg": "none", "typ": "JWT" })), encoded(&claims))
}

fn encoded(value: &Value) -> String {
    BASE64URL_NOPAD.encode(value.to_string().as_bytes())
}
