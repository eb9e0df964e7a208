//! The scripts that call the API, over API v1.

use axum::{
    Router,
    extract::{Path, Query, Request},
    response::IntoResponse,
    routing::get,
};
use seatwarden_base::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions,
    model::{Caller, CallerKind, Filter},
    words,
};
use crate::{
    cx::{Cx, Permission},
    text::{Text, rfc3339},
    web::{Json, Limit, WebResult, body, paged, parse, place, read_place},
};

/// How many callers a page has unless it is said.
const LIMIT: u16 = 50;
/// The most that a page has.
const LIMIT_MAX: u16 = 200;

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new().route("/api/v1/callers", get(list)).route("/api/v1/callers/{id}", get(show).patch(change))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    kind: String,
    legacy: bool,
    off: bool,
    after: String,
    limit: Limit,
}

/// Takes `search` (a part of a user's name or address, a token's name, a client's address or a program's name),
/// `kind` (`named`, `profile`, `sign_in`, `api_key`), `legacy` and `off` (`true`: only those), `limit` (1 to 200) and
/// `after` (the `next` of the page before). Answers callers, those seen last first.
async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let filter = Filter {
        search: asked.search,
        kind: kind(&asked.kind)?,
        legacy: asked.legacy,
        off: asked.off,
        after: read_place(&asked.after)?,
        limit: asked.limit.within(LIMIT, LIMIT_MAX)?.into(),
    };
    let page = actions::list(&cx, &filter).await?;
    let items: Vec<Value> = page.callers.iter().map(|caller| item(cx.text(), caller)).collect();
    let next = page.next.map(|(at_ms, id)| place(at_ms, &id));
    Ok(paged(&items, "after", next.as_ref()))
}

/// The kind of a word; none if it is empty. Refuses with `callers.bad_kind`.
pub(super) fn kind(word: &str) -> Result<Option<CallerKind>> {
    if word.is_empty() { Ok(None) } else { CallerKind::of_word(word).map(Some) }
}

pub(super) fn item(t: Text, caller: &Caller) -> Value {
    let legacy =
        caller.parts.iter().map(|part| json!({ "part": part.word(), "advice": words::advice(t, *part) }));
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    json!({
        "id": caller.id,
        "kind": caller.kind.word(),
        "tokenId": some(&caller.token_id),
        "tokenName": some(&caller.token_name),
        "userId": caller.person.id,
        "userName": caller.person.user_name,
        "email": caller.person.email,
        "role": caller.person.role.name,
        "address": caller.ip,
        "userAgent": caller.user_agent,
        "calls": caller.calls,
        "legacy": legacy.collect::<Vec<_>>(),
        "firstSeen": rfc3339(caller.first_seen_at_ms),
        "lastSeen": rfc3339(caller.last_seen_at_ms),
        "off": caller.off_at_ms.is_some(),
        "offSince": caller.off_at_ms.map(rfc3339),
    })
}

/// Answers one caller with its `routes`: what it called, how often, and when last; and `legacyUses`: the old ways
/// that it ever used.
async fn show(cx: Cx, Path(id): Path<String>) -> WebResult {
    let (caller, calls, parts) = actions::find(&cx, &id).await?;
    let mut shown = item(cx.text(), &caller);
    shown["routes"] = calls
        .iter()
        .map(|call| {
            json!({
                "method": call.method, "route": call.route, "calls": call.calls,
                "lastSeen": rfc3339(call.last_seen_at_ms),
            })
        })
        .collect();
    shown["legacyUses"] = parts
        .iter()
        .map(|used| {
            json!({ "part": used.part.word(), "calls": used.calls, "lastSeen": rfc3339(used.last_seen_at_ms) })
        })
        .collect();
    Ok(Json(shown).into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    off: bool,
}

/// Takes `{"off": true}`: the caller is refused with 403 and `callers.switched_off` from now on, on every node within
/// a second; `false` lets it in again. Answers as reading does.
async fn change(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let change: Change = parse(&body(request).await?)?;
    actions::set_off(&cx, &id, change.off).await?;
    show(cx, Path(id)).await
}
