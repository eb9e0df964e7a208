//! Tenants over API v1: the list of one.

use axum::{Router, extract::Path, response::IntoResponse, routing::get};
use seatwarden_base::{Kind, Refusal};
use serde_json::{Value, json};

use super::{NAME, id};
use crate::{
    cx::{Cx, Permission},
    web::{Json, WebResult},
};

/// There is no such tenant.
const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "tenants.unknown");
/// There is one tenant, and always will be.
const ONLY_ONE: Refusal = Refusal::new(Kind::Conflict, "tenants.only_one");

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/tenants", get(list).post(make))
        .route("/api/v1/tenants/{tenant}", get(find).delete(delete))
}

fn shown(id: &str) -> Value {
    json!({ "_id": id, "name": NAME, "default": true, "systemManagement": true })
}

async fn list(cx: Cx) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    Ok(Json(json!([shown(&id(&cx).await?)])).into_response())
}

async fn find(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let id = id(&cx).await?;
    if key == id || key == NAME { Ok(Json(shown(&id)).into_response()) } else { Err(UNKNOWN.into()) }
}

/// Refused: this server has one tenant.
async fn make(cx: Cx) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    Err(ONLY_ONE.into())
}

/// Refused: the one tenant stays.
async fn delete(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    if key == id(&cx).await? || key == NAME { Err(ONLY_ONE.into()) } else { Err(UNKNOWN.into()) }
}
