//! What a person sees when a page cannot be shown.

use axum::{
    http::Method,
    response::{IntoResponse, Redirect, Response},
};
use maud::html;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use seatwarden_base::Error;

use super::{
    face::Failed,
    parts::{Tone, link_button, notice, said},
    view::View,
};
use crate::{accounts::import, cx::Cx};

/// Leads to the sign-in page, which says why if there is something to say; after a page was asked for, back to that page.
pub(super) fn to_sign_in(method: &Method, path: &str, why: Option<&str>) -> Response {
    let is_back = *method != Method::POST && path != "/";
    let path = is_back.then(|| utf8_percent_encode(path, NON_ALPHANUMERIC).to_string());
    let asked = [("done", why), ("return_to", path.as_deref())];
    let asked: Vec<_> =
        asked.iter().filter_map(|(name, value)| Some(format!("{name}={}", (*value)?))).collect();
    let to = if asked.is_empty() { "/login".to_owned() } else { format!("/login?{}", asked.join("&")) };
    Redirect::to(&to).into_response()
}

/// The reason, what to do next, and the code or incident to pass on.
pub(super) fn show(cx: &Cx, failed: &Failed) -> Response {
    let t = cx.text();
    let (title, message, next, code) = match failed.0.as_ref() {
        Error::Refusal(refusal) => {
            let (message, next) = t.refusal(refusal);
            (t.web_refused_title(), message, next, refusal.code.to_owned())
        }
        Error::Fault(_) => {
            let message = t.web_fault(cx.request.id.clone());
            (t.web_fault_title(), message, Some(t.web_fault_next()), cx.request.id.clone())
        }
    };
    let view = View::new(cx, title.clone()).status(failed.status());
    view.card(html! {
        h1 { (title) }
        (notice(Tone::Danger, html! {
            p { (said(&message)) }
            @if let Some(next) = &next { p { (said(next)) } }
        }))
        p.hint { (t.web_error_code()) " " code { (code) } }
        div.actions {
            @if code == import::TOO_LARGE.code { (link_button(t.import_title(), import::pages::PAGE)) }
            (link_button(t.web_to_start(), "/"))
        }
    })
}
