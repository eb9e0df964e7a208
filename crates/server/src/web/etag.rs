//! Versions of things on v1: `ETag` with an answer, `If-None-Match` for not sending it again, and `If-Match` against
//! lost updates. A tag begins with the version of what can be changed; behind it stands a hash of what is shown, which
//! may change by itself, as the time of the last sign-in does. `If-Match` looks at the version alone.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use maud::Markup;
use ring::digest;
use seatwarden_base::{Error, Kind, Refusal, Result};
use serde_json::Value;

use super::face::WebError;
use crate::cx::Cx;

/// `If-Match` came with a call that does not look at it.
pub(super) const NOT_HERE: Refusal = Refusal::new(Kind::Malformed, "web.if_match_not_here");

/// The calls that look at `If-Match`, each with PATCH.
const LOOK: [&str; 5] = [
    "/api/v1/users/{user}",
    "/api/v1/groups/{group}",
    "/api/v1/features",
    "/api/v1/security",
    "/api/v1/settings/login_lockout",
];

/// A version that nothing has, for a tag that is none of ours.
const NEVER: i64 = -1;

/// The versions that a changing call may have been made from; none if it does not say, or says `*`. Tags that are none of
/// ours match nothing.
pub(super) fn asked(request: &Request) -> Option<Vec<i64>> {
    if request.method().is_safe() || !request.headers().contains_key(header::IF_MATCH) {
        return None;
    }
    let lines = request.headers().get_all(header::IF_MATCH).iter();
    let tags: Vec<&str> = lines.flat_map(|line| line.to_str().unwrap_or_default().split(',')).collect();
    if tags.iter().any(|tag| tag.trim() == "*") {
        return None;
    }
    Some(tags.into_iter().map(|tag| version(tag).unwrap_or(NEVER)).collect())
}

/// The version that a change is compared with: the one that came with the call. Of several the one that the thing has now,
/// if it is among them (RFC 9110, 13.1.1); only for these it is asked for.
pub async fn pinned(cx: &Cx, current: impl Future<Output = Result<i64>>) -> Result<Option<i64>> {
    match cx.request.if_versions.as_deref() {
        None => Ok(None),
        Some([one]) => Ok(Some(*one)),
        Some(several) => {
            let current = current.await?;
            Ok(Some(if several.contains(&current) { current } else { NEVER }))
        }
    }
}

/// The version in a tag: `"v7-0a1b2c3d"`, also weak.
fn version(tag: &str) -> Option<i64> {
    let tag = tag.trim();
    let inner = tag.strip_prefix("W/").unwrap_or(tag).strip_prefix("\"v")?;
    inner.split(['-', '"']).next()?.parse().ok()
}

/// Refuses `If-Match` where nobody looks at it: the caller would believe that it guards something.
pub(super) fn check(cx: &Cx, method: &Method, route: &str) -> Result<(), WebError> {
    let looks = method == Method::PATCH && LOOK.contains(&route);
    if cx.request.if_versions.is_none() || looks { Ok(()) } else { Err(NOT_HERE.into()) }
}

/// A JSON answer with its tag.
pub fn tagged(version: i64, shown: &Value) -> Response {
    let bytes = match serde_json::to_vec(shown) {
        Ok(bytes) => bytes,
        Err(cause) => return WebError(Error::fault("writing JSON", cause)).into_response(),
    };
    let hash = digest::digest(&digest::SHA256, &bytes);
    let hash = data_encoding::HEXLOWER.encode(hash.as_ref().get(..8).unwrap_or_default());
    let mut response = super::json_bytes(bytes);
    if let Ok(tag) = HeaderValue::from_str(&format!("\"v{version}-{hash}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// The same with 201 or another status.
pub fn tagged_with(status: StatusCode, version: i64, shown: &Value) -> Response {
    (status, tagged(version, shown)).into_response()
}

/// A piece of a page with its tag, or 304 if the client has it already.
pub fn tagged_html(headers: &HeaderMap, piece: &Markup) -> Response {
    let hash = digest::digest(&digest::SHA256, piece.0.as_bytes());
    let hash = data_encoding::HEXLOWER.encode(hash.as_ref().get(..8).unwrap_or_default());
    let mut response = Html(piece.0.clone()).into_response();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{hash}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    if let Some(known) = known(headers) {
        unless_known(&known, &mut response);
    }
    response
}

/// What a client has already, if it says so.
pub(super) fn known(headers: &HeaderMap) -> Option<HeaderValue> {
    headers.get(header::IF_NONE_MATCH).cloned()
}

/// Answers 304 without a body if the client has it already; tags are compared weakly (RFC 9110, 8.8.3.2).
pub(super) fn unless_known(known: &HeaderValue, response: &mut Response) {
    let Some(tag) = response.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok()) else { return };
    let weak = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let own = weak(tag);
    let has_it =
        known.to_str().unwrap_or_default().split(',').any(|tag| tag.trim() == "*" || weak(tag) == own);
    if response.status() == StatusCode::OK && has_it {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = Body::empty();
        response.headers_mut().remove(header::CONTENT_TYPE);
        response.headers_mut().remove(header::CONTENT_LENGTH);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_a_tag_and_from_nothing_else() {
        for (tag, found) in [
            ("\"v7-0a1b\"", Some(7)),
            (" W/\"v12\"", Some(12)),
            ("\"7\"", None),
            ("v7", None),
            ("\"vx-1\"", None),
            ("", None),
        ] {
            assert_eq!(version(tag), found, "{tag}");
        }
    }
}
