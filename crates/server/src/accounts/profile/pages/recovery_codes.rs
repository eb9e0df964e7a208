//! Recovery codes of the Sys. Admin: how many are left, and a new set, shown once.

use axum::{Router, response::Response, routing::get};
use maud::html;
use seatwarden_base::{Error, Refusal, secret::Secret};
use serde::Deserialize;

use super::{
    super::access::{self, Open},
    RECOVERY_CODES, view,
};
use crate::{
    accounts::recovery_codes,
    cx::Cx,
    web::{
        Form, WebResult, field_error,
        parts::{Tone, button, field, form, notice, page_header, panel},
        problems,
    },
};

pub(super) fn router() -> Router {
    Router::new().route(RECOVERY_CODES, get(show).post(make))
}

async fn show(cx: Cx) -> WebResult {
    let switches = access::require_recovery_codes(&cx).await?;
    page(&cx, switches, &[], None).await
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    current_password: Secret,
}

async fn make(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let switches = access::require_recovery_codes(&cx).await?;
    match recovery_codes::make(&cx, &typed.current_password).await {
        Ok(codes) => page(&cx, switches, &codes, None).await,
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            page(&cx, switches, &[], Some(&refusal)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(cx: &Cx, switches: Open, codes: &[Secret], refusal: Option<&Refusal>) -> WebResult {
    let left = recovery_codes::left(cx).await?;
    let t = cx.text();
    let view = view(cx, switches, RECOVERY_CODES, t.profile_recovery_codes(), "").refused(refusal);
    let response: Response = view.page(html! {
        (page_header(t.profile_recovery_codes()).lead(html! { (t.recovery_codes_lead()) }))
        @if !codes.is_empty() {
            (notice(Tone::Warning, html! { p { (t.recovery_codes_once()) } }))
            (panel(html! { ol.codes { @for code in codes { li { code.mono dir="ltr" { (code.reveal()) } } } } }))
        }
        (panel(html! {
            p { (t.recovery_codes_left(left)) }
            (form(RECOVERY_CODES, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
                (field("current_password", t.profile_current_password()).current_password(t.web_show_password())
                    .required().error(field_error(t, refusal, "current_password")))
                div.actions { (button(t.recovery_codes_make()).primary()) }
            }))
        }))
    });
    Ok(response)
}
