//! Admin > Audit: who did what to whom, searched, exported, proved.

use std::collections::HashMap;

use axum::{
    Router,
    extract::{Path, Query},
    http::StatusCode,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{
    ChainState, Proof, Recorded, Search,
    actions::names_of_subjects,
    api_v1::Asked,
    jobs::prove_soon,
    model::{Page, UNKNOWN_EVENT},
    proof, search,
    table::{Format, file},
};
use crate::{
    cx::{Cx, Permission},
    text::{Text, by_whom, rfc3339},
    web::{
        Form, NOT_FOUND, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{
            Tone, badge, button, empty, event, field, form, hidden, link_button, moment, page_header, pager,
            panel, select, timeline,
        },
        see_other,
    },
};

const HERE: &str = AdminPage::Audit.path();
const SHOWN: i64 = 50;

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route(HERE, get(show))
        .route("/admin/audit/prove", post(prove))
        .route("/admin/audit/export/{format}", get(export))
}

#[derive(Default, Deserialize)]
struct Done {
    #[serde(default)]
    done: String,
}

async fn show(cx: Cx, Query(asked): Query<Asked>, Query(done): Query<Done>) -> WebResult {
    let (wrong_day, before) = (asked.wrong_day(), asked.before()?);
    let (page, unknown_event) = match search(&cx, &asked.search(), before, SHOWN).await {
        // Everything would be taken for what was asked for.
        Ok(_) if wrong_day.is_some() => (Page::default(), None),
        Ok(page) => (page, None),
        Err(Error::Refusal(refusal)) if refusal.code == UNKNOWN_EVENT.code => {
            (Page::default(), Some(refusal))
        }
        Err(other) => return Err(other.into()),
    };
    let is_wrong = wrong_day.is_some() || unknown_event.is_some();
    let (proof, count) = proof(&cx).await?;
    let names = names_of_subjects(&cx, &page.events).await?;
    let t = cx.text();
    let done = (done.done == "proving").then(|| t.audit_proving());
    let mut view = admin::view(&cx, AdminPage::Audit, t.audit_title(), done);
    if is_wrong {
        view = view.status(StatusCode::BAD_REQUEST);
    }
    let mut events = timeline();
    for recorded in &page.events {
        let tone = if recorded.event.ends_with("fail") { Tone::Warning } else { Tone::Plain };
        let at = moment(t.ago(recorded.at_ms, cx.now_ms), rfc3339(recorded.at_ms));
        events = events.event(event(title(t, recorded, &names), at).tone(tone).detail(detail(t, recorded)));
    }
    let older = page.before_sequence.map(|before| address("", &asked, Some(before)));
    let newest = before.map(|_| address("", &asked, None));
    Ok(view.page(html! {
        (page_header(t.audit_title()).lead(html! { (t.audit_lead()) }).actions(html! {
            (link_button(t.web_export_csv(), address("/export/csv", &asked, None)).download())
            (link_button(t.audit_export_json_lines(), address("/export/jsonl", &asked, None)).download())
        }))
        (chain(&cx, view.csrf(), &proof, count))
        (panel(filters(t, view.csrf(), &asked, unknown_event.as_deref())))
        @if is_wrong {}
        @else if page.events.is_empty() && older.is_none() { (empty(t.audit_none(), t.audit_none_lead())) }
        @else if page.events.is_empty() { p { (t.audit_none_here()) } }
        @else { (panel(events)) }
        (pager(t.audit_title(), "").previous(t.web_newest(), newest).next(t.web_older(), older))
    }))
}

/// The page, or one below it, with the same search.
fn address(below: &str, asked: &Asked, before: Option<i64>) -> String {
    let before = before.map(|before| before.to_string()).unwrap_or_default();
    let query = [
        ("event", asked.event.as_str()),
        ("user", &asked.user),
        ("search", &asked.search),
        ("from", &asked.from),
        ("to", &asked.to),
        ("before", &before),
    ];
    let query: Vec<_> = query.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let query = serde_urlencoded::to_string(query).unwrap_or_default();
    format!("{HERE}{below}{}{query}", if query.is_empty() { "" } else { "?" })
}

