//! The first page of a new installation.

use axum::{
    Router,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, secret::Secret};
use serde::Deserialize;

use super::{
    actions,
    model::{ALREADY, NewSysAdmin},
};
use crate::{
    accounts::{license_utilization::Account, passwords},
    cx::Cx,
    text::Text,
    web::{
        Form, View, WebResult, field_error,
        parts::{button, field, form},
        problems, see_other,
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().route("/setup", get(show).post(make)).route("/setup/activate", post(activate))
}

async fn show(cx: Cx) -> WebResult {
    if !actions::is_open(&cx).await? {
        return Err(ALREADY.into());
    }
    page(&cx, &Typed::default(), None).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    secret: Secret,
    email: String,
    first_name: String,
    last_name: String,
    password: Secret,
    repeat_password: Secret,
    #[serde(skip)]
    license_email: String,
    #[serde(skip)]
    package: String,
    /// Whether the form of the license was sent.
    #[serde(skip)]
    is_license: bool,
}

async fn make(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let new = NewSysAdmin {
        secret: typed.secret.clone(),
        email: typed.email.clone(),
        first_name: typed.first_name.clone(),
        last_name: typed.last_name.clone(),
        password: typed.password.clone(),
        repeat: typed.repeat_password.clone(),
    };
    match actions::make_sysadmin(&cx, &new).await {
        Ok(_) => Ok(see_other("/login?done=setup")),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => page(&cx, &typed, Some(&refusal)).await,
        Err(other) => Err(other.into()),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Licensed {
    secret: Secret,
    license_email: String,
    license_password: Secret,
    package: String,
}

async fn activate(cx: Cx, Form(typed): Form<Licensed>) -> WebResult {
    let account = Account {
        email: typed.license_email.clone(),
        password: typed.license_password.clone(),
        code: Secret::default(),
        package: typed.package.clone(),
    };
    match actions::activate(&cx, &typed.secret, &account).await {
        Ok(_) => Ok(see_other("/login?done=setup")),
        Err(Error::Refusal(refusal)) if refusal.code != ALREADY.code => {
            let typed = Typed {
                license_email: typed.license_email,
                package: typed.package,
                secret: typed.secret,
                is_license: true,
                ..Typed::default()
            };
            page(&cx, &typed, Some(&refusal)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>) -> WebResult {
    let t = cx.text();
    let rules = passwords::pages::in_force(cx).await?;
    let view = View::new(cx, t.setup_title()).refused(refusal);
    let (own, licensed) = if typed.is_license { (None, refusal) } else { (refusal, None) };
    Ok(view.card(html! {
        h1 { (t.setup_title()) }
        p { (t.setup_lead()) }
        (own_form(t, view.csrf(), typed, (own, &rules)))
        @if cx.license_hand.has_server() {
            h2 { (t.setup_license_title()) }
            p { (t.setup_license_lead()) }
            (license_form(t, view.csrf(), typed, licensed))
        }
    }))
}

fn own_form(t: Text, csrf: &str, typed: &Typed, (refusal, rules): (Option<&Refusal>, &Markup)) -> Markup {
    let error = |name| field_error(t, refusal, name);
    html! {
        (form("/setup", csrf).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (field("secret", t.setup_secret()).code().hint(t.setup_secret_hint()).max_length(64).required()
                .error(error("secret")))
            (field("email", t.setup_email()).email().value(typed.email.as_str()).max_length(254).required()
                .error(error("email")))
            (field("first_name", t.setup_first_name()).value(typed.first_name.as_str()).autocomplete("given-name")
                .max_length(100).error(error("firstName")))
            (field("last_name", t.setup_last_name()).value(typed.last_name.as_str()).autocomplete("family-name")
                .max_length(100).error(error("lastName")))
            (field("password", t.setup_password()).new_password(t.web_show_password()).required().below(rules)
                .error(error("password")))
            (field("repeat_password", t.setup_repeat()).new_password(t.web_show_password()).required()
                .error(error("repeat_password")))
            div.actions { (button(t.setup_make()).primary()) }
        }))
    }
}

fn license_form(t: Text, csrf: &str, typed: &Typed, refusal: Option<&Refusal>) -> Markup {
    let error = |name| field_error(t, refusal, name);
    html! {
        (form("/setup/activate", csrf).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (field("secret", t.setup_secret()).id("license-secret").code().hint(t.setup_secret_hint()).max_length(64)
                .required().error(error("secret")))
            (field("license_email", t.license_utilization_email()).email().autocomplete("off")
                .value(typed.license_email.as_str()).max_length(254).required().error(error("email")))
            (field("license_password", t.license_utilization_password()).current_password(t.web_show_password())
                .autocomplete("off").required().error(error("licensePassword")))
            (field("package", t.license_utilization_package()).code_text().value(typed.package.as_str()).max_length(64)
                .hint(t.license_utilization_package_hint()))
            div.actions { (button(t.setup_activate()).primary()) }
        }))
    }
}
