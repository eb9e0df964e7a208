//! Customers over API v1, for the vendor's staff.

use axum::{
    Router,
    extract::{Path, Query, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{delete, get},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{actions, bodies};
use crate::{
    cx::{Cx, Permission},
    licensing::{organisations, packages, sign_up::NewAccount},
    web::{Json, WebResult, body, parse},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/licensing/customers", get(list).post(add))
        .route("/api/v1/licensing/customers/{customer}", get(find).patch(rename))
        .route("/api/v1/licensing/customers/{customer}/accounts/{user}", delete(remove_account))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    search: String,
    after: String,
}

/// `GET /api/v1/licensing/customers`: a page of customers by name; with `search` and `after`.
async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let (found, next) = actions::customers_after(&cx, &asked.search, &asked.after).await?;
    let items: Vec<Value> = found.iter().map(|(one, members)| bodies::customer(one, *members)).collect();
    Ok(Json(json!({ "items": items, "next": next })).into_response())
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
struct Sent {
    name: String,
    email: String,
    first_name: String,
    last_name: String,
}

/// `POST …/customers`: adds a customer with the account of its owner, who is mailed. Answers 201 with it.
async fn add(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let sent: Sent = parse(&body(request).await?)?;
    let owner = NewAccount {
        email: &sent.email,
        first_name: &sent.first_name,
        last_name: &sent.last_name,
        language: None,
    };
    let made = actions::add_customer(&cx, &sent.name, &owner).await?;
    Ok((StatusCode::CREATED, Json(bodies::customer(&made, 1))).into_response())
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Renamed {
    name: String,
    version: Option<i64>,
}

/// `PATCH …/customers/{customer}`: gives a customer another name; with `version`, only if nobody changed it since.
/// Answers as reading does.
async fn rename(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let sent: Renamed = parse(&body(request).await?)?;
    let customer = organisations::find(&cx, &id).await?;
    organisations::rename(&cx, &id, sent.version.unwrap_or(customer.version), &sent.name).await?;
    find(cx, Path(id)).await
}

/// `GET …/customers/{customer}`: one customer with the accounts that act for it.
async fn find(cx: Cx, Path(id): Path<String>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let customer = organisations::find(&cx, &id).await?;
    let members = organisations::members(&cx, &id).await?;
    let mut body = bodies::customer(&customer, i64::try_from(members.len()).unwrap_or(i64::MAX));
    body["accounts"] = members.iter().map(bodies::member).collect();
    Ok(Json(body).into_response())
}

/// `DELETE …/customers/{customer}/accounts/{user}`: the account acts for the customer no longer. For the staff, the
/// owners, and everybody about themselves. Answers 204.
async fn remove_account(cx: Cx, Path((customer, user)): Path<(String, String)>) -> WebResult {
    packages::remove_member(&cx, &customer, &user).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
