//! The buttons that let a user in or keep them out: invitation, deactivating, reactivating.

use axum::{
    Router,
    extract::Path,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::Error;
use serde::Deserialize;

use super::{
    super::{Look, UserPatch, cancel_invitation, invite_again, look, update},
    tabs::{self, Tab},
};
use crate::{
    accounts::one_time_links::{self, Purpose},
    common::outbox::MailState,
    cx::{Cx, Permission},
    web::{
        Form, WebResult,
        parts::{Confirm, button, confirmation, form, link_button, panel},
        see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/admin/users/{id}/deactivate", get(ask).post(deactivate))
        .route("/admin/users/{id}/reactivate", post(reactivate))
        .route("/admin/users/{id}/invite", post(invite))
        .route("/admin/users/{id}/cancel-invitation", post(cancel))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Confirmed {
    confirmed: String,
}

/// The question with its numbers, for browsers without scripts.
async fn ask(cx: Cx, Path(id): Path<String>) -> WebResult {
    cx.require(Permission::ChangeUsers)?;
    let look = look(&cx, &id).await?;
    let t = cx.text();
    let view = tabs::view(&cx, &look, "");
    let here = Tab::Account.path(&look.user.person.id);
    let question = confirmation(
        t.users_deactivate_title(look.user.person.display_name()),
        format!("{here}/deactivate"),
        view.csrf(),
    )
    .effect(html! { p { (t.users_deactivate_text(look.sessions.len(), look.api_tokens.len())) } })
    .yes(button(t.users_deactivate()).danger())
    .back(t.web_cancel(), here);
    Ok(view.page(question))
}

async fn deactivate(cx: Cx, Path(id): Path<String>, Form(answer): Form<Confirmed>) -> WebResult {
    cx.require(Permission::ChangeUsers)?;
    let here = Tab::Account.path(&id);
    if answer.confirmed != "yes" {
        return Ok(see_other(&format!("{here}/deactivate")));
    }
    set_active(&cx, &id, false).await?;
    Ok(see_other(&format!("{here}?done=deactivated")))
}

async fn reactivate(cx: Cx, Path(id): Path<String>, Form(()): Form<()>) -> WebResult {
    set_active(&cx, &id, true).await?;
    Ok(see_other(&format!("{}?done=reactivated", Tab::Account.path(&id))))
}

async fn set_active(cx: &Cx, id: &str, active: bool) -> seatwarden_base::Result<()> {
    update(cx, id, UserPatch { active: Some(active), ..UserPatch::default() }).await.map(|_| ())
}

async fn invite(cx: Cx, Path(id): Path<String>, Form(()): Form<()>) -> WebResult {
    invite_again(&cx, &id).await?;
    Ok(see_other(&format!("{}?done={}", Tab::Account.path(&id), invited(&cx).await?)))
}

/// What a page says after somebody was invited: if such mails do not leave, no link is on its way.
pub(super) async fn invited(cx: &Cx) -> seatwarden_base::Result<&'static str> {
    Ok(if are_invitations_mailed(cx).await? { "invited" } else { "invited_off" })
}

/// Whether mails with invitations leave this server.
pub(super) async fn are_invitations_mailed(cx: &Cx) -> seatwarden_base::Result<bool> {
    match one_time_links::require_leaving(&mut cx.db.read().await?, cx, Purpose::Invitation).await {
        Ok(()) => Ok(true),
        Err(Error::Refusal(_)) => Ok(false),
        Err(fault) => Err(fault),
    }
}

async fn cancel(cx: Cx, Path(id): Path<String>, Form(()): Form<()>) -> WebResult {
    cancel_invitation(&cx, &id).await?;
    Ok(see_other(&format!("{}?done=cancelled", Tab::Account.path(&id))))
}

/// The open invitation of a user who has no password yet, and what can be done with it.
pub(super) fn invitation(cx: &Cx, look: &Look, csrf: &str) -> Markup {
    let is_possible = look.can_be_invited() && !look.has_password && !look.user.person.active;
    if !is_possible || !look.may_change || !cx.may(Permission::AddUsers) {
        return Markup::default();
    }
    let t = cx.text();
    let here = Tab::Account.path(&look.user.person.id);
    html! {
        (panel(html! {
            @if let Some(at_ms) = look.invited_at_ms {
                p { (match look.invitation_mail {
                    Some(MailState::Failed) => t.users_invitation_failed(t.ago(at_ms, cx.now_ms)),
                    Some(MailState::Off) => t.users_invitation_off(t.ago(at_ms, cx.now_ms)),
                    Some(MailState::Waiting) => t.users_invitation_waiting(t.ago(at_ms, cx.now_ms)),
                    Some(MailState::Sent) | None => t.users_invitation_lead(t.ago(at_ms, cx.now_ms)),
                }) }
                p {
                    @match look.invited_until_ms {
                        Some(until_ms) => {
                            (t.users_invitation_until(t.date_time(until_ms))) " " (t.users_invitation_not_arrived())
                        }
                        None => (t.users_invitation_over()),
                    }
                }
            }
            div.actions {
                (form(format!("{here}/invite"), csrf).inline().body(button(t.users_invite_again())))
                @if look.invited_at_ms.is_some() {
                    (form(format!("{here}/cancel-invitation"), csrf).inline()
                        .body(button(t.users_cancel_invitation())))
                }
            }
        }).title(t.users_invitation()))
    }
}

/// Deactivating and its way back, and the way to the page that deletes.
pub(super) fn ending(cx: &Cx, look: &Look, csrf: &str) -> Markup {
    let person = &look.user.person;
    let is_own = cx.person().is_ok_and(|own| own.id == person.id);
    if !look.may_change || is_own || look.is_sysadmin() {
        return Markup::default();
    }
    let t = cx.text();
    let here = Tab::Account.path(&person.id);
    let deactivate = form(format!("{here}/deactivate"), csrf)
        .inline()
        .confirm(Confirm {
            title: t.users_deactivate_title(person.display_name()).into(),
            text: t.users_deactivate_text(look.sessions.len(), look.api_tokens.len()).into(),
            yes: t.users_deactivate().into(),
            no: t.web_cancel().into(),
        })
        .body(button(t.users_deactivate()));
    let lead = match (person.active, look.has_password || look.invited_at_ms.is_none()) {
        (true, _) => t.users_end_access_lead(),
        (false, true) => t.users_end_access_inactive(),
        (false, false) => t.users_end_access_invited(),
    };
    let reactivate = form(format!("{here}/reactivate"), csrf).inline().body(button(t.users_reactivate()));
    html! {
        (panel(html! {
            div.actions {
                @if person.active { (deactivate) } @else if look.has_password || !look.can_be_invited() { (reactivate) }
                @if cx.may(Permission::DeleteUsers) {
                    (link_button(t.users_delete(), format!("{here}/delete")))
                }
            }
        }).title(t.users_end_access()).lead(html! { (lead) }).danger())
    }
}
