//! Admin > Callers: the scripts that call the API, and one of them with what to change about it and its switch.

use axum::{
    Router,
    extract::{Path, Query},
    routing::{get, post},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{
    actions,
    api_v1::kind,
    model::{Call, Caller, CallerKind, Filter, PartUse},
    words,
};
use crate::{
    cx::{Cx, LegacyPart},
    text::{Text, rfc3339},
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        parts::{
            Icon, Tone, badge, button, chips, column, definitions, empty, form, hidden, link_button, moment,
            notice, page_header, pager, panel, said, search, table,
        },
        place, read_place, see_other,
    },
};

const HERE: &str = AdminPage::Callers.path();
/// How many callers a page shows.
const PAGE: i64 = 50;
/// How many letters of a program's name are shown.
const PROGRAM_MAX: usize = 30;
/// How many old ways a row of the list names.
const NAMED_MAX: usize = 3;

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route(HERE, get(show))
        .route("/admin/callers/{id}", get(show_one))
        .route("/admin/callers/{id}/switch", post(switch))
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    kind: String,
    only: String,
    after: String,
}

impl Asked {
    /// The address of this list.
    fn href(&self) -> String {
        let fields = [
            ("search", self.search.as_str()),
            ("kind", self.kind.as_str()),
            ("only", self.only.as_str()),
            ("after", self.after.as_str()),
        ];
        let fields: Vec<_> = fields.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        match serde_urlencoded::to_string(fields).unwrap_or_default().as_str() {
            "" => HERE.to_owned(),
            query => format!("{HERE}?{query}"),
        }
    }

    fn at_start(&self) -> Self {
        Self { after: String::new(), ..self.clone() }
    }
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let filter = Filter {
        search: asked.search.clone(),
        kind: kind(&asked.kind)?,
        legacy: asked.only == "legacy",
        off: asked.only == "off",
        after: read_place(&asked.after)?,
        limit: PAGE,
    };
    let page = actions::list(&cx, &filter).await?;
    let t = cx.text();
    let view = admin::view(&cx, AdminPage::Callers, t.callers_title(), None);
    let next = page.next.as_ref().map(|(at, id)| Asked { after: place(*at, id), ..asked.clone() }.href());
    let first = (!asked.after.is_empty()).then(|| asked.at_start().href());
    Ok(view.page(html! {
        (page_header(t.callers_title()).lead(html! { (t.callers_lead()) }))
        div.list-tools {
            (search(HERE, "search", t.callers_search(), asked.search.as_str()))
            (filters(t, &asked))
        }
        @if page.callers.is_empty() {
            (empty(t.callers_none(), t.callers_none_lead()).icon(Icon::Script)
                .action(link_button(t.callers_show_all(), HERE)))
        } @else { (panel(list(&cx, &page.callers)).flush()) }
        @if first.is_some() || next.is_some() {
            (pager(t.callers_title(), "").previous(t.web_newest(), first).next(t.web_older(), next))
        }
    }))
}

fn filters(t: Text, asked: &Asked) -> Markup {
    let start = asked.at_start();
    let all = Asked { kind: String::new(), only: String::new(), ..start.clone() };
    let is_all = asked.kind.is_empty() && asked.only.is_empty();
    let mut row = chips(t.callers_filter()).chip(t.callers_all(), all.href(), is_all);
    for (only, words) in [("legacy", t.callers_with_legacy()), ("off", t.callers_off())] {
        let is_on = asked.only == only;
        let only = if is_on { String::new() } else { only.to_owned() };
        row = row.chip(words, Asked { only, ..start.clone() }.href(), is_on);
    }
    for kind in CallerKind::ALL {
        let is_on = asked.kind == kind.word();
        let word = if is_on { String::new() } else { kind.word().to_owned() };
        row = row.chip(words::kind(t, kind), Asked { kind: word, ..start.clone() }.href(), is_on);
    }
    html! { (row) }
}

fn list(cx: &Cx, callers: &[Caller]) -> Markup {
    let t = cx.text();
    let mut list = table(t.callers_title())
        .column(column(t.callers_caller()))
        .column(column(t.callers_user()))
        .column(column(t.callers_from()))
        .column(column(t.callers_calls()).numeric())
        .column(column(t.callers_to_change()))
        .column(column(t.callers_last_seen()));
    for caller in callers {
        list = list.row([
            html! {
                a href={ (HERE) "/" (caller.id) } { (name(t, caller)) }
                @if caller.off_at_ms.is_some() { " " (badge(Tone::Danger, t.callers_off())) }
            },
            html! { a href={ "/admin/users/" (caller.person.id) } { bdi { (caller.person.user_name) } } },
            html! { div { bdi { (program(t, caller)) } br; bdi.mono { (caller.ip) } } },
            html! { (t.number(caller.calls)) },
            parts(t, &caller.parts),
            html! { (moment(t.ago(caller.last_seen_at_ms, cx.now_ms), rfc3339(caller.last_seen_at_ms))) },
        ]);
    }
    html! { (list) }
}

/// The token's name, or what lets the caller in.
fn name(t: Text, caller: &Caller) -> Markup {
    html! {
        @if caller.token_name.is_empty() { (words::kind(t, caller.kind)) } @else { bdi { (caller.token_name) } }
    }
}

