//! Invitations over API v1, as clients of the platform have them (contract part 5).

use axum::{
    Router,
    extract::{Path, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::secret::Secret;
use serde::Deserialize;
use serde_json::json;

use super::actions;
use crate::{
    accounts::{password_reset::NewPassword, users},
    cx::{Cx, Permission},
    web::{Json, WebResult, blamed, body, parse},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/account/begin_activate", post(invite))
        .route("/api/v1/account/begin_activate_bulk", post(invite_many))
        .route("/api/v1/account/activate/{token}", get(look).post(accept))
}

#[derive(Deserialize)]
struct Address {
    #[serde(default)]
    email: String,
}

/// Mails the invitation of the user with this address again. Answers 204.
async fn invite(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let asked: Address = parse(&body(request).await?)?;
    users::invite_again(&cx, &asked.email).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The same for a list of addresses; the first that is refused ends it.
async fn invite_many(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let addresses: Vec<String> = parse(&body(request).await?)?;
    for address in &addresses {
        users::invite_again(&cx, address).await?;
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Whom a link invites. Looking uses nothing up.
async fn look(cx: Cx, Path(token): Path<String>) -> WebResult {
    let user = actions::look(&cx, &token).await?;
    Ok(Json(json!({ "userName": user.person.user_name, "language": user.person.language })).into_response())
}

#[derive(Deserialize)]
struct Chosen {
    #[serde(default)]
    password: Secret,
}

/// Chooses the first password. Answers 204.
async fn accept(cx: Cx, Path(token): Path<String>, request: Request) -> WebResult {
    let chosen: Chosen = parse(&body(request).await?)?;
    // A script has nobody who could mistype it.
    let typed = NewPassword { new: chosen.password.clone(), repeat: chosen.password, end_tokens: false };
    let accepted = actions::accept(&cx, &token, &typed).await;
    accepted.map_err(|error| blamed(error, &[("new_password", "password")]))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
