//! Embedding: whose pages may show ours, whose scripts may call the API, and which cookies travel.

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use seatwarden_base::{Refusal, Result};

use super::{Asked, Fields, Tab, buttons, differences, done, on, refused, show, view};
use crate::{
    accounts::security::{
        actions,
        model::{Change, Changes, Group},
    },
    cx::Cx,
    text::Text,
    web::{
        Embedding, Form, WebResult, field_error,
        parts::{CopyWords, button, code_block, field, form, panel, switch},
        problems,
    },
};

const TAB: Tab = Tab::Embedding;

pub(super) fn router() -> Router {
    Router::new().route(TAB.path(), get(open).post(save))
}

async fn open(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    page(&cx, None, None, None, &asked.done).await
}

async fn save(cx: Cx, Form(typed): Form<Fields>) -> WebResult {
    if typed.act() == "preview" {
        return match Group::checked(&read(&typed), &cx.config, cx.is_secure()) {
            Ok(wanted) => page(&cx, Some(&typed), None, Some(&wanted), "").await,
            Err(error) => {
                let refusal = refused(Err(error))?;
                page(&cx, Some(&typed), refusal.as_deref(), None, "").await
            }
        };
    }
    match refused(change(&cx, &typed).await)? {
        None => Ok(done(TAB, &typed)),
        Some(refusal) => page(&cx, Some(&typed), Some(&refusal), None, "").await,
    }
}

async fn change(cx: &Cx, typed: &Fields) -> Result<()> {
    let value = if typed.act() == "reset" { Embedding::default() } else { read(typed) };
    let embedding = Some(Change { value, version: typed.version() });
    actions::save(cx, Changes { embedding, ..Changes::default() }).await
}

fn read(typed: &Fields) -> Embedding {
    let lines = |name| typed.get(name).lines().map(str::to_owned).collect();
    Embedding {
        frame_ancestors: lines("frame_ancestors"),
        cors_origins: lines("cors_origins"),
        cors_credentials: typed.is_on("cors_credentials"),
        cross_site_cookies: typed.is_on("cross_site_cookies"),
    }
}

fn label(t: Text, name: &str) -> String {
    match name {
        "frame_ancestors" => t.security_frame_ancestors(),
        "cors_origins" => t.security_cors_origins(),
        "cors_credentials" => t.security_cors_credentials(),
        _ => t.security_cross_site_cookies(),
    }
}

async fn page(
    cx: &Cx,
    typed: Option<&Fields>,
    refusal: Option<&Refusal>,
    preview: Option<&Embedding>,
    done: &str,
) -> WebResult {
    let embedding = actions::read(cx).await?.embedding;
    let value = &embedding.value;
    let stored = Fields::of([
        ("frame_ancestors", value.frame_ancestors.join("\n")),
        ("cors_origins", value.cors_origins.join("\n")),
        ("cors_credentials", on(value.cors_credentials)),
        ("cross_site_cookies", on(value.cross_site_cookies)),
    ]);
    let t = cx.text();
    let shown = typed.unwrap_or(&stored);
    let view = view(cx, TAB, refusal, done);
    let body = html! {
        (differences(t, refusal, shown, &stored, |name| label(t, name)))
        (fields(t, shown, refusal))
        (headers(cx, preview.unwrap_or(value), preview.is_some()))
        (buttons(t, embedding.version))
    };
    let form = form(TAB.path(), view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(body);
    Ok(show(&view, TAB, &t.security_embedding_lead(), &html! { (panel(form)) }))
}

fn fields(t: Text, shown: &Fields, refusal: Option<&Refusal>) -> Markup {
    html! {
        (field("frame_ancestors", label(t, "frame_ancestors")).text_area(4).value(shown.get("frame_ancestors"))
            .hint(t.security_frame_ancestors_hint()).error(field_error(t, refusal, "frameAncestors")))
        (field("cors_origins", label(t, "cors_origins")).text_area(4).value(shown.get("cors_origins"))
            .hint(t.security_cors_origins_hint()).error(field_error(t, refusal, "corsOrigins")))
        (switch("cors_credentials", label(t, "cors_credentials")).checked(shown.is_on("cors_credentials"))
            .hint(t.security_cors_credentials_hint()).error(field_error(t, refusal, "corsCredentials")))
        (switch("cross_site_cookies", label(t, "cross_site_cookies")).checked(shown.is_on("cross_site_cookies"))
            .hint(t.security_cross_site_cookies_hint()).error(field_error(t, refusal, "crossSiteCookies")))
    }
}

/// The headers as they are sent, or as they would be.
fn headers(cx: &Cx, embedding: &Embedding, is_preview: bool) -> Markup {
    let t = cx.text();
    let lines: Vec<String> = embedding
        .preview(cx.is_secure())
        .into_iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    let title = if is_preview { t.security_headers_preview() } else { t.security_headers_now() };
    let words = CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() };
    html! {
        div.aside {
            (code_block("headers", title, lines.join("\n"), words))
            div.actions { (button(t.security_preview()).sends("act", "preview").small()) }
        }
    }
}
