//! What clients of the platform ask of the application itself (contract parts 5 and 9.3).

use axum::{
    Router,
    extract::Request,
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_license_file::State;
use serde_json::json;

use crate::{
    cx::{Cx, Permission},
    web::{Json, WebResult, body},
};

/// Routes of this room on both versions.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/application/status", get(status))
        .route("/api/activities", post(activities))
        .route("/api/v1/logs/timer", post(activities))
        .route("/api/v1/settings/public_settings", get(public))
}

/// The version, and whether the license is at its end; asked without a credential.
async fn status(cx: Cx) -> WebResult {
    let state = cx.in_force().state(cx.now_ms);
    let is_expired = matches!(state, Some(State::Grace | State::Limited));
    let license = json!({ "isMobileEnabled": false, "isExpired": is_expired });
    Ok(Json(json!({ "version": env!("CARGO_PKG_VERSION"), "license": license })).into_response())
}

/// What was clicked where, and how long it took. Clients send it and wait for nothing; it is read and forgotten.
async fn activities(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    body(request).await?;
    Ok(Json(json!({})).into_response())
}

async fn public(cx: Cx) -> WebResult {
    Ok(Json(json!({ "firstday": "mon", "language": cx.app().default_language().locale() })).into_response())
}
