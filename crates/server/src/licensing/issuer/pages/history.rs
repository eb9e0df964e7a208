//! History: what the staff, the customers and the server itself did to licenses, newest first.

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use serde::Deserialize;

use crate::{
    common::audit::{self, Recorded},
    cx::{Cx, Permission},
    text::rfc3339,
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
        line = line.event(event(html! { (t.event(&one.event)) }, at).detail(detail(one)));
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
        (pager(t.issuer_history(), "").previous(t.web_newest(), newest).next(t.web_older(), older))
    }))
}

/// Who did it, to what, and why if somebody said so.
fn detail(one: &Recorded) -> Markup {
    let value = |name: &str| {
        let jsons = [one.after_json.as_deref(), one.before_json.as_deref()];
        jsons.into_iter().flatten().find_map(|json| {
            let values: serde_json::Value = serde_json::from_str(json).ok()?;
            Some(values.get(name)?.as_str()?.to_owned())
        })
    };
    let code = value("code");
    let name =
        value("name").or_else(|| value("version")).or_else(|| value("title")).or_else(|| value("label"));
    let reason = value("reason").filter(|reason| !reason.is_empty());
    html! {
        bdi { (one.actor_name) }
        @match (one.subject_kind.as_str(), &code) {
            ("package", Some(code)) => { " · " a href=(format!("/issuer/packages/{code}")) { bdi { (code) } } }
            ("package", None) => { " · " a href=(format!("/issuer/packages/{}", one.subject_id)) { bdi.mono { (one.subject_id) } } }
            ("organisation", _) => { " · " a href=(format!("/issuer/customers/{}", one.subject_id)) { bdi { (name.as_deref().unwrap_or(&one.subject_id)) } } }
            _ => @if let Some(name) = &name { " · " bdi { (name) } }
        }
        @if let Some(reason) = reason { span.quiet-line { bdi { (reason) } } }
    }
}
