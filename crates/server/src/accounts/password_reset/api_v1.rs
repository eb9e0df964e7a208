//! Forgotten passwords over the API, as clients of the platform have them (contract parts 4 and 5).

use axum::{
    Router,
    extract::{Path, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::{Result, secret::Secret};
use serde::Deserialize;
use serde_json::json;

use super::{actions, model::NewPassword};
use crate::{
    cx::Cx,
    web::{Json, WebResult, body, parse},
};

/// Routes of this room on both versions.
pub fn router() -> Router {
    Router::new()
        .route("/api/users/forgetpassword", post(ask_v09))
        .route("/api/v1/account/begin_reset_password", post(ask))
        .route("/api/v1/account/reset_password/{token}", get(look).post(choose))
}

/// One client calls the address otherwise (contract part 16, point 10).
#[derive(Deserialize)]
struct Address {
    #[serde(default, alias = "userEmail")]
    email: String,
}

/// Asks for the mail. Known or unknown, the answer is the same: 204.
async fn ask(cx: Cx, request: Request) -> WebResult {
    ask_for(&cx, request).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The same on v0.9, where it answers 200.
async fn ask_v09(cx: Cx, request: Request) -> WebResult {
    ask_for(&cx, request).await?;
    Ok(Json(json!({ "success": true })).into_response())
}

async fn ask_for(cx: &Cx, request: Request) -> Result<()> {
    let asked: Address = parse(&body(request).await?)?;
    actions::ask(cx, &asked.email).await.map(drop)
}

/// Whose password a link resets. Looking uses nothing up.
async fn look(cx: Cx, Path(token): Path<String>) -> WebResult {
    let user = actions::look(&cx, &token).await?;
    Ok(Json(json!({ "userName": user.person.user_name })).into_response())
}

#[derive(Deserialize)]
struct Chosen {
    #[serde(default)]
    password: Secret,
}

/// Chooses the new password. Answers 204.
async fn choose(cx: Cx, Path(token): Path<String>, request: Request) -> WebResult {
    let chosen: Chosen = parse(&body(request).await?)?;
    let typed = NewPassword { new: chosen.password.clone(), repeat: chosen.password, end_tokens: false };
    actions::choose(&cx, &token, &typed).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
