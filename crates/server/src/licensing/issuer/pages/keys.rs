//! The keys that sign license files, and the newest bulletin. What changes them is done on the host, beside the roots.

use axum::{Router, routing::get};
use maud::html;

use crate::{
    cx::Cx,
    licensing::signing_keys::{self, Standing},
    text::rfc3339,
    web::{
        WebResult,
        issuer::{IssuerPage, view},
        parts::{CopyWords, Icon, Tone, badge, code_block, column, empty, moment, page_header, panel, table},
    },
};

/// How the keys are rotated.
const ROTATE: &str = "seatwarden license keys rotate";

pub(super) fn router() -> Router {
    Router::new().route("/issuer/keys", get(show))
}

async fn show(cx: Cx) -> WebResult {
    let keys = signing_keys::list(&cx).await?;
    let (number, _) = signing_keys::bulletin(&cx).await?;
    let t = cx.text();
    let view = view(&cx, IssuerPage::Keys, t.issuer_keys(), None);
    let mut rows = table(t.issuer_keys())
        .column(column(t.issuer_key()))
        .column(column(t.issuer_state()))
        .column(column(t.portal_valid_from()))
        .column(column(t.portal_expiration()));
    for listed in &keys {
        let (tone, word) = match listed.standing {
            Standing::Valid => (Tone::Success, t.issuer_key_valid()),
            Standing::Waiting => (Tone::Info, t.issuer_key_waiting()),
            Standing::Expired => (Tone::Plain, t.issuer_key_expired()),
            Standing::Revoked => (Tone::Danger, t.issuer_key_revoked()),
        };
        let day = |at_ms: i64| html! { (moment(t.date(at_ms), rfc3339(at_ms))) };
        rows = rows.row([
            html! { code dir="ltr" { (listed.key.kid) } },
            html! { (badge(tone, word)) },
            html! { @if let Some((from, _)) = listed.valid_ms { (day(from)) } },
            html! { @if let Some((_, until)) = listed.valid_ms { (day(until)) } },
        ]);
    }
    let words = CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() };
    Ok(view.page(html! {
        (page_header(t.issuer_keys()).lead(html! { (t.issuer_keys_lead()) }))
        @if keys.is_empty() { (empty(t.issuer_no_keys(), t.issuer_no_keys_lead()).icon(Icon::Key)) }
        @else { (panel(rows).flush()) }
        (panel(html! {
            p { (t.issuer_bulletin(i64::try_from(number).unwrap_or(i64::MAX))) }
            p { (t.issuer_rotate_lead()) }
            (code_block("rotate", t.issuer_rotate(), ROTATE, words))
        }).title(t.issuer_rotate()))
    }))
}
