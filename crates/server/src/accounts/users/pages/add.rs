//! Adding one user: invited, or with a password.

use axum::{Router, routing::get};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, Refused, Result};

use super::{
    super::{
        Credential, NewUser,
        actions::check,
        check_lookalike, create,
        model::{BAD_EMAIL, MISSING},
    },
    access::{are_invitations_mailed, invited},
    add_service,
    fields::{self, Choice, Tick, Typed, Values},
    tabs::Tab,
};
use crate::{
    accounts::passwords::pages::{in_force, within_form},
    cx::{BaseRole, Cx, Permission},
    text::Text,
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{button, field, form, link_button, page_header, panel, select},
        problems, see_other,
    },
};

const HERE: &str = "/admin/users/new";
const BY_PASSWORD: &str = "password";

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(show).post(save))
}

async fn show(cx: Cx) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let choice = Choice::read(&cx, None).await?;
    let values = Values { role: choice.role_id(BaseRole::Consumer), ..Values::default() };
    let typed = Typed { values, ..Typed::default() };
    page(&cx, &typed, &choice, None).await
}

async fn save(cx: Cx, Form(fields): Form<Vec<(String, String)>>) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let mut typed = Typed::read(fields);
    let cx = match within_form(&cx, &typed.own_password).await {
        Ok(cx) => cx,
        Err(Error::Refusal(refusal)) => {
            return page(&cx, &typed, &Choice::read(&cx, None).await?, Some(&refusal)).await;
        }
        Err(fault) => return Err(fault.into()),
    };
    saved(&cx, &mut typed).await
}

async fn saved(cx: &Cx, typed: &mut Typed) -> WebResult {
    match add(cx, typed).await {
        Ok(id) => {
            let done = if typed.credential == BY_PASSWORD { "added" } else { invited(cx).await? };
            Ok(see_other(&format!("{}?done={done}", Tab::Account.path(&id))))
        }
        Err(Error::Refusal(refusal)) => page(cx, typed, &Choice::read(cx, None).await?, Some(&refusal)).await,
        Err(fault) => Err(fault.into()),
    }
}

async fn add(cx: &Cx, typed: &mut Typed) -> Result<String> {
    let mut refused = Refused::default();
    refused.take(check(cx, &new_user(typed)).await.map_err(for_people))?;
    refused.take(typed.find_groups(cx).await)?;
    refused.end()?;
    if !typed.is(Tick::EmailChecked)
        && let Some(doubt) = check_lookalike(cx, &typed.values.email, "").await?
    {
        return Err(doubt.into());
    }
    Ok(create(cx, vec![new_user(typed)]).await?.pop().map(|user| user.person.id).unwrap_or_default())
}

/// What the API says of a missing field is for scripts.
fn for_people(error: Error) -> Error {
    match error {
        Error::Refusal(refusal) if refusal.code == MISSING.code => {
            Refusal { also: refusal.also, ..BAD_EMAIL }.into()
        }
        other => other,
    }
}

fn new_user(typed: &Typed) -> NewUser {
    let credential = if typed.credential == BY_PASSWORD {
        Credential::Password(typed.password.clone())
    } else {
        Credential::Invited
    };
    NewUser {
        email: typed.values.email.clone(),
        user_name: typed.values.user_name.clone(),
        first_name: typed.values.first_name.clone(),
        last_name: typed.values.last_name.clone(),
        role: typed.values.role.clone(),
        groups: typed.values.groups.clone(),
        language: Some(typed.values.language.clone()),
        credential,
        ..NewUser::default()
    }
}

async fn page(cx: &Cx, typed: &Typed, choice: &Choice, refusal: Option<&Refusal>) -> WebResult {
    let t = cx.text();
    let rules = in_force(cx).await?;
    let is_mailed = are_invitations_mailed(cx).await?;
    let view = admin::view(cx, AdminPage::Users, t.users_add(), None).refused(refusal);
    Ok(view.page(html! {
        (page_header(t.users_add()).lead(html! { (t.users_add_lead()) }).actions(html! {
            (link_button(t.users_service_add(), add_service::HERE))
        }))
        (panel(form(HERE, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (fields::account(t, typed, choice, refusal))
            (credential(t, typed, (&rules, is_mailed), refusal))
            (fields::own_password_if_asked(cx, refusal))
            div.actions {
                (button(t.users_add()).primary())
                (link_button(t.web_cancel(), AdminPage::Users.path()))
            }
        })))
    }))
}

fn credential(
    t: Text,
    typed: &Typed,
    (rules, is_mailed): (&Markup, bool),
    refusal: Option<&Refusal>,
) -> Markup {
    let chosen =
        if is_mailed || !typed.credential.is_empty() { typed.credential.as_str() } else { BY_PASSWORD };
    let ways = select("credential", t.users_credential())
        .hint(if is_mailed { t.users_credential_hint() } else { t.users_credential_unmailed() })
        .option("invited", t.users_credential_invited())
        .option(BY_PASSWORD, t.users_credential_password())
        .value(chosen);
    html! {
        div.switched {
            (ways)
            div.when-on {
                (field("password", t.users_password()).new_password(t.web_show_password()).below(rules)
                    .error(field_error(t, refusal, "password")))
            }
        }
    }
}
