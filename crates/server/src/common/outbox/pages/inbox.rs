//! The inbox of the demo: mails that were kept instead of sent.

use axum::{
    Router,
    extract::Path,
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use maud::html;
use seatwarden_base::mail::Inbox;

use crate::{
    cx::Cx,
    text::rfc3339,
    web::{
        NOT_FOUND, View, WebResult,
        parts::{column, empty, moment, page_header, panel, table},
    },
};

/// `/inbox` exists only where mails are kept in memory: in the demo.
pub(super) fn router() -> Router {
    Router::new()
        .route("/inbox", get(list))
        .route("/inbox/{id}", get(show))
        .route("/inbox/{id}/html", get(html_body))
}

fn inbox(cx: &Cx) -> seatwarden_base::Result<&Inbox> {
    cx.inbox.as_ref().ok_or_else(|| NOT_FOUND.into())
}

async fn list(cx: Cx) -> WebResult {
    let mails = inbox(&cx)?.list();
    let t = cx.text();
    let mut rows = table(t.outbox_title())
        .column(column(t.outbox_subject()))
        .column(column(t.outbox_to()))
        .column(column(t.outbox_when()));
    for mail in &mails {
        let href = format!("/inbox/{}", mail.mail.message_id);
        rows = rows.row([
            html! { a href=(href) { bdi { (mail.mail.subject) } } },
            html! { bdi { (mail.mail.to) } },
            html! { (moment(t.ago(mail.kept_at_ms, cx.now_ms), rfc3339(mail.kept_at_ms))) },
        ]);
    }
    let view = View::new(&cx, t.outbox_title());
    Ok(view.page(html! {
        (page_header(t.outbox_title()).lead(html! { (t.outbox_lead()) }))
        @if mails.is_empty() { (empty(t.outbox_none(), t.outbox_none_lead())) } @else { (panel(rows).flush()) }
    }))
}

async fn show(cx: Cx, Path(id): Path<String>) -> WebResult {
    let kept = inbox(&cx)?.find(&id).ok_or(NOT_FOUND)?;
    let t = cx.text();
    let view = View::new(&cx, kept.mail.subject.clone());
    Ok(view.page(html! {
        (page_header(kept.mail.subject.as_str()).lead(html! { (t.outbox_to()) ": " bdi { (kept.mail.to) } }))
        (panel(html! { pre.prose dir="auto" { (linked(&kept.mail.text)) } }).title(t.outbox_text()))
        p { a href=(format!("/inbox/{id}/html")) { (t.outbox_show_html()) } }
        p { a href="/inbox" { (t.outbox_back()) } }
    }))
}

/// The text with its addresses as links.
fn linked(text: &str) -> maud::Markup {
    html! {
        @for line in text.lines() {
            @if line.starts_with("http://") || line.starts_with("https://") { a href=(line) { (line) } } @else { (line) }
            "\n"
        }
    }
}

/// The HTML as a mail program would show it: nothing in it may run, and it is not one of our pages.
async fn html_body(cx: Cx, Path(id): Path<String>) -> WebResult {
    let kept = inbox(&cx)?.find(&id).ok_or(NOT_FOUND)?;
    let mut response: Response = Html(kept.mail.html.clone()).into_response();
    let policy =
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}
