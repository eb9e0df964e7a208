//! Admin > Background work: how much there is, and what failed.

use axum::{
    Router,
    extract::{Path, Query},
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::jobs::DeadJob;
use serde::Deserialize;

use super::actions;
use crate::{
    cx::Cx,
    text::rfc3339,
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        parts::{button, column, definitions, empty, form, link_button, moment, page_header, panel, table},
        see_other,
    },
};

const HERE: &str = AdminPage::BackgroundWork.path();

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().route(HERE, get(show)).route("/admin/background-work/{id}/retry", post(retry))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Done {
    done: String,
}

async fn show(cx: Cx, Query(asked): Query<Done>) -> WebResult {
    let (counts, failed) = actions::look(&cx).await?;
    let t = cx.text();
    let done = (asked.done == "retried").then(|| t.background_work_retried());
    let view = admin::view(&cx, AdminPage::BackgroundWork, t.background_work_title(), done);
    let facts = definitions()
        .row(t.background_work_waiting(), html! { (t.number(counts.waiting)) })
        .row(t.background_work_running(), html! { (t.number(counts.running)) })
        .row(t.background_work_failed(), html! { (t.number(counts.dead)) });
    let mut rows = table(t.background_work_failed())
        .column(column(t.background_work_what()))
        .column(column(t.background_work_why()))
        .column(column(t.background_work_tries()).numeric())
        .column(column(t.background_work_when()))
        .column(column(t.background_work_retry()).actions());
    for job in &failed {
        rows = rows.row(row(&cx, view.csrf(), job));
    }
    Ok(view.page(html! {
        (page_header(t.background_work_title()).lead(html! { (t.background_work_lead()) }))
        (panel(facts))
        @if failed.is_empty() { (empty(t.background_work_none(), t.background_work_none_lead())) }
        @else { (panel(rows).title(t.background_work_failed()).flush()) }
    }))
}

fn row(cx: &Cx, csrf: &str, job: &DeadJob) -> [Markup; 5] {
    let t = cx.text();
    [
        html! { (t.background_work_kind(job.kind.replace('.', "-"), &job.kind)) },
        html! { bdi.mono.long { (job.last_error.as_deref().unwrap_or_default()) } },
        html! { (t.number(job.attempts)) },
        html! { (moment(t.ago(job.finished_at_ms, cx.now_ms), rfc3339(job.finished_at_ms))) },
        html! {
            @if actions::is_mail(job) {
                (link_button(t.background_work_to_deliveries(), "/admin/email/deliveries?state=failed").small())
            } @else {
                (form(format!("/admin/background-work/{}/retry", job.id), csrf).inline().body(html! {
                    (button(t.background_work_retry()).small())
                }))
            }
        },
    ]
}

async fn retry(cx: Cx, Path(id): Path<String>, Form(()): Form<()>) -> WebResult {
    actions::retry(&cx, &id).await?;
    Ok(see_other(&format!("{HERE}?done=retried")))
}
