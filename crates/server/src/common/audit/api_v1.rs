//! The audit trail over `/api/v1/audit`.

use axum::{Router, extract::Query, response::IntoResponse, routing::get};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Proof, Recorded, Search, proof, search};
use crate::{
    cx::Cx,
    text::{day_ms, rfc3339},
    web::{Json, WebResult, linked},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new().route("/api/v1/audit/events", get(list)).route("/api/v1/audit/chain", get(chain))
}

/// What a search asks for; the same words as the page's.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) event: String,
    pub(super) user: String,
    pub(super) search: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) before: Option<i64>,
    limit: Option<i64>,
}

impl Asked {
    /// A day that cannot be read does not matter, as if it were not given.
    pub(super) fn search(&self) -> Search {
        const DAY_MS: i64 = 24 * 60 * 60 * 1000;
        Search {
            event: self.event.clone(),
            user_id: self.user.clone(),
            text: self.search.trim().chars().take(200).collect(),
            from_ms: day_ms(&self.from),
            to_ms: day_ms(&self.to).map(|at_ms| at_ms + DAY_MS),
        }
    }
}

/// An event as the API and the JSON Lines file show it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EventBody<'a> {
    sequence: i64,
    at: String,
    event: &'a str,
    actor_id: Option<&'a str>,
    actor_name: &'a str,
    on_behalf_of: Option<&'a str>,
    subject_kind: &'a str,
    subject_id: &'a str,
    before: Option<Value>,
    after: Option<Value>,
    ip: &'a str,
    user_agent: &'a str,
    request_id: &'a str,
}

impl<'a> EventBody<'a> {
    /// The shape of a recorded event.
    pub fn of(event: &'a Recorded) -> Self {
        let value = |json: &Option<String>| json.as_deref().and_then(|json| serde_json::from_str(json).ok());
        Self {
            sequence: event.sequence,
            at: rfc3339(event.at_ms),
            event: &event.event,
            actor_id: event.actor_id.as_deref(),
            actor_name: &event.actor_name,
            on_behalf_of: event.on_behalf_of.as_deref(),
            subject_kind: &event.subject_kind,
            subject_id: &event.subject_id,
            before: value(&event.before_json),
            after: value(&event.after_json),
            ip: &event.ip,
            user_agent: &event.user_agent,
            request_id: &event.request_id,
        }
    }
}

/// Events, newest first. Takes `event` (one kind), `user` (id: acted or acted upon), `search`, `from` and `to`
/// (days, `2026-11-21`), `before` (a sequence, exclusive) and `limit` (1 to 200, default 50). Answers
/// `{"items": [...], "next": "..."}`; `next` is the address of older events, or null. A page may be short or
/// even empty although there is a next one: a search looks through a bounded part of the trail at a time.
async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let limit = asked.limit.unwrap_or(50).clamp(1, 200);
    let page = search(&cx, &asked.search(), asked.before, limit).await?;
    let next = page.before_sequence.map(|before| {
        let mut query = vec![("before", before.to_string()), ("limit", limit.to_string())];
        let given = [("event", &asked.event), ("user", &asked.user), ("search", &asked.search)];
        let days = [("from", &asked.from), ("to", &asked.to)];
        query.extend(
            given
                .into_iter()
                .chain(days)
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| (name, value.clone())),
        );
        format!("/api/v1/audit/events?{}", serde_urlencoded::to_string(query).unwrap_or_default())
    });
    let items: Vec<_> = page.events.iter().map(EventBody::of).collect();
    let place = page.before_sequence.map(|before| before.to_string());
    Ok(linked(Json(json!({ "items": items, "next": next })).into_response(), "before", place))
}

/// How many events there are, and what the last walk along the chain found:
/// `{"events", "proved": {"at", "events", "brokenAt"}}`.
async fn chain(cx: Cx) -> WebResult {
    let (Proof { at_ms, events, broken_at }, count) = proof(&cx).await?;
    let proved = at_ms.map(|at_ms| json!({ "at": rfc3339(at_ms), "events": events, "brokenAt": broken_at }));
    Ok(Json(json!({ "events": count, "proved": proved })).into_response())
}
