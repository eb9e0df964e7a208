//! An act on many users while a job does it, and what became of it.

use axum::{
    Router,
    extract::Path,
    http::{HeaderName, HeaderValue},
    routing::{get, post},
};
use maud::{Markup, Render, html};

use super::{
    super::{Act, ActState, LongAct, actions::way_back, find_act, list_acts, stop_act},
    list::HERE,
    list_bulk::{label_of, stay, told_done, unchanged},
};
use crate::{
    cx::Cx,
    text::{Text, by_whom},
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        parts::{
            Tone, badge, button, column, empty, form, hidden, link_button, notice, page_header, panel,
            progress, table,
        },
        see_other,
    },
};

/// How often a browser looks again while the job is at work, in seconds. A header, so that it needs no script.
const LOOKS_AGAIN: &str = "3";
const REFRESH: HeaderName = HeaderName::from_static("refresh");

pub(super) fn router() -> Router {
    Router::new()
        .route("/admin/users/acts", get(list))
        .route("/admin/users/acts/{id}", get(show))
        .route("/admin/users/acts/{id}/stop", post(stop))
}

/// Where an act is looked at.
pub(super) fn address(id: &str) -> String {
    format!("{HERE}/acts/{id}")
}

/// Where the latest acts are listed.
pub(super) const ACTS: &str = "/admin/users/acts";

/// The latest acts on many users.
async fn list(cx: Cx) -> WebResult {
    cx.require(AdminPage::Users.permission())?;
    let acts = list_acts(&cx).await?;
    let t = cx.text();
    let view = admin::view(&cx, AdminPage::Users, t.users_list_acts(), None);
    let mut rows = table(t.users_list_acts())
        .column(column(t.users_list_act_what()))
        .column(column(t.users_list_act_by()))
        .column(column(t.users_list_act_at()))
        .column(column(t.users_list_state()))
        .column(column(t.users_list_act_changed()).numeric())
        .column(column(t.users_list_act_left_out()).numeric());
    for act in &acts {
        rows = rows.row([
            html! { a href=(address(&act.id)) { (label_of(t, act.act.word())) } },
            html! { bdi { (by_whom(t, &act.actor_name)) } },
            html! { (t.ago(act.created_at_ms, cx.now_ms)) },
            html! { (state_of(t, act)) },
            html! { (t.number(act.changed)) },
            html! { (t.number(act.refused)) },
        ]);
    }
    Ok(view.page(html! {
        (page_header(t.users_list_acts()).lead(html! { (t.users_list_acts_lead()) }))
        @if acts.is_empty() { (empty(t.users_list_acts_none(), t.users_list_acts_none_lead())) } @else { (rows) }
        div.actions { (link_button(t.users_list_back(), HERE)) }
    }))
}

fn state_of(t: Text, act: &LongAct) -> Markup {
    match act.state {
        ActState::Running => badge(Tone::Info, t.users_list_act_running()).render(),
        ActState::Done => badge(Tone::Success, t.users_list_act_done()).render(),
        ActState::Stopped => badge(Tone::Warning, t.users_list_act_is_stopped()).render(),
    }
}

async fn stop(cx: Cx, Path(id): Path<String>, Form(()): Form<()>) -> WebResult {
    let act = stop_act(&cx, &id).await?;
    Ok(see_other(&address(&act.id)))
}

async fn show(cx: Cx, Path(id): Path<String>) -> WebResult {
    cx.require(AdminPage::Users.permission())?;
    let act = find_act(&cx, &id).await?;
    let t = cx.text();
    let label = label_of(t, act.act.word());
    let view = admin::view(&cx, AdminPage::Users, label.clone(), None);
    let back = link_button(t.users_list_back(), HERE);
    if act.state != ActState::Running {
        let way_back = way_back(&cx, &act).await?;
        return Ok(view.page(html! {
            (page_header(label.as_str()))
            (panel(outcome(t, &act)))
            div.actions {
                (back)
                @if let Some((way_back, count)) = way_back { (take_back(t, view.csrf(), &way_back, count)) }
                (link_button(t.users_list_acts(), ACTS).quiet())
            }
        }));
    }
    let steps = |number: i64| u64::try_from(number).unwrap_or_default();
    let told = t.users_list_act_progress(t.number(act.position), t.number(act.total));
    let mut response = view.page(html! {
        (page_header(label.as_str()))
        (panel(html! {
            (progress("done", t.import_progress(), told).done(steps(act.position), steps(act.total)))
            p { (t.import_progress_lead()) }
            div.actions {
                (link_button(t.import_look_again(), address(&act.id)))
                @if cx.may(act.act.permission()) {
                    (form(format!("{}/stop", address(&act.id)), view.csrf()).inline()
                        .body(button(t.users_list_act_stop()).danger()))
                }
                (back)
            }
        }))
    });
    response.headers_mut().insert(REFRESH, HeaderValue::from_static(LOOKS_AGAIN));
    Ok(response)
}

/// Asks for the way back; what it would do is shown first.
fn take_back(t: Text, csrf: &str, way_back: &Act, count: i64) -> Markup {
    let label = match way_back {
        Act::BringBack(_) => t.users_list_act_bring_these_back(count),
        _ => t.users_list_act_undo(),
    };
    html! {
        (form("/admin/users/bulk", csrf).inline().body(html! {
            (hidden("act", way_back.word())) (hidden("of", way_back.target()))
            (button(label))
        }))
    }
}

fn outcome(t: Text, act: &LongAct) -> Markup {
    let number = |count: i64| usize::try_from(count).unwrap_or_default();
    let tone = if act.state == ActState::Stopped { Tone::Danger } else { Tone::Success };
    let is_back = matches!(act.act, Act::BringBack(_));
    let (changed, refused) = (number(act.changed), number(act.refused));
    html! {
        (notice(tone, html! {
            @if let Some(why) = &act.why { p { (t.users_list_act_stopped(t.number(act.position), t.number(act.total))) " " (t.kept_refusal(why).0) } }
            p { (told_done(t, act.act.word(), (changed, refused))) }
            @if act.unchanged > 0 { p { (unchanged(t, &act.act, number(act.unchanged))) } }
        }))
        @if !act.reasons.is_empty() {
            details open {
                summary { (t.users_list_bulk_reasons(act.reasons.len())) }
                ul { @for (name, why) in &act.reasons { li { bdi { (name) } ": " (t.kept_refusal(why).0) } } }
            }
        }
        @if is_back && act.refused > 0 { (stay(t)) }
    }
}
