//! Whether somebody is signed in, and signing out, over API v0.9 (contract part 2.5).

use axum::{Router, response::IntoResponse, routing::get};
use serde_json::json;

use super::actions;
use crate::{
    accounts::api_tokens,
    cx::{Cx, Proof},
    web::{Json, WebResult},
};

/// Routes of this room on v0.9.
pub fn router() -> Router {
    Router::new().route("/api/auth/isauth", get(is_signed_in)).route("/api/auth/logout", get(logout))
}

/// Asked before anybody has signed in, so it is never refused.
async fn is_signed_in(cx: Cx) -> WebResult {
    let answer = json!({ "isAuthenticated": cx.person().is_ok(), "ssoEnabled": false, "loginUrl": "/login" });
    Ok(Json(answer).into_response())
}

/// Ends the presented token and no other; `targetDevice` is accepted and changes nothing, because a token here
/// belongs to one caller. With a cookie it is the browser that signs out.
pub(super) async fn logout(cx: Cx) -> WebResult {
    if matches!(cx.signed_in()?.proof, Proof::Session { .. }) {
        actions::sign_out(&cx).await?;
    } else {
        api_tokens::end_presented(&cx).await?;
    }
    Ok(Json(json!({ "success": true })).into_response())
}
