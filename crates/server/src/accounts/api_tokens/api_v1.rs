//! One's own API token over API v1 (contract part 2.4).

use axum::{
    Router,
    response::IntoResponse,
    routing::{get, post},
};
use serde_json::json;

use super::actions;
use crate::{
    cx::Cx,
    text::rfc3339,
    web::{Json, WebResult},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/authentication/tokens/api", get(show))
        .route("/api/v1/authentication/tokens/api/renew", post(renew))
}

/// The token of the caller's profile; made if there is none yet.
async fn show(cx: Cx) -> WebResult {
    let (token, secret) = actions::first_profile_token(&cx).await?;
    let mut shown = json!({ "token": secret.reveal() });
    if let Some(expires) = token.expires_at_ms.map(rfc3339) {
        shown["notification"] = json!(cx.text().api_tokens_expires(expires));
    }
    Ok(Json(shown).into_response())
}

/// Makes the token anew; every older one of the caller is dead at once.
async fn renew(cx: Cx) -> WebResult {
    let (_, secret) = actions::renew_profile_token(&cx).await?;
    Ok(Json(json!({ "token": secret.reveal() })).into_response())
}
