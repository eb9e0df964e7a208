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
    is_open,
    one::{Tab, package_tabs},
    opened, owns, path_of, refused, shown_here, view,
    words::when,
};
use crate::{
    cx::Cx,
    licensing::{
        organisations::{self, Member, MemberRole, Membership},
        packages::{self, LicenseUser, Package, Right},
        sign_up::NewAccount,
    },
    text::Text,
    web::{
        Form, NOT_FOUND, WebResult, field_error,
        parts::{
            Icon, Tone, badge, button, column, confirmation, empty, field, form, hidden, page_header, panel,
            table,
        },
        portal::{PortalPage, license_account},
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/portal/users", get(everybody))
        .route("/portal/users/remove", post(remove_member))
        .route("/portal/packages/{code}/users", get(show).post(add))
        .route("/portal/packages/{code}/users/remove", post(remove))
}

/// What a member may do, in a word.
pub fn role_word(t: Text, role: MemberRole) -> String {
    match role {
        MemberRole::Owner => t.portal_role_owner(),
        MemberRole::LicenseUser => t.portal_role_license_user(),
        MemberRole::Viewer => t.portal_role_viewer(),
    }
}

async fn everybody(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    license_account(&cx)?;
    Ok(everybody_page(&cx, &asked.done, None).await?)
}

async fn everybody_page(cx: &Cx, done: &str, refusal: Option<&Refusal>) -> Result<Response> {
    let memberships = organisations::mine(cx).await?;
    let mut all: Vec<(&Membership, Vec<Member>)> = Vec::new();
    for membership in &memberships {
        all.push((membership, organisations::members(cx, &membership.organisation.id).await?));
    }
    let t = cx.text();
    let done = (done == "member_removed").then(|| t.portal_done_member_removed());
    let view = crate::web::portal::view(cx, PortalPage::Users, t.portal_users(), done).refused(refusal);
    Ok(view.page(html! {
        (page_header(t.portal_users()).lead(html! { (t.portal_users_lead()) }))
        @if let Some(refusal) = refusal { (refused(t, refusal)) }
        @for (membership, members) in &all {
            (panel(member_rows(cx, membership, members, view.csrf()))
                .title(membership.organisation.name.as_str()).flush())
        }
        @if all.is_empty() {
            (empty(t.portal_no_organisation(), t.portal_no_organisation_lead()).icon(Icon::Groups))
        }
    }))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Membered {
    organisation: String,
    user: String,
    confirmed: String,
}

async fn remove_member(cx: Cx, Form(who): Form<Membered>) -> WebResult {
    license_account(&cx)?;
    if who.confirmed != "yes" {
        return Ok(question(&cx, &who).await?);
    }
    match shown_here(packages::remove_member(&cx, &who.organisation, &who.user).await)? {
        Ok(()) => Ok(see_other("/portal/users?done=member_removed")),
        Err(refusal) => Ok(everybody_page(&cx, "", Some(&refusal)).await?),
    }
}

async fn question(cx: &Cx, who: &Membered) -> Result<Response> {
    let organisation = organisations::find(cx, &who.organisation).await?;
    let members = organisations::members(cx, &organisation.id).await?;
    let member = members.iter().find(|member| member.user_id == who.user).ok_or(NOT_FOUND)?;
    let t = cx.text();
    let is_me = cx.person()?.id == member.user_id;
    let (title, yes) = if is_me {
        (t.portal_leave_title(organisation.name.clone()), t.portal_leave())
    } else {
        (
            t.portal_remove_member_title(member.email.clone(), organisation.name.clone()),
            t.portal_remove_member(),
        )
    };
    let view = crate::web::portal::view(cx, PortalPage::Users, title.clone(), None);
    Ok(view.page(html! {
        (confirmation(title, "/portal/users/remove", view.csrf())
            .carry("organisation", organisation.id.as_str())
            .carry("user", member.user_id.as_str())
            .effect(html! { p { (t.portal_remove_member_effect()) } })
            .yes(button(yes).danger())
            .back(t.web_cancel(), "/portal/users"))
    }))
}

fn member_rows(cx: &Cx, membership: &Membership, members: &[Member], csrf: &str) -> Markup {
    let t = cx.text();
    let me = cx.person().map(|person| person.id.as_str()).unwrap_or_default();
    let mut rows = table(t.portal_users())
        .column(column(t.portal_email()))
        .column(column(t.portal_name()))
        .column(column(t.portal_role()))
        .column(column(t.portal_last_login()))
        .column(column(t.portal_actions()).actions());
    for member in members {
        let is_me = member.user_id == me;
        let act = html! {
            (hidden("organisation", membership.organisation.id.as_str()))
            (hidden("user", member.user_id.as_str()))
            (button(if is_me { t.portal_leave() } else { t.portal_remove_member() }).small())
        };
        let tone = if member.role == MemberRole::Owner { Tone::Info } else { Tone::Plain };
        rows = rows.row([
            html! { bdi { (member.email) } },
            html! { bdi { (member.name) } },
            html! { (badge(tone, role_word(t, member.role))) },
            html! {
                @if let Some(at_ms) = member.last_login_at_ms { (when(cx, at_ms)) } @else { (t.portal_never_signed_in()) }
            },
            html! {
                @if is_me || membership.role == MemberRole::Owner {
                    (form("/portal/users/remove", csrf).inline().body(act))
                }
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
        "added_mailed" => Some(t.portal_done_added_mailed()),
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
        Ok(is_mailed) => {
            let word = if is_mailed { "added_mailed" } else { "added" };
            Ok(see_other(&format!("{}/users?done={word}", path_of(&package))))
        }
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
        @if owns(right) && is_open(package) {
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