/// The first word of what the program calls itself: mostly its name and version.
fn program(t: Text, caller: &Caller) -> String {
    let first = caller.user_agent.split_whitespace().next().unwrap_or_default();
    let shown: String = first.chars().take(PROGRAM_MAX).collect();
    if shown.is_empty() { t.callers_no_agent() } else { shown }
}

fn parts(t: Text, parts: &[LegacyPart]) -> Markup {
    html! {
        div {
            @if parts.is_empty() { (badge(Tone::Success, t.callers_nothing_to_change())) }
            @for part in parts.iter().take(NAMED_MAX) { (badge(Tone::Warning, words::part(t, *part))) " " }
            @if parts.len() > NAMED_MAX { "+" (t.number(i64::try_from(parts.len() - NAMED_MAX).unwrap_or(0))) }
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Done {
    done: String,
}

async fn show_one(cx: Cx, Path(id): Path<String>, Query(done): Query<Done>) -> WebResult {
    let (caller, calls, parts) = actions::find(&cx, &id).await?;
    let t = cx.text();
    let said = match done.done.as_str() {
        "off" => Some(t.callers_is_off_now()),
        "on" => Some(t.callers_is_on_now()),
        _ => None,
    };
    let title =
        if caller.token_name.is_empty() { words::kind(t, caller.kind) } else { caller.token_name.clone() };
    let view = admin::view(&cx, AdminPage::Callers, title.clone(), said);
    let reach = cx.require_reach(&caller.person.role).is_ok();
    Ok(view.page(html! {
        (page_header(title).lead(html! { bdi { (program(t, &caller)) } }))
        @if let Some(since_ms) = caller.off_at_ms {
            (notice(Tone::Warning, html! {
                (t.callers_off_since()) " " (moment(t.ago(since_ms, cx.now_ms), rfc3339(since_ms)))
            }))
        }
        (panel(facts(&cx, &caller)).title(t.callers_about()))
        (panel(advice(&cx, &parts)).title(t.callers_to_change()))
        (panel(called(&cx, &calls)).title(t.callers_called()).flush())
        @if reach { (panel(switch_form(t, view.csrf(), &caller)).title(t.callers_switch())) }
    }))
}

fn facts(cx: &Cx, caller: &Caller) -> Markup {
    let t = cx.text();
    let time = |at_ms| moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms));
    html! {
        (definitions()
            .row(t.callers_user(), html! {
                a href={ "/admin/users/" (caller.person.id) "/tokens" } { bdi { (caller.person.user_name) } }
            })
            .row(t.callers_let_in_by(), html! { (words::kind(t, caller.kind)) })
            .row(t.callers_address(), html! { bdi.mono { (caller.ip) } })
            .row(t.callers_agent(), html! { bdi { (caller.user_agent) } })
            .row(t.callers_calls(), html! { (t.number(caller.calls)) })
            .row(t.callers_first_seen(), html! { (time(caller.first_seen_at_ms)) })
            .row(t.callers_last_seen(), html! { (time(caller.last_seen_at_ms)) }))
    }
}

fn advice(cx: &Cx, parts: &[PartUse]) -> Markup {
    let t = cx.text();
    html! {
        @if parts.is_empty() { p { (t.callers_nothing_to_change_lead()) } }
        @for used in parts {
            (notice(Tone::Warning, html! {
                p { (said(&words::advice(t, used.part))) }
                p.hint {
                    (t.callers_used_in(used.calls)) " · "
                    (moment(t.ago(used.last_seen_at_ms, cx.now_ms), rfc3339(used.last_seen_at_ms)))
                }
            }).title(words::part(t, used.part)))
        }
    }
}

fn called(cx: &Cx, calls: &[Call]) -> Markup {
    let t = cx.text();
    let mut list = table(t.callers_called())
        .column(column(t.callers_call()))
        .column(column(t.callers_calls()).numeric())
        .column(column(t.callers_last_seen()));
    for call in calls {
        list = list.row([
            html! {
                @if call.route.is_empty() { (t.callers_no_route()) }
                @else { bdi.mono { (call.method) " " (call.route) } }
            },
            html! { (t.number(call.calls)) },
            html! { (moment(t.ago(call.last_seen_at_ms, cx.now_ms), rfc3339(call.last_seen_at_ms))) },
        ]);
    }
    html! { (list) }
}

fn switch_form(t: Text, csrf: &str, caller: &Caller) -> Markup {
    let is_off = caller.off_at_ms.is_some();
    html! {
        p { @if is_off { (t.callers_switch_on_lead()) } @else { (t.callers_switch_off_lead()) } }
        (form(format!("{HERE}/{}/switch", caller.id), csrf).inline().body(html! {
            (hidden("off", if is_off { "no" } else { "yes" }))
            @if is_off { (button(t.callers_switch_on()).primary()) }
            @else { (button(t.callers_switch_off()).danger()) }
        }))
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Switch {
    off: String,
}

async fn switch(cx: Cx, Path(id): Path<String>, Form(typed): Form<Switch>) -> WebResult {
    let off = typed.off == "yes";
    actions::set_off(&cx, &id, off).await?;
    Ok(see_other(&format!("{HERE}/{id}?done={}", if off { "off" } else { "on" })))
}
