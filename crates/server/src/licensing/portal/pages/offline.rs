//! Machines without a network: the request that somebody carried here and its answer, and offline keys.

use axum::{
    Router,
    extract::{Path, Query},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use maud::{Markup, Render, html};
use seatwarden_base::{Refusal, Result};
use seatwarden_license_file::{Kind, armor};
use serde::Deserialize;

use super::{
    super::{actions, picture},
    opened, path_of, refused, shown_here, view,
    words::day,
};
use crate::{
    cx::Cx,
    licensing::{
        activations,
        packages::{self, Package},
    },
    web::{
        BAD_FORM, Form, Upload, WebError, WebResult, field_error,
        parts::{
            CopyWords, Icon, button, code_block, column, empty, field, form, hidden, link_button,
            page_header, panel, qr, select, stepper, table,
        },
        portal::{PortalPage, license_account},
        problems,
    },
};

/// Where requests are answered.
const HERE: &str = "/portal/offline";
/// Where a file that stands on a page is saved.
const SAVE: &str = "/portal/offline/save";
/// Where stills of the camera are read, for browsers that read no codes themselves.
const SCAN: &str = "/portal/offline/scan";
/// What a saved file is called.
const FILE_NAME: &str = "seatwarden-license.txt";
/// The longest file that is sent back to be saved, in bytes.
const SAVED_MAX: usize = 65_536;

pub(super) fn router() -> Router {
    Router::new()
        .route(HERE, get(show).post(answer))
        .route(SAVE, post(save))
        .route(SCAN, post(scan))
        .route("/portal/packages/{code}/offline-key", get(ask_key).post(make_key))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    package: String,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    license_account(&cx)?;
    Ok(request_page(&cx, &asked.package, "", None).await?)
}

/// The camera is for this page alone.
fn with_camera(mut response: Response) -> Response {
    response.headers_mut().insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(self), geolocation=(), microphone=(), payment=(), usb=()"),
    );
    response
}

async fn request_page(cx: &Cx, chosen: &str, text: &str, refusal: Option<&Refusal>) -> Result<Response> {
    let mine = packages::list_mine(cx).await?;
    let t = cx.text();
    let view = crate::web::portal::view(cx, PortalPage::Offline, t.portal_offline(), None).refused(refusal);
    let any = t.portal_offline_any();
    let mut package = select("package", t.portal_package()).option("", any.as_str()).value(chosen);
    for one in &mine {
        package = package.option(one.code.as_str(), format!("{} ({})", one.terms.name, one.code));
    }
    let scan = html! {
        div.scan hidden data-scan="field-text" data-scan-at=(SCAN) data-scan-failed=(t.portal_scan_failed()) {
            button.button type="button" data-scan-start { (Icon::Camera) span { (t.portal_scan()) } }
            video hidden muted playsinline {}
        }
    };
    let fields = html! {
        (package)
        (field("text", t.portal_offline_text()).text_area(6).value(text).max_length(SAVED_MAX)
            .hint(t.portal_offline_text_hint()).error(field_error(t, refusal, "text")))
        (scan)
        (field("file", t.portal_offline_file()).file().hint(t.portal_offline_file_hint())
            .error(field_error(t, refusal, "file")))
        div.actions { (button(t.portal_offline_send()).primary()) }
    };
    Ok(with_camera(view.page(html! {
        (page_header(t.portal_offline()).lead(html! { (t.portal_offline_lead()) }))
        (stepper(t.portal_offline(), 1).step(t.portal_offline_step_1()).step(t.portal_offline_step_2())
            .step(t.portal_offline_step_3()))
        @if mine.is_empty() { (empty(t.portal_no_package(), t.portal_no_package_lead()).icon(Icon::Key)) }
        @else {
            (panel(form(HERE, view.csrf()).with_files().problems(t.web_problems(), problems(t, refusal)).body(fields)))
        }
    })))
}

