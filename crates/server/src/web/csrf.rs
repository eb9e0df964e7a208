//! Forms are taken only from our own pages (WB-01): by what the browser says of the sender, and by a token
//! in the form that only the page of this session, or of this browser, can carry.

use axum::{
    body::HttpBody as _,
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
};
use seatwarden_base::{Kind, Refusal, Result};
use subtle::ConstantTimeEq;

use super::face::is_ending;
use crate::cx::{Caller, Cx, Proof};

/// The form came from another site.
pub const CROSS_SITE: Refusal = Refusal::new(Kind::Forbidden, "web.cross_site");
/// The form is too old, or not from one of our pages.
pub const FORM_EXPIRED: Refusal = Refusal::new(Kind::Forbidden, "web.form_expired");

/// What comes with a cookie must say that it is JSON.
const JSON_WANTED: Refusal = Refusal::new(Kind::Malformed, "web.json_wanted");
/// A call that ends or replaces something as a GET must say that no link led to it.
const XSRF_WANTED: Refusal = Refusal::new(Kind::Forbidden, "web.xsrf_wanted");
/// The kinds of bodies that a form of any site can send.
const FORM_KINDS: [&str; 3] = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"];

/// The token that every form of this reader carries.
pub fn token(cx: &Cx) -> String {
    match &cx.caller {
        Caller::User(signed_in) => match &signed_in.proof {
            Proof::Session { token_hash, .. } => cx.keys.tag("form", token_hash),
            Proof::Token { .. } | Proof::ApiKey | Proof::Job { .. } => String::new(),
        },
        Caller::Anonymous | Caller::Host(_) => cx.keys.tag("form", form_key(cx).as_bytes()),
    }
}

fn form_key(cx: &Cx) -> &str {
    let key = &cx.request.form_key;
    match &key.known {
        Some(known) => known,
        // Without randomness there is no token, and the form will be refused.
        None => key.made.get_or_init(|| cx.new_id().unwrap_or_default()),
    }
}

/// Refuses a request that changes something and does not come from one of our pages.
pub fn check(cx: &Cx, given: Option<&str>) -> Result<()> {
    if cx.request.cross_site {
        return Err(CROSS_SITE.into());
    }
    let known = !matches!(cx.caller, Caller::Anonymous) || cx.request.form_key.known.is_some();
    let right = token(cx);
    let fits = bool::from(given.unwrap_or_default().as_bytes().ct_eq(right.as_bytes()));
    if known && !right.is_empty() && fits {
        return Ok(());
    }
    // Whose session ended is told so: the form itself was right.
    Err(cx.credential_refused.clone().unwrap_or(FORM_EXPIRED).into())
}

/// Refuses what a browser sends from another site; for calls of the API that come with a cookie.
pub fn same_site(cx: &Cx) -> Result<()> {
    if cx.request.cross_site { Err(CROSS_SITE.into()) } else { Ok(()) }
}

/// Refuses a call of the API that would change something and comes with a browser's cookie, if it comes from another
/// site, be it a GET (cookies that travel to embedded pages travel with such calls too), if it is a GET that ends something and a link
/// may have led to, or if its body is of a kind that any page could send without asking first.
pub(super) fn check_api(cx: &Cx, request: &Request) -> Result<()> {
    let by_cookie =
        matches!(&cx.caller, Caller::User(signed_in) if matches!(signed_in.proof, Proof::Session { .. }));
    if !by_cookie || !cx.request.is_change {
        return Ok(());
    }
    same_site(cx)?;
    if request.method().is_safe() {
        let is_refused = is_ending(request.uri().path()) && is_led_by_link(request.headers());
        return if is_refused { Err(XSRF_WANTED.into()) } else { Ok(()) };
    }
    let kind = request.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    let is_sent_by_any_page = match kind {
        None => !request.body().is_end_stream(),
        Some(kind) => FORM_KINDS.iter().any(|form| {
            kind.get(..form.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(form.as_bytes()))
        }),
    };
    let is_sign_in = request.uri().path().ends_with("/authentication/login");
    if is_sent_by_any_page && !is_sign_in { Err(JSON_WANTED.into()) } else { Ok(()) }
}

/// Whether a link may have led to this address, on a page, in a mail or in a chat: the browser says so, or it says nothing,
/// as all do over plain HTTP. Scripts of a page that was allowed to name its origin, and the clients of the platform send a
/// header that no link has (contract part 2.1).
fn is_led_by_link(headers: &HeaderMap) -> bool {
    let is = |name: &str, value: &str| headers.get(name).is_some_and(|given| given == value);
    let by_own_script = is("sec-fetch-site", "same-origin") && !is("sec-fetch-mode", "navigate");
    !by_own_script && !headers.contains_key(header::ORIGIN) && !headers.contains_key("x-xsrf-token")
}
