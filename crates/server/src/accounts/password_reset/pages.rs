//! Three pages: the address, the word that a mail is on its way, the new password.

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, header},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, secret::Secret};
use serde::Deserialize;

use super::{actions, model::NewPassword};
use crate::{
    cx::Cx,
    web::{
        Form, View, WebResult, cookies, field_error,
        parts::{Tone, button, field, form, link_button, notice},
        problems, see_other,
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route("/forgot-password", get(show).post(ask))
        .route("/forgot-password/sent", get(sent))
        .route("/recover-password", post(choose_by_code))
        .route("/recover-password/{token}", get(look).post(choose))
}

async fn show(cx: Cx) -> WebResult {
    Ok(ask_page(&cx, "", None))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    email: String,
}

async fn ask(cx: Cx, Form(asked): Form<Asked>) -> WebResult {
    match actions::ask(&cx, &asked.email).await {
        Ok(made) => {
            let secure = cx.request.secure;
            let minutes = i64::from(cx.config.password_reset.code_minutes);
            let name = cookies::recover_name(secure);
            let mut response = see_other("/forgot-password/sent");
            if let Some(cookie) = cookies::set(name, made.request_token.reveal(), Some(minutes * 60), secure)
            {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(response)
        }
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            Ok(ask_page(&cx, &asked.email, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}

fn ask_page(cx: &Cx, email: &str, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = View::new(cx, t.password_reset_title()).refused(refusal);
    view.card(html! {
        h1 { (t.password_reset_title()) }
        p { (t.password_reset_lead()) }
        (form("/forgot-password", view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (field("email", t.password_reset_email()).email().value(email).max_length(254).required().autofocus()
                .error(field_error(t, refusal, "email")))
            div.actions {
                (button(t.password_reset_send()).primary())
                (link_button(t.web_back_to_login(), "/login").quiet())
            }
        }))
        p { a href="/recovery-code" { (t.password_reset_have_recovery_code()) } }
    })
}

async fn sent(cx: Cx) -> WebResult {
    Ok(code_page(&cx, None))
}

#[derive(Deserialize)]
struct WithCode {
    #[serde(default)]
    code: String,
    #[serde(default)]
    new_password: Secret,
    #[serde(default)]
    repeat_password: Secret,
}

async fn choose_by_code(cx: Cx, headers: HeaderMap, Form(typed): Form<WithCode>) -> WebResult {
    let request_token = cookies::read(&headers, cookies::recover_name(cx.request.secure)).unwrap_or_default();
    let new = NewPassword { new: typed.new_password, repeat: typed.repeat_password };
    match actions::choose_by_code(&cx, request_token, &typed.code, &new).await {
        Ok(()) => Ok(see_other("/login?done=password")),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => Ok(code_page(&cx, Some(&refusal))),
        Err(other) => Err(other.into()),
    }
}

fn code_page(cx: &Cx, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = View::new(cx, t.password_reset_sent_title()).refused(refusal);
    view.card(html! {
        h1 { (t.password_reset_sent_title()) }
        (notice(Tone::Info, html! { p { (t.password_reset_sent(cx.config.password_reset.link_minutes)) } }))
        details open[refusal.is_some()] {
            summary { (t.password_reset_by_code()) }
            (form("/recover-password", view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
                (field("code", t.password_reset_code()).code().max_length(12).required()
                    .hint(t.password_reset_code_hint(cx.config.password_reset.code_minutes))
                    .error(field_error(t, refusal, "code")))
                (new_password_fields(cx, refusal))
                div.actions { (button(t.password_reset_set()).primary()) }
            }))
        }
        div.actions { (link_button(t.web_back_to_login(), "/login").quiet()) }
    })
}

/// The two fields for a new password, with the rules beside the first.
pub fn new_password_fields(cx: &Cx, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    html! {
        (field("new_password", t.password_reset_new()).new_password(t.web_show_password()).required()
            .error(field_error(t, refusal, "new_password")))
        (field("repeat_password", t.password_reset_repeat()).new_password(t.web_show_password()).required()
            .error(field_error(t, refusal, "repeat_password")))
    }
}

async fn look(cx: Cx, Path(token): Path<String>) -> WebResult {
    let user = actions::look(&cx, &token).await?;
    Ok(choose_page(&cx, &token, &user.person.email, None))
}

#[derive(Deserialize)]
struct New {
    #[serde(default)]
    new_password: Secret,
    #[serde(default)]
    repeat_password: Secret,
}

async fn choose(cx: Cx, Path(token): Path<String>, Form(typed): Form<New>) -> WebResult {
    let new = NewPassword { new: typed.new_password, repeat: typed.repeat_password };
    match actions::choose(&cx, &token, &new).await {
        Ok(()) => Ok(see_other("/login?done=password")),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            let user = actions::look(&cx, &token).await?;
            Ok(choose_page(&cx, &token, &user.person.email, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}

fn choose_page(cx: &Cx, token: &str, email: &str, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = View::new(cx, t.password_reset_choose_title()).refused(refusal);
    let action = format!("/recover-password/{token}");
    view.card(html! {
        h1 { (t.password_reset_choose_title()) }
        p { (t.password_reset_for(email.to_owned())) }
        (form(action, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            // Password managers look for the name that the password belongs to.
            input type="hidden" name="username" autocomplete="username" value=(email);
            (new_password_fields(cx, refusal))
            div.actions { (button(t.password_reset_set()).primary()) }
        }))
    })
}
