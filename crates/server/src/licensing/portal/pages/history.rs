//! What happened to a package: every act, newest first.

use axum::{
    Router,
    extract::{Path, Query},
    routing::get,
};
use maud::html;
use serde::Deserialize;

use super::{
    one::{Tab, package_tabs},
    opened, path_of, view,
};
use crate::{
    common::audit,
    cx::Cx,
    text::rfc3339,
    web::{
        WebResult,
        parts::{Icon, empty, event, link_button, moment, page_header, panel, timeline},
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/portal/packages/{code}/history", get(show))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    before: Option<i64>,
}

async fn show(cx: Cx, Path(code): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    let (package, _) = opened(&cx, &code).await?;
    let found = audit::of_subject(&mut cx.db.read().await?, &package.id, asked.before).await?;
    let t = cx.text();
    let view = view(&cx, t.portal_history_of(package.terms.name.clone()), None);
    let mut line = timeline();
    for one in &found.events {
        let at = moment(t.ago(one.at_ms, cx.now_ms), rfc3339(one.at_ms));
        line =
            line.event(event(html! { (t.event(&one.event)) }, at).detail(html! { bdi { (one.actor_name) } }));
    }
    let older = found.before_sequence.map(|before| format!("{}/history?before={before}", path_of(&package)));
    Ok(view.page(html! {
        (page_header(package.terms.name.as_str()).lead(html! { (t.portal_history_lead()) }))
        (package_tabs(t, &package, Tab::History))
        @if found.events.is_empty() { (empty(t.portal_no_history(), t.portal_no_history_lead()).icon(Icon::Clock)) }
        @else { (panel(line)) }
        @if let Some(href) = older { div.actions { (link_button(t.portal_older(), href)) } }
    }))
}
