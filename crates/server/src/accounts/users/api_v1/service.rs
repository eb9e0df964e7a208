//! Service accounts, and the API tokens of users.

use axum::{
    Router,
    extract::{Path, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{delete, get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    super::actions::{self, NewService},
    write::shown,
};
use crate::{
    accounts::api_tokens::api_v1::{Rotation, WantedToken, item, told},
    cx::{Cx, Permission},
    web::{Json, WebResult, body, parse, tagged_with},
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/api/v1/users/service-accounts", post(create))
        .route("/api/v1/users/{user}/tokens", get(list).post(create_token))
        .route("/api/v1/users/{user}/tokens/{token}", delete(revoke))
        .route("/api/v1/users/{user}/tokens/{token}/rotate", post(rotate))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct New {
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    groups: Vec<String>,
}

/// Takes `{"name": "Nightly sync", "role": "viewer", "groups": []}`: adds a service account, which has no password, gets
/// no mail and takes no seat. Answers 201 with the user.
async fn create(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let New { name, role, groups } = parse(&body(request).await?)?;
    let user = actions::create_service(&cx, &NewService { name, role, groups }).await?;
    let version = user.tag();
    Ok(tagged_with(StatusCode::CREATED, version, &shown(&cx, user).await?))
}

/// The living tokens of a user, without their secrets.
async fn list(cx: Cx, Path(key): Path<String>) -> WebResult {
    let look = actions::look(&cx, &key).await?;
    let items: Vec<Value> = look.api_tokens.iter().map(item).collect();
    Ok(Json(json!({ "items": items, "next": null })).into_response())
}

/// Takes `{"name": "sync", "scope": "users:read", "days": 90}` for a service account; 0 days are no end. Answers 201 with
/// the `token`, which is told this once. Asks for a session in which the password was given a short while ago.
async fn create_token(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ChangeUsers)?;
    let wanted: WantedToken = parse(&body(request).await?)?;
    let created = actions::create_token(&cx, &key, &wanted.into()).await?;
    Ok(told(&created))
}

/// Ends a token of a user at once. Answers 204.
async fn revoke(cx: Cx, Path((key, token)): Path<(String, String)>) -> WebResult {
    actions::revoke_token(&cx, &key, &token).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes `{"overlapHours": 24}`: makes a successor of a token of a service account; the old one works for so long more,
/// a week unless it is said. Answers 201 with the `token`, which is told this once.
async fn rotate(cx: Cx, Path((key, token)): Path<(String, String)>, request: Request) -> WebResult {
    cx.require(Permission::ChangeUsers)?;
    let Rotation { overlap_hours } = parse(&body(request).await?)?;
    let created = actions::rotate_token(&cx, &key, &token, overlap_hours).await?;
    Ok(told(&created))
}
