//! Seats over API v1.

use axum::{Router, response::IntoResponse, routing::get};
use serde_json::{Value, json};

use super::{Taken, actions};
use crate::{
    cx::Cx,
    web::{Json, WebResult},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new().route("/api/v1/seats", get(list))
}

/// Takes nothing. Answers `{"items": [{"seat", "used", "limit", "left"}]}` for `administrators`, `designers`
/// and `viewers`; `limit` and `left` are null where there is no limit.
async fn list(cx: Cx) -> WebResult {
    let items = actions::list(&cx).await?.map(|taken| shown(&taken));
    Ok(Json(json!({ "items": items })).into_response())
}

fn shown(taken: &Taken) -> Value {
    let left = taken.limit.map(|limit| (limit - taken.used).max(0));
    json!({ "seat": taken.seat.word(), "used": taken.used, "limit": taken.limit, "left": left })
}
