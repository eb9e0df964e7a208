//! Background work over API v1.

use axum::{
    Router,
    extract::Path,
    http::StatusCode,
    response::IntoResponse,
    routing::{get, post},
};
use serde_json::{Value, json};

use super::actions;
use crate::{
    cx::Cx,
    text::rfc3339,
    web::{Json, WebResult},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/background-work", get(show))
        .route("/api/v1/background-work/{id}/retry", post(retry))
}

/// Answers how much waits and runs, and what failed for good, newest first; at most 200.
async fn show(cx: Cx) -> WebResult {
    let (counts, failed) = actions::look(&cx).await?;
    let failed: Vec<Value> = failed
        .iter()
        .map(|job| {
            json!({
                "id": job.id,
                "kind": job.kind,
                "attempts": job.attempts,
                "lastError": job.last_error,
                "created": rfc3339(job.created_at_ms),
                "givenUp": rfc3339(job.finished_at_ms),
                "canRetry": !actions::is_mail(job),
            })
        })
        .collect();
    let answer = json!({ "waiting": counts.waiting, "running": counts.running, "dead": counts.dead, "failed": failed });
    Ok(Json(answer).into_response())
}

/// Gives failed work all its tries again. Answers 204.
async fn retry(cx: Cx, Path(id): Path<String>) -> WebResult {
    actions::retry(&cx, &id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
