//! Sample dashboards over API v1: for customers, and for the scripts of the staff that add them.

use axum::{
    Router,
    extract::{Path, Request},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use data_encoding::HEXLOWER;
use ring::digest;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{NewSample, Sample, actions};
use crate::{
    cx::{Cx, Permission},
    licensing::downloads,
    web::{Json, WebResult, body, parse},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/licensing/sample-dashboards", get(list).post(add))
        .route("/api/v1/licensing/sample-dashboards/{slug}", get(show))
        .route("/api/v1/licensing/sample-dashboards/{slug}/file", get(send))
        .route("/api/v1/licensing/sample-dashboards/{slug}/publish", post(publish))
        .route("/api/v1/licensing/sample-dashboards/{slug}/hide", post(hide))
}

pub(super) fn shown(sample: &Sample) -> Value {
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
    let items: Vec<Value> = actions::list(&cx).await?.iter().map(shown).collect();
    Ok(Json(json!({ "items": items, "next": null })).into_response())
}

/// `GET …/{slug}`: one, with size and checksum of its file.
async fn show(cx: Cx, Path(slug): Path<String>) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let (sample, content) = actions::find(&cx, &slug).await?;
    let mut whole = shown(&sample);
    whole["size"] = content.len().into();
    whole["sha256"] = checksum(&content).into();
    Ok(Json(whole).into_response())
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

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Sent {
    title: String,
    summary: String,
    description: String,
    file: String,
}

/// `POST /api/v1/licensing/sample-dashboards`: adds one, which customers do not see yet; `file` is its JSON as a text.
/// Answers 201 with it.
async fn add(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let Sent { title, summary, description, file } = parse(&body(request).await?)?;
    let new = NewSample { title, summary, description, content: file.into_bytes() };
    let made = actions::add(&cx, &new).await?;
    Ok((StatusCode::CREATED, Json(shown(&made))).into_response())
}

/// `POST …/{slug}/publish`: customers see it from now on. Answers 204.
async fn publish(cx: Cx, Path(slug): Path<String>) -> WebResult {
    actions::publish(&cx, &slug, true).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST …/{slug}/hide`: customers see it no longer. Answers 204.
async fn hide(cx: Cx, Path(slug): Path<String>) -> WebResult {
    actions::publish(&cx, &slug, false).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
