//! Doing a request again that another one got into the way of. On PostgreSQL actions run side by side: what one has read
//! may be gone when it writes, or two wait for each other, and the database ends one of them with nothing done. An
//! action is one write transaction, so it is done again from its start, and then sees what the other one left.

use axum::{
    Router,
    body::{Body, HttpBody},
    extract::Request,
    response::Response,
};
use seatwarden_base::{Result, db::Engine};
use tower::ServiceExt;

use super::{face::Failed, json::whole};
use crate::cx::Cx;

/// How often a request is tried.
const TRIES_MAX: usize = 5;
/// The largest body that is kept for another try, in bytes: every list of users; only files of releases are larger.
const KEPT_MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Has the router answer a request, again if another one got into its way.
pub(super) async fn answer(cx: &Cx, router: Router, request: Request) -> Result<Response> {
    let is_kept = request.body().size_hint().upper().is_some_and(|bytes| bytes <= KEPT_MAX_BYTES);
    if cx.db.engine() == Engine::Sqlite || request.method().is_safe() || !is_kept {
        return Ok(once(router, request).await);
    }
    let (parts, stream) = request.into_parts();
    let bytes = whole(stream).await?;
    for _ in 1..TRIES_MAX {
        let again = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
        let response = once(router.clone(), again).await;
        if !response.extensions().get::<Failed>().is_some_and(|failed| failed.0.is_raced()) {
            return Ok(response);
        }
        tracing::debug!(request = %cx.request.id, "another request got into the way: done again");
    }
    Ok(once(router, Request::from_parts(parts, Body::from(bytes))).await)
}

async fn once(router: Router, request: Request) -> Response {
    let response = router.oneshot(request).await;
    response.unwrap_or_else(|never| match never {})
}
