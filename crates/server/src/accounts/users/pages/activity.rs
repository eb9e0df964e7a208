//! What a user did, and what was done to the account.

use axum::{
    Router,
    extract::{Path, Query},
    routing::get,
};
use maud::html;
use serde::Deserialize;

use super::{
    super::look,
    tabs::{self, Tab},
};
use crate::{
    accounts::sessions::Device,
    common::audit::{self, Recorded, Search},
    cx::{Cx, Permission},
    text::{by_whom, rfc3339},
    web::{
        WebResult,
        parts::{Event, Tone, empty, event, moment, pager, panel, timeline},
    },
};

/// How many events one page shows.
const EVENTS_MAX: i64 = 50;

pub(super) fn router() -> Router {
    Router::new().route("/admin/users/{id}/activity", get(show))
}

#[derive(Default, Deserialize)]
struct Asked {
    before: Option<i64>,
}

async fn show(cx: Cx, Path(id): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    cx.require(Permission::ReadAudit)?;
    let look = look(&cx, &id).await?;
    let here = Tab::Activity.path(&look.user.person.id);
    let about = Search { user_id: look.user.person.id.clone(), ..Search::default() };
    let page = audit::search(&cx, &about, asked.before, EVENTS_MAX).await?;
    let t = cx.text();
    let view = tabs::view(&cx, &look, "");
    let mut events = timeline();
    for recorded in &page.events {
        events = events.event(event_about_user(&cx, recorded));
    }
    let older = page.before_sequence.map(|before| format!("{here}?before={before}"));
    let newest = asked.before.map(|_| here);
    Ok(view.page(html! {
        (tabs::head(&cx, &look, Tab::Activity))
        @if page.events.is_empty() { (empty(t.users_activity_none(), t.users_activity_none_lead())) }
        @else { (panel(events)) }
        (pager(t.users_tab_activity(), "").previous(t.web_newest(), newest).next(t.web_older(), older))
    }))
}

/// An event on a page about one user: what happened, who did it, from where and with which device.
pub fn event_about_user<'a>(cx: &Cx, recorded: &Recorded) -> Event<'a> {
    let t = cx.text();
    let tone = if recorded.event.ends_with("fail") { Tone::Warning } else { Tone::Plain };
    let device = Device::of(&recorded.user_agent);
    event(
        html! { (t.event(&recorded.event)) },
        moment(t.ago(recorded.at_ms, cx.now_ms), rfc3339(recorded.at_ms)),
    )
    .tone(tone)
    .detail(html! {
        bdi { (by_whom(t, &recorded.actor_name)) }
        @if !recorded.ip.is_empty() { " · " bdi.mono { (recorded.ip) } }
        @if !device.browser.is_empty() { " · " bdi { (device.browser) } }
        @if !device.system.is_empty() { " · " bdi { (device.system) } }
    })
}
