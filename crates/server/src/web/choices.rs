//! Theme and language, chosen on any page; kept by the browser, and the language by the user as well.

use axum::{
    Router,
    http::header,
    response::{IntoResponse, Response},
    routing::post,
};
use seatwarden_base::Error;
use serde::Deserialize;

use super::{Form, WebResult, cookies, own_path, see_other};
use crate::{
    accounts::{
        feature_management::{self, ProfileTab},
        users,
    },
    cx::{Caller, Cx},
    text::Language,
};

const YEAR_SECONDS: i64 = 365 * 24 * 3600;

/// Where the choices are posted.
pub(super) fn router() -> Router {
    Router::new().route("/theme", post(theme)).route("/language", post(language))
}

#[derive(Deserialize)]
struct Theme {
    theme: String,
    #[serde(default)]
    back: String,
}

async fn theme(cx: Cx, Form(chosen): Form<Theme>) -> WebResult {
    let theme = super::frame::Theme::from_name(&chosen.theme).name();
    Ok(remember(&cx, "theme", theme, &chosen.back))
}

#[derive(Deserialize)]
struct Chosen {
    language: String,
    #[serde(default)]
    back: String,
}

async fn language(cx: Cx, Form(chosen): Form<Chosen>) -> WebResult {
    // A viewer's choice is for this browser; the user's own stays.
    if let Caller::User(signed_in) = &cx.caller
        && cx.viewer().is_none()
    {
        match feature_management::require_tab(&cx, ProfileTab::Preferences).await {
            Ok(_) => users::set_language(&cx, &chosen.language).await?,
            // Where neither user nor group has a language, what the browser says counts, as before the sign-in.
            Err(Error::Refusal(_)) if signed_in.language.is_none() => {}
            Err(other) => return Err(other.into()),
        }
    }
    let language = Language::parse(&chosen.language).unwrap_or(cx.language);
    Ok(remember(&cx, "language", language.code(), &chosen.back))
}

fn remember(cx: &Cx, name: &str, value: &str, back: &str) -> Response {
    let mut response = see_other(own_path(back).unwrap_or("/")).into_response();
    if let Some(cookie) = cookies::set(name, value, Some(YEAR_SECONDS), cx.request.secure) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
