//! API access: the legacy `x-api-key`, its key, and when it was last used.

use axum::{Router, extract::Query, response::Response, routing::get, routing::post};
use maud::{Markup, html};
use seatwarden_base::{Refusal, Result, secret::Secret};
use serde::Deserialize;

use super::{Asked, Fields, Tab, buttons, differences, done, on, refused, show, view};
use crate::{
    accounts::{
        api_v09::{self, ApiAccess},
        passwords::pages::{Again, Step, again},
        security::{
            actions,
            model::{Change, Changes, range},
        },
        setup::Installed,
    },
    cx::{Cx, Permission},
    text::{Text, rfc3339},
    web::{
        Form, View, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{
            Confirm, CopyWords, Tone, button, confirmation, copy_field, definitions, field, form, moment,
            notice, panel, select, switch,
        },
        problems,
    },
};

const TAB: Tab = Tab::ApiAccess;
const SHOW_KEY: &str = "/admin/security/api-access/show-key";
const ROTATE: &str = "/admin/security/api-access/rotate";
/// How long the key before may go on working, in days, as the page offers it.
const OVERLAPS: [&str; 4] = ["7", "30", "90", "0"];

pub(super) fn router() -> Router {
    Router::new()
        .route(TAB.path(), get(open).post(save))
        .route(SHOW_KEY, post(show_key))
        .route(ROTATE, post(rotate))
}

async fn open(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    page(&cx, None, None, None, &asked.done).await
}

async fn save(cx: Cx, Form(typed): Form<Fields>) -> WebResult {
    match refused(change(&cx, &typed).await)? {
        None => Ok(done(TAB, &typed)),
        Some(refusal) => page(&cx, Some(&typed), Some(&refusal), None, "").await,
    }
}

async fn change(cx: &Cx, typed: &Fields) -> Result<()> {
    let config = &cx.config.x_api_key;
    let value = if typed.act() == "reset" {
        ApiAccess::default()
    } else {
        ApiAccess {
            enabled: typed.switch("enabled", config.enabled),
            iat_window_seconds: typed.number(
                "iat_window_seconds",
                "iatWindowSeconds",
                &range::WINDOW_SECONDS,
                config.iat_window_seconds,
            )?,
        }
    };
    let api_access = Some(Change { value, version: typed.version() });
    actions::save(cx, Changes { api_access, ..Changes::default() }).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asking {
    current_password: Secret,
}

async fn show_key(cx: Cx, Form(typed): Form<Asking>) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let title = cx.text().security_show_key();
    let asked = Again { title, action: SHOW_KEY, back: TAB.path(), carried: &[], view: &framed };
    match again(cx, &asked, &typed.current_password).await? {
        Step::Ask(page) => Ok(page),
        Step::Go(cx) => {
            let key = actions::show_key(&cx).await?;
            page(&cx, None, None, Some(&key), "").await
        }
    }
}

fn framed(cx: &Cx, title: String) -> View<'_> {
    admin::view(cx, AdminPage::Security, title, None)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Rotation {
    overlap_days: String,
    confirmed: String,
    current_password: Secret,
}

async fn rotate(cx: Cx, Form(typed): Form<Rotation>) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let days = typed.overlap_days.parse().unwrap_or(u32::MAX);
    if typed.confirmed != "yes" {
        return Ok(ask_rotate(&cx, &typed.overlap_days));
    }
    let asked = Again {
        title: cx.text().security_rotate_title(),
        action: ROTATE,
        back: TAB.path(),
        carried: &[("overlap_days", &typed.overlap_days), ("confirmed", "yes")],
        view: &framed,
    };
    match again(cx, &asked, &typed.current_password).await? {
        Step::Ask(page) => Ok(page),
        Step::Go(cx) => {
            let key = actions::rotate_key(&cx, days).await?;
            page(&cx, None, None, Some(&key), "").await
        }
    }
}

/// The question, for browsers without scripts.
fn ask_rotate(cx: &Cx, days: &str) -> Response {
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Security, t.security_rotate_title(), None);
    let question = confirmation(t.security_rotate_title(), ROTATE, view.csrf())
        .effect(html! { p { (t.security_rotate_text()) } })
        .carry("overlap_days", days)
        .yes(button(t.security_rotate()).danger())
        .back(t.web_cancel(), TAB.path());
    view.page(question)
}

