//! Releases: drafting, adding files, publishing, withdrawing.

use axum::{
    Router,
    extract::{Path, Query, Request},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Refusal, Result};
use serde::Deserialize;

use crate::{
    cx::{Cx, Permission},
    licensing::{
        downloads::{self, NewRelease, Release, ReleaseState},
        portal::pages::shown_here,
    },
    text::{Text, rfc3339},
    web::{
        Form, NOT_FOUND, Streamed, WebResult, field_error,
        issuer::{IssuerPage, view},
        parts::{
            Icon, Tone, badge, button, column, empty, field, form, hidden, moment, page_header, panel, table,
        },
        problems, see_other,
    },
};

/// Where releases are.
const HERE: &str = "/issuer/releases";

pub(super) fn router() -> Router {
    Router::new()
        .route(HERE, get(list).post(create))
        .route("/issuer/releases/files", post(add_file))
        .route("/issuer/releases/{id}/{act}", post(act))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    Ok(page(&cx, &Typed::default(), None, &asked.done).await?)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    version: String,
    notes: String,
    entitlement: String,
}

async fn create(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let new = NewRelease {
        version: typed.version.clone(),
        notes: typed.notes.clone(),
        entitlement: typed.entitlement.clone(),
    };
    match shown_here(downloads::create(&cx, &new).await)? {
        Ok(_) => Ok(see_other(&format!("{HERE}?done=drafted"))),
        Err(refusal) => Ok(page(&cx, &typed, Some(&refusal), "").await?),
    }
}

async fn add_file(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let mut form = Streamed::open(&cx, request).await?;
    let release = form.text("release").await?;
    let (name, file) = form.file("file").await?;
    // Some browsers send where the file lay.
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    match shown_here(downloads::add_file(&cx, &release, name, file).await)? {
        Ok(_) => Ok(see_other(&format!("{HERE}?done=file"))),
        Err(refusal) => Ok(page(&cx, &Typed::default(), Some(&refusal), "").await?),
    }
}

async fn act(cx: Cx, Path((id, act)): Path<(String, String)>, Form(()): Form<()>) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let done = match act.as_str() {
        "publish" => downloads::publish(&cx, &id).await,
        "withdraw" => downloads::withdraw(&cx, &id).await,
        _ => return Err(NOT_FOUND.into()),
    };
    match shown_here(done)? {
        Ok(()) => Ok(see_other(&format!("{HERE}?done={act}"))),
        Err(refusal) => Ok(page(&cx, &Typed::default(), Some(&refusal), "").await?),
    }
}

async fn page(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>, done: &str) -> Result<Response> {
    let releases = downloads::list_all(cx).await?;
    let t = cx.text();
    let done = match done {
        "drafted" => Some(t.issuer_done_drafted()),
        "file" => Some(t.issuer_done_file()),
        "publish" => Some(t.issuer_done_published()),
        "withdraw" => Some(t.issuer_done_withdrawn()),
        _ => None,
    };
    let view = view(cx, IssuerPage::Releases, t.issuer_releases(), done).refused(refusal);
    let manages = cx.may(Permission::LicensesManage);
    let fields = html! {
        (field("version", t.issuer_version()).value(typed.version.as_str()).max_length(40).required()
            .error(field_error(t, refusal, "version")))
        (field("notes", t.issuer_notes()).text_area(4).value(typed.notes.as_str()).max_length(4_000)
            .error(field_error(t, refusal, "notes")))
        (field("entitlement", t.issuer_needs()).value(typed.entitlement.as_str()).max_length(64)
            .hint(t.issuer_needs_hint()))
        div.actions { (button(t.issuer_draft()).primary()) }
    };
    Ok(view.page(html! {
        (page_header(t.issuer_releases()).lead(html! { (t.issuer_releases_lead()) }))
        @if manages {
            (panel(form(HERE, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(fields))
                .title(t.issuer_draft()))
        }
        @if releases.is_empty() { (empty(t.issuer_no_releases(), t.issuer_no_releases_lead()).icon(Icon::Download)) }
        @for release in &releases { (one(t, release, manages, view.csrf())) }
    }))
}

fn one(t: Text, release: &Release, manages: bool, csrf: &str) -> Markup {
    let (tone, word) = match release.state {
        ReleaseState::Draft => (Tone::Warning, t.issuer_state_draft()),
        ReleaseState::Published => (Tone::Success, t.issuer_state_published()),
        ReleaseState::Withdrawn => (Tone::Plain, t.issuer_state_withdrawn()),
    };
    let mut rows =
        table(release.version.as_str()).column(column(t.issuer_file())).column(column(t.downloads_sha256()));
    for file in &release.files {
        rows = rows.row([
            html! { a href=(format!("/portal/downloads/{}", file.id)) { bdi { (file.file_name) } } },
            html! { code dir="ltr" { (file.sha256) } },
        ]);
    }
    let act = |word: &str, label: String| {
        let action = format!("{HERE}/{}/{word}", release.id);
        html! { (form(action, csrf).inline().body(html! { (button(label)) })) }
    };
    let upload = html! {
        (hidden("release", release.id.as_str()))
        (field("file", t.issuer_file()).file().id(format!("file-{}", release.id)))
        div.actions { (button(t.issuer_add_file())) }
    };
    let lead = html! {
        (badge(tone, word))
        @if let Some(at_ms) = release.published_at_ms { " " (moment(t.date(at_ms), rfc3339(at_ms))) }
    };
    html! {
        (panel(html! {
            @for line in release.notes.lines() { p { bdi { (line) } } }
            @if !release.files.is_empty() { (rows) }
            @if manages && release.state == ReleaseState::Draft {
                (form("/issuer/releases/files", csrf).with_files().body(upload))
                @if !release.files.is_empty() { (act("publish", t.issuer_publish())) }
            }
            @if manages && release.state == ReleaseState::Published { (act("withdraw", t.issuer_withdraw())) }
        }).title(release.version.as_str()).lead(lead))
    }
}
