//! Reports over API v1, for the vendor's staff.

use axum::{Router, extract::Path, response::IntoResponse, routing::get};

use super::{actions, bodies, model::Which};
use crate::{
    cx::{Cx, Permission},
    web::{Json, WebResult},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new().route("/api/v1/licensing/reports/{report}", get(report))
}

/// `GET /api/v1/licensing/reports/{report}`: a report of this moment.
async fn report(cx: Cx, Path(word): Path<String>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let report = actions::make(&cx, Which::of_word(&word)?).await?;
    Ok(Json(bodies::body(&report)).into_response())
}
