//! History: what the staff, the customers and the server itself did to licenses, newest first.

use std::collections::BTreeMap;

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use seatwarden_base::Result;
use serde::Deserialize;

use crate::{
    common::audit::{self, Recorded},
    cx::{Cx, Permission},
    licensing::{organisations, packages},
    text::{Text, by_whom, rfc3339},
    web::{
        WebResult,
        issuer::{IssuerPage, view},
        parts::{Icon, empty, event, link_button, moment, page_header, pager, panel, search, timeline},
    },
};

const HERE: &str = IssuerPage::History.path();
/// What the history is about.
const SUBJECTS: [&str; 8] = [
    "package",
    "organisation",
    "release",
    "sample_dashboard",
    "signing_key",
    "bulletin",
    "report",
    "license_account",
];

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(show))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    before: Option<i64>,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let text = asked.search.trim();
    let found = audit::of_kinds(&mut cx.db.read().await?, SUBJECTS, text, asked.before).await?;
    let named = names(&cx, &found.events).await?;
    let t = cx.text();
    let address = |before: Option<i64>| {
        let mut pairs = vec![("search", text.to_owned())];
        pairs.extend(before.map(|before| ("before", before.to_string())));
        pairs.retain(|(_, value)| !value.is_empty());
        format!("{HERE}?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    };
    let older = found.before_sequence.map(|before| address(Some(before)));
    let newest = asked.before.map(|_| address(None));
    let view = view(&cx, IssuerPage::History, t.issuer_history(), None);
    let mut line = timeline();
    for one in &found.events {
        let at = moment(t.ago(one.at_ms, cx.now_ms), rfc3339(one.at_ms));
        line = line.event(event(html! { (t.event(&one.event)) }, at).detail(detail(
            t,
            one,
            named.get(&one.subject_id),
        )));
    }
    Ok(view.page(html! {
        (page_header(t.issuer_history()).lead(html! { (t.issuer_history_lead()) }).actions(html! {
            @if cx.may(Permission::ReadAudit) { (link_button(t.issuer_whole_trail(), "/admin/audit")) }
        }))
        (search(HERE, "search", t.issuer_history_search(), text))
        @if found.events.is_empty() && older.is_none() {
            (empty(t.issuer_no_history(), t.issuer_no_history_lead()).icon(Icon::Clock))
        }
        @else if found.events.is_empty() { p { (t.audit_none_here()) } }
        @else { (panel(line)) }
        @if older.is_some() || newest.is_some() {
            (pager(t.issuer_history(), "").previous(t.web_newest(), newest).next(t.web_older(), older))
        }
    }))
}

/// What the licenses and customers of these events are called now, by id: code or name.
async fn names(cx: &Cx, events: &[Recorded]) -> Result<BTreeMap<String, String>> {
    let mut named = BTreeMap::new();
    let mut tx = cx.db.read().await?;
    for one in events {
        if named.contains_key(&one.subject_id) {
            continue;
        }
        let name = match one.subject_kind.as_str() {
            "package" => packages::find_in(&mut tx, &one.subject_id).await.map(|package| package.code),
            "organisation" => organisations::find_in(&mut tx, &one.subject_id).await.map(|found| found.name),
            _ => continue,
        };
        match name {
            Ok(name) => drop(named.insert(one.subject_id.clone(), name)),
            // What is gone is told by its id.
            Err(error) if error.refusal().is_some() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(named)
}

/// A text among the values of an event.
fn value(one: &Recorded, name: &str) -> Option<String> {
    let jsons = [one.after_json.as_deref(), one.before_json.as_deref()];
    jsons.into_iter().flatten().find_map(|json| {
        let values: serde_json::Value = serde_json::from_str(json).ok()?;
        Some(values.get(name)?.as_str()?.to_owned()).filter(|text| !text.is_empty())
    })
}

/// Who did it, to what, and why if somebody said so.
fn detail(t: Text, one: &Recorded, called: Option<&String>) -> Markup {
    let called = called.unwrap_or(&one.subject_id);
    let name = ["name", "version", "title", "file", "label"].into_iter().find_map(|name| value(one, name));
    let reason = value(one, "reason");
    html! {
        bdi { (by_whom(t, &one.actor_name)) }
        @match one.subject_kind.as_str() {
            "package" => {
                " · " a href=(format!("/issuer/packages/{}", one.subject_id)) { bdi { (called) } }
                @if let Some(name) = &name { " · " bdi { (name) } }
            }
            "organisation" => {
                " · " a href=(format!("/issuer/customers/{}", one.subject_id)) { bdi { (called) } }
            }
            "sample_dashboard" | "report" => { " · " bdi { (name.as_ref().unwrap_or(&one.subject_id)) } }
            _ => @if let Some(name) = &name { " · " bdi { (name) } }
        }
        @if let Some(reason) = reason { span.quiet-line { bdi { (reason) } } }
    }
}