fn chain(cx: &Cx, csrf: &str, proof: &Proof, count: i64) -> Markup {
    let t = cx.text();
    let walked = html! {
        @if let Some(at_ms) = proof.at_ms { " " (moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms))) }
    };
    let said = match proof.state(count) {
        ChainState::NotProved => html! { (t.audit_not_proved(count)) },
        ChainState::Whole => html! {
            (badge(Tone::Success, t.audit_chain_whole())) " " (t.audit_proved(proof.events)) (walked)
        },
        ChainState::WholeSoFar => html! {
            (badge(Tone::Info, t.audit_chain_whole_so_far())) " "
            (t.audit_proved_so_far(proof.events, count)) (walked)
            p { (t.audit_not_walked(count - proof.events, proof.events)) }
        },
        ChainState::Broken => html! {
            (badge(Tone::Danger, t.audit_chain_broken())) " "
            (t.audit_broken(proof.broken_at.unwrap_or_default())) (walked)
            p { (t.audit_broken_next()) }
        },
    };
    let again = form("/admin/audit/prove", csrf).inline().body(button(t.audit_prove()).small());
    html! { (panel(said).title(t.audit_chain()).actions(again)) }
}

/// What events are about, as the menu of Admin calls it; last what only a license server does.
fn subjects(t: Text) -> [String; 13] {
    [
        t.web_admin_users(),
        t.web_admin_sessions(),
        t.web_my_profile(),
        t.web_admin_groups(),
        t.web_admin_roles(),
        t.web_admin_ownership(),
        t.web_admin_sysadmin(),
        t.web_admin_security(),
        t.web_admin_feature_management(),
        t.web_admin_email(),
        t.web_admin_license(),
        t.web_admin_audit(),
        t.web_issuer(),
    ]
}

/// The place among the subjects of what an event is about.
fn subject_of(event: &str) -> usize {
    match event.split('.').next().unwrap_or_default() {
        "users" | "invitations" | "import" | "seats" | "setup" => 0,
        "sign_in" | "sessions" | "passwords" | "password_reset" | "view_as" => 1,
        "profile" | "email_change" | "api_tokens" => 2,
        "groups" => 3,
        "roles" => 4,
        "ownership" => 5,
        "sysadmin_transfer" | "recovery_codes" | "rescue" => 6,
        "security" | "platform" | "callers" | "api_v09" => 7,
        "feature_management" => 8,
        "outbox" => 9,
        "license_utilization" => 10,
        "audit" | "background_work" => 11,
        _ => 12,
    }
}

fn filters(t: Text, csrf: &str, asked: &Asked, unknown_event: Option<&Refusal>) -> Markup {
    let mut kinds =
        select("event", t.audit_event()).option("", t.audit_any_event()).value(asked.event.as_str());
    let mut events: Vec<(usize, String, String)> =
        t.events().into_iter().map(|(name, words)| (subject_of(&name), name, words)).collect();
    // The order of the words stays within a subject.
    events.sort_by_key(|(subject, ..)| *subject);
    let subjects = subjects(t);
    let mut last = None;
    for (subject, name, words) in events {
        if last != Some(subject) {
            kinds = kinds.group(subjects.get(subject).cloned().unwrap_or_default());
            last = Some(subject);
        }
        kinds = kinds.option(name, words);
    }
    kinds = kinds.error(field_error(t, unknown_event, "event"));
    let wrong = |name| (asked.wrong_day() == Some(name)).then(|| t.audit_wrong_day());
    let body = html! {
        div.row.wide {
            (field("search", t.audit_search()).value(asked.search.as_str()).max_length(200)
                .hint(t.audit_search_hint()))
            (kinds)
            (field("from", t.audit_from()).date().value(asked.from.as_str()).error(wrong("from")))
            (field("to", t.audit_to()).date().value(asked.to.as_str()).error(wrong("to")))
        }
        @if !asked.user.is_empty() {
            (hidden("user", asked.user.as_str()))
            p { (t.audit_one_user()) " " bdi.mono { (asked.user) } }
        }
        div.actions {
            (button(t.audit_show()).primary())
            @if asked.search().is_any() || asked.wrong_day().is_some() { (link_button(t.audit_clear(), HERE)) }
        }
    };
    html! { (form(HERE, csrf).get().body(body)) }
}

