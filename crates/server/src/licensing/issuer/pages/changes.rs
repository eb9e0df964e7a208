//! Changes that wait for a second person.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Refusal, Result};
use serde::Deserialize;

use super::terms::difference_table;
use crate::{
    cx::{Cx, Permission},
    licensing::{
        packages::{self, ChangeRequest, Package, RequestState},
        portal::pages::shown_here,
    },
    text::rfc3339,
    web::{
        Form, NOT_FOUND, WebResult,
        issuer::{IssuerPage, view},
        parts::{Icon, Tone, button, empty, form, moment, notice, page_header, panel},
        see_other,
    },
};

/// For how long, in milliseconds, and how many changes are shown that were overtaken.
const SHOWN_MS: i64 = 30 * 24 * 3_600_000;
const SHOWN_MAX: usize = 20;

pub(super) fn router() -> Router {
    Router::new().route("/issuer/changes", get(list)).route("/issuer/changes/{id}/{act}", post(decide))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    Ok(page(&cx, &asked.done, None).await?)
}

async fn decide(cx: Cx, Path((id, act)): Path<(String, String)>, Form(()): Form<()>) -> WebResult {
    let done = match act.as_str() {
        "approve" => packages::approve(&cx, &id).await.map(drop),
        "reject" => packages::reject(&cx, &id).await,
        _ => {
            cx.require(Permission::LicensesRead)?;
            return Err(NOT_FOUND.into());
        }
    };
    match shown_here(done)? {
        Ok(()) => Ok(see_other(&format!("/issuer/changes?done={act}"))),
        Err(refusal) => Ok(page(&cx, "", Some(&refusal)).await?),
    }
}

async fn page(cx: &Cx, done: &str, refusal: Option<&Refusal>) -> Result<Response> {
    let open = in_state(cx, RequestState::Open).await?;
    let mut overtaken = in_state(cx, RequestState::Overtaken).await?;
    overtaken.retain(|(_, request)| request.decided_at_ms.is_some_and(|at_ms| at_ms > cx.now_ms - SHOWN_MS));
    overtaken.truncate(SHOWN_MAX);
    let t = cx.text();
    let done = match done {
        "approve" => Some(t.issuer_done_approved()),
        "reject" => Some(t.issuer_done_rejected()),
        _ => None,
    };
    let view = view(cx, IssuerPage::Changes, t.issuer_changes(), done).refused(refusal);
    Ok(view.page(html! {
        (page_header(t.issuer_changes()).lead(html! { (t.issuer_changes_lead()) }))
        @if let Some(refusal) = refusal {
            @let (message, next) = t.refusal(refusal);
            (notice(Tone::Danger, html! { p { (message) } @if let Some(next) = next { p { (next) } } }))
        }
        @if open.is_empty() { (empty(t.issuer_no_changes(), t.issuer_no_changes_lead()).icon(Icon::Check)) }
        @for (package, request) in &open { (one(cx, package, request, view.csrf())) }
        @if !overtaken.is_empty() {
            (panel(html! {
                ul { @for (package, request) in &overtaken { li { (overtaken_line(cx, package, request)) } } }
            }).title(t.issuer_overtaken()).lead(html! { (t.issuer_overtaken_lead()) }))
        }
    }))
}

/// The changes in a state, each with its package.
async fn in_state(cx: &Cx, state: RequestState) -> Result<Vec<(Package, ChangeRequest)>> {
    let mut found = Vec::new();
    for request in packages::list_requests(cx, state, "").await? {
        found.push((packages::find(cx, &request.package_id).await?, request));
    }
    Ok(found)
}

/// A change that waits no more: of which license, who asked for it and why, and what overtook it when.
fn overtaken_line(cx: &Cx, package: &Package, request: &ChangeRequest) -> Markup {
    let at_ms = request.decided_at_ms.unwrap_or(request.created_at_ms);
    html! {
        a href=(format!("/issuer/packages/{}", package.id)) { bdi { (package.terms.name) } }
        " · " bdi { (request.author) } " · " bdi { (request.reason) }
        span.quiet-line {
            bdi { (request.decided_by) } " · " (moment(cx.text().ago(at_ms, cx.now_ms), rfc3339(at_ms)))
        }
    }
}

fn one(cx: &Cx, package: &Package, request: &ChangeRequest, csrf: &str) -> Markup {
    let t = cx.text();
    let is_own = cx.person().is_ok_and(|person| request.author_id.as_ref() == Some(&person.id));
    let path = |act: &str| format!("/issuer/changes/{}/{act}", request.id);
    let lead = html! {
        bdi { (request.author) } " · " (moment(t.ago(request.created_at_ms, cx.now_ms), rfc3339(request.created_at_ms)))
    };
    html! {
        (panel(html! {
            p { bdi { (request.reason) } }
            (difference_table(t, &package.terms, &request.terms))
            div.actions {
                @if cx.may(Permission::LicensesApprove) && !is_own {
                    (form(path("approve"), csrf).inline().body(html! { (button(t.issuer_approve()).primary()) }))
                }
                @if is_own {
                    p.quiet-line { (t.issuer_own_change()) }
                    (form(path("reject"), csrf).inline().body(html! { (button(t.issuer_take_back())) }))
                } @else {
                    (form(path("reject"), csrf).inline().body(html! { (button(t.issuer_reject())) }))
                }
            }
        }).title(package.terms.name.as_str()).lead(lead))
    }
}
