//! Packages over API v1, for the vendor's staff and scripts.

use axum::{
    Router,
    extract::{Path, Query, Request},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{delete, get, post},
};
use serde::Deserialize;
use serde_json::json;

use super::{
    actions::{self, Changed},
    bodies::{self, Sent},
    model::{RequestState, State, UNKNOWN},
};
use crate::{
    cx::{Cx, Permission},
    text::{day_ms, rfc3339},
    web::{BAD_FORM, Json, WebResult, body, parse},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/licensing/packages", get(list).post(issue))
        .route("/api/v1/licensing/packages/{package}", get(find).patch(change))
        .route("/api/v1/licensing/packages/{package}/renew", post(renew))
        .route("/api/v1/licensing/packages/{package}/suspend", post(suspend))
        .route("/api/v1/licensing/packages/{package}/resume", post(resume))
        .route("/api/v1/licensing/packages/{package}/revoke", post(revoke))
        .route("/api/v1/licensing/packages/{package}/revisions", get(revisions))
        .route("/api/v1/licensing/packages/{package}/users", get(users).post(add_user))
        .route("/api/v1/licensing/packages/{package}/users/{user}", delete(remove_user))
        .route("/api/v1/licensing/changes", get(changes))
        .route("/api/v1/licensing/changes/{id}/approve", post(approve))
        .route("/api/v1/licensing/changes/{id}/reject", post(reject))
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Wanted {
    organisation: String,
    after: String,
    state: String,
    package: String,
    on: String,
}

/// `GET /api/v1/licensing/packages`: a page of packages by id; with `organisation` and `after`.
async fn list(cx: Cx, Query(wanted): Query<Wanted>) -> WebResult {
    let (packages, next) = actions::list(&cx, &wanted.organisation, &wanted.after).await?;
    let items: Vec<_> = packages.iter().map(|package| bodies::package(package, cx.now_ms)).collect();
    Ok(Json(json!({ "items": items, "next": next })).into_response())
}

/// `POST …/packages`: issues a package. Answers 201 with it.
async fn issue(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let sent: Sent = parse(&body(request).await?)?;
    let package = actions::issue(&cx, sent.package(cx.now_ms)?).await?;
    Ok((StatusCode::CREATED, Json(bodies::package(&package, cx.now_ms))).into_response())
}

/// `GET …/packages/{package}`: one package, by id or code.
async fn find(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let package = actions::find(&cx, &key).await?;
    Ok(Json(bodies::package(&package, cx.now_ms)).into_response())
}

/// `PATCH …/packages/{package}`: changes what is sent. Answers the package, or 202 with the change that waits.
async fn change(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let sent: Sent = parse(&body(request).await?)?;
    let reason = sent.reason().to_owned();
    Ok(told(&cx, &actions::change(&cx, &key, None, sent.change()?, &reason).await?))
}

/// What a change led to: the package, or 202 with the change that waits.
pub fn told(cx: &Cx, changed: &Changed) -> Response {
    match changed {
        Changed::Done(package) | Changed::Nothing(package) => {
            Json(bodies::package(package, cx.now_ms)).into_response()
        }
        Changed::Waits(request) => (StatusCode::ACCEPTED, Json(bodies::request(request))).into_response(),
    }
}

/// `POST …/renew`: gives a package another end, `validUntil`.
async fn renew(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let sent: Sent = parse(&body(request).await?)?;
    let reason = sent.reason().to_owned();
    let until_ms = sent.change()?.valid_until_ms.flatten().ok_or(super::model::BAD_VALIDITY)?;
    Ok(told(&cx, &actions::renew(&cx, &key, until_ms, &reason).await?))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Why {
    reason: String,
    user: String,
}

async fn set_state(cx: Cx, key: String, request: Request, state: State) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let why: Why = parse(&body(request).await?)?;
    let changed = match state {
        State::Suspended => actions::suspend(&cx, &key, &why.reason).await?,
        State::Active => actions::resume(&cx, &key, &why.reason).await?,
        State::Revoked => actions::revoke(&cx, &key, &why.reason).await?,
    };
    Ok(told(&cx, &changed))
}

async fn suspend(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    set_state(cx, key, request, State::Suspended).await
}

async fn resume(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    set_state(cx, key, request, State::Active).await
}

async fn revoke(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    set_state(cx, key, request, State::Revoked).await
}

/// `GET …/revisions`: what the package went through, oldest first; with `on` (a day) what it said at its end.
async fn revisions(cx: Cx, Path(key): Path<String>, Query(wanted): Query<Wanted>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let items: Vec<_> = if wanted.on.is_empty() {
        actions::revisions(&cx, &key).await?
    } else {
        let day_ms = day_ms(&wanted.on).ok_or(BAD_FORM)?;
        actions::terms_on(&cx, &key, day_ms + 24 * 3_600_000 - 1).await?.into_iter().collect()
    };
    let items: Vec<_> = items.iter().map(bodies::revision).collect();
    Ok(Json(json!({ "items": items, "now": rfc3339(cx.now_ms) })).into_response())
}

/// `GET …/users`: who may activate the package beside the owners.
async fn users(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let items: Vec<_> = actions::license_users(&cx, &key).await?.iter().map(bodies::user).collect();
    Ok(Json(json!({ "items": items })).into_response())
}

/// `POST …/users`: lets `user` (an id) activate the package. Answers 204.
async fn add_user(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let sent: Why = parse(&body(request).await?)?;
    actions::add_license_user(&cx, &key, &sent.user).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `DELETE …/users/{user}`: lets an account activate the package no longer. Answers 204.
async fn remove_user(cx: Cx, Path((key, user)): Path<(String, String)>) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    actions::remove_license_user(&cx, &key, &user).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `GET /api/v1/licensing/changes`: changes that wait for a second person, or with `state` those that were decided.
async fn changes(cx: Cx, Query(wanted): Query<Wanted>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let state =
        if wanted.state.is_empty() { Some(RequestState::Open) } else { RequestState::of_word(&wanted.state) };
    let found = actions::list_requests(&cx, state.ok_or(UNKNOWN)?, &wanted.package).await?;
    let items: Vec<_> = found.iter().map(bodies::request).collect();
    Ok(Json(json!({ "items": items })).into_response())
}

/// `POST …/changes/{id}/approve`: agrees to a change, which is made by that. Answers the package.
async fn approve(cx: Cx, Path(id): Path<String>) -> WebResult {
    let package = actions::approve(&cx, &id).await?;
    Ok(Json(bodies::package(&package, cx.now_ms)).into_response())
}

/// `POST …/changes/{id}/reject`: does not agree. Answers 204.
async fn reject(cx: Cx, Path(id): Path<String>) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    actions::reject(&cx, &id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
