//! Locks, sessions and tokens of users, as clients of the platform have them (contract parts 2.4 and 8.3).

use axum::{
    Router,
    extract::{Path, RawQuery},
    http::StatusCode,
    response::IntoResponse,
    routing::{delete, get, post},
};
use seatwarden_base::Result;
use serde_json::{Value, json};

use super::super::{
    actions::{self, Ends},
    model::{MISSING, UNKNOWN_KIND, UserPatch},
};
use crate::{
    accounts::{
        passwords::{self, Lock},
        roles::Why,
        sessions::Session,
    },
    cx::{Cx, Permission},
    text::rfc3339,
    web::{Json, WebResult, legacy::Parameters, paged},
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/api/v1/account/lockout_status/{user}", get(lock_of))
        .route("/api/v1/account/remove_lockout/{user}", post(unlock))
        .route("/api/v1/users/{user}/lock", post(lock))
        .route("/api/v1/users/{user}/unlock", post(unlock))
        .route("/api/v1/users/{user}/password-link", post(send_link))
        .route("/api/v1/users/{user}/invitation", delete(cancel_invitation))
        .route("/api/v1/users/{user}/sessions", get(sessions_of))
        .route("/api/v1/users/{user}/role", get(role_of))
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

/// Locks a user until somebody unlocks them. Answers 204.
async fn lock(cx: Cx, Path(key): Path<String>) -> WebResult {
    let patch = UserPatch { locked: Some(true), ..UserPatch::default() };
    actions::update(&cx, &key, patch).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Mails a user the link by which they choose another password. Answers 204.
async fn send_link(cx: Cx, Path(key): Path<String>) -> WebResult {
    let patch = UserPatch { send_link: true, ..UserPatch::default() };
    actions::update(&cx, &key, patch).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Ends the open invitation of a user. Answers 204.
async fn cancel_invitation(cx: Cx, Path(key): Path<String>) -> WebResult {
    actions::cancel_invitation(&cx, &key).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The living sessions of a user, last used first.
async fn sessions_of(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.require(Permission::ChangeUsers)?;
    let look = actions::look(&cx, &key).await?;
    let shown = |session: &Session| {
        json!({
            "id": session.id, "created": rfc3339(session.created_at_ms), "lastUsed": rfc3339(session.seen_at_ms),
            "expires": rfc3339(session.expires_at_ms), "ip": session.ip, "userAgent": session.user_agent,
            "remembered": session.remembered,
        })
    };
    let items: Vec<Value> = look.sessions.iter().map(shown).collect();
    Ok(paged::<_, String>(&items, "after", None))
}

/// The role that a user has, and why: it is their own, or a group gave it.
async fn role_of(cx: Cx, Path(key): Path<String>) -> WebResult {
    let look = actions::look(&cx, &key).await?;
    let role = &look.user.person.role;
    let (why, group) = match &look.why {
        Why::Own => ("own", Value::Null),
        Why::Group { id, name } => ("group", json!({ "id": id, "name": name })),
    };
    Ok(Json(json!({
        "id": role.id, "name": role.name, "displayName": role.display_name, "baseRoleName": role.base.name(),
        "why": why, "group": group,
    }))
    .into_response())
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
