//! Coming back with a recovery code.

use axum::{Router, response::Response, routing::get};
use maud::html;
use seatwarden_base::{Error, Refusal};
use serde::Deserialize;

use super::actions;
use crate::{
    cx::Cx,
    web::{
        Form, View, WebResult, field_error,
        parts::{button, field, form, link_button},
        problems, see_other,
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().route("/recovery-code", get(show).post(use_code))
}

async fn show(cx: Cx) -> WebResult {
    Ok(page(&cx, None))
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    code: String,
}

async fn use_code(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    match actions::use_code(&cx, &typed.code).await {
        Ok(path) => Ok(see_other(&path)),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => Ok(page(&cx, Some(&refusal))),
        Err(other) => Err(other.into()),
    }
}

fn page(cx: &Cx, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = View::new(cx, t.recovery_codes_use_title()).refused(refusal);
    view.card(html! {
        h1 { (t.recovery_codes_use_title()) }
        p { (t.recovery_codes_use_lead()) }
        (form("/recovery-code", view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (field("code", t.recovery_codes_code()).code().max_length(64).required().autofocus()
                .error(field_error(t, refusal, "code")))
            div.actions {
                (button(t.recovery_codes_use()).primary())
                (link_button(t.web_back_to_login(), "/login").quiet())
            }
        }))
    })
}
