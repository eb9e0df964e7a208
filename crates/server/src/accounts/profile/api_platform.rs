//! One's own single API token, as the platform's clients ask for it (contract part 2.4). While the tab is switched off
//! in Feature Management it is neither shown nor made anew, here as on the page; what was handed out goes on working.

use axum::{
    Router,
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::Result;
use serde_json::json;

use super::access;
use crate::{
    accounts::{api_tokens, feature_management::ProfileTab},
    cx::{Cx, Permission},
    text::rfc3339,
    web::{Json, WebResult},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/authentication/tokens/api", get(show))
        .route("/api/v1/authentication/tokens/api/renew", post(renew))
}

/// Refuses unless the caller may do this and the part is switched on.
async fn require_open(cx: &Cx) -> Result<()> {
    cx.require(Permission::ChangeOwnAccount)?;
    access::require(cx, ProfileTab::ApiToken).await.map(|_| ())
}

/// The token of the caller's profile; made if there is none yet.
async fn show(cx: Cx) -> WebResult {
    require_open(&cx).await?;
    let (token, secret) = api_tokens::first_profile_token(&cx).await?;
    let mut shown = json!({ "token": secret.reveal() });
    if let Some(expires) = token.expires_at_ms.map(rfc3339) {
        shown["notification"] = json!(cx.text().api_tokens_expires(expires));
    }
    Ok(Json(shown).into_response())
}

/// Makes the token anew; every older one of the caller is dead at once.
async fn renew(cx: Cx) -> WebResult {
    require_open(&cx).await?;
    let (_, secret) = api_tokens::renew_profile_token(&cx).await?;
    Ok(Json(json!({ "token": secret.reveal() })).into_response())
}