async fn answer(cx: Cx, upload: Upload) -> WebResult {
    license_account(&cx)?;
    let package = upload.text("package").into_owned();
    let text = match upload.file("file") {
        Some((_, bytes)) if picture::is_picture(&bytes) => {
            match shown_here(picture::read(bytes.as_ref().into()).await)? {
                Ok(text) => text,
                Err(refusal) => return Ok(request_page(&cx, &package, "", Some(&refusal)).await?),
            }
        }
        Some((_, bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
        None => upload.text("text").into_owned(),
    };
    let key = (!package.is_empty()).then_some(package.as_str());
    if let Some(told) = other_file(&cx, &package, &text).await? {
        return Ok(told);
    }
    match shown_here(activations::submit_request(&cx, key, &text).await)? {
        Ok((server, license)) => {
            let t = cx.text();
            let view = crate::web::portal::view(&cx, PortalPage::Offline, t.portal_answer_title(), None);
            Ok(view.page(html! {
                (page_header(t.portal_answer_title()).lead(html! { (t.portal_answer_lead(server.name.clone())) }))
                (stepper(t.portal_offline(), 2).step(t.portal_offline_step_1()).step(t.portal_offline_step_2())
                    .step(t.portal_offline_step_3()))
                (carried(&cx, &license, view.csrf()))
            }))
        }
        Err(refusal) => {
            let text: String = text.chars().take(SAVED_MAX).collect();
            Ok(request_page(&cx, &package, &text, Some(&refusal)).await?)
        }
    }
}

/// Reads a still of the camera: the text of its code, or 204 if there is none in it.
async fn scan(cx: Cx, upload: Upload) -> WebResult {
    license_account(&cx)?;
    let Some((_, still)) = upload.file("file") else { return Err(BAD_FORM.into()) };
    Ok(match actions::scan(&cx, still).await? {
        Some(text) => text.into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    })
}

/// The answer to another file than a request: a receipt frees its slot, a question about the time is answered. None for
/// all others, about which a request's refusal says what is wrong.
async fn other_file(cx: &Cx, package: &str, text: &str) -> Result<Option<Response>, WebError> {
    let t = cx.text();
    let view = |title| crate::web::portal::view(cx, PortalPage::Offline, title, None);
    let done = match activations::kind_of(text) {
        Some(Kind::Return) => activations::return_receipt(cx, text).await.map(|server| {
            let view = view(t.portal_returned());
            let lead = match server.frees_at_ms() {
                Some(at_ms) => t.portal_returned_held(server.name, t.date(at_ms)),
                None => t.portal_returned_lead(server.name),
            };
            view.page(page_header(t.portal_returned()).lead(html! { (lead) }).render())
        }),
        Some(Kind::ClockChallenge) => activations::tell_time(cx, text).await.map(|answer| {
            let view = view(t.portal_time_answer());
            let carried = carried(cx, &answer, view.csrf());
            view.page(html! {
                (page_header(t.portal_time_answer()).lead(html! { (t.portal_time_answer_lead()) }))
                (carried)
            })
        }),
        _ => return Ok(None),
    };
    Ok(Some(match shown_here(done)? {
        Ok(page) => page,
        Err(refusal) => {
            let text: String = text.chars().take(SAVED_MAX).collect();
            request_page(cx, package, &text, Some(&refusal)).await?
        }
    }))
}

/// A file to be carried: as text, as a file, as a QR code.
fn carried(cx: &Cx, text: &str, csrf: &str) -> Markup {
    let t = cx.text();
    let words = CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() };
    let code = armor::strip(text, None).ok().and_then(|compact| qr(t.portal_qr(), &compact));
    let save = html! {
        (hidden("text", text))
        div.actions { (button(t.portal_save_file()).primary().icon(Icon::Download)) }
    };
    panel(html! {
        (form(SAVE, csrf).body(save))
        (code_block("license", t.portal_license_text(), text, words))
        @if let Some(code) = code { (code) p.quiet-line { (t.portal_qr_lead()) } }
        @else { p.quiet-line { (t.portal_qr_too_long()) } }
    })
    .render()
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Saved {
    text: String,
}

/// Sends the text of a page back as a file, so that saving needs no script.
async fn save(cx: Cx, Form(saved): Form<Saved>) -> WebResult {
    license_account(&cx)?;
    let mut text = saved.text;
    let end = (0..=SAVED_MAX.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.truncate(end.unwrap_or_default());
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{FILE_NAME}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}

async fn ask_key(cx: Cx, Path(code): Path<String>) -> WebResult {
    let (package, _) = opened(&cx, &code).await?;
    Ok(key_page(&cx, &package, "", None).await?)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Label {
    label: String,
}

async fn make_key(cx: Cx, Path(code): Path<String>, Form(typed): Form<Label>) -> WebResult {
    let (package, _) = opened(&cx, &code).await?;
    match shown_here(activations::offline_key(&cx, Some(&package.id), &typed.label).await)? {
        Ok(made) => {
            let t = cx.text();
            let title = t.portal_key_made_title(made.server.name.clone());
            let view = view(&cx, title.clone(), None);
            Ok(view.page(html! {
                (page_header(title).lead(html! { (t.portal_key_made_lead(t.date(made.install_until_ms))) }))
                (carried(&cx, &made.text, view.csrf()))
                div.actions { (link_button(t.portal_back_to_package(), path_of(&package))) }
            }))
        }
        Err(refusal) => Ok(key_page(&cx, &package, &typed.label, Some(&refusal)).await?),
    }
}

async fn key_page(cx: &Cx, package: &Package, label: &str, refusal: Option<&Refusal>) -> Result<Response> {
    let keys = activations::offline_keys(cx, &package.id).await?;
    let t = cx.text();
    let title = t.portal_offline_key_of(package.terms.name.clone());
    let view = view(cx, title.clone(), None).refused(refusal);
    let is_of_field = refusal.is_some_and(|refusal| refusal.field == Some("label"));
    let mut rows = table(t.portal_offline_keys())
        .column(column(t.portal_label()))
        .column(column(t.portal_issued()))
        .column(column(t.portal_install_until()));
    for key in &keys {
        rows = rows.row([
            html! { bdi { (key.label) } },
            day(cx, key.issued_at_ms),
            day(cx, key.install_until_ms),
        ]);
    }
    let fields = html! {
        (field("label", t.portal_label()).value(label).max_length(100).required().hint(t.portal_label_hint())
            .error(field_error(t, refusal, "label")))
        div.actions {
            (button(t.portal_offline_key()).primary())
            (link_button(t.web_cancel(), path_of(package)).quiet())
        }
    };
    Ok(view.page(html! {
        (page_header(title).lead(html! { (t.portal_offline_key_lead()) }))
        @if let Some(refusal) = refusal.filter(|_| !is_of_field) { (refused(t, refusal)) }
        (panel(form(format!("{}/offline-key", path_of(package)), view.csrf()).body(fields)))
        @if !keys.is_empty() { (panel(rows).title(t.portal_offline_keys()).flush()) }
    }))
}
