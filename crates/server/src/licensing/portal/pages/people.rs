//! Who may activate a package: Add User to License, and taking somebody off it.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Refusal, Result};
use serde::Deserialize;

use super::{
    super::actions,
    one::{Tab, package_tabs},
    opened, owns, path_of, shown_here, view,
    words::when,
};
use crate::{
    cx::Cx,
    licensing::{
        organisations::{self, Member, MemberRole},
        packages::{self, LicenseUser, Package, Right},
        sign_up::NewAccount,
    },
    text::Text,
    web::{
        Form, WebResult, field_error,
        parts::{Icon, Tone, badge, button, column, empty, field, form, hidden, page_header, panel, table},
        portal::{PortalPage, license_account},
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/portal/users", get(everybody))
        .route("/portal/packages/{code}/users", get(show).post(add))
        .route("/portal/packages/{code}/users/remove", post(remove))
}

/// What a member may do, in a word.
fn role_word(t: Text, role: MemberRole) -> String {
    match role {
        MemberRole::Owner => t.portal_role_owner(),
        MemberRole::LicenseUser => t.portal_role_license_user(),
        MemberRole::Viewer => t.portal_role_viewer(),
    }
}

async fn everybody(cx: Cx) -> WebResult {
    license_account(&cx)?;
    let memberships = organisations::mine(&cx).await?;
    let mut all: Vec<(String, Vec<Member>)> = Vec::new();
    for membership in &memberships {
        let organisation = &membership.organisation;
        all.push((organisation.name.clone(), organisations::members(&cx, &organisation.id).await?));
    }
    let t = cx.text();
    let view = crate::web::portal::view(&cx, PortalPage::Users, t.portal_users(), None);
    Ok(view.page(html! {
        (page_header(t.portal_users()).lead(html! { (t.portal_users_lead()) }))
        @for (name, members) in &all { (panel(member_rows(&cx, members)).title(name.as_str()).flush()) }
        @if all.is_empty() {
            (empty(t.portal_no_organisation(), t.portal_no_organisation_lead()).icon(Icon::Groups))
        }
    }))
}

fn member_rows(cx: &Cx, members: &[Member]) -> Markup {
    let t = cx.text();
    let mut rows = table(t.portal_users())
        .column(column(t.portal_email()))
        .column(column(t.portal_name()))
        .column(column(t.portal_role()))
        .column(column(t.portal_last_login()));
    for member in members {
        let tone = if member.role == MemberRole::Owner { Tone::Info } else { Tone::Plain };
        rows = rows.row([
            html! { bdi { (member.email) } },
            html! { bdi { (member.name) } },
            html! { (badge(tone, role_word(t, member.role))) },
            html! {
                @if let Some(at_ms) = member.last_login_at_ms { (when(cx, at_ms)) } @else { (t.portal_never_signed_in()) }
            },
        ]);
    }
    html! { (rows) }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn show(cx: Cx, Path(code): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    let (package, right) = opened(&cx, &code).await?;
    let t = cx.text();
    let done = match asked.done.as_str() {
        "added" => Some(t.portal_done_added()),
        "removed" => Some(t.portal_done_removed()),
        _ => None,
    };
    Ok(page(&cx, &package, right, &Typed::default(), None, done).await?)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    email: String,
    first_name: String,
    last_name: String,
}

async fn add(cx: Cx, Path(code): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    let (package, right) = opened(&cx, &code).await?;
    let new = NewAccount {
        email: &typed.email,
        first_name: &typed.first_name,
        last_name: &typed.last_name,
        language: None,
    };
    match shown_here(actions::add_user(&cx, &package.id, &new).await)? {
        Ok(_) => Ok(see_other(&format!("{}/users?done=added", path_of(&package)))),
        Err(refusal) => Ok(page(&cx, &package, right, &typed, Some(&refusal), None).await?),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Who {
    user: String,
}

async fn remove(cx: Cx, Path(code): Path<String>, Form(who): Form<Who>) -> WebResult {
    let (package, right) = opened(&cx, &code).await?;
    match shown_here(packages::remove_license_user(&cx, &package.id, &who.user).await)? {
        Ok(()) => Ok(see_other(&format!("{}/users?done=removed", path_of(&package)))),
        Err(refusal) => Ok(page(&cx, &package, right, &Typed::default(), Some(&refusal), None).await?),
    }
}

async fn page(
    cx: &Cx,
    package: &Package,
    right: Right,
    typed: &Typed,
    refusal: Option<&Refusal>,
    done: Option<String>,
) -> Result<Response> {
    let users = packages::license_users(cx, &package.id).await?;
    let t = cx.text();
    let view = view(cx, t.portal_license_users_of(package.terms.name.clone()), done).refused(refusal);
    let error = |name| field_error(t, refusal, name);
    let fields = html! {
        (field("email", t.portal_email()).email().value(typed.email.as_str()).max_length(254).required()
            .error(error("email")))
        (field("first_name", t.portal_first_name()).value(typed.first_name.as_str()).max_length(100)
            .error(error("firstName")))
        (field("last_name", t.portal_last_name()).value(typed.last_name.as_str()).max_length(100)
            .error(error("lastName")))
        div.actions { (button(t.portal_add_user()).primary()) }
    };
    Ok(view.page(html! {
        (page_header(package.terms.name.as_str()).lead(html! { (t.portal_license_users_lead()) }))
        (package_tabs(t, package, Tab::Users))
        @if users.is_empty() {
            (empty(t.portal_no_license_users(), t.portal_no_license_users_lead()).icon(Icon::Users))
        } @else {
            (panel(rows(cx, package, right, &users, view.csrf())).title(t.portal_license_users()).flush())
        }
        @if owns(right) {
            (panel(form(format!("{}/users", path_of(package)), view.csrf())
                .problems(t.web_problems(), problems(t, refusal)).body(fields))
                .title(t.portal_add_user()).lead(html! { (t.portal_add_user_lead()) }))
        }
    }))
}

fn rows(cx: &Cx, package: &Package, right: Right, users: &[LicenseUser], csrf: &str) -> Markup {
    let t = cx.text();
    let mut rows = table(t.portal_license_users())
        .column(column(t.portal_email()))
        .column(column(t.portal_name()))
        .column(column(t.portal_activations()).numeric())
        .column(column(t.portal_actions()).actions());
    for user in users {
        let take_off = html! {
            (hidden("user", user.user_id.as_str()))
            (button(t.portal_remove_user()).small())
        };
        rows = rows.row([
            html! { bdi { (user.email) } },
            html! { bdi { (user.name) } },
            html! { (t.number(user.activations)) },
            html! {
                @if owns(right) { (form(format!("{}/users/remove", path_of(package)), csrf).inline().body(take_off)) }
            },
        ]);
    }
    html! { (rows) }
}
