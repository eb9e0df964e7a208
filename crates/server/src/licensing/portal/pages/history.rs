//! What happened to a package, and what a license account did and went through: every act, newest first.

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
    licensing::{
        organisations,
        packages::{self, Terms},
    },
    text::{Text, rfc3339},
    web::{
        WebResult,
        parts::{Icon, empty, event, link_button, moment, page_header, pager, panel, timeline},
        portal::{PortalPage, license_account},
    },
};

/// The history of the license account itself.
const OWN: &str = PortalPage::History.path();

pub(super) fn router() -> Router {
    Router::new().route(OWN, get(own)).route("/portal/packages/{code}/history", get(show))
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

/// What the account did and went through, whether it has a license or not; and where the histories of its licenses are.
async fn own(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let me = license_account(&cx)?;
    let found = audit::of_person(&cx, asked.before).await?;
    let packages = packages::list_mine(&cx).await?;
    let t = cx.text();
    let mut line = timeline();
    for one in &found.events {
        let at = moment(t.ago(one.at_ms, cx.now_ms), rfc3339(one.at_ms));
        let is_mine = one.actor_id.as_ref() == Some(&me.id);
        // Whoever else did it is the vendor's, or another customer, and not told by name.
        let actor = if is_mine { &one.actor_name } else { &cx.config.server.installation_name };
        line = line.event(event(html! { (t.event(&one.event)) }, at).detail(html! {
            bdi { (actor) }
            @if is_mine && !one.ip.is_empty() { " · " bdi.mono { (one.ip) } }
        }));
    }
    let older = found.before_sequence.map(|before| format!("{OWN}?before={before}"));
    let newest = asked.before.map(|_| OWN);
    let view = crate::web::portal::view(&cx, PortalPage::History, t.portal_history(), None);
    Ok(view.page(html! {
        (page_header(t.portal_history()).lead(html! { (t.portal_own_history_lead()) }))
        @if packages.is_empty() { p { (t.portal_own_history_no_license()) } }
        @else {
            (panel(html! {
                ul.rows { @for package in &packages {
                    li { a href=(format!("{}/history", path_of(package))) { bdi { (package.terms.name) } } }
                } }
            }).title(t.portal_own_history_licenses()))
        }
        @if found.events.is_empty() { (empty(t.portal_no_history(), t.portal_no_history_lead()).icon(Icon::Clock)) }
        @else { (panel(line).title(t.portal_own_history_account())) }
        (pager(t.portal_history(), "").previous(t.web_newest(), newest).next(t.web_older(), older))
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
    // As whom the customer knew them then; events of before say no more than who it was.
    let person = value(&values, "email")
        .or_else(|| value(&values, "user").and_then(|id| people.get(&id).or(gone.get(&id)).cloned()));
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
