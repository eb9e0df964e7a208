//! What happened to a package: every act, newest first.

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{Path, Query},
    routing::get,
};
use maud::{Markup, html};
use seatwarden_base::Result;
use serde::Deserialize;
use serde_json::Value;

use super::{
    difference_lines,
    one::{Tab, package_tabs},
    opened, path_of, view,
};
use crate::{
    accounts::users,
    common::audit::{self, Recorded},
    cx::Cx,
    licensing::{organisations, packages::Terms},
    text::{Text, rfc3339},
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
    let mut people = BTreeMap::new();
    for member in organisations::members(&cx, &package.organisation_id).await? {
        people.insert(member.user_id, member.email);
    }
    let gone = gone(&cx, &found.events, &people).await?;
    let t = cx.text();
    let view = view(&cx, t.portal_history_of(package.terms.name.clone()), None);
    let mut line = timeline();
    for one in found.events.iter().filter(|one| is_shown(&one.event)) {
        let at = moment(t.ago(one.at_ms, cx.now_ms), rfc3339(one.at_ms));
        line =
            line.event(event(html! { (t.event(&one.event)) }, at).detail(detail(&cx, one, &people, &gone)));
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
    let is_asked = ["packages.ask", "packages.reject", "packages.overtake"].contains(&event);
    let is_taken = ["downloads.download", "downloads.download_signature", "trials.start"].contains(&event);
    is_taken || event.starts_with("activations.") || (event.starts_with("packages.") && !is_asked)
}

/// Addresses by the ids of users.
type People = BTreeMap<String, String>;

/// The two values of an event: before and after it.
fn values(one: &Recorded) -> [Option<Value>; 2] {
    let read = |json: &Option<String>| json.as_deref().and_then(|json| serde_json::from_str(json).ok());
    [read(&one.before_json), read(&one.after_json)]
}

/// A text among the values of an event.
fn value(values: &[Option<Value>], name: &str) -> Option<String> {
    values.iter().flatten().find_map(|values| Some(values.get(name)?.as_str()?.to_owned()))
}

/// The addresses of those whom events are about and who act for the organisation no longer.
async fn gone(cx: &Cx, events: &[Recorded], people: &People) -> Result<People> {
    let mut gone = People::new();
    let mut tx = cx.db.read().await?;
    for one in events.iter().filter(|one| is_shown(&one.event)) {
        let Some(id) = value(&values(one), "user") else { continue };
        if people.contains_key(&id) || gone.contains_key(&id) {
            continue;
        }
        match users::find_in(&mut tx, &id).await {
            Ok(user) => drop(gone.insert(id, user.person.email)),
            // Whoever is deleted is told by nothing.
            Err(error) if error.refusal().is_some() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(gone)
}

/// Who did it, to whom or to which server or key, and what is different by it. What the vendor's server or staff did is
/// told by the name of the house.
fn detail(cx: &Cx, one: &Recorded, people: &People, gone: &People) -> Markup {
    let values = values(one);
    let name = ["name", "label", "file"].into_iter().find_map(|key| value(&values, key));
    let person = value(&values, "user").and_then(|id| people.get(&id).or(gone.get(&id)).cloned());
    let is_theirs = one.actor_id.as_ref().is_some_and(|id| people.contains_key(id));
    let actor = if is_theirs { &one.actor_name } else { &cx.config.server.installation_name };
    html! {
        bdi { (actor) }
        @if let Some(name) = name.or(person) { " · " bdi { (name) } }
        (changes(cx.text(), &values))
    }
}

/// What the license says otherwise since an event.
fn changes(t: Text, values: &[Option<Value>; 2]) -> Markup {
    let terms = |values: &Option<Value>| {
        let terms = values.as_ref()?.get("terms")?;
        serde_json::from_value::<Terms>(terms.clone()).ok()
    };
    match values.each_ref().map(terms) {
        [Some(before), Some(after)] => difference_lines(t, &before, &after),
        _ => Markup::default(),
    }
}
