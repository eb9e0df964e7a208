//! The sign-in page, the first page after it, and signing out.

use axum::{
    Router,
    extract::Query,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Kind, Refusal, Result, secret::Secret};
use serde::Deserialize;

use super::{
    actions::{self, Entered, SignIn},
    device_cookie::Devices,
};
use crate::{
    accounts::{ownership, recovery_codes, sessions, setup, sysadmin_transfer::pages::offered_notice},
    cx::{Caller, Cx, Origin},
    web::{
        Form, Section, View, WebResult, admin, cookies, own_path,
        parts::{
            Icon, Problem, Tone, button, checkbox, column, field, form, hidden, link_button, notice,
            page_header, panel, table,
        },
        problems, see_other,
    },
};

/// Where the Sys. Admin makes recovery codes.
const RECOVERY_CODES: &str = "/profile/recovery-codes";
/// Where license accounts arrive.
const PORTAL: &str = "/portal";
/// Where customers of a license server sign up.
const SIGN_UP: &str = "/portal/sign-up";
const DEVICE_SECONDS: i64 = 400 * 24 * 3600;

/// What the sign-in page is asked with by whoever is led to it because their session ended.
pub const SESSION_ENDED: &str = "ended";

/// Routes of this room's pages. The `/app/account/…` addresses are those of existing installations
/// (contract part 2.7).
pub fn router() -> Router {
    Router::new()
        .route("/", get(home))
        .route("/login", get(show).post(sign_in))
        .route("/app/account/login", get(|| async { Redirect::to("/login") }))
        .route("/app/account/forgotpass", get(|| async { Redirect::to("/forgot-password") }))
        .route("/logout", post(sign_out))
}

async fn home(cx: Cx) -> WebResult {
    if matches!(cx.caller, Caller::Anonymous) && setup::is_open(&cx).await? {
        return Ok(see_other("/setup"));
    }
    let person = cx.person()?;
    if person.origin == Origin::License && cx.config.license_server.enabled {
        return Ok(see_other(PORTAL));
    }
    let offered = offered_notice(&cx).await?;
    let t = cx.text();
    let samples = ownership::samples(&cx).await?;
    let mut rows = table(t.sign_in_home_samples())
        .column(column(t.sign_in_home_sample_title()))
        .column(column(t.sign_in_home_sample_kind()))
        .column(column(t.sign_in_home_sample_owner()));
    for sample in &samples {
        rows = rows.row([
            html! { bdi { (sample.title) } },
            html! { (ownership::pages::kind_name(t, sample.kind)) },
            html! { bdi { (sample.owner.name) } },
        ]);
    }
    let view = View::new(&cx, t.sign_in_home_title()).section(Section::Home);
    let reminder = recovery_codes::pages::reminder(&cx, view.csrf()).await?;
    Ok(view.page(html! {
        (page_header(t.sign_in_welcome(person.display_name())).lead(html! { (t.sign_in_home_lead()) }))
        @if let Some(offered) = offered { (offered) }
        @if let Some(reminder) = reminder { (reminder) }
        @if cx.shows_profile {
            (panel(html! { p { (t.sign_in_home_profile()) } })
                .title(t.web_my_profile())
                .actions(link_button(t.sign_in_open_profile(), "/profile").primary().icon(Icon::User)))
        }
        @if !samples.is_empty() {
            (panel(rows).title(t.sign_in_home_samples()).lead(html! { (t.sign_in_home_samples_lead()) }).flush())
        }
    }))
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    return_to: String,
    #[serde(default)]
    done: String,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    if matches!(cx.caller, Caller::User(_)) {
        return Ok(see_other(own_path(&asked.return_to).unwrap_or("/")));
    }
    if setup::is_open(&cx).await? {
        return Ok(see_other("/setup"));
    }
    // Whoever was just set up as the Sys. Admin is asked for recovery codes first.
    let is_new = asked.done == "setup" && asked.return_to.is_empty();
    let return_to = if is_new { RECOVERY_CODES.to_owned() } else { asked.return_to };
    let typed = Typed { return_to, ..Typed::default() };
    Ok(page(&cx, &typed, None, &asked.done).await?)
}

#[derive(Default, Deserialize)]
struct Typed {
    #[serde(default)]
    username: String,
    #[serde(default)]
    password: Secret,
    #[serde(default)]
    remember_me: String,
    #[serde(default)]
    return_to: String,
}

