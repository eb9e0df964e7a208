//! The cookies we set: names, attributes, reading.

use std::sync::PoisonError;

use axum::http::{HeaderMap, HeaderValue, header};
use seatwarden_base::secret::Secret;

use crate::{accounts::sessions::Started, cx::Cx};

/// The session's cookie. On plain HTTP (to localhost only) it has another name, because browsers accept
/// `__Host-` over TLS only (SE-02).
pub const fn session_name(secure: bool) -> &'static str {
    if secure { "__Host-seatwarden" } else { "seatwarden-local" }
}

/// The cookie that ties forms to a browser without a session.
pub const fn form_name(secure: bool) -> &'static str {
    if secure { "__Host-form" } else { "form-local" }
}

/// The cookie by which a browser is known to have signed in before.
pub const fn device_name(secure: bool) -> &'static str {
    if secure { "__Host-device" } else { "device-local" }
}

/// The cookie that ties a typed recovery code to the browser that asked for it.
pub const fn recover_name(secure: bool) -> &'static str {
    if secure { "__Host-recover" } else { "recover-local" }
}

/// Value of a cookie, if it came with the request; at most 2,048 bytes.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, value)| *known == name && value.len() <= 2_048)
        .map(|(_, value)| value)
}

/// A `Set-Cookie` line: `HttpOnly`, `SameSite=Lax`, for the whole host and no other. No age makes it end
/// with the browser.
pub fn set(name: &str, value: &str, max_age_seconds: Option<i64>, secure: bool) -> Option<HeaderValue> {
    let age = max_age_seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let secure = if secure { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}")).ok()
}

/// The cookie that clients of the platform read and send back in `X-XSRF-TOKEN` (contract part 2.1). Nothing here
/// rests on it: what a browser sends from another site is told by other signs.
pub const ECHOED: &str = "XSRF-TOKEN";

/// A `Set-Cookie` line like [`set`]'s, for a cookie that scripts of our pages may read.
pub fn readable(name: &str, value: &str, secure: bool) -> Option<HeaderValue> {
    let secure = if secure { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{name}={value}; Path=/; SameSite=Lax{secure}")).ok()
}

/// The `Set-Cookie` line of a session that began or got a new token.
pub fn of_session(token: &Secret, max_age_seconds: Option<i64>, secure: bool) -> Option<HeaderValue> {
    set(session_name(secure), token.reveal(), max_age_seconds, secure)
}

/// Has whatever answers this request carry the new token of its session, a refusal or a breakdown too.
pub fn renew(cx: &Cx, session: &Started) {
    let cookie = of_session(&session.token, session.max_age_seconds, cx.request.secure);
    *cx.request.renewed.lock().unwrap_or_else(PoisonError::into_inner) = cookie;
}

/// The cookie of [`renew`], if the session got a new token.
pub fn renewed(cx: &Cx) -> Option<HeaderValue> {
    cx.request.renewed.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// A `Set-Cookie` line that removes a cookie.
pub fn remove(name: &str, secure: bool) -> Option<HeaderValue> {
    set(name, "", Some(0), secure)
}
