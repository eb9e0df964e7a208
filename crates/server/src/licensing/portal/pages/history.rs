//! What happened to a package: every act, newest first.

use axum::{
    Router,
    extract::{Path, Query},
    routing::get,
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{
    one::{Tab, package_tabs},
    opened, path_of, view,
};
use crate::{
    common::audit::{self, Recorded},
    cx::Cx,
    licensing::organisations::{self, Member},
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
    let members = organisations::members(&cx, &package.organisation_id).await?;
    let t = cx.text();
    let view = view(&cx, t.portal_history_of(package.terms.name.clone()), None);
    let mut line = timeline();
    for one in found.events.iter().filter(|one| is_shown(&one.event)) {
        let at = moment(t.ago(one.at_ms, cx.now_ms), rfc3339(one.at_ms));
        line = line.event(event(html! { (t.event(&one.event)) }, at).detail(detail(&cx, one, &members)));
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

/// What customers are told of. What the staff asks each other and decides is not theirs to see.
fn is_shown(event: &str) -> bool {
    let is_asked = ["packages.ask", "packages.reject"].contains(&event);
    event.starts_with("activations.") || (event.starts_with("packages.") && !is_asked)
}

/// Who did it, and to which server or key. What the vendor's server or staff did is told by the name of the house.
fn detail(cx: &Cx, one: &Recorded, members: &[Member]) -> Markup {
    let values = [one.after_json.as_deref(), one.before_json.as_deref()];
    let name = values.into_iter().flatten().find_map(|json| {
        let values: serde_json::Value = serde_json::from_str(json).ok()?;
        ["name", "label"].into_iter().find_map(|key| Some(values.get(key)?.as_str()?.to_owned()))
    });
    let is_theirs = members.iter().any(|member| Some(&member.user_id) == one.actor_id.as_ref());
    let actor = if is_theirs { &one.actor_name } else { &cx.config.server.installation_name };
    html! {
        bdi { (actor) }
        @if let Some(name) = name { " · " bdi { (name) } }
    }
}
