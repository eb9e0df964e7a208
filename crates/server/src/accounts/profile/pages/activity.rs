//! Activity: one's own audit trail.

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use serde::Deserialize;

use super::{super::access, ACTIVITY, view};
use crate::{
    accounts::sessions::Device,
    common::audit::{self, Recorded},
    cx::Cx,
    text::{Text, by_whom, rfc3339},
    web::{
        WebResult,
        parts::{Event, Tone, empty, event, moment, page_header, pager, panel, timeline},
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
        events = events.event(shown(&cx, recorded));
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

fn shown<'a>(cx: &Cx, recorded: &Recorded) -> Event<'a> {
    let t = cx.text();
    let tone = if recorded.event.ends_with("fail") { Tone::Warning } else { Tone::Plain };
    let device = Device::of(&recorded.user_agent);
    event(
        html! { (t.event(&recorded.event)) },
        moment(t.ago(recorded.at_ms, cx.now_ms), rfc3339(recorded.at_ms)),
    )
    .tone(tone)
    .detail(detail(t, recorded, &device))
}

fn detail(t: Text, recorded: &Recorded, device: &Device) -> Markup {
    html! {
        bdi { (by_whom(t, &recorded.actor_name)) }
        @if !recorded.ip.is_empty() { " · " bdi.mono { (recorded.ip) } }
        @if !device.browser.is_empty() { " · " bdi { (device.browser) } }
        @if !device.system.is_empty() { " · " bdi { (device.system) } }
    }
}
