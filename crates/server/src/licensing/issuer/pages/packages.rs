//! Issuing a package, and one package with its servers, its history of terms and what can be done.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Refusal, Result};
use serde::Deserialize;

use super::terms::{Typed, fields};
use crate::{
    cx::{Cx, Permission},
    licensing::{
        activations, organisations,
        packages::{self, Changed, Kind, NewPackage, Package, Revision},
        portal::pages::{
            activations_meter, difference_lines, displaced_panel, servers_table, shown_here, standing_tone,
            standing_word,
        },
    },
    text::rfc3339,
    web::{
        Form, NOT_FOUND, WebResult,
        issuer::{IssuerPage, view},
        parts::{
            Tone, badge, button, event, field, form, hidden, link_button, moment, notice, page_header, panel,
            timeline,
        },
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/issuer/customers/{id}/new-package", get(ask).post(issue))
        .route("/issuer/packages/{code}", get(show).post(change))
        .route("/issuer/packages/{code}/act", post(act))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    r#type: String,
}

async fn ask(cx: Cx, Path(id): Path<String>, Query(wanted): Query<Wanted>) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let is_trial = Kind::of_word(&wanted.r#type) == Some(Kind::Trial);
    let typed = if is_trial { Typed::trial(cx.now_ms) } else { Typed::blank(cx.now_ms) };
    Ok(new_page(&cx, &id, &typed, None).await?)
}

async fn issue(cx: Cx, Path(id): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let new = NewPackage {
        organisation_id: id.clone(),
        code: typed.code.clone(),
        terms: typed.terms(cx.now_ms),
        reason: typed.reason.clone(),
    };
    match shown_here(packages::issue(&cx, new).await)? {
        Ok(package) => Ok(see_other(&format!("/issuer/packages/{}?done=issued", package.code))),
        Err(refusal) => Ok(new_page(&cx, &id, &typed, Some(&refusal)).await?),
    }
}

async fn new_page(cx: &Cx, id: &str, typed: &Typed, refusal: Option<&Refusal>) -> Result<Response> {
    let organisation = organisations::find(cx, id).await?;
    let t = cx.text();
    let title = t.issuer_issue_for(organisation.name);
    let view = view(cx, IssuerPage::Customers, title.clone(), None).refused(refusal);
    let action = format!("/issuer/customers/{id}/new-package");
    let code_error = crate::web::field_error(t, refusal, "code");
    let body = html! {
        (field("code", t.portal_code()).value(typed.code.as_str()).max_length(64).hint(t.issuer_code_hint())
            .error(code_error))
        (fields(cx, typed, refusal))
        div.actions {
            (button(t.issuer_issue()).primary())
            (link_button(t.web_cancel(), format!("/issuer/customers/{id}")).quiet())
        }
    };
    Ok(view.page(html! {
        (page_header(title))
        (panel(form(action, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(body)))
    }))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn show(cx: Cx, Path(code): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    let package = staff_finds(&cx, &code).await?;
    let typed = Typed::of(&package.terms, package.revision);
    Ok(page(&cx, &package, &typed, None, &asked.done).await?)
}

async fn staff_finds(cx: &Cx, code: &str) -> Result<Package> {
    cx.require(Permission::LicensesRead)?;
    packages::find(cx, code).await
}

async fn change(cx: Cx, Path(code): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    let package = staff_finds(&cx, &code).await?;
    let wish = typed.change(Some(&package.terms));
    let done = packages::change(&cx, &package.id, typed.revision, wish, &typed.reason).await;
    match shown_here(done)? {
        Ok(done) => Ok(after(&package, &done)),
        Err(refusal) => Ok(page(&cx, &package, &typed, Some(&refusal), "").await?),
    }
}

/// Where one is led after a change, made or waiting.
fn after(package: &Package, changed: &Changed) -> Response {
    let word = match changed {
        Changed::Done(_) => "changed",
        Changed::Nothing(_) => "unchanged",
        Changed::Waits(_) => "waits",
    };
    see_other(&format!("/issuer/packages/{}?done={word}", package.code))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Act {
    act: String,
    reason: String,
}

async fn act(cx: Cx, Path(code): Path<String>, Form(act): Form<Act>) -> WebResult {
    let package = staff_finds(&cx, &code).await?;
    let done = match act.act.as_str() {
        "suspend" => packages::suspend(&cx, &package.id, &act.reason).await,
        "resume" => packages::resume(&cx, &package.id, &act.reason).await,
        "revoke" => packages::revoke(&cx, &package.id, &act.reason).await,
        "reset" => {
            let done = shown_here(activations::reset(&cx, &package.id, true).await)?;
            return match done {
                Ok(_) => Ok(see_other(&format!("/issuer/packages/{}?done=reset", package.code))),
                Err(refusal) => Err(refusal.into()),
            };
        }
        _ => return Err(NOT_FOUND.into()),
    };
    match shown_here(done)? {
        Ok(done) => Ok(after(&package, &done)),
        Err(refusal) => {
            let typed = Typed::of(&package.terms, package.revision);
            Ok(page(&cx, &package, &typed, Some(&refusal), "").await?)
        }
    }
}

async fn page(
    cx: &Cx,
    package: &Package,
    typed: &Typed,
    refusal: Option<&Refusal>,
    done: &str,
) -> Result<Response> {
    let servers = activations::servers(cx, &package.id, "").await?;
    let displaced = activations::displaced(cx, &package.id).await?;
    let usage = activations::usage(cx, &package.id).await?;
    let revisions = packages::revisions(cx, &package.id).await?;
    let organisation = organisations::find(cx, &package.organisation_id).await?;
    let t = cx.text();
    let done = match done {
        "issued" => Some(t.issuer_done_issued()),
        "changed" => Some(t.issuer_done_changed()),
        "unchanged" => Some(t.issuer_done_unchanged()),
        "reset" => Some(t.portal_done_reset()),
        _ => None,
    };
    let waits = cx.request.here.ends_with("done=waits");
    let standing = package.terms.standing(cx.now_ms);
    let view = view(cx, IssuerPage::Customers, package.terms.name.clone(), done).refused(refusal);
    let manages = cx.may(Permission::LicensesManage);
    Ok(view.page(html! {
        (page_header(package.terms.name.as_str()).lead(html! {
            (badge(standing_tone(standing), standing_word(t, standing))) " " bdi { (package.code) } " · "
            a href=(format!("/issuer/customers/{}", organisation.id)) { bdi { (organisation.name) } }
        }).actions(html! {
            @if manages && package.terms.kind == Kind::Trial {
                (link_button(t.issuer_trial_extend_or_convert(), format!("/issuer/trials/{}", package.code)).primary())
            }
        }))
        @if waits {
            (notice(Tone::Info, html! { p { (t.issuer_waits()) } })
                .action(link_button(t.issuer_changes(), "/issuer/changes").small()))
        }
        (panel(activations_meter(cx, package, usage)))
        @if !servers.is_empty() {
            (panel(servers_table(cx, &servers, |_| Markup::default())).title(t.portal_servers()).flush())
        }
        (displaced_panel(cx, &displaced))
        @if manages {
            (panel(form(format!("/issuer/packages/{}", package.code), view.csrf())
                .problems(t.web_problems(), problems(t, refusal)).body(html! {
                    (hidden("revision", package.revision.to_string()))
                    (fields(cx, typed, refusal))
                    div.actions { (button(t.issuer_change()).primary()) }
                })).title(t.issuer_change()).lead(html! { (t.issuer_change_lead()) }))
            (acts(cx, package, view.csrf()))
        }
        (panel(history(cx, &revisions)).title(t.issuer_revisions()))
    }))
}

fn acts(cx: &Cx, package: &Package, csrf: &str) -> Markup {
    let t = cx.text();
    let body = html! {
        (field("reason", t.issuer_reason()).max_length(300).id("act-reason"))
        div.actions {
            (button(t.issuer_suspend()).sends("act", "suspend"))
            (button(t.issuer_resume()).sends("act", "resume"))
            (button(t.issuer_reset()).sends("act", "reset"))
            (button(t.issuer_revoke()).sends("act", "revoke").danger())
        }
    };
    html! {
        (panel(form(format!("/issuer/packages/{}/act", package.code), csrf).body(body)).title(t.issuer_acts()).danger())
    }
}

fn history(cx: &Cx, revisions: &[Revision]) -> Markup {
    let t = cx.text();
    let mut line = timeline();
    for (index, revision) in revisions.iter().enumerate().rev() {
        let at = moment(t.ago(revision.at_ms, cx.now_ms), rfc3339(revision.at_ms));
        let before = index.checked_sub(1).and_then(|before| revisions.get(before));
        let by = if revision.approver.is_empty() {
            revision.author.clone()
        } else {
            t.issuer_by_two(revision.author.clone(), revision.approver.clone())
        };
        let detail = html! {
            bdi { (by) }
            @if let Some(before) = before { (difference_lines(t, &before.terms, &revision.terms)) }
        };
        let title = t.issuer_revision(revision.number, revision.reason.clone());
        line = line.event(event(html! { bdi { (title) } }, at).detail(detail));
    }
    html! { (line) }
}