impl Search {
    fn is_any(&self) -> bool {
        let is_given = [&self.event, &self.user_id, &self.text].iter().any(|text| !text.is_empty());
        is_given || self.from_ms.is_some() || self.to_ms.is_some()
    }
}

/// What happened, and to whom or what: as the event tells it, else by the name of today.
fn title(t: Text, recorded: &Recorded, names: &HashMap<String, String>) -> Markup {
    let whom = values(recorded.after_json.as_deref()).or_else(|| values(recorded.before_json.as_deref()));
    let name = whom.as_ref().and_then(|values| {
        ["email", "userName", "name", "title"].iter().find_map(|key| values.get(*key)?.as_str())
    });
    let name = name.or_else(|| match recorded.subject_kind.as_str() {
        "user" => names.get(&recorded.subject_id).map(String::as_str),
        "feature" => Some(recorded.subject_id.as_str()),
        _ => None,
    });
    html! {
        (t.event(&recorded.event))
        @if let Some(name) = name { " · " bdi { (name) } }
    }
}

fn detail(t: Text, recorded: &Recorded) -> Markup {
    let changes = changes(recorded);
    let about_user = recorded.subject_kind == "user" && !recorded.subject_id.is_empty();
    html! {
        @match &recorded.actor_id {
            Some(id) => a href={ (HERE) "?user=" (id) } { bdi { (recorded.actor_name) } },
            None => bdi { (by_whom(t, &recorded.actor_name)) },
        }
        @if !recorded.ip.is_empty() { " · " bdi.mono { (recorded.ip) } }
        @if about_user && recorded.actor_id.as_deref() != Some(&recorded.subject_id) {
            " · " a href={ (HERE) "?user=" (recorded.subject_id) } { (t.audit_about_user()) }
        }
        details {
            summary { (t.audit_more(recorded.sequence)) }
            dl.definitions {
                @for (name, before, after) in &changes {
                    div { dt.mono { bdi { (name) } } dd {
                        @if let Some(before) = before { del { bdi { (before) } } " " }
                        @if let Some(after) = after { ins { bdi { (after) } } }
                    } }
                }
                div { dt { (t.audit_when()) } dd { bdi.mono { (rfc3339(recorded.at_ms)) } } }
                div { dt { (t.audit_event()) } dd { bdi.mono { (recorded.event) } } }
                div { dt { (t.audit_subject()) } dd { bdi.mono { (recorded.subject_kind) " " (recorded.subject_id) } } }
                div { dt { (t.audit_agent()) } dd { bdi { (recorded.user_agent) } } }
                div { dt { (t.audit_request()) } dd { bdi.mono { (recorded.request_id) } } }
            }
        }
    }
}

fn values(json: Option<&str>) -> Option<Map<String, Value>> {
    serde_json::from_str(json?).ok()
}

/// What an event changed: name, what was, what is. What stayed the same is left out.
fn changes(recorded: &Recorded) -> Vec<(String, Option<String>, Option<String>)> {
    let before = values(recorded.before_json.as_deref()).unwrap_or_default();
    let after = values(recorded.after_json.as_deref()).unwrap_or_default();
    let told = |name: &str, value: &Value| match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(at) if name.ends_with("_at_ms") => at.as_i64().map(rfc3339),
        other => Some(other.to_string()),
    };
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    names
        .into_iter()
        .filter(|name| before.get(*name) != after.get(*name))
        .map(|name| {
            let told_of = |values: &Map<String, Value>| values.get(name).and_then(|value| told(name, value));
            (name.trim_end_matches("_ms").to_owned(), told_of(&before), told_of(&after))
        })
        .collect()
}

async fn prove(cx: Cx, Form(()): Form<()>) -> WebResult {
    prove_soon(&cx).await?;
    Ok(see_other(&format!("{HERE}?done=proving")))
}

async fn export(cx: Cx, Path(format): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    cx.require(Permission::ReadAudit)?;
    asked.require_days()?;
    let format = Format::of_word(&format).ok_or(NOT_FOUND)?;
    Ok(file(&cx, format, asked.search()).await?)
}
