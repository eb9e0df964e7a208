//! The license over API v1: our own calls, and those of the platform (contract part 5).

use axum::{Router, response::IntoResponse, routing::get};
use serde_json::{Value, json};

use super::{actions, bodies};
use crate::{
    cx::{Cx, Permission},
    web::{Json, WebResult},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/license", get(look))
        .route("/api/v1/license/history", get(history))
        .route("/api/v1/account/get_license_info", get(of_platform))
}

/// Answers the license and what of it is used; the license itself to those who may manage it.
async fn look(cx: Cx) -> WebResult {
    let view = actions::look(&cx).await?;
    Ok(Json(bodies::view(&cx, &view)).into_response())
}

/// Answers every license that ever counted here, newest first.
async fn history(cx: Cx) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    let view = actions::look(&cx).await?;
    let items: Vec<Value> = view.history.iter().map(bodies::change).collect();
    Ok(Json(json!({ "items": items })).into_response())
}

/// How many seats there are and are used, and until when, in the words of the platform.
async fn of_platform(cx: Cx) -> WebResult {
    let view = actions::look(&cx).await?;
    Ok(Json(bodies::of_platform(&view)).into_response())
}
