//! Admin > Sys. Admin: offering the role, accepting it, and giving the account to another person.

use axum::{
    Router,
    http::header,
    response::Response,
    routing::{get, post},
};
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Refusal, Result, secret::Secret};
use serde::Deserialize;

use super::{
    actions,
    model::{InTheWay, NewHolder, OFFER_DAYS, Open, UNKNOWN_USER},
};
use crate::{
    accounts::ownership::{
        self, Owner,
        pages::{counts_table, person_field},
    },
    common::outbox,
    cx::{Caller, Cx, Permission, Person},
    text::Text,
    web::{
        Form, View, WebResult,
        admin::{self, AdminPage},
        cookies, field_error,
        parts::{Tone, button, checkbox, definitions, field, form, link_button, notice, page_header, panel},
        problems, see_other,
    },
};

const HERE: &str = AdminPage::SysAdmin.path();

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route(HERE, get(show))
        .route("/admin/sysadmin/offer", post(offer))
        .route("/admin/sysadmin/end-offer", post(end_offer))
        .route("/admin/sysadmin/accept", post(accept))
        .route("/admin/sysadmin/account", get(account).post(give_account))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Done {
    done: String,
}

async fn show(cx: Cx, axum::extract::Query(asked): axum::extract::Query<Done>) -> WebResult {
    page(&cx, &Typed::default(), None, &asked.done).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    to: String,
    current_password: Secret,
}

async fn offer(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    match actions::offer(&cx, &typed.to, &typed.current_password).await {
        Ok(()) => Ok(see_other(&format!("{HERE}?done=offered"))),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            page(&cx, &typed, Some(&refusal), "").await
        }
        Err(other) => Err(other.into()),
    }
}

async fn end_offer(cx: Cx, Form(()): Form<()>) -> WebResult {
    actions::end_offer(&cx).await?;
    let back = if cx.may(Permission::ManageSysAdmin) { format!("{HERE}?done=ended") } else { "/".to_owned() };
    Ok(see_other(&back))
}

async fn accept(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    match actions::accept(&cx, &typed.current_password).await {
        Ok(session) => {
            if let Some(started) = session {
                cookies::renew(&cx, &started);
            }
            Ok(see_other(&format!("{HERE}?done=accepted")))
        }
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            page(&cx, &typed, Some(&refusal), "").await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>, done: &str) -> WebResult {
    let open = actions::look(cx).await?;
    let unknown = refusal.is_some_and(|refusal| refusal.code == UNKNOWN_USER.code);
    let candidates = if unknown { ownership::candidates(cx, &typed.to).await? } else { Vec::new() };
    let t = cx.text();
    let done = match done {
        "offered" => Some(t.sysadmin_transfer_done_offered()),
        "ended" => Some(t.sysadmin_transfer_done_ended()),
        "accepted" => Some(t.sysadmin_transfer_done_accepted()),
        _ => None,
    };
    let view = admin::view(cx, AdminPage::SysAdmin, t.sysadmin_transfer_title(), done).refused(refusal);
    let is_offered = open.as_ref().is_some_and(|open| cx.person().is_ok_and(|own| own.id == open.to.id));
    let response: Response = view.page(html! {
        (page_header(t.sysadmin_transfer_title()).lead(html! { (t.sysadmin_transfer_lead()) }))
        @match &open {
            Some(open) if is_offered => { (offered(cx, view.csrf(), open, refusal)) }
            Some(open) => { (waiting(t, view.csrf(), open)) }
            None => {
                (panel(offer_form(t, view.csrf(), typed, &candidates, refusal))
                    .title(t.sysadmin_transfer_offer_title())
                    .lead(html! { (t.sysadmin_transfer_offer_lead(OFFER_DAYS)) }))
            }
        }
        @if !is_offered {
            (panel(html! {
                div.actions { (link_button(t.sysadmin_transfer_account(), "/admin/sysadmin/account")) }
            }).title(t.sysadmin_transfer_account()).lead(html! { (t.sysadmin_transfer_account_lead()) }))
        }
    });
    Ok(response)
}

fn offer_form(t: Text, csrf: &str, typed: &Typed, candidates: &[Owner], refusal: Option<&Refusal>) -> Markup {
    html! {
        (form("/admin/sysadmin/offer", csrf).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (person_field(t, "to", t.sysadmin_transfer_to(), (&typed.to, candidates),
                field_error(t, refusal, "to")))
            p { (t.sysadmin_transfer_offer_ends()) }
            (password(t, refusal))
            div.actions { (button(t.sysadmin_transfer_offer()).primary()) }
        }))
    }
}