async fn sign_in(cx: Cx, headers: HeaderMap, Form(typed): Form<Typed>) -> WebResult {
    let secure = cx.request.secure;
    let asked = SignIn {
        name: typed.username.clone(),
        password: typed.password.clone(),
        remember: !typed.remember_me.is_empty(),
        devices: Devices::read(cookies::read(&headers, cookies::device_name(secure))),
    };
    match actions::in_browser(&cx, &asked).await {
        Ok(Entered::ChoosePassword { path }) => Ok(see_other(&path)),
        Ok(Entered::SignedIn(entered)) => {
            // Whoever was the Sys. Admin, say, is not led to the page of that role, to be refused there.
            let wanted =
                own_path(&typed.return_to).filter(|path| !admin::is_closed_to(path, &entered.person));
            let to = wanted.unwrap_or("/");
            let mut response = see_other(to);
            let session = &entered.session;
            let session = cookies::of_session(&session.token, session.max_age_seconds, secure);
            let device = &entered.device_cookie;
            let device = cookies::set(cookies::device_name(secure), device, Some(DEVICE_SECONDS), secure);
            for cookie in session.into_iter().chain(device) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(response)
        }
        Err(Error::Refusal(refusal)) if refusal.kind != Kind::Busy => {
            Ok(page(&cx, &typed, Some(&refusal), "").await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>, done: &str) -> Result<Response> {
    let t = cx.text();
    let offers_remember_me = sessions::offers_remember_me(cx).await?;
    let view = View::new(cx, t.sign_in_title()).refused(refusal);
    let problems: Vec<Problem<'_>> = problems(t, refusal);
    let mut response = view.card(html! {
        h1 { (t.sign_in_title()) }
        @if let Some((tone, text)) = done_text(cx, done) { (notice(tone, html! { p { (text) } })) }
        (form("/login", view.csrf()).problems(t.web_problems(), problems).body(fields(cx, typed, offers_remember_me)))
        p { a href="/forgot-password" { (forgot_label(cx)) } }
        @if cx.config.license_server.enabled && cx.config.license_server.sign_up_enabled {
            p { a href=(SIGN_UP) { (t.sign_in_sign_up()) } }
        }
    });
    // The wait is for scripts that sign in through the page.
    if let Some(seconds) = refusal.and_then(|refusal| refusal.retry_after_seconds) {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response.into_response())
}

/// What leads to another password. Customers of a license server know it by another name (S19) than users of an
/// installation (S2).
fn forgot_label(cx: &Cx) -> String {
    let t = cx.text();
    if cx.config.license_server.enabled { t.sign_in_forgot_portal() } else { t.sign_in_forgot() }
}

fn fields(cx: &Cx, typed: &Typed, offers_remember_me: bool) -> Markup {
    let t = cx.text();
    html! {
        @if own_path(&typed.return_to).is_some() { (hidden("return_to", typed.return_to.as_str())) }
        (field("username", t.sign_in_name()).value(typed.username.as_str()).autocomplete("username")
            .max_length(254).required().autofocus())
        (field("password", t.sign_in_password()).current_password(t.web_show_password()).required())
        @if offers_remember_me {
            (checkbox("remember_me", t.sign_in_remember()).checked(!typed.remember_me.is_empty()))
        }
        div.actions { (button(t.sign_in_button()).primary()) }
    }
}

/// What was just done, for the page that follows it.
fn done_text(cx: &Cx, done: &str) -> Option<(Tone, String)> {
    let t = cx.text();
    match done {
        "password" => Some((Tone::Success, t.sign_in_password_was_set())),
        "signed-out" => Some((Tone::Success, t.sign_in_signed_out())),
        "setup" => Some((Tone::Success, t.sign_in_setup_done())),
        SESSION_ENDED => Some((Tone::Info, t.sign_in_session_ended())),
        _ => None,
    }
}

async fn sign_out(cx: Cx, Form(()): Form<()>) -> WebResult {
    let secure = cx.request.secure;
    if matches!(cx.caller, Caller::User(_)) {
        actions::sign_out(&cx).await?;
    }
    let mut response = see_other("/login?done=signed-out");
    if let Some(cookie) = cookies::remove(cookies::session_name(secure), secure) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    let clear = HeaderValue::from_static("\"cache\"");
    response.headers_mut().insert("clear-site-data", clear);
    Ok(response)
}
