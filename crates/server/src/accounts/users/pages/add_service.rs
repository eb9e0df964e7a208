//! Adding a service account.

use axum::{Router, response::Response, routing::get};
use maud::html;
use seatwarden_base::{Error, Kind, Refusal, secret::Secret};
use serde::Deserialize;

use super::{
    super::{NewService, create_service},
    fields::{self, Choice},
    tabs::Tab,
};
use crate::{
    accounts::passwords::pages::within_form,
    cx::{BaseRole, Cx, Permission},
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{button, field, form, link_button, page_header, panel, select},
        problems, see_other,
    },
};

/// The form came without a name: what the API says of a missing field is for scripts.
const NAME_MISSING: Refusal = Refusal::new(Kind::Invalid, "users.service_name_missing").on("name");

/// Where it is.
pub(super) const HERE: &str = "/admin/users/new/service-account";

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(show).post(save))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    name: String,
    role_id: String,
    /// The caller's own, if it was asked for.
    current_password: Secret,
}

async fn show(cx: Cx) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let choice = Choice::read(&cx, None).await?;
    let typed = Typed { role_id: choice.role_id(BaseRole::Consumer), ..Typed::default() };
    Ok(page(&cx, &typed, &choice, None))
}

async fn save(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let cx = match within_form(&cx, &typed.current_password).await {
        Ok(cx) => cx,
        Err(Error::Refusal(refusal)) => {
            return Ok(page(&cx, &typed, &Choice::read(&cx, None).await?, Some(&refusal)));
        }
        Err(fault) => return Err(fault.into()),
    };
    let new = NewService { name: typed.name.clone(), role: typed.role_id.clone(), groups: Vec::new() };
    let made =
        if typed.name.trim().is_empty() { Err(NAME_MISSING.into()) } else { create_service(&cx, &new).await };
    match made {
        Ok(user) => Ok(see_other(&format!("{}?done=service", Tab::Tokens.path(&user.person.id)))),
        Err(Error::Refusal(refusal)) => {
            Ok(page(&cx, &typed, &Choice::read(&cx, None).await?, Some(&refusal)))
        }
        Err(fault) => Err(fault.into()),
    }
}

fn page(cx: &Cx, typed: &Typed, choice: &Choice, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Users, t.users_service_add(), None).refused(refusal);
    let mut roles = select("role_id", t.users_role()).error(field_error(t, refusal, "roleId"));
    for role in choice.roles() {
        roles = roles.option(role.id.as_str(), t.role_name(&role.name, &role.display_name));
    }
    view.page(html! {
        (page_header(t.users_service_add()).lead(html! { (t.users_service_lead()) }))
        (panel(form(HERE, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (field("name", t.users_service_name()).value(typed.name.as_str())
                .hint(t.users_service_name_hint()).max_length(100).required()
                .error(field_error(t, refusal, "name").or_else(|| field_error(t, refusal, "email"))))
            (roles.value(typed.role_id.as_str()))
            (fields::own_password_if_asked(cx, refusal))
            div.actions {
                (button(t.users_service_add()).primary())
                (link_button(t.web_cancel(), AdminPage::Users.path()))
            }
        })))
    })
}
