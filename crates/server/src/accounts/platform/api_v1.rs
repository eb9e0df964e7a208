//! What is kept for clients of the platform, over API v1 (contract parts 2.4, 2.6 and 8.6).

use axum::{
    Router,
    extract::{Path, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{get, patch, post},
};
use seatwarden_base::Result;
use serde_json::{Value, json};

use super::{
    actions::{self, Wanted},
    model::{Design, NO_WEB_ACCESS_TOKENS, NOT_AN_OBJECT},
};
use crate::{
    cx::{Cx, Permission},
    web::{Json, WebResult, body, parse},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/settings/ui", get(design))
        .route("/api/v1/settings/ui/common", post(set_design).delete(forget_design))
        .route("/api/v1/authentication/server_access", get(servers).post(list_server))
        .route("/api/v1/authentication/server_access/{id}", patch(change_server).delete(unlist_server))
        .route("/api/v1/wat/sessionToken", post(no_web_access_token))
        .route("/api/v1/wat/generate", post(make_no_web_access_token))
}

/// How the platform's dashboards look; an empty object until it is set.
async fn design(cx: Cx) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let kept = actions::kept::<Design>(&mut cx.db.read().await?).await?;
    Ok(Json(kept.unwrap_or_else(|| json!({}))).into_response())
}

async fn set_design(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let given: Value = parse(&body(request).await?)?;
    actions::keep::<Design>(&cx, Some(given)).await?;
    design(cx).await
}

async fn forget_design(cx: Cx) -> WebResult {
    actions::keep::<Design>(&cx, None).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn servers(cx: Cx) -> WebResult {
    Ok(Json(actions::servers(&cx).await?).into_response())
}

async fn wanted(request: Request) -> Result<Wanted> {
    let given: Value = parse(&body(request).await?)?;
    if !given.is_object() {
        return Err(NOT_AN_OBJECT.into());
    }
    let text = |name: &str| given[name].as_str().map(str::to_owned);
    Ok(Wanted { server_name: text("serverName"), name: text("name") })
}

async fn list_server(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    Ok(Json(actions::list_server(&cx, wanted(request).await?).await?).into_response())
}

async fn change_server(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    Ok(Json(actions::change_server(&cx, &id, wanted(request).await?).await?).into_response())
}

async fn unlist_server(cx: Cx, Path(id): Path<String>) -> WebResult {
    Ok(Json(actions::unlist_server(&cx, &id).await?).into_response())
}

/// There are no dashboards here that such a token could open (contract part 2.6).
async fn no_web_access_token() -> WebResult {
    Err(NO_WEB_ACCESS_TOKENS.into())
}

async fn make_no_web_access_token(cx: Cx) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    Err(NO_WEB_ACCESS_TOKENS.into())
}
