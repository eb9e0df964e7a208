//! The addresses that monitors ask.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};

use crate::{app::App, cx::Cx, web::WebResult};

/// `/healthz`: the process answers. `/readyz`: it can do its work.
pub fn router() -> Router {
    Router::new().route("/healthz", get(|| async { "ok\n" })).route("/readyz", get(ready))
}

async fn ready(cx: Cx) -> WebResult {
    cx.db.ping().await?;
    Ok("ready\n".into_response())
}

/// `/metrics`, on a listener of its own.
pub fn metrics_router(app: Arc<App>) -> Router {
    Router::new().route("/metrics", get(metrics)).with_state(app)
}

async fn metrics(State(app): State<Arc<App>>) -> WebResult {
    let mut response: Response = app.health.text(&app).await?.into_response();
    let kind = HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}
