//! The security headers of every answer (WB-02, WB-03, SE-06).

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use seatwarden_license_file::Ability;

use super::{embedding::Embedding, face::Face};
use crate::cx::{Caller, Cx, Proof};

static PAGE: [(HeaderName, HeaderValue); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
];

/// The original's headers against keeping answers (contract part 1.4).
static API: [(HeaderName, HeaderValue); 4] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache, no-store, must-revalidate")),
    (header::PRAGMA, HeaderValue::from_static("no-cache")),
    (header::EXPIRES, HeaderValue::from_static("-1")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
];

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Since when the legacy `x-api-key` is deprecated: the first of January 2025, in seconds since the Unix epoch.
const X_API_KEY_DEPRECATED: &str = "@1735689600";

/// Says with what one signs in where that is missing (RFC 9110, 11.6.1), and that the way it was done is old (RFC 9745,
/// JW-04).
pub(super) fn of_credential(cx: &Cx, response: &mut Response) {
    if response.status() == StatusCode::UNAUTHORIZED {
        let bearer = HeaderValue::from_static("Bearer realm=\"Seatwarden\"");
        response.headers_mut().entry(header::WWW_AUTHENTICATE).or_insert(bearer);
    }
    if matches!(&cx.caller, Caller::User(signed_in) if matches!(signed_in.proof, Proof::ApiKey)) {
        let since = HeaderValue::from_static(X_API_KEY_DEPRECATED);
        response.headers_mut().insert("deprecation", since);
    }
}

/// Adds the headers of a face. What a handler set itself stays.
pub(super) fn add(cx: &Cx, face: Face, path: &str, embedding: &Embedding, response: &mut Response) {
    let headers = response.headers_mut();
    let fixed: &[(HeaderName, HeaderValue)] = match face {
        Face::Page => &PAGE,
        Face::V1 | Face::V09 | Face::Probe => &API,
        Face::Asset => &API[3..],
    };
    for (name, value) in fixed {
        headers.entry(name).or_insert_with(|| value.clone());
    }
    if face == Face::Page {
        // A license that ended long ago stops embedding, too.
        let nobody = Embedding::default();
        let works = cx.in_force().works(&Ability::Embed, cx.now_ms);
        let embedding = if works { embedding } else { &nobody };
        for (name, value) in embedding.frame_headers(path) {
            headers.entry(name).or_insert(value);
        }
    }
    if embedding.cross_site_cookies && cx.request.secure {
        super::embedding::open_cookies(headers);
    }
    // The address of a one-time link must not travel on to anybody.
    if face == Face::Page && super::edge::loggable(path) != path {
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    }
    if cx.request.secure {
        let two_years = HeaderValue::from_static("max-age=63072000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, two_years);
    }
    if face != Face::Asset
        && let Ok(id) = HeaderValue::from_str(&cx.request.id)
    {
        headers.insert(&REQUEST_ID, id);
    }
}
