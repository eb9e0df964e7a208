//! Signing in and out over API v1 (contract part 2.4).

use axum::{
    Router,
    body::Bytes,
    extract::Request,
    http::{HeaderMap, header},
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::{Result, secret::Secret};
use serde::Deserialize;
use serde_json::json;

use super::{
    actions::{self, SignIn},
    device_cookie::Devices,
    model::NO_SSO,
};
use crate::{
    accounts::users::bodies::{Beside, body_of_person},
    cx::{Cx, LegacyPart},
    web::{BAD_FORM, Json, WebResult, body, cookies},
};

/// Sent by clients that keep cookies, as a browser does.
const DEVICE_ID: &str = "x-device-id";

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/authentication/login", post(login))
        .route("/api/v1/authentication/logout", get(super::api_v09::logout))
        .route("/api/v1/authentication/login_saml_callback", post(saml_callback))
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    username: String,
    #[serde(default)]
    password: Secret,
}

async fn login(cx: Cx, request: Request) -> WebResult {
    let headers = request.headers().clone();
    let bytes = body(request).await?;
    if !is_json(&headers, &bytes) {
        cx.request.legacy.note(LegacyPart::FormLogin);
    }
    let typed = read(&headers, &bytes)?;
    let asked = SignIn {
        name: typed.username,
        password: typed.password,
        remember: false,
        devices: Devices::default(),
    };
    // So the platform's own pages sign in (contract part 2.4); others go on with the token alone.
    let keeps_cookies = headers.contains_key(DEVICE_ID);
    let (user, token, session) = actions::for_api(&cx, &asked, keeps_cookies).await?;
    // Nobody else sets it.
    let _ = cx.request.signed_in_as.set(user.person.id.clone());
    let profile = body_of_person(&user, &Beside::of(&cx).await?);
    let answer = json!({
        "success": true,
        "message": cx.text().sign_in_api_success(),
        "access_token": token.reveal(),
        "userId": user.person.id,
        "profile": profile,
    });
    let mut response = Json(answer).into_response();
    if let Some(session) = session {
        let secure = cx.request.secure;
        let own = cookies::of_session(&session.token, session.max_age_seconds, secure);
        let echo = cookies::readable(cookies::ECHOED, &cx.new_id()?, secure);
        for cookie in own.into_iter().chain(echo) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    Ok(response)
}

/// Where identity providers send people back to; no Single Sign On is set up, so nobody sent them there.
async fn saml_callback() -> WebResult {
    Err(NO_SSO.into())
}

/// A form, JSON, or JSON that says it is a form: clients send all three (contract part 1.3).
fn read(headers: &HeaderMap, bytes: &Bytes) -> Result<Typed> {
    if is_json(headers, bytes) {
        return crate::web::parse(bytes);
    }
    serde_urlencoded::from_bytes(bytes).map_err(|_| BAD_FORM.into())
}

fn is_json(headers: &HeaderMap, bytes: &Bytes) -> bool {
    let says_so = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("application/json"));
    says_so || bytes.trim_ascii_start().starts_with(b"{")
}
