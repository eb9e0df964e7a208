//! Two pages: who signs up, and the word that a mail is on its way.

use axum::{Router, response::Response, routing::get};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal};
use serde::Deserialize;

use super::{
    actions,
    model::{CLOSED, SignUp},
};
use crate::{
    cx::{Caller, Cx},
    licensing::organisations::NAME_MAX,
    web::{
        Form, View, WebResult, field_error,
        parts::{Tone, button, field, form, link_button, notice},
        problems, see_other,
    },
};

/// Where people sign up.
const HERE: &str = "/portal/sign-up";

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().route(HERE, get(show).post(ask)).route("/portal/sign-up/sent", get(sent))
}

async fn show(cx: Cx) -> WebResult {
    if matches!(cx.caller, Caller::User(_)) {
        return Ok(see_other("/"));
    }
    if !cx.config.license_server.sign_up_enabled {
        return Err(CLOSED.into());
    }
    Ok(page(&cx, &Typed::default(), None))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    organisation: String,
    first_name: String,
    last_name: String,
    email: String,
}

async fn ask(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let asked = SignUp {
        organisation: typed.organisation.clone(),
        first_name: typed.first_name.clone(),
        last_name: typed.last_name.clone(),
        email: typed.email.clone(),
    };
    match actions::ask(&cx, &asked).await {
        Ok(()) => Ok(see_other("/portal/sign-up/sent")),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => Ok(page(&cx, &typed, Some(&refusal))),
        Err(other) => Err(other.into()),
    }
}

fn page(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = View::new(cx, t.sign_up_title()).refused(refusal);
    view.card(html! {
        h1 { (t.sign_up_title()) }
        p { (t.sign_up_lead()) }
        (form(HERE, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(fields(cx, typed, refusal)))
    })
}

fn fields(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    let error = |name| field_error(t, refusal, name);
    html! {
        (field("organisation", t.sign_up_organisation()).value(typed.organisation.as_str())
            .autocomplete("organization").max_length(NAME_MAX).required().autofocus().error(error("organisation")))
        (field("first_name", t.sign_up_first_name()).value(typed.first_name.as_str()).autocomplete("given-name")
            .max_length(100).error(error("firstName")))
        (field("last_name", t.sign_up_last_name()).value(typed.last_name.as_str()).autocomplete("family-name")
            .max_length(100).error(error("lastName")))
        (field("email", t.sign_up_email()).email().value(typed.email.as_str()).max_length(254).required()
            .hint(t.sign_up_email_hint()).error(error("email")))
        div.actions {
            (button(t.sign_up_button()).primary())
            (link_button(t.web_back_to_login(), "/login").quiet())
        }
    }
}

async fn sent(cx: Cx) -> WebResult {
    let t = cx.text();
    let hours = cx.config.license_server.welcome_password_hours;
    let view = View::new(&cx, t.sign_up_sent_title());
    Ok(view.card(html! {
        h1 { (t.sign_up_sent_title()) }
        (notice(Tone::Success, html! { p { (t.sign_up_sent_lead()) } }))
        p { (t.sign_up_sent_next(hours)) }
        div.actions { (link_button(t.web_back_to_login(), "/login").primary()) }
    }))
}
