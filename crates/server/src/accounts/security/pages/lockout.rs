//! Lock-out: what happens after too many wrong passwords.

use std::ops::RangeInclusive;

use axum::{Router, extract::Query, routing::get};
use maud::html;
use seatwarden_base::Result;

use super::{Answer, Asked, Fields, Sheet, Tab, Wrong, done, on, refused};
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
    web::{Form, WebResult, parts::switch},
};

const TAB: Tab = Tab::Lockout;

pub(super) fn router() -> Router {
    Router::new().route(TAB.path(), get(open).post(save))
}

async fn open(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    page(&cx, Answer { typed: None, refusal: None, wrong: &Wrong::default(), done: &asked.done, told: None })
        .await
}

/// What every number of the form may be.
const NUMBERS: [(&str, RangeInclusive<u32>); 3] = [
    ("attempts", range::ATTEMPTS),
    ("minutes", range::LOCK_MINUTES),
    ("period_minutes", range::LOCK_MINUTES),
];

async fn save(cx: Cx, Form(typed): Form<Fields>) -> WebResult {
    let wrong = Wrong::of(&typed, NUMBERS.map(|(name, range)| (name.to_owned(), range)));
    let refusal = match wrong.first() {
        Some(first) => Some(Box::new(first.clone())),
        None => refused(change(&cx, &typed).await)?,
    };
    match refusal.as_deref() {
        None => Ok(done(TAB, &typed)),
        refusal => {
            page(&cx, Answer { typed: Some(&typed), refusal, wrong: &wrong, done: "", told: None }).await
        }
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

async fn page(cx: &Cx, answer: Answer<'_>) -> WebResult {
    let lockout = actions::read(cx).await?.lockout;
    let (chosen, config) = (lockout.value, &cx.config.sign_in);
    let stored = Fields::of([
        ("enabled", on(chosen.enabled.unwrap_or(config.lockout_enabled))),
        ("attempts", chosen.attempts.unwrap_or(config.lockout_attempts).to_string()),
        ("minutes", chosen.minutes.unwrap_or(config.lockout_minutes).to_string()),
        ("period_minutes", chosen.period(config.lockout_minutes).to_string()),
    ]);
    let t = cx.text();
    let sheet = Sheet {
        tab: TAB,
        lead: t.security_lockout_lead(),
        label: &label,
        stored,
        version: lockout.version,
        asks: None,
    };
    let number = |names| answer.number(&sheet, t, names);
    Ok(sheet.page(cx, answer, |shown| {
        html! {
            (switch("enabled", label(t, "enabled")).checked(shown.is_on("enabled")).hint(t.security_lockout_enabled_hint()))
            div.row {
                (number(("attempts", "attempts")))
                (number(("minutes", "minutes")))
                (number(("period_minutes", "periodMinutes")))
            }
        }
    }))
}