fn label(t: Text, name: &str) -> String {
    match name {
        "enabled" => t.security_api_key_enabled(),
        _ => t.security_iat_window(),
    }
}

async fn page(
    cx: &Cx,
    typed: Option<&Fields>,
    refusal: Option<&Refusal>,
    key: Option<&Secret>,
    done: &str,
) -> WebResult {
    let access = actions::read(cx).await?.api_access;
    let config = &cx.config.x_api_key;
    let stored = Fields::of([
        ("enabled", on(access.value.is_enabled(config))),
        ("iat_window_seconds", access.value.window_seconds(config).to_string()),
    ]);
    let t = cx.text();
    let shown = typed.unwrap_or(&stored);
    let view = view(cx, TAB, refusal, done);
    let body = html! {
        (differences(t, refusal, shown, &stored, |name| label(t, name)))
        (switch("enabled", label(t, "enabled")).checked(shown.is_on("enabled")).hint(t.security_api_key_enabled_hint()))
        (field("iat_window_seconds", label(t, "iat_window_seconds")).number().value(shown.get("iat_window_seconds"))
            .hint(t.security_iat_window_hint()).error(field_error(t, refusal, "iatWindowSeconds")))
        (buttons(t, access.version))
    };
    let form = form(TAB.path(), view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(body);
    let about_key = about_key(cx, &view).await?;
    let body = html! {
        @if let Some(key) = key { (told(t, key)) }
        (panel(form).title(t.security_api_key()))
        (about_key)
    };
    Ok(show(&view, TAB, &t.security_api_access_lead(), &body))
}

/// The key, this once.
fn told(t: Text, key: &Secret) -> Markup {
    let words = CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() };
    html! {
        (notice(Tone::Success, html! {
            (copy_field("x_api_key", t.security_key(), key.reveal().to_owned(), words))
        }).title(t.security_key_once()))
    }
}

async fn about_key(cx: &Cx, view: &View<'_>) -> Result<Markup> {
    let t = cx.text();
    let installed = Installed::read(cx).await?;
    let last_use = api_v09::last_use(cx).await?;
    let when = |at_ms| moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms));
    let mut facts = definitions()
        .row(
            t.security_key_made(),
            html! {
                @match installed.made_at_ms {
                    Some(at_ms) => (when(at_ms)),
                    None => (t.security_key_made_at_setup()),
                }
            },
        )
        .row(
            t.security_key_last_use(),
            html! {
                @match &last_use {
                    Some(last) => {
                        (when(last.at_ms)) " · " bdi.mono { (last.ip) } " · " bdi { (last.user_agent) } " · "
                        a href={ "/admin/users/" (last.user_id) } { (t.security_key_user()) }
                    },
                    None => (t.security_key_unused()),
                }
            },
        );
    if installed.previous_x_api_key.is_some() {
        let until_ms = installed.previous_until_ms;
        facts = facts
            .row(t.security_key_previous(), html! { (moment(t.date_time(until_ms), rfc3339(until_ms))) });
    }
    let overlap = OVERLAPS.into_iter().fold(select("overlap_days", t.security_overlap()), |select, days| {
        let days_number: u64 = days.parse().unwrap_or_default();
        let label =
            if days_number == 0 { t.security_overlap_none() } else { t.duration(days_number * 24 * 3_600) };
        select.option(days, label)
    });
    let rotate = form(ROTATE, view.csrf())
        .confirm(Confirm {
            title: t.security_rotate_title().into(),
            text: t.security_rotate_text().into(),
            yes: t.security_rotate().into(),
            no: t.web_cancel().into(),
        })
        .body(html! {
            (overlap.hint(t.security_overlap_hint()))
            div.actions { (button(t.security_rotate())) }
        });
    let show_key = installed
        .can_be_shown
        .then(|| form(SHOW_KEY, view.csrf()).inline().body(button(t.security_show_key()).small()));
    let panel = panel(html! {
        @if installed.is_weak() { (notice(Tone::Warning, html! { p { (t.security_key_weak()) } })) }
        (facts) (rotate)
    })
    .title(t.security_key())
    .lead(html! { (t.security_key_lead()) });
    Ok(html! { @if let Some(show_key) = show_key { (panel.actions(show_key)) } @else { (panel) } })
}
