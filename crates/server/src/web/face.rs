//! The faces, and how each shows a refusal or a fault.

use std::sync::Arc;

use axum::{
    http::{HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use seatwarden_base::{Error, Kind, Refusal};

use super::{edge, error_page, problem};
use crate::{
    accounts::{sessions, sign_in},
    cx::{Cx, SIGN_IN_FIRST},
};

/// A way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// A page for a person.
    Page,
    /// The API of version 1, and the few calls of version 2.
    V1,
    /// The API of version 0.9.
    V09,
    /// A file of ours: style, script, picture.
    Asset,
    /// A health check.
    Probe,
}

impl Face {
    /// The face that a path belongs to.
    pub fn of(path: &str) -> Self {
        let rest = path.trim_start_matches('/');
        let (first, rest) = rest.split_once('/').unwrap_or((rest, ""));
        match first {
            // A call of a tenant that is not here is refused as calls are.
            _ if first != "api" && rest.starts_with("api/") => Self::of(rest),
            "api" if matches!(version(rest), "v1" | "v2") => Self::V1,
            "api" => Self::V09,
            "assets" => Self::Asset,
            "healthz" | "readyz" => Self::Probe,
            _ => Self::Page,
        }
    }

    /// The answer to a failure. Faults are logged here, once, with their cause.
    pub fn render(self, cx: &Cx, failed: &Failed, method: &Method, path: &str) -> Response {
        let status = failed.status();
        if let Error::Fault(fault) = failed.0.as_ref() {
            tracing::error!(
                incident = %cx.request.id, doing = fault.doing, cause = %fault.cause,
                path = %edge::loggable(path), "fault"
            );
        }
        let mut response = match self {
            Self::V1 if is_v2(path) => problem::v2(cx, failed),
            Self::V1 => problem::v1(cx, failed, path),
            Self::V09 => problem::v09(cx, failed),
            Self::Page if failed.is(&SIGN_IN_FIRST) && edge::is_navigation(method, status) => {
                error_page::to_sign_in(method, path, None)
            }
            Self::Page if failed.is(&sessions::ENDED) && edge::is_navigation(method, status) => {
                error_page::to_sign_in(method, path, Some(sign_in::pages::SESSION_ENDED))
            }
            Self::Page | Self::Asset | Self::Probe => error_page::show(cx, failed),
        };
        let wait = failed.0.refusal().and_then(|refusal| {
            let is_later = matches!(refusal.kind, Kind::TooMany | Kind::Busy);
            refusal.retry_after_seconds.or(is_later.then_some(1))
        });
        if let Some(seconds) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        if status == StatusCode::REQUEST_TIMEOUT {
            // The rest of the body may still come, and is no request (RFC 9110, section 15.5.9).
            response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        response
    }
}

/// The first piece of what comes behind `/api`.
fn version(rest: &str) -> &str {
    rest.trim_start_matches('/').split('/').next().unwrap_or_default()
}

/// Whether a path is one of the API's version 2.
pub(super) fn is_v2(path: &str) -> bool {
    path.trim_start_matches('/').strip_prefix("api/").is_some_and(|rest| version(rest) == "v2")
}

/// Why a request failed, on its way from a handler to the edge.
#[derive(Clone, Debug)]
pub struct Failed(pub Arc<Error>);

impl Failed {
    /// An empty response that carries the reason; the edge fills it.
    pub fn response(error: Error) -> Response {
        let failed = Self(Arc::new(error));
        let mut response = failed.status().into_response();
        response.extensions_mut().insert(failed);
        response
    }

    /// The HTTP status of a page or of v1.
    pub fn status(&self) -> StatusCode {
        self.0.refusal().map_or(StatusCode::INTERNAL_SERVER_ERROR, status)
    }

    /// Whether this is the refusal with the code of `other`.
    pub fn is(&self, other: &Refusal) -> bool {
        self.0.is(other)
    }
}

/// The HTTP status of a refusal.
pub(super) const fn status(refusal: &Refusal) -> StatusCode {
    match refusal.kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Malformed => StatusCode::BAD_REQUEST,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Slow => StatusCode::REQUEST_TIMEOUT,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Busy => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// What handlers return: the error travels to the edge, which shows it on the face that was asked.
pub struct WebError(pub Error);

/// The same error, blamed on what a face calls the field: pairs of the action's name for it and the face's.
pub fn blamed(error: Error, names: &[(&'static str, &'static str)]) -> Error {
    let Error::Refusal(mut refusal) = error else { return error };
    let theirs = |field| names.iter().find(|(ours, _)| field == Some(*ours)).map(|(_, theirs)| *theirs);
    refusal.field = theirs(refusal.field).or(refusal.field);
    for other in &mut refusal.also {
        other.field = theirs(other.field).or(other.field);
    }
    Error::Refusal(refusal)
}

impl<E: Into<Error>> From<E> for WebError {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        Failed::response(self.0)
    }
}

/// The calls of the platform that make something, unless it is there already, although they are GETs.
const MAKING: [&str; 2] = ["/api/settings/api", "/api/v1/authentication/tokens/api"];
/// The calls of the platform that end or replace something although they are GETs.
const ENDING: [&str; 5] = [
    "/api/auth/logout",
    "/api/settings/api/generate",
    "/api/v1/authentication/admin/logout",
    "/api/v1/authentication/logout",
    "/api/v1/authentication/logout_all",
];

/// Whether a call may change something: a token that only looks is not let in.
pub fn is_change(method: &str, path: &str) -> bool {
    !matches!(method, "GET" | "HEAD") || is_one_of(&MAKING, path) || is_ending(path)
}

/// Whether a GET of this path ends or replaces something.
pub(super) fn is_ending(path: &str) -> bool {
    is_one_of(&ENDING, path)
}

/// Double slashes and slashes at the end do not matter.
fn is_one_of(known: &[&str], path: &str) -> bool {
    known.iter().any(|known| pieces(known).eq(pieces(path)))
}

/// The pieces of a path; double slashes and slashes at its end do not matter.
fn pieces(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|piece| !piece.is_empty())
}
