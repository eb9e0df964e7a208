//! Locks, sessions and tokens of users, as clients of the platform have them (contract parts 2.4 and 8.3).

use axum::{
    Router,
    extract::{Path, RawQuery},
    http::StatusCode,
    response::IntoResponse,
    routing::{delete, get, post},
};
use seatwarden_base::Result;
use serde_json::json;

use super::super::{
    actions::{self, Ends},
    model::{MISSING, UNKNOWN_KIND, UserPatch},
};
use crate::{
    accounts::passwords::{self, Lock},
    cx::{Cx, Permission},
    text::rfc3339,
    web::{Json, WebResult, legacy::Parameters},
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/api/v1/account/lockout_status/{user}", get(lock_of))
        .route("/api/v1/account/remove_lockout/{user}", post(unlock))
        .route("/api/v1/authentication/logout_all", get(end_mine))
        .route("/api/v1/authentication/admin/logout", get(end_theirs))
        .route("/api/v1/authentication/admin/logout_all_users", post(end_everybodys))
        .route("/api/v1/authentication/admin/tokens/{kind}", delete(end_tokens))
}

/// Whether a user is locked out, and until when.
async fn lock_of(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.require(Permission::ChangeUsers)?;
    let user = actions::find(&cx, &key).await?;
    let lock = passwords::lock_of(&mut cx.db.read().await?, &cx, &user.person.id).await?;
    let until = match &lock {
        Some(Lock::Guessing { until_ms }) => Some(rfc3339(*until_ms)),
        Some(Lock::Administrator { .. }) | None => None,
    };
    // Always a text, as clients declare it (contract part 5).
    let until = until.unwrap_or_default();
    Ok(Json(json!({ "blocked": lock.is_some(), "blockedUntil": until })).into_response())
}

/// Lets a locked user try again. Answers 204.
async fn unlock(cx: Cx, Path(key): Path<String>) -> WebResult {
    let patch = UserPatch { locked: Some(false), ..UserPatch::default() };
    actions::update(&cx, &key, patch).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Ends every session and token of the caller. Answers 204.
async fn end_mine(cx: Cx) -> WebResult {
    actions::end_own_access(&cx).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Ends every session and token of the users in `users`, a list of ids. Answers 204.
async fn end_theirs(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ChangeUsers)?;
    actions::end_access(&cx, &named(query.as_deref())?, Ends::Everything).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Ends every session and token of everybody within reach (contract part 2.8) but the one that asks. Answers 204.
async fn end_everybodys(cx: Cx) -> WebResult {
    actions::end_everybodys_access(&cx).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The users that a query names. Refuses with `users.missing_field` if there are none: that would be a mistake, and done
/// without a word.
fn named(query: Option<&str>) -> Result<Vec<String>> {
    let users = Parameters::read(query).list("users");
    if users.is_empty() { Err(MISSING.on("users").with("name", "users").into()) } else { Ok(users) }
}

/// Ends the API tokens of the users in `users`; of the kinds that other products have (`odbc`, `sso`), nobody has any.
/// Answers 204.
async fn end_tokens(cx: Cx, Path(kind): Path<String>, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ChangeUsers)?;
    if !matches!(kind.as_str(), "api" | "odbc" | "sso") {
        return Err(UNKNOWN_KIND.with("kind", kind).into());
    }
    let users = named(query.as_deref())?;
    let users = if kind == "api" { users } else { Vec::new() };
    actions::end_access(&cx, &users, Ends::Tokens).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
