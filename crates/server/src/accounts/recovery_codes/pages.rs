//! Coming back with a recovery code.

use axum::{
    Router,
    response::Response,
    routing::{get, post},
};
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Refusal, Result};
use serde::Deserialize;

use super::{actions, model::REMIND_DAYS};
use crate::{
    cx::Cx,
    web::{
        Form, View, WebResult, field_error,
        parts::{Tone, button, field, form, link_button, notice},
        problems, see_other,
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route("/recovery-code", get(show).post(use_code))
        .route("/recovery-codes/later", post(later))
}

/// A word on the first page to a Sys. Admin who has no codes; nothing for everybody else.
pub async fn reminder(cx: &Cx, csrf: &str) -> Result<Option<Markup>> {
    if !actions::must_remind(cx).await? {
        return Ok(None);
    }
    let t = cx.text();
    let actions = html! {
        div.actions {
            (link_button(t.recovery_codes_make_now(), "/profile/recovery-codes").primary())
            (form("/recovery-codes/later", csrf).inline().body(html! {
                (button(t.recovery_codes_later(REMIND_DAYS)).quiet())
            }))
        }
    };
    Ok(Some(
        notice(Tone::Warning, html! { p { (t.recovery_codes_reminder()) } })
            .title(t.recovery_codes_reminder_title())
            .action(actions)
            .render(),
    ))
}

async fn later(cx: Cx, Form(()): Form<()>) -> WebResult {
    actions::put_off(&cx).await?;
    Ok(see_other("/"))
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
