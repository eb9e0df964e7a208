//! An act on many users while a job does it, and what became of it.

use axum::{
    Router,
    extract::Path,
    http::{HeaderName, HeaderValue},
    routing::get,
};
use maud::{Markup, html};

use super::{
    super::{ActState, LongAct, find_act},
    list::HERE,
    list_bulk::label_of,
};
use crate::{
    cx::Cx,
    text::Text,
    web::{
        WebResult,
        admin::{self, AdminPage},
        parts::{Tone, link_button, notice, page_header, panel, progress},
    },
};

/// How often a browser looks again while the job is at work, in seconds. A header, so that it needs no script.
const LOOKS_AGAIN: &str = "3";
const REFRESH: HeaderName = HeaderName::from_static("refresh");

pub(super) fn router() -> Router {
    Router::new().route("/admin/users/acts/{id}", get(show))
}

/// Where an act is looked at.
pub(super) fn address(id: &str) -> String {
    format!("{HERE}/acts/{id}")
}

async fn show(cx: Cx, Path(id): Path<String>) -> WebResult {
    cx.require(AdminPage::Users.permission())?;
    let act = find_act(&cx, &id).await?;
    let t = cx.text();
    let label = label_of(t, act.act.word());
    let view = admin::view(&cx, AdminPage::Users, label.clone(), None);
    let back = link_button(t.users_list_back(), HERE);
    if act.state != ActState::Running {
        return Ok(view.page(html! {
            (page_header(label.as_str()))
            (panel(outcome(t, &act)))
            div.actions { (back) }
        }));
    }
    let steps = |number: i64| u64::try_from(number).unwrap_or_default();
    let told = t.users_list_act_progress(t.number(act.position), t.number(act.total));
    let mut response = view.page(html! {
        (page_header(label.as_str()))
        (panel(html! {
            (progress("done", t.import_progress(), told).done(steps(act.position), steps(act.total)))
            p { (t.import_progress_lead()) }
            div.actions { (link_button(t.import_look_again(), address(&act.id))) (back) }
        }))
    });
    response.headers_mut().insert(REFRESH, HeaderValue::from_static(LOOKS_AGAIN));
    Ok(response)
}

fn outcome(t: Text, act: &LongAct) -> Markup {
    let number = |count: i64| usize::try_from(count).unwrap_or_default();
    let tone = if act.state == ActState::Stopped { Tone::Danger } else { Tone::Success };
    html! {
        (notice(tone, html! {
            @if let Some(why) = &act.why { p { (t.users_list_act_stopped(t.number(act.position), t.number(act.total))) " " (t.kept_refusal(why).0) } }
            p { (t.users_list_bulk_done(number(act.changed), number(act.refused))) }
            @if act.unchanged > 0 { p { (t.users_list_bulk_unchanged(act.unchanged)) } }
        }))
        @if !act.reasons.is_empty() {
            details open {
                summary { (t.users_list_bulk_reasons(act.reasons.len())) }
                ul { @for (name, why) in &act.reasons { li { bdi { (name) } ": " (t.kept_refusal(why).0) } } }
            }
        }
    }
}
