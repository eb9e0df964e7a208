//! Calls about directories, on both versions. Lists of what comes from one are empty and stand in their rooms.

use axum::{
    Router,
    response::IntoResponse,
    routing::{delete, get, post},
};
use serde_json::json;

use super::model::NONE;
use crate::{
    cx::{Cx, Permission},
    web::{Json, WebResult},
};

/// Routes of this room that the platform has.
pub fn router() -> Router {
    let domains = || async |cx: Cx| no_directory(&cx, Permission::ManageSecurity);
    let users = || async |cx: Cx| no_directory(&cx, Permission::AddUsers);
    let groups = || async |cx: Cx| no_directory(&cx, Permission::ManageGroups);
    Router::new()
        .route("/api/v1/ldap_domains", get(list).post(domains()))
        .route("/api/v1/ldap_domains/bulk", delete(domains()))
        .route("/api/v1/ldap_domains/test", post(domains()))
        .route("/api/v1/ldap_domains/{id}", get(domains()).patch(domains()))
        .route("/api/v1/ldap_domains/{id}/sync", post(domains()))
        .route("/api/users/ad", post(users()))
        .route("/api/v1/users/ad", post(users()))
        .route("/api/v1/users/ad/bulk", post(users()))
        .route("/api/groups/ad", post(groups()))
        .route("/api/v1/groups/ad", post(groups()))
        .route("/api/v1/groups/ad/bulk", post(groups()))
}

async fn list(cx: Cx) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    Ok(Json(json!([])).into_response())
}

/// Whoever might do it is told that there is no directory to do it with.
fn no_directory(cx: &Cx, permission: Permission) -> WebResult {
    cx.require(permission)?;
    Err(NONE.into())
}
