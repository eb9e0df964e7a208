//! Customers: the list, adding one, and one with its people and packages.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Refusal, Result};
use serde::Deserialize;

use super::super::actions;
use crate::{
    cx::{Cx, Permission},
    licensing::{
        organisations::{self, Organisation},
        packages::{self, Package},
        portal::pages::{
            environment_word, kind_word, refused, role_word, shown_here, standing_tone, standing_word,
        },
        sign_up::NewAccount,
    },
    text::rfc3339,
    web::{
        Form, NOT_FOUND, WebResult, field_error,
        issuer::{IssuerPage, view},
        parts::{
            Icon, Tone, badge, button, column, confirmation, empty, field, form, hidden, link_button, moment,
            notice, page_header, pager, panel, search, table,
        },
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/issuer", get(list))
        .route("/issuer/customers", post(add))
        .route("/issuer/customers/{id}", get(show))
        .route("/issuer/customers/{id}/members/remove", post(remove_member))
        .route("/issuer/customers/{id}/rename", post(rename))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    name: String,
    after: String,
    done: String,
}

async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    Ok(page(&cx, &asked, &Typed::default(), None).await?)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    organisation: String,
    email: String,
    first_name: String,
    last_name: String,
}

async fn add(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let owner = NewAccount {
        email: &typed.email,
        first_name: &typed.first_name,
        last_name: &typed.last_name,
        language: None,
    };
    match shown_here(actions::add_customer(&cx, &typed.organisation, &owner).await)? {
        Ok(made) => Ok(see_other(&format!("/issuer/customers/{}?done=added", made.id))),
        Err(refusal) => Ok(page(&cx, &Asked::default(), &typed, Some(&refusal)).await?),
    }
}

