//! Who asks: by session cookie, by bearer token, or by the legacy `x-api-key`.

use std::sync::Arc;

use axum::http::{HeaderMap, header};
use seatwarden_base::{Error, Kind, Refusal, Result};

use super::cookies;
use crate::{
    accounts::{
        api_tokens, api_v09, callers,
        feature_management::{self, ProfileTab, UserProfile},
        seats::{self, Seats},
        sessions,
    },
    cx::{Caller, Cx, Permission, SignedIn},
};

/// The token is not one of ours, was revoked, or has run out.
pub const BAD_TOKEN: Refusal = Refusal::new(Kind::Unauthenticated, "web.bad_token");

/// Finds the caller. A credential that is not good leaves the request without a caller and remembers why:
/// public pages still answer, everything else passes the reason on.
pub(super) async fn identify(cx: &mut Cx, headers: &HeaderMap, is_api: bool) -> Result<()> {
    // What the license says is asked again at most once a second: existing sessions feel at once that it changed.
    cx.license.get(cx).await?;
    let mut around = None;
    let found = match credential(headers, is_api, cx.request.secure) {
        Credential::None => Ok(None),
        Credential::Bearer(token) => needed(api_tokens::identify(cx, token).await, BAD_TOKEN),
        Credential::ApiKey(header) => api_v09::identify(cx, header).await.map(Some),
        Credential::Cookie(token) if is_api => needed(sessions::identify(cx, token).await, sessions::ENDED),
        Credential::Cookie(token) => Box::pin(of_page(cx, token)).await.map(|(found, profile, seats)| {
            around = Some((profile, seats));
            Some(found)
        }),
    };
    match found {
        Ok(None) => {}
        Ok(Some(signed_in)) => {
            if let Some(language) = signed_in.language {
                cx.language = language;
            }
            cx.caller = Caller::User(signed_in);
            if let Some((profile, seats)) = around {
                cx.shows_profile = profile.active;
                cx.shows_preferences = profile.shows(ProfileTab::Preferences);
                cx.seats = cx.may(Permission::ReadSeats).then(|| Arc::new(seats));
            }
            if is_api && callers::is_off(cx).await? {
                cx.caller = Caller::Anonymous;
                cx.credential_refused = Some(callers::SWITCHED_OFF);
            }
        }
        Err(Error::Refusal(refusal)) => cx.credential_refused = Some(*refusal),
        Err(fault) => return Err(fault),
    }
    Ok(())
}

/// Who opens a page, and what its menus follow from: side by side, because on PostgreSQL most of the time goes by on the way
/// there and back.
async fn of_page(cx: &Cx, token: &str) -> Result<(Arc<SignedIn>, UserProfile, Seats)> {
    tokio::try_join!(
        async { sessions::identify(cx, token).await?.ok_or_else(|| sessions::ENDED.into()) },
        feature_management::user_profile(cx),
        seats::current(cx)
    )
}

fn needed(found: Result<Option<Arc<SignedIn>>>, refusal: Refusal) -> Result<Option<Arc<SignedIn>>> {
    found?.map_or(Err(refusal.into()), |signed_in| Ok(Some(signed_in)))
}

enum Credential<'a> {
    None,
    Bearer(&'a str),
    ApiKey(&'a str),
    Cookie(&'a str),
}

/// The credential that counts: a header wins over a cookie, because a script sent it on purpose. Tokens
/// open the API only, never a page.
fn credential(headers: &HeaderMap, is_api: bool, secure: bool) -> Credential<'_> {
    if is_api {
        if let Some(value) = headers.get(header::AUTHORIZATION) {
            let value = value.to_str().unwrap_or_default();
            let token = value.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
            return Credential::Bearer(token.map_or("", |(_, token)| token.trim()));
        }
        if let Some(value) = headers.get("x-api-key") {
            return Credential::ApiKey(value.to_str().unwrap_or_default());
        }
    }
    match cookies::read(headers, cookies::session_name(secure)) {
        Some(token) => Credential::Cookie(token),
        None => Credential::None,
    }
}