fn password(t: Text, refusal: Option<&Refusal>) -> Markup {
    html! {
        (field("current_password", t.profile_current_password()).current_password(t.web_show_password())
            .required().error(field_error(t, refusal, "current_password")))
    }
}

/// The offer as its maker sees it.
fn waiting(t: Text, csrf: &str, open: &Open) -> Markup {
    let until = t.date_time(open.expires_at_ms);
    let (name, email) = (open.to.display_name(), open.to.email.as_str());
    html! {
        (panel(html! {
            @if open.can_be_accepted() { p { (t.sysadmin_transfer_waiting(name, email, until)) } }
            @else { (notice(Tone::Warning, html! { p { (t.sysadmin_transfer_waiting_in_vain(name, email, until)) } })) }
            p { (t.sysadmin_transfer_offer_ends()) }
            (form("/admin/sysadmin/end-offer", csrf).body(html! {
                div.actions { (button(t.sysadmin_transfer_withdraw())) }
            }))
        }).title(t.sysadmin_transfer_waiting_title()))
    }
}

/// A word on the first page to whom the role is offered; nothing for everybody else.
pub async fn offered_notice(cx: &Cx) -> Result<Option<Markup>> {
    let (open, t) = (actions::offered_to_reader(cx).await?, cx.text());
    Ok(open.map(|open| {
        let until = t.date_time(open.expires_at_ms);
        let text = t.sysadmin_transfer_offered(open.from.display_name(), open.from.email.clone(), until);
        notice(Tone::Info, html! { p { (text) } })
            .title(t.sysadmin_transfer_offered_title())
            .action(link_button(t.sysadmin_transfer_answer(), HERE))
            .render()
    }))
}

