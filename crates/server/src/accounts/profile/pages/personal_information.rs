//! Personal Information: names, and the way to another address.

use axum::{
    Router,
    extract::Query,
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, secret::Secret};
use serde::Deserialize;

use super::{
    super::access::{self, Open},
    Asked, may_change, path, read_only, view,
};
use crate::{
    accounts::{
        email_change,
        feature_management::ProfileTab,
        users::{self, OwnPatch},
    },
    cx::{Cx, Person},
    web::{
        Form, WebResult, field_error,
        parts::{button, definitions, field, form, hidden, page_header, panel},
        problems, see_other,
    },
};

const TAB: ProfileTab = ProfileTab::PersonalInformation;
const HERE: &str = path(TAB);

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(show).post(save)).route("/profile/email", post(change_email))
}

async fn show(cx: Cx, Query(asked): Asked) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    Ok(page(&cx, switches, &Typed::of(cx.person()?), None, &asked.done))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    first_name: String,
    last_name: String,
    user_name: String,
    /// The names as the form showed them, if it says so: what was not touched is not sent back over what came meanwhile.
    was_first_name: Option<String>,
    was_last_name: Option<String>,
    was_user_name: Option<String>,
    new_email: String,
}

impl Typed {
    fn of(person: &Person) -> Self {
        Self {
            first_name: person.first_name.clone(),
            last_name: person.last_name.clone(),
            user_name: person.user_name.clone(),
            was_first_name: Some(person.first_name.clone()),
            was_last_name: Some(person.last_name.clone()),
            was_user_name: Some(person.user_name.clone()),
            new_email: String::new(),
        }
    }

    /// What was touched.
    fn patch(&self) -> OwnPatch {
        let touched =
            |typed: &String, was: &Option<String>| (Some(typed) != was.as_ref()).then(|| typed.clone());
        OwnPatch {
            first_name: touched(&self.first_name, &self.was_first_name),
            last_name: touched(&self.last_name, &self.was_last_name),
            user_name: touched(&self.user_name, &self.was_user_name),
            language: None,
        }
    }
}

async fn save(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    match users::change_own(&cx, &typed.patch()).await {
        Ok(_) => Ok(see_other(&format!("{HERE}?done=saved"))),
        Err(Error::Refusal(mut refusal)) if refusal.field.is_some() => {
            // Here the taken name can only be the user name.
            if refusal.field == Some("email") {
                refusal.field = Some("userName");
            }
            Ok(page(&cx, switches, &typed, Some(&refusal), ""))
        }
        Err(other) => Err(other.into()),
    }
}

#[derive(Deserialize)]
struct NewEmail {
    #[serde(default)]
    new_email: String,
    #[serde(default)]
    current_password: Secret,
}

async fn change_email(cx: Cx, Form(typed): Form<NewEmail>) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    match email_change::ask(&cx, &typed.new_email, &typed.current_password).await {
        Ok(()) => Ok(see_other(&format!("{HERE}?done=email"))),
        Err(Error::Refusal(mut refusal)) if refusal.field.is_some() => {
            if refusal.field == Some("email") {
                refusal.field = Some("new_email");
            }
            let kept = Typed { new_email: typed.new_email, ..Typed::of(cx.person()?) };
            Ok(page(&cx, switches, &kept, Some(&refusal), ""))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(cx: &Cx, switches: Open, typed: &Typed, refusal: Option<&Refusal>, done: &str) -> Response {
    let t = cx.text();
    let view = view(cx, switches, HERE, t.profile_personal_information(), done).refused(refusal);
    let about_email = refusal.is_some_and(|it| matches!(it.field, Some("new_email" | "current_password")));
    let names = refusal.filter(|_| !about_email);
    view.page(html! {
        (page_header(t.profile_personal_information()).lead(html! { (t.profile_personal_lead()) }))
        @if may_change(cx) {
            (panel(form(HERE, view.csrf()).problems(t.web_problems(), problems(t, names))
                .body(names_fields(cx, typed, names))))
        } @else {
            (read_only(t))
            (panel(definitions().row(t.profile_first_name(), html! { bdi { (typed.first_name) } })
                .row(t.profile_last_name(), html! { bdi { (typed.last_name) } })
                .row(t.profile_user_name(), html! { bdi { (typed.user_name) } })))
        }
        @if let Ok(person) = cx.person() {
            (panel(email(cx, view.csrf(), person, typed, refusal.filter(|_| about_email)))
                .title(t.profile_email_title()).lead(html! { (t.profile_email_lead()) }))
        }
    })
}

fn names_fields(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    let was = [
        ("was_first_name", &typed.was_first_name),
        ("was_last_name", &typed.was_last_name),
        ("was_user_name", &typed.was_user_name),
    ];
    html! {
        @for (name, was) in was { @if let Some(was) = was { (hidden(name, was.as_str())) } }
        (field("first_name", t.profile_first_name()).value(typed.first_name.as_str()).autocomplete("given-name")
            .max_length(100).error(field_error(t, refusal, "firstName")))
        (field("last_name", t.profile_last_name()).value(typed.last_name.as_str()).autocomplete("family-name")
            .max_length(100).error(field_error(t, refusal, "lastName")))
        (field("user_name", t.profile_user_name()).value(typed.user_name.as_str()).autocomplete("username")
            .max_length(254).required().error(field_error(t, refusal, "userName")))
        div.actions { (button(t.web_save()).primary()) }
    }
}

fn email(cx: &Cx, csrf: &str, person: &Person, typed: &Typed, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    html! {
        (definitions().row(t.profile_email(), html! { bdi { (person.email) } })
            .row(t.profile_role(), html! { (t.role_name(&person.role.name, &person.role.display_name)) }))
        @if person.origin.has_password() && may_change(cx) {
            (form("/profile/email", csrf).problems(t.web_problems(), problems(t, refusal)).body(html! {
                (field("new_email", t.profile_new_email()).email().value(typed.new_email.as_str()).max_length(254)
                    .required().error(field_error(t, refusal, "new_email")))
                (field("current_password", t.profile_current_password()).current_password(t.web_show_password())
                    .required().error(field_error(t, refusal, "current_password")))
                div.actions { (button(t.profile_change_email())) }
            }))
        }
    }
}
