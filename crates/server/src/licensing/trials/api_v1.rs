//! Trials over API v1, for the vendor's staff: trial licenses, and who went to the Online Trial.

use axum::{
    Router,
    extract::{Path, Query, Request},
    response::IntoResponse,
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions,
    model::{Visitor, Visitors},
};
use crate::{
    cx::{Cx, Permission},
    licensing::packages::{self, Kind, api_v1::told, bodies},
    text::rfc3339,
    web::{Json, WebResult, body, parse, place, read_place},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/licensing/trials", get(list))
        .route("/api/v1/licensing/trials/visitors", get(visitors))
        .route("/api/v1/licensing/trials/{package}/extend", post(extend))
        .route("/api/v1/licensing/trials/{package}/convert", post(convert))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    after: String,
}

/// `GET /api/v1/licensing/trials`: a page of packages of the type trial, by id; with `after`.
async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let (packages, next) = packages::list_of_kind(&cx, Kind::Trial, &asked.after).await?;
    let items: Vec<_> = packages.iter().map(|package| bodies::package(package, cx.now_ms)).collect();
    Ok(Json(json!({ "items": items, "next": next })).into_response())
}

/// A visitor, as all faces tell it.
pub(super) fn visitor(visitor: &Visitor) -> Value {
    let (organisation, name) = visitor.organisation.clone().unzip();
    json!({
        "user": visitor.user_id, "email": visitor.email, "name": visitor.name, "organisation": organisation,
        "organisationName": name, "firstAt": rfc3339(visitor.first_at_ms), "lastAt": rfc3339(visitor.last_at_ms),
        "visits": visitor.visits,
    })
}

/// `GET …/visitors`: who went to the Online Trial, the last one first; with `after`.
async fn visitors(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let Visitors { items, next } = actions::visitors(&cx, read_place(&asked.after)?).await?;
    let items: Vec<_> = items.iter().map(visitor).collect();
    let next = next.map(|(at_ms, id)| place(at_ms, &id));
    Ok(Json(json!({ "items": items, "next": next })).into_response())
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Longer {
    days: i64,
    reason: String,
}

/// `POST …/{package}/extend`: gives a trial `days` more. Answers the package, or 202 with the change that waits.
async fn extend(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let longer: Longer = parse(&body(request).await?)?;
    Ok(told(&cx, &actions::extend(&cx, &key, longer.days, &longer.reason).await?))
}

/// `POST …/{package}/convert`: makes a paid license of a trial; takes what changing a package takes. Answers the
/// package, or 202 with the change that waits.
async fn convert(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let sent: bodies::Sent = parse(&body(request).await?)?;
    let reason = sent.reason().to_owned();
    Ok(told(&cx, &actions::convert(&cx, &key, sent.change()?, &reason).await?))
}
