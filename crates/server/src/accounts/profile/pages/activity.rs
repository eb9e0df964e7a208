//! Activity: one's own audit trail.

use axum::{Router, extract::Query, routing::get};
use maud::html;
use serde::Deserialize;

use super::{super::access, ACTIVITY, view};
use crate::{
    accounts::users::pages::event_about_user,
    common::audit,
    cx::Cx,
    web::{
        WebResult,
        parts::{empty, page_header, pager, panel, timeline},
    },
};

pub(super) fn router() -> Router {
    Router::new().route(ACTIVITY, get(show))
}

#[derive(Default, Deserialize)]
struct Asked {
    before: Option<i64>,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let switches = access::require_activity(&cx).await?;
    let page = audit::of_person(&cx, asked.before).await?;
    let t = cx.text();
    let view = view(&cx, switches, ACTIVITY, t.profile_activity(), "");
    let mut events = timeline();
    for recorded in &page.events {
        events = events.event(event_about_user(&cx, recorded));
    }
    let older = page.before_sequence.map(|before| format!("{ACTIVITY}?before={before}"));
    let newest = asked.before.map(|_| ACTIVITY);
    Ok(view.page(html! {
        (page_header(t.profile_activity()).lead(html! { (t.profile_activity_lead()) }))
        @if page.events.is_empty() { (empty(t.profile_activity_none(), t.profile_activity_none_lead())) }
        @else { (panel(events)) }
        (pager(t.profile_activity(), "").previous(t.web_newest(), newest).next(t.web_older(), older))
    }))
}
