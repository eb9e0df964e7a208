//! The audit trail as clients of the platform ask for it over v2 (contract part 9.5): as files that are whole or not.
//! Here it is one chain.

use axum::{Router, response::IntoResponse, routing::get};
use serde_json::json;

use super::{ChainState, proof};
use crate::{
    cx::Cx,
    web::{Json, WebResult},
};

/// Routes of this room on v2.
pub fn router() -> Router {
    Router::new().route("/api/v2/audit/files", get(list))
}

/// The chain as a list of one; `valid` is what the last walk along it found. Nobody calls a chain valid that was never
/// walked; `state` tells that from a broken one.
async fn list(cx: Cx) -> WebResult {
    let (proof, count) = proof(&cx).await?;
    let state = proof.state(count);
    let valid = matches!(state, ChainState::Whole | ChainState::WholeSoFar);
    let file =
        json!({ "file": "audit", "valid": valid, "filePath": "/api/v1/audit/events", "state": state.word() });
    Ok(Json(json!([file])).into_response())
}