async fn page(cx: &Cx, asked: &Asked, typed: &Typed, refusal: Option<&Refusal>) -> Result<Response> {
    let (found, next) = actions::customers(cx, &asked.search, (&asked.name, &asked.after)).await?;
    let t = cx.text();
    let next = next.map(|(name, id)| {
        let pairs = [("search", asked.search.as_str()), ("name", &name), ("after", &id)];
        format!("/issuer?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    });
    let view = view(cx, IssuerPage::Customers, t.issuer_customers(), None).refused(refusal);
    let mut rows = table(t.issuer_customers())
        .column(column(t.issuer_customer()))
        .column(column(t.issuer_members()).numeric())
        .column(column(t.issuer_since()));
    for (organisation, members) in &found {
        let at_ms = organisation.created_at_ms;
        rows = rows.row([
            html! {
                a href=(format!("/issuer/customers/{}", organisation.id)) { bdi { (organisation.name) } }
                @if organisation.is_signed_up { " " (badge(Tone::Warning, t.issuer_signed_up())) }
            },
            html! { (t.number(*members)) },
            html! { (moment(t.date(at_ms), rfc3339(at_ms))) },
        ]);
    }
    Ok(view.page(html! {
        (page_header(t.issuer_customers()).lead(html! { (t.issuer_customers_lead()) }))
        (search("/issuer", "search", t.issuer_search(), asked.search.as_str()))
        @if found.is_empty() { (empty(t.issuer_no_customers(), t.issuer_no_customers_lead()).icon(Icon::Groups)) }
        @else {
            (panel(html! {
                (rows)
                (pager(t.issuer_customers(), t.issuer_shown(i64::try_from(found.len()).unwrap_or_default()))
                    .next(t.portal_older_next(), next))
            }).flush())
        }
        @if cx.may(Permission::LicensesManage) { (add_form(cx, typed, refusal, view.csrf())) }
    }))
}

fn add_form(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>, csrf: &str) -> Markup {
    let t = cx.text();
    let error = |name| field_error(t, refusal, name);
    let fields = html! {
        (field("organisation", t.sign_up_organisation()).value(typed.organisation.as_str()).max_length(100).required()
            .error(error("organisation")))
        (field("email", t.issuer_owner_email()).email().value(typed.email.as_str()).max_length(254).required()
            .hint(t.sign_up_email_hint()).error(error("email")))
        (field("first_name", t.sign_up_first_name()).value(typed.first_name.as_str()).max_length(100)
            .error(error("firstName")))
        (field("last_name", t.sign_up_last_name()).value(typed.last_name.as_str()).max_length(100)
            .error(error("lastName")))
        div.actions { (button(t.issuer_add_customer()).primary()) }
    };
    html! {
        (panel(form("/issuer/customers", csrf).problems(t.web_problems(), problems(t, refusal)).body(fields))
            .title(t.issuer_add_customer()))
    }
}

async fn show(cx: Cx, Path(id): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    one(&cx, &id, &asked, None).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Renamed {
    name: String,
    version: i64,
}

async fn rename(cx: Cx, Path(id): Path<String>, Form(typed): Form<Renamed>) -> WebResult {
    match shown_here(organisations::rename(&cx, &id, typed.version, &typed.name).await)? {
        Ok(()) => Ok(see_other(&format!("/issuer/customers/{id}?done=renamed"))),
        Err(refusal) => one(&cx, &id, &Asked::default(), Some((&typed.name, &refusal))).await,
    }
}

/// The form that gives a customer another name, with what was typed and why it was refused.
fn rename_form(cx: &Cx, organisation: &Organisation, csrf: &str, wrong: Option<(&str, &Refusal)>) -> Markup {
    let t = cx.text();
    let refusal = wrong.map(|(_, refusal)| refusal);
    let name = wrong.map_or(organisation.name.as_str(), |(name, _)| name);
    let error = refusal.map(|refusal| t.refusal(refusal).0);
    let body = html! {
        (hidden("version", organisation.version.to_string()))
        (field("name", t.sign_up_organisation()).value(name).max_length(100).required().error(error))
        div.actions { (button(t.issuer_rename())) }
    };
    let action = format!("/issuer/customers/{}/rename", organisation.id);
    html! {
        (panel(form(action, csrf).problems(t.web_problems(), problems(t, refusal)).body(body))
            .title(t.issuer_rename()).lead(html! { (t.issuer_rename_lead()) }))
    }
}

async fn one(cx: &Cx, id: &str, asked: &Asked, wrong: Option<(&str, &Refusal)>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let organisation = organisations::find(cx, id).await?;
    let members = organisations::members(cx, id).await?;
    let (packages, next) = packages::list(cx, id, &asked.after).await?;
    let next = next.map(|after| format!("/issuer/customers/{id}?after={after}"));
    let t = cx.text();
    let done = match asked.done.as_str() {
        "added" => Some(t.portal_done_added_mailed()),
        "renamed" => Some(t.issuer_renamed()),
        "member_removed" => Some(t.portal_done_member_removed()),
        _ => None,
    };
    let view = view(cx, IssuerPage::Customers, organisation.name.clone(), done);
    let view = view.refused(wrong.map(|(_, refusal)| refusal));
    let mut people = table(t.issuer_members())
        .column(column(t.portal_email()))
        .column(column(t.portal_name()))
        .column(column(t.portal_role()))
        .column(column(t.portal_actions()).actions());
    for member in &members {
        let take_off = html! {
            (hidden("user", member.user_id.as_str()))
            (button(t.portal_remove_member()).small())
        };
        people = people.row([
            html! { a href=(format!("/admin/users/{}", member.user_id)) { bdi { (member.email) } } },
            html! { bdi { (member.name) } },
            html! { (role_word(t, member.role)) },
            html! {
                @if cx.may(Permission::LicensesManage) {
                    (form(format!("/issuer/customers/{id}/members/remove"), view.csrf()).inline().body(take_off))
                }
            },
        ]);
    }
    Ok(view.page(html! {
        (page_header(organisation.name.as_str()).actions(html! {
            @if cx.may(Permission::LicensesManage) {
                (link_button(t.issuer_issue(), format!("/issuer/customers/{}/new-package", organisation.id)).primary())
            }
        }))
        @if organisation.is_signed_up {
            (notice(Tone::Warning, html! { p { (t.issuer_signed_up_lead()) } }))
        }
        (package_list(cx, &organisation, &packages, next))
        (panel(people).title(t.issuer_members()).flush())
        @if cx.may(Permission::LicensesManage) { (rename_form(cx, &organisation, view.csrf(), wrong)) }
    }))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Who {
    user: String,
    confirmed: String,
}

async fn remove_member(cx: Cx, Path(id): Path<String>, Form(who): Form<Who>) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let organisation = organisations::find(&cx, &id).await?;
    let here = format!("/issuer/customers/{}", organisation.id);
    let refusal = if who.confirmed == "yes" {
        match shown_here(packages::remove_member(&cx, &organisation.id, &who.user).await)? {
            Ok(()) => return Ok(see_other(&format!("{here}?done=member_removed"))),
            Err(refusal) => Some(refusal),
        }
    } else {
        None
    };
    let members = organisations::members(&cx, &organisation.id).await?;
    let member = members.iter().find(|member| member.user_id == who.user).ok_or(NOT_FOUND)?;
    let t = cx.text();
    let title = t.portal_remove_member_title(member.email.clone(), organisation.name.clone());
    let view = view(&cx, IssuerPage::Customers, title.clone(), None).refused(refusal.as_ref());
    Ok(view.page(html! {
        @if let Some(refusal) = &refusal { (refused(t, refusal)) }
        (confirmation(title, format!("{here}/members/remove"), view.csrf())
            .carry("user", member.user_id.as_str())
            .effect(html! { p { (t.portal_remove_member_effect()) } })
            .yes(button(t.portal_remove_member()).danger())
            .back(t.web_cancel(), here.as_str()))
    }))
}

fn package_list(cx: &Cx, organisation: &Organisation, packages: &[Package], next: Option<String>) -> Markup {
    let t = cx.text();
    if packages.is_empty() {
        let href = format!("/issuer/customers/{}/new-package", organisation.id);
        return html! {
            (empty(t.portal_no_package(), t.issuer_no_packages_lead()).icon(Icon::Key)
                .action(link_button(t.issuer_issue(), href)))
        };
    }
    let mut rows = table(t.issuer_packages())
        .column(column(t.portal_package()))
        .column(column(t.portal_type()))
        .column(column(t.portal_environment()))
        .column(column(t.portal_expiration()))
        .column(column(t.issuer_state()));
    for package in packages {
        let standing = package.terms.standing(cx.now_ms);
        let until = package.terms.valid_until_ms;
        rows = rows.row([
            html! {
                a href=(format!("/issuer/packages/{}", package.code)) { bdi { (package.terms.name) } }
                span.quiet-line { bdi { (package.code) } }
            },
            html! { (kind_word(t, package.terms.kind)) },
            html! { (environment_word(t, package.terms.environment)) },
            html! {
                @if let Some(at_ms) = until { (moment(t.date(at_ms), rfc3339(at_ms))) } @else { (t.portal_never()) }
            },
            html! { (badge(standing_tone(standing), standing_word(t, standing))) },
        ]);
    }
    let body = html! {
        (rows)
        @if next.is_some() { (pager(t.issuer_packages(), "").next(t.portal_older_next(), next)) }
    };
    html! { (panel(body).title(t.issuer_packages()).flush()) }
}