/// The offer as its receiver sees it.
fn offered(cx: &Cx, csrf: &str, open: &Open, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    let until = t.date_time(open.expires_at_ms);
    html! {
        (panel(html! {
            p { (t.sysadmin_transfer_offered(open.from.display_name(), open.from.email.clone(), until)) }
            @if cx.may(Permission::ChangeOwnAccount) {
                (form("/admin/sysadmin/accept", csrf).problems(t.web_problems(), problems(t, refusal)).body(html! {
                    (password(t, refusal))
                    div.actions { (button(t.sysadmin_transfer_accept()).primary()) }
                }))
            } @else { p { (t.profile_read_only()) } }
            (form("/admin/sysadmin/end-offer", csrf).body(html! {
                div.actions { (button(t.sysadmin_transfer_decline()).quiet()) }
            }))
        }).title(t.sysadmin_transfer_offered_title()))
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Account {
    email: String,
    first_name: String,
    last_name: String,
    /// None in the form of the user's page, which asks for no password: that one only leads here.
    current_password: Option<Secret>,
    other_email: String,
    deactivates: String,
    /// Whether the guided step was shown; only then an empty box means "do not switch off".
    guided: String,
}

impl Account {
    /// The form of the user's page holds the names of the person so far. Those that nobody changed there are not the new
    /// one's; whoever has the address now brings their own.
    fn name_the_new_one(&mut self, before: &Person, in_the_way: Option<&InTheWay>) {
        let (first, last) =
            (self.first_name.trim() == before.first_name, self.last_name.trim() == before.last_name);
        let known = in_the_way.map(|other| &other.person).filter(|_| first && last);
        if first {
            self.first_name = known.map(|person| person.first_name.clone()).unwrap_or_default();
        }
        if last {
            self.last_name = known.map(|person| person.last_name.clone()).unwrap_or_default();
        }
    }
}

async fn account(cx: Cx) -> WebResult {
    cx.require(Permission::ManageSysAdmin)?;
    Ok(account_page(&cx, &Account::default(), None, None))
}

async fn give_account(cx: Cx, Form(mut typed): Form<Account>) -> WebResult {
    let Some(current_password) = typed.current_password.clone() else {
        let in_the_way = actions::in_the_way(&cx, &typed.email).await?;
        typed.name_the_new_one(cx.person()?, in_the_way.as_ref());
        return Ok(account_page(&cx, &typed, in_the_way.as_ref(), None));
    };
    let new = NewHolder {
        email: typed.email.clone(),
        first_name: typed.first_name.clone(),
        last_name: typed.last_name.clone(),
        current_password,
        other_email: typed.other_email.clone(),
        deactivates: typed.deactivates == "on",
    };
    match actions::give_account(&cx, &new).await {
        Ok(()) => Ok(given(&cx, &typed.email)),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() || is_about_mails(&refusal) => {
            let in_the_way = actions::in_the_way(&cx, &typed.email).await?;
            Ok(account_page(&cx, &typed, in_the_way.as_ref(), Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Whether the mail that gives the account away cannot leave, which is mended elsewhere: what was typed waits for it.
fn is_about_mails(refusal: &Refusal) -> bool {
    [outbox::SWITCHED_OFF.code, outbox::NO_WAY_OUT.code].contains(&refusal.code)
}

/// The session ended with the account, so this page is for nobody in particular.
fn given(cx: &Cx, email: &str) -> Response {
    let cx = cx.clone().with_caller(Caller::Anonymous);
    let t = cx.text();
    let view = View::new(&cx, t.sysadmin_transfer_account());
    let mut response = view.card(html! {
        h1 { (t.sysadmin_transfer_account()) }
        (notice(Tone::Success, html! { p { (t.sysadmin_transfer_account_given(email, cx.config.invitations.link_hours)) } }))
        div.actions { (link_button(t.web_back_to_login(), "/login").primary()) }
    });
    let secure = cx.request.secure;
    if let Some(cookie) = cookies::remove(cookies::session_name(secure), secure) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn account_page(
    cx: &Cx,
    typed: &Account,
    in_the_way: Option<&InTheWay>,
    refusal: Option<&Refusal>,
) -> Response {
    let t = cx.text();
    let view = admin::view(cx, AdminPage::SysAdmin, t.sysadmin_transfer_account(), None).refused(refusal);
    let body = html! {
        (field("email", t.sysadmin_transfer_new_email()).email().autocomplete("off").value(typed.email.as_str())
            .max_length(254).required().error(field_error(t, refusal, "email")))
        @if let Some(other) = in_the_way { (way_out(t, typed, other, refusal)) }
        div.row {
            (field("first_name", t.profile_first_name()).value(typed.first_name.as_str()).autocomplete("off")
                .max_length(100).error(field_error(t, refusal, "firstName")))
            (field("last_name", t.profile_last_name()).value(typed.last_name.as_str()).autocomplete("off")
                .max_length(100).error(field_error(t, refusal, "lastName")))
        }
        (password(t, refusal))
        div.actions {
            (button(t.sysadmin_transfer_give()).primary())
            (link_button(t.web_cancel(), HERE))
        }
    };
    view.page(html! {
        (page_header(t.sysadmin_transfer_account()).lead(html! { (t.sysadmin_transfer_account_lead()) }))
        (notice(Tone::Info, html! { p { (t.sysadmin_transfer_own_address()) } })
            .action(link_button(t.sysadmin_transfer_own_address_button(), "/profile")))
        (panel(html! {
            p { (t.sysadmin_transfer_account_keeps()) }
            p { (t.sysadmin_transfer_account_ends()) }
            p { (t.sysadmin_transfer_account_clears()) }
            p { (t.sysadmin_transfer_account_mail(cx.config.invitations.link_hours)) }
        }))
        (panel(form("/admin/sysadmin/account", view.csrf()).problems(t.web_problems(), problems(t, refusal))
            .body(body)))
    })
}

/// What becomes of the user who has the address: explained, and asked for in the same form.
fn way_out(t: Text, typed: &Account, other: &InTheWay, refusal: Option<&Refusal>) -> Markup {
    let person = &other.person;
    let suggestion = match person.email.split_once('@') {
        Some((local, domain)) if typed.other_email.is_empty() => format!("{local}.old@{domain}"),
        _ => typed.other_email.clone(),
    };
    let deactivates = typed.guided != "yes" || typed.deactivates == "on";
    html! {
        input type="hidden" name="guided" value="yes";
        (notice(Tone::Warning, html! {
            p { (t.sysadmin_transfer_taken_text(person.display_name())) }
        }).title(t.sysadmin_transfer_taken_title()))
        (definitions()
            .row(t.users_user_name(), html! { bdi { (person.user_name) } })
            .row(t.users_role(), html! { (t.role_name(person.role.base.name(), &person.role.display_name)) }))
        @if !other.owned.is_empty() { (counts_table(t, &other.owned)) }
        (field("other_email", t.sysadmin_transfer_other_email()).email().autocomplete("off").value(suggestion)
            .max_length(254).error(field_error(t, refusal, "otherEmail")))
        (checkbox("deactivates", t.sysadmin_transfer_deactivates()).checked(deactivates)
            .hint(t.sysadmin_transfer_deactivates_hint()))
    }
}
