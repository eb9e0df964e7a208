//! Reset Activations: first what it does to each server, then the deed.

use axum::{Router, extract::Path, response::Response, routing::get};
use maud::html;
use seatwarden_base::Refusal;
use serde::Deserialize;

use super::{fate_word, opened, path_of, shown_here, view, words::when};
use crate::{
    cx::Cx,
    licensing::{
        activations::{self, Fate, Preview},
        packages::Package,
    },
    web::{
        Form, WebResult,
        parts::{Tone, badge, button, column, form, hidden, link_button, notice, page_header, panel, table},
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/portal/packages/{code}/reset", get(ask).post(do_it))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Answer {
    confirmed: String,
}

async fn ask(cx: Cx, Path(code): Path<String>) -> WebResult {
    let (package, _) = opened(&cx, &code).await?;
    let preview = activations::preview(&cx, &package.id).await?;
    Ok(page(&cx, &package, &preview, None))
}

async fn do_it(cx: Cx, Path(code): Path<String>, Form(answer): Form<Answer>) -> WebResult {
    let (package, _) = opened(&cx, &code).await?;
    let refusal = if answer.confirmed == "yes" {
        match shown_here(activations::reset(&cx, &package.id, false).await)? {
            Ok(_) => return Ok(see_other(&format!("{}?done=reset", path_of(&package)))),
            Err(refusal) => Some(refusal),
        }
    } else {
        None
    };
    let preview = activations::preview(&cx, &package.id).await?;
    Ok(page(&cx, &package, &preview, refusal.as_ref()))
}

fn page(cx: &Cx, package: &Package, preview: &Preview, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let path = path_of(package);
    let title = t.portal_reset_title(package.terms.name.clone());
    let view = view(cx, title.clone(), None).refused(refusal);
    let mut rows = table(title.clone())
        .column(column(t.portal_server()))
        .column(column(t.portal_last_seen()))
        .column(column(t.portal_after_reset()));
    for (server, fate) in &preview.servers {
        let tone = if *fate == Fate::Contends { Tone::Warning } else { Tone::Plain };
        rows = rows.row([
            html! { bdi { (server.name) } },
            when(cx, server.last_seen_at_ms),
            html! { @if tone == Tone::Warning { (badge(tone, t.portal_attention())) " " } (fate_word(t, server, *fate)) },
        ]);
    }
    let body = html! {
        (hidden("confirmed", "yes"))
        div.actions {
            @if preview.possible_at_ms.is_none() { (button(t.portal_reset()).danger()) }
            (link_button(t.web_cancel(), path.as_str()))
        }
    };
    view.page(html! {
        (page_header(title).lead(html! { (t.portal_reset_lead(preview.used_before, preview.used_after)) }))
        @if let Some(at_ms) = preview.possible_at_ms {
            (notice(Tone::Warning, html! { p { (t.portal_reset_later(t.date_time(at_ms))) } }))
        }
        @if preview.servers.is_empty() { (notice(Tone::Info, html! { p { (t.portal_reset_nothing()) } })) }
        @else { (panel(rows).flush()) }
        @if preview.more > 0 { p { (t.portal_reset_more(preview.more)) } }
        (panel(html! {
            p { (t.portal_reset_milder()) }
            (form(format!("{path}/reset"), view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(body))
        }))
    })
}
