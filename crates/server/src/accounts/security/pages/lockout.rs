//! Lock-out: what happens after too many wrong passwords.

use std::ops::RangeInclusive;

use axum::{Router, extract::Query, routing::get};
use maud::html;
use seatwarden_base::{Refusal, Result};

use super::{Asked, Fields, Tab, Wrong, buttons, differences, done, on, refused, show, view};
use crate::{
    accounts::{
        passwords::Lockout,
        security::{
            actions,
            model::{Change, Changes, range},
        },
    },
    cx::Cx,
    text::Text,
    web::{
        Form, WebResult,
        parts::{field, form, panel, switch},
    },
};

const TAB: Tab = Tab::Lockout;

pub(super) fn router() -> Router {
    Router::new().route(TAB.path(), get(open).post(save))
}

async fn open(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    page(&cx, None, (None, &Wrong::default()), &asked.done).await
}

/// What every number of the form may be.
const NUMBERS: [(&str, RangeInclusive<u32>); 3] = [
    ("attempts", range::ATTEMPTS),
    ("minutes", range::LOCK_MINUTES),
    ("period_minutes", range::LOCK_MINUTES),
];

async fn save(cx: Cx, Form(typed): Form<Fields>) -> WebResult {
    let wrong = Wrong::of(&typed, NUMBERS.map(|(name, range)| (name.to_owned(), range)));
    if let Some(first) = wrong.first() {
        return page(&cx, Some(&typed), (Some(first), &wrong), "").await;
    }
    match refused(change(&cx, &typed).await)? {
        None => Ok(done(TAB, &typed)),
        Some(refusal) => page(&cx, Some(&typed), (Some(&refusal), &wrong), "").await,
    }
}

async fn change(cx: &Cx, typed: &Fields) -> Result<()> {
    let config = &cx.config.sign_in;
    let value = if typed.act() == "reset" {
        Lockout::default()
    } else {
        let minutes = typed.number("minutes", "minutes", &range::LOCK_MINUTES, config.lockout_minutes)?;
        let period = typed.number("period_minutes", "periodMinutes", &range::LOCK_MINUTES, 0)?;
        Lockout {
            enabled: typed.switch("enabled", config.lockout_enabled),
            attempts: typed.number("attempts", "attempts", &range::ATTEMPTS, config.lockout_attempts)?,
            minutes,
            period_minutes: period.filter(|period| *period != minutes.unwrap_or(config.lockout_minutes)),
        }
    };
    let lockout = Some(Change { value, version: typed.version() });
    actions::save(cx, Changes { lockout, ..Changes::default() }).await
}

fn label(t: Text, name: &str) -> String {
    match name {
        "enabled" => t.security_lockout_enabled(),
        "attempts" => t.security_lockout_attempts(),
        "period_minutes" => t.security_lockout_period(),
        _ => t.security_lockout_minutes(),
    }
}

async fn page(
    cx: &Cx,
    typed: Option<&Fields>,
    (refusal, wrong): (Option<&Refusal>, &Wrong),
    done: &str,
) -> WebResult {
    let lockout = actions::read(cx).await?.lockout;
    let (chosen, config) = (lockout.value, &cx.config.sign_in);
    let stored = Fields::of([
        ("enabled", on(chosen.enabled.unwrap_or(config.lockout_enabled))),
        ("attempts", chosen.attempts.unwrap_or(config.lockout_attempts).to_string()),
        ("minutes", chosen.minutes.unwrap_or(config.lockout_minutes).to_string()),
        ("period_minutes", chosen.period(config.lockout_minutes).to_string()),
    ]);
    let t = cx.text();
    let shown = typed.unwrap_or(&stored);
    let view = view(cx, TAB, refusal, done);
    let body = html! {
        (differences(t, refusal, shown, &stored, |name| label(t, name)))
        (switch("enabled", label(t, "enabled")).checked(shown.is_on("enabled")).hint(t.security_lockout_enabled_hint()))
        div.row {
            (field("attempts", label(t, "attempts")).number().value(shown.get("attempts"))
                .error(wrong.error(t, refusal, ("attempts", "attempts"))))
            (field("minutes", label(t, "minutes")).number().value(shown.get("minutes"))
                .error(wrong.error(t, refusal, ("minutes", "minutes"))))
            (field("period_minutes", label(t, "period_minutes")).number().value(shown.get("period_minutes"))
                .error(wrong.error(t, refusal, ("period_minutes", "periodMinutes"))))
        }
        (buttons(t, lockout.version))
    };
    let form = form(TAB.path(), view.csrf())
        .problems(t.web_problems(), wrong.problems(t, refusal, |name| label(t, name)))
        .body(body);
    Ok(show(&view, TAB, &t.security_lockout_lead(), &html! { (panel(form)) }))
}
