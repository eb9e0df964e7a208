//! Sample dashboards over API v1, for customers.

use axum::{
    Router,
    extract::Path,
    http::HeaderMap,
    response::{IntoResponse, Response},
    routing::get,
};
use data_encoding::HEXLOWER;
use ring::digest;
use serde_json::{Value, json};

use super::{Sample, actions};
use crate::{
    cx::{Cx, Permission},
    licensing::downloads,
    web::{Json, WebResult},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/licensing/sample-dashboards", get(list))
        .route("/api/v1/licensing/sample-dashboards/{slug}", get(show))
        .route("/api/v1/licensing/sample-dashboards/{slug}/file", get(send))
}

fn body(sample: &Sample) -> Value {
    json!({
        "slug": sample.slug,
        "title": sample.title,
        "summary": sample.summary,
        "description": sample.description,
        "fileName": sample.file_name,
    })
}

/// `GET /api/v1/licensing/sample-dashboards`: the published ones, by title.
async fn list(cx: Cx) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let items: Vec<Value> = actions::list(&cx).await?.iter().map(body).collect();
    Ok(Json(json!({ "items": items, "next": null })).into_response())
}

/// `GET …/{slug}`: one, with size and checksum of its file.
async fn show(cx: Cx, Path(slug): Path<String>) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let (sample, content) = actions::find(&cx, &slug).await?;
    let mut shown = body(&sample);
    shown["size"] = content.len().into();
    shown["sha256"] = checksum(&content).into();
    Ok(Json(shown).into_response())
}

fn checksum(content: &[u8]) -> String {
    HEXLOWER.encode(digest::digest(&digest::SHA256, content).as_ref())
}

/// `GET …/{slug}/file`: its file, or the part that `Range` asks for; its tag is its checksum.
async fn send(cx: Cx, headers: HeaderMap, Path(slug): Path<String>) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    Ok(file(&cx, &headers, &slug).await?)
}

/// The file of a sample, whole or in part, for page and call.
pub(super) async fn file(cx: &Cx, headers: &HeaderMap, slug: &str) -> seatwarden_base::Result<Response> {
    let (sample, content) = actions::find(cx, slug).await?;
    let name = (sample.file_name.as_str(), "application/json");
    Ok(downloads::send_bytes(cx, headers, name, &checksum(&content), &content))
}
