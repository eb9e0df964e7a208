//! The tabs of My Profile and their menu.

mod activity;
mod api_token;
mod password;
mod personal_information;
mod preferences;
mod recovery_codes;
mod sessions;

use axum::{Router, extract::Query, routing::get};
use seatwarden_base::Result;
use serde::Deserialize;

use crate::{
    accounts::feature_management::{self, ProfileTab, UserProfile},
    cx::{BaseRole, Cx},
    web::{
        NOT_FOUND, Section, View, WebResult,
        parts::{Icon, Tone},
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

/// Opens the first tab that is on: Personal Information, unless it is switched off.
async fn first(cx: Cx) -> WebResult {
    cx.person()?;
    let switches = feature_management::user_profile(&cx).await?;
    if !switches.active {
        return Err(NOT_FOUND.into());
    }
    Ok(see_other(switches.tabs().next().map_or("/profile/activity", path)))
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

/// Refuses unless somebody is signed in and the tab is on.
async fn open(cx: &Cx, tab: ProfileTab) -> Result<UserProfile> {
    cx.person()?;
    feature_management::require_tab(cx, tab).await
}

/// Refuses unless somebody is signed in and My Profile is on.
async fn open_always(cx: &Cx) -> Result<UserProfile> {
    cx.person()?;
    let switches = feature_management::user_profile(cx).await?;
    if switches.active { Ok(switches) } else { Err(NOT_FOUND.into()) }
}

/// A page of My Profile with its menu.
fn view<'a>(cx: &'a Cx, switches: UserProfile, here: &'static str, title: String, done: &str) -> View<'a> {
    let t = cx.text();
    let link = |label: String, href: &'static str, icon| (label, href, href == here, icon);
    let mut links: Vec<_> = switches
        .tabs()
        .map(|tab| match tab {
            ProfileTab::PersonalInformation => link(t.profile_personal_information(), path(tab), Icon::User),
            ProfileTab::Preferences => link(t.profile_preferences(), path(tab), Icon::Globe),
            ProfileTab::Password => link(t.profile_password(), path(tab), Icon::Lock),
            ProfileTab::ApiToken => link(t.profile_api_token(), path(tab), Icon::Key),
            ProfileTab::Sessions => link(t.profile_sessions(), path(tab), Icon::Devices),
        })
        .collect();
    links.push(link(t.profile_activity(), ACTIVITY, Icon::Activity));
    if cx.person().is_ok_and(|person| person.role.base == BaseRole::Super) {
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
