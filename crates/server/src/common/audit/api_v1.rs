//! The audit trail over `/api/v1/audit`.

use axum::{Router, extract::Query, response::IntoResponse, routing::get};
use seatwarden_base::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    Proof, Recorded, Search, proof, search,
    table::{Format, file},
};
use crate::{
    cx::Cx,
    text::{day_ms, moment_ms, rfc3339},
    web::{Json, Limit, WebResult, legacy::wrong_value, paged, read_number},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/audit/events", get(list))
        .route("/api/v1/audit/export", get(export))
        .route("/api/v1/audit/chain", get(chain))
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
    #[serde(alias = "after")]
    before: String,
    limit: Limit,
}

/// How many events a page has unless it is said, and at most.
const LIMIT: u16 = 50;
const LIMIT_MAX: u16 = 200;

impl Asked {
    /// The sequence before which the page ends; none for the newest. Refuses with `web.bad_place`.
    pub(super) fn before(&self) -> Result<Option<i64>> {
        read_number(&self.before)
    }

    /// Refuses what is neither a day nor a moment with `web.wrong_value`: everything would be taken for what was asked for.
    pub(super) fn require_days(&self) -> Result<()> {
        self.wrong_day().map_or(Ok(()), |name| Err(wrong_value(name).into()))
    }

    /// The name of what is neither a day nor a moment, if one is given.
    pub(super) fn wrong_day(&self) -> Option<&'static str> {
        let days = [("from", &self.from), ("to", &self.to)];
        let is_wrong = |day: &str| !day.is_empty() && day_ms(day).or_else(|| moment_ms(day)).is_none();
        days.into_iter().find(|(_, day)| is_wrong(day)).map(|(name, _)| name)
    }

    /// A day that cannot be read does not matter, as if it were not given.
    pub(super) fn search(&self) -> Search {
        const DAY_MS: i64 = 24 * 60 * 60 * 1000;
        Search {
            event: self.event.clone(),
            user_id: self.user.clone(),
            text: self.search.trim().chars().take(200).collect(),
            from_ms: day_ms(&self.from).or_else(|| moment_ms(&self.from)),
            to_ms: day_ms(&self.to).map(|at_ms| at_ms + DAY_MS).or_else(|| moment_ms(&self.to)),
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

/// Events, newest first. Takes `event` (one kind), `user` (id, user name or address: acted or acted upon), `search`, `from` and `to`
/// (days, `2026-11-21`, or moments), `before` or `after` (a sequence, exclusive: the `next` of the page before) and
/// `limit` (from 1 on, at most 200 counts; default 50). Answers `{"items": [...], "next": "..."}`; `next` is null at the end. A page may be short or
/// even empty although there is a next one: a search looks through a bounded part of the trail at a time.
async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    asked.require_days()?;
    let limit = asked.limit.within(LIMIT, LIMIT_MAX)?.into();
    let page = search(&cx, &asked.search(), asked.before()?, limit).await?;
    let items: Vec<_> = page.events.iter().map(EventBody::of).collect();
    let next = page.before_sequence.map(|before| before.to_string());
    Ok(paged(&items, "before", next.as_ref()))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AskedFormat {
    format: String,
}

/// `GET /api/v1/audit/export?format=csv|jsonl`: every event that fits `event`, `user`, `search`, `from` and `to`, newest
/// first, as a file that is written while it is sent; JSON Lines unless `format` says otherwise. Taking it along is an event
/// itself, `audit.export`.
async fn export(cx: Cx, Query(asked): Query<Asked>, Query(wanted): Query<AskedFormat>) -> WebResult {
    asked.require_days()?;
    let format = match wanted.format.as_str() {
        "" => Format::JsonLines,
        word => Format::of_word(word).ok_or_else(|| wrong_value("format"))?,
    };
    Ok(file(&cx, format, asked.search()).await?)
}

/// How many events there are, what can be said of them, and what the last walk along the chain found:
/// `{"events", "state", "proved": {"at", "events", "brokenAt"}}`.
async fn chain(cx: Cx) -> WebResult {
    let (proof, count) = proof(&cx).await?;
    let state = proof.state(count).word();
    let Proof { at_ms, events, broken_at } = proof;
    let proved = at_ms.map(|at_ms| json!({ "at": rfc3339(at_ms), "events": events, "brokenAt": broken_at }));
    Ok(Json(json!({ "events": count, "state": state, "proved": proved })).into_response())
}
