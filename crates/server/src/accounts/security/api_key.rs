//! The legacy key as clients of the platform read, make and end it (contract part 8.1). It is told once: afterwards
//! reading it answers that there is none to tell.

use axum::{Router, extract::Request, response::IntoResponse, routing::get};
use seatwarden_base::secret::Secret;
use serde_json::{Value, json};

use super::{
    actions,
    model::{NOT_TOLD, SHOWN_BEFORE},
};
use crate::{
    accounts::tenants,
    cx::{Cx, Permission},
    web::{Json, WebResult, body, parse},
};

/// Routes of this room that are about the legacy key.
pub fn router() -> Router {
    Router::new()
        .route("/api/settings/api", get(show).post(set).delete(end))
        .route("/api/settings/api/generate", get(make))
}

async fn told(cx: &Cx, key: &Secret) -> WebResult {
    Ok(Json(json!({ "_id": tenants::id(cx).await?, "apiKey": key.reveal() })).into_response())
}

/// Tells the key that the installation began with, once.
async fn show(cx: Cx) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    match actions::show_key(&cx).await {
        Ok(key) => told(&cx, &key).await,
        Err(error) if error.is(&SHOWN_BEFORE) => Err(NOT_TOLD.into()),
        Err(other) => Err(other.into()),
    }
}

/// Makes a new key; the one before ends.
async fn make(cx: Cx) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    told(&cx, &actions::rotate_key(&cx, 0).await?).await
}

/// Takes a key of the caller's own; the one before ends.
async fn set(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let given: Value = parse(&body(request).await?)?;
    let key = Secret::new(given["apiKey"].as_str().unwrap_or_default());
    actions::set_key(&cx, &key).await?;
    told(&cx, &key).await
}

/// Ends the key: another takes its place that nobody is told.
async fn end(cx: Cx) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    actions::rotate_key(&cx, 0).await?;
    Ok(Json(json!({})).into_response())
}
