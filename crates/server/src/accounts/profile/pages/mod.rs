//! The tabs of My Profile and their menu.

mod activity;
mod api_token;
mod password;
mod personal_information;
mod preferences;
mod recovery_codes;
mod sessions;

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::access::{self, Open};
use crate::{
    accounts::feature_management::{OFF, ProfileTab},
    cx::{Cx, Permission},
    text::Text,
    web::{
        Section, View, WebResult,
        parts::{Icon, Tone, notice},
        see_other,
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route("/profile", get(first))
        .merge(personal_information::router())
        .merge(preferences::router())
        .merge(password::router())
        .merge(api_token::router())
        .merge(sessions::router())
        .merge(activity::router())
        .merge(recovery_codes::router())
}

/// Opens the first tab that is on: Personal Information, unless it is switched off. Refuses with `feature_management.off` if
/// none is.
async fn first(cx: Cx) -> WebResult {
    let open = access::look(&cx).await?;
    let first = open.tabs().next().map(path);
    let first = first.or_else(|| open.shows_activity().then_some(ACTIVITY)).ok_or(OFF)?;
    Ok(see_other(first))
}

const fn path(tab: ProfileTab) -> &'static str {
    match tab {
        ProfileTab::PersonalInformation => "/profile/personal-information",
        ProfileTab::Preferences => "/profile/preferences",
        ProfileTab::Password => "/profile/password",
        ProfileTab::ApiToken => "/profile/api-token",
        ProfileTab::Sessions => "/profile/sessions",
    }
}

const ACTIVITY: &str = "/profile/activity";
const RECOVERY_CODES: &str = "/profile/recovery-codes";

/// What a page says about the act that led to it: `?done=saved`.
#[derive(Debug, Default, Deserialize)]
struct Done {
    #[serde(default)]
    done: String,
}

type Asked = Query<Done>;

/// Whether the reader's role lets them change the account. If not, the pages show it without forms that would be refused.
fn may_change(cx: &Cx) -> bool {
    cx.may(Permission::ChangeOwnAccount)
}

/// Why there are no forms.
fn read_only(t: Text) -> Markup {
    notice(Tone::Info, html! { p { (t.profile_read_only()) } }).render()
}

/// A page of My Profile with its menu.
fn view<'a>(cx: &'a Cx, open: Open, here: &'static str, title: String, done: &str) -> View<'a> {
    let t = cx.text();
    let link = |label: String, href: &'static str, icon| (label, href, href == here, icon);
    let mut links: Vec<_> = open
        .tabs()
        .map(|tab| match tab {
            ProfileTab::PersonalInformation => link(t.profile_personal_information(), path(tab), Icon::User),
            ProfileTab::Preferences => link(t.profile_preferences(), path(tab), Icon::Globe),
            ProfileTab::Password => link(t.profile_password(), path(tab), Icon::Lock),
            ProfileTab::ApiToken => link(t.profile_api_token(), path(tab), Icon::Key),
            ProfileTab::Sessions => link(t.profile_sessions(), path(tab), Icon::Devices),
        })
        .collect();
    if open.shows_activity() {
        links.push(link(t.profile_activity(), ACTIVITY, Icon::Activity));
    }
    if open.shows_recovery_codes() {
        links.push(link(t.profile_recovery_codes(), RECOVERY_CODES, Icon::Shield));
    }
    let said = match done {
        "saved" => Some(t.profile_saved()),
        "password" => Some(t.profile_password_changed()),
        "email" => Some(t.profile_email_asked()),
        "ended" => Some(t.profile_session_ended()),
        "others-ended" => Some(t.profile_other_sessions_ended()),
        "token" => Some(t.profile_token_renewed()),
        "revoked" => Some(t.profile_token_revoked()),
        _ => None,
    };
    View::new(cx, title)
        .section(Section::Profile)
        .side(t.web_my_profile(), links)
        .toast(said.map(|text| (Tone::Success, text)))
}
