//! Everybody's sessions over API v1.

use axum::{
    Router,
    extract::{Path, Query},
    response::IntoResponse,
    routing::{delete, get},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions,
    model::{Filter, Living},
};
use crate::{
    cx::Cx,
    text::rfc3339,
    web::{Json, Limit, WebResult, paged, place, read_place},
};

/// How many sessions a page has unless it is said.
const LIMIT: u16 = 50;
/// The most that a page has.
const LIMIT_MAX: u16 = 200;

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/sessions", get(list))
        .route("/api/v1/sessions/{id}", delete(revoke))
        .route("/api/v1/users/{user}/sessions", delete(revoke_all_of))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    role: String,
    after: String,
    limit: Limit,
}

/// Takes `search` (the beginning of a user name, an e-mail address or a client's address), `role` (id or name),
/// `limit` (1 to 200) and `after` (the `next` of the page before). Answers the living sessions, those used last
/// first; a page may have fewer than its limit and still a next one.
async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let after = read_place(&asked.after)?;
    let filter = Filter {
        search: asked.search,
        role: asked.role,
        after,
        limit: asked.limit.within(LIMIT, LIMIT_MAX)?.into(),
    };
    let page = actions::list(&cx, &filter).await?;
    let items: Vec<Value> = page.sessions.iter().map(item).collect();
    let next = page.next.map(|(seen_at_ms, id)| place(seen_at_ms, &id));
    Ok(paged(&items, "after", next.as_ref()))
}

fn item(living: &Living) -> Value {
    let (session, person) = (&living.session, &living.person);
    json!({
        "id": session.id,
        "userId": person.id,
        "userName": person.user_name,
        "email": person.email,
        "firstName": person.first_name,
        "lastName": person.last_name,
        "roleId": person.role.id,
        "role": person.role.name,
        "currentSessions": living.of_user,
        "created": rfc3339(session.created_at_ms),
        "lastSeen": rfc3339(session.seen_at_ms),
        "expires": rfc3339(session.expires_at_ms),
        "address": session.ip,
        "userAgent": session.user_agent,
        "remembered": session.remembered,
    })
}

/// Ends one session. Answers 204.
async fn revoke(cx: Cx, Path(id): Path<String>) -> WebResult {
    actions::revoke(&cx, &id).await?;
    Ok(http::StatusCode::NO_CONTENT.into_response())
}

/// Ends every session of a user but the one that asks. Answers how many as `ended`.
async fn revoke_all_of(cx: Cx, Path(id): Path<String>) -> WebResult {
    let ended = actions::revoke_all_of(&cx, &id).await?;
    Ok(Json(json!({ "ended": ended })).into_response())
}
