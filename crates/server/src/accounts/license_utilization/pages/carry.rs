//! What people carry between this machine and the portal: as text, as a file, as a QR code.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Refusal};
use seatwarden_license_file::armor;
use serde::Deserialize;

use super::{HERE, back, view};
use crate::{
    accounts::license_utilization::actions,
    cx::{Cx, Permission},
    web::{
        Form, WebResult,
        parts::{
            CopyWords, Icon, button, code_block, field, form, hidden, link_button, page_header, panel, qr,
        },
        problems,
    },
};

/// The longest text that is sent back to be saved, in bytes.
pub(super) const SAVED_MAX: usize = 65_536;
/// What a saved file may be called.
const FILE_NAMES: [&str; 2] = ["seatwarden-request.txt", "seatwarden-receipt.txt"];

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    package: String,
}

pub(super) async fn ask(cx: Cx) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    Ok(ask_page(&cx, "", None))
}

fn ask_page(cx: &Cx, package: &str, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = view(cx, t.license_utilization_request(), None).refused(refusal);
    view.page(html! {
        (page_header(t.license_utilization_request()).lead(html! { (t.license_utilization_request_lead()) }))
        (panel(form("/admin/license/request", view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (field("package", t.license_utilization_package()).code_text().value(package).max_length(64)
                .hint(t.license_utilization_package_hint()))
            div.actions {
                (button(t.license_utilization_request()).primary())
                (link_button(t.web_cancel(), HERE))
            }
        })))
    })
}

pub(super) async fn request(cx: Cx, Form(asked): Form<Asked>) -> WebResult {
    match actions::request(&cx, &asked.package).await {
        Ok(made) => {
            let t = cx.text();
            let title = t.license_utilization_request_made();
            let view = view(&cx, title.clone(), None);
            Ok(view.page(html! {
                (page_header(title.clone()).lead(html! { (t.license_utilization_request_lead()) }))
                (carried(&cx, title, &made.text, FILE_NAMES[0], view.csrf()))
                (back(t))
            }))
        }
        Err(Error::Refusal(refusal)) if cx.may(Permission::ManageLicense) => {
            Ok(ask_page(&cx, &asked.package, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}

/// A file to be carried.
pub(super) fn carried(cx: &Cx, title: String, text: &str, file_name: &str, csrf: &str) -> Markup {
    let t = cx.text();
    let words = CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() };
    let code = armor::strip(text, None).ok().and_then(|compact| qr(t.license_utilization_qr(), &compact));
    let save = html! {
        (hidden("text", text)) (hidden("name", file_name))
        div.actions { (button(t.license_utilization_save_file()).primary().icon(Icon::Download)) }
    };
    panel(html! {
        (form("/admin/license/save", csrf).body(save))
        (code_block("carried", title, text, words))
        @if let Some(code) = code { (code) p.quiet-line { (t.license_utilization_qr()) } }
    })
    .render()
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Saved {
    text: String,
    name: String,
}

/// Sends the text of a page back as a file, so that saving needs no script.
pub(super) async fn save(cx: Cx, Form(saved): Form<Saved>) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    let name = FILE_NAMES.into_iter().find(|name| *name == saved.name).unwrap_or(FILE_NAMES[0]);
    let text: String = saved.text.chars().take(SAVED_MAX).collect();
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}
