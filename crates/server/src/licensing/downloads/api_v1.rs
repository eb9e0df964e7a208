//! Releases over API v1: for customers who download them, for the vendor's staff, and for the scripts that build them.

use axum::{
    Router,
    body::{BodyDataStream, Bytes},
    extract::{Path, Request},
    http::{HeaderMap, Method, StatusCode},
    response::IntoResponse,
    routing::{get, post, put},
};
use futures_util::StreamExt;
use seatwarden_base::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions, bodies,
    file::Source,
    model::{NewRelease, TOO_LARGE},
    ranges,
};
use crate::{
    cx::{Cx, Permission},
    web::{BAD_FORM, Json, WebResult, body, parse},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/licensing/downloads", get(list_mine))
        .route("/api/v1/licensing/downloads/{file}", get(send))
        .route("/api/v1/licensing/releases", get(list).post(create))
        .route("/api/v1/licensing/releases/{release}/files/{name}", put(add_file))
        .route("/api/v1/licensing/releases/{release}/publish", post(publish))
        .route("/api/v1/licensing/releases/{release}/withdraw", post(withdraw))
}

/// `GET /api/v1/licensing/releases`: all releases, the newest version first, and the key that signs them.
async fn list(cx: Cx) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let items: Vec<Value> = actions::list_all(&cx).await?.iter().map(bodies::release).collect();
    Ok(Json(json!({ "items": items, "publicKey": actions::public_key(&cx)? })).into_response())
}

/// `GET /api/v1/licensing/downloads`: the published releases that the caller's licenses open, the newest version first,
/// each file with its checksum and signature; and how many the licenses do not open.
async fn list_mine(cx: Cx) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let (releases, closed) = actions::list_mine(&cx).await?;
    let items: Vec<Value> = releases.iter().map(bodies::release).collect();
    let answer = json!({ "items": items, "closed": closed, "publicKey": actions::public_key(&cx)? });
    Ok(Json(answer).into_response())
}

/// `GET …/downloads/{file}`: the file, or the part that `Range` asks for; its tag is its checksum.
async fn send(cx: Cx, method: Method, headers: HeaderMap, Path(file): Path<String>) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    Ok(ranges::send(&cx, &method, &headers, &file).await?)
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Sent {
    version: String,
    notes: String,
    entitlement: String,
}

/// `POST …/releases`: drafts a release. Answers 201 with it.
async fn create(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let Sent { version, notes, entitlement } = parse(&body(request).await?)?;
    let made = actions::create(&cx, &NewRelease { version, notes, entitlement }).await?;
    Ok((StatusCode::CREATED, Json(bodies::release(&made))).into_response())
}

/// The body of a request.
struct Sending(BodyDataStream);

impl Source for Sending {
    async fn next(&mut self) -> Result<Option<Bytes>> {
        match self.0.next().await {
            None => Ok(None),
            Some(Ok(piece)) => Ok(Some(piece)),
            Some(Err(cause)) if is_too_large(&cause) => Err(TOO_LARGE.with("megabytes", "").into()),
            Some(Err(_)) => Err(BAD_FORM.into()),
        }
    }
}

fn is_too_large(cause: &axum::Error) -> bool {
    let mut cause: Option<&dyn std::error::Error> = Some(cause);
    while let Some(one) = cause {
        if one.is::<http_body_util::LengthLimitError>() {
            return true;
        }
        cause = one.source();
    }
    false
}

/// `PUT …/{release}/files/{name}`: adds a file to a draft; the body is the file. Answers 201 with it.
async fn add_file(cx: Cx, Path((release, name)): Path<(String, String)>, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    cx.require_files()?;
    let source = Sending(request.into_body().into_data_stream());
    let made = actions::add_file(&cx, &release, &name, source).await?;
    Ok((StatusCode::CREATED, Json(bodies::artifact(&made))).into_response())
}

/// `POST …/{release}/publish`: customers download it from now on. Answers 204.
async fn publish(cx: Cx, Path(release): Path<String>) -> WebResult {
    actions::publish(&cx, &release).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST …/{release}/withdraw`: nobody downloads it from now on. Answers 204.
async fn withdraw(cx: Cx, Path(release): Path<String>) -> WebResult {
    actions::withdraw(&cx, &release).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
