//! What stands on top of each page of one user: name, state, tabs, and what was just done.

use maud::{Markup, html};
use serde::Deserialize;

use super::super::Look;
use crate::{
    cx::{Cx, Origin, Permission},
    text::Text,
    web::{
        View,
        admin::{self, AdminPage},
        parts::{Tone, badge, link_button, page_header, tabs},
    },
};

/// The pages of one user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Account,
    Activity,
    Sessions,
    Tokens,
}

impl Tab {
    const fn suffix(self) -> &'static str {
        match self {
            Self::Account => "",
            Self::Activity => "/activity",
            Self::Sessions => "/sessions",
            Self::Tokens => "/tokens",
        }
    }

    /// Where it is for a user.
    pub(super) fn path(self, id: &str) -> String {
        format!("{}/{id}{}", AdminPage::Users.path(), self.suffix())
    }
}

/// What a page says about the act that led to it: `?done=saved`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Done {
    pub(super) done: String,
}

/// What stands before the number of objects that stay with others after a user was brought back.
pub(super) const BACK: &str = "back.";

fn said(t: Text, look: &Look, done: &str) -> Option<String> {
    let person = &look.user.person;
    Some(match done {
        "link" => t.users_link_sent(person.email.clone()),
        "link_only" => t.users_link_sent_only(person.email.clone()),
        _ if done.starts_with(BACK) => t.users_undone(person.display_name()),
        "added" => t.users_added(),
        "invited" => t.users_invited(),
        "invited_off" => t.users_invited_off(),
        "saved" => t.users_saved(),
        "deactivated" => t.users_deactivated(),
        "reactivated" => t.users_reactivated(),
        "cancelled" => t.users_invitation_cancelled(),
        "session" => t.users_session_ended(),
        "sessions" => t.users_sessions_ended(),
        "token" => t.users_token_revoked(),
        "service" => t.users_service_added(),
        _ => return None,
    })
}

/// A view of a page of one user.
pub(super) fn view<'a>(cx: &'a Cx, look: &Look, done: &str) -> View<'a> {
    admin::view(cx, AdminPage::Users, look.user.person.display_name(), said(cx.text(), look, done))
}

/// Name, state and tabs.
pub(super) fn head(cx: &Cx, look: &Look, tab: Tab) -> Markup {
    let t = cx.text();
    let person = &look.user.person;
    let mut row =
        tabs(t.users_tabs()).tab(t.users_tab_account(), Tab::Account.path(&person.id), tab == Tab::Account);
    if cx.may(Permission::ReadAudit) {
        row = row.tab(t.users_tab_activity(), Tab::Activity.path(&person.id), tab == Tab::Activity);
    }
    row = row.tab(t.users_tab_sessions(), Tab::Sessions.path(&person.id), tab == Tab::Sessions).tab(
        t.users_tab_tokens(),
        Tab::Tokens.path(&person.id),
        tab == Tab::Tokens,
    );
    let role = t.role_name(&person.role.name, &person.role.display_name);
    let header = page_header(person.display_name())
        .lead(html! { bdi { (person.email) } " · " (role) " " (state(t, look)) });
    let is_viewable = look.may_change && person.active && cx.may(Permission::ViewAsUsers);
    let is_equal = cx.person().is_ok_and(|own| own.role.may == person.role.may);
    let is_own = cx.person().is_ok_and(|own| own.id == person.id);
    let is_deletable = look.may_delete && !look.is_sysadmin();
    let here = Tab::Account.path(&person.id);
    let header = header.actions(html! {
        @if is_viewable && !is_equal && !look.is_sysadmin() {
            (link_button(t.users_view_as(), format!("{here}/view-as")))
        }
        @if is_deletable && !is_own { (link_button(t.users_delete(), format!("{here}/delete"))) }
    });
    html! { (header) (row) }
}

/// The state of a user as a badge.
pub(super) fn state(t: Text, look: &Look) -> Markup {
    let state = if look.lock.is_some() {
        badge(Tone::Danger, t.users_state_locked())
    } else if look.user.person.active {
        badge(Tone::Success, t.users_state_active())
    } else if look.invited_at_ms.is_some() {
        badge(Tone::Info, t.users_state_invited())
    } else {
        badge(Tone::Warning, t.users_state_inactive())
    };
    html! {
        (state)
        @if look.user.person.origin == Origin::Service { " " (badge(Tone::Info, t.users_list_origin_service())) }
    }
}
