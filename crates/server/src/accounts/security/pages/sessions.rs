//! Sessions: how long they live, how many there are, and who is remembered.

use std::{collections::BTreeMap, ops::RangeInclusive};

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use seatwarden_base::Result;

use super::{ASKS, Answer, Asked, Fields, Sheet, Tab, Wrong, done, on, refused};
use crate::{
    accounts::{
        security::{
            actions,
            model::{Change, Changes, Group, range},
        },
        sessions::{self, ChosenLimits, Limits, RoleLimits},
    },
    cx::{BUILT_IN, BaseRole, Cx},
    text::Text,
    web::{
        Form, WebResult, field_error,
        parts::{field, switch},
    },
};

const TAB: Tab = Tab::Sessions;

pub(super) fn router() -> Router {
    Router::new().route(TAB.path(), get(open).post(save))
}

async fn open(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    page(&cx, Answer { typed: None, refusal: None, wrong: &Wrong::default(), done: &asked.done, told: None })
        .await
}

/// What every number of the form may be, in the order in which they stand there.
fn numbers() -> Vec<(String, RangeInclusive<u32>)> {
    let of_all = [
        ("idle_minutes", range::IDLE_MINUTES),
        ("absolute_hours", range::ABSOLUTE_HOURS),
        ("remember_idle_days", range::REMEMBER_DAYS),
        ("remember_absolute_days", range::REMEMBER_DAYS),
        ("per_user_max", range::PER_USER),
    ];
    let of_roles = BUILT_IN.into_iter().flat_map(|role| {
        [
            (idle_of(role), range::IDLE_MINUTES),
            (absolute_of(role), range::ABSOLUTE_HOURS),
            (per_user_of(role), range::PER_USER),
        ]
    });
    of_all.into_iter().map(|(name, range)| (name.to_owned(), range)).chain(of_roles).collect()
}

async fn save(cx: Cx, Form(typed): Form<Fields>) -> WebResult {
    let wrong = Wrong::of(&typed, numbers());
    let asks = typed.act() == ASKS;
    let mut told = None;
    let refusal = match wrong.first() {
        Some(first) => Some(Box::new(first.clone())),
        None if asks => refused(foresee(&cx, &typed).await.map(|ends| told = Some(ends)))?,
        None => refused(change(&cx, &typed).await)?,
    };
    if refusal.is_none() && !asks {
        return Ok(done(TAB, &typed));
    }
    let (refusal, told) = (refusal.as_deref(), told.as_deref());
    page(&cx, Answer { typed: Some(&typed), refusal, wrong: &wrong, done: "", told }).await
}

/// How many sessions would end by what is typed, in words.
async fn foresee(cx: &Cx, typed: &Fields) -> Result<String> {
    let wanted = read(cx, typed)?.checked(&cx.config, cx.is_secure())?;
    let ends = sessions::would_end(cx, &wanted.over(&cx.config.sessions)).await?;
    let t = cx.text();
    Ok(if ends.more { t.security_would_end_more(ends.known) } else { t.security_would_end(ends.known) })
}

async fn change(cx: &Cx, typed: &Fields) -> Result<()> {
    let value = if typed.act() == "reset" { ChosenLimits::default() } else { read(cx, typed)? };
    let sessions = Some(Change { value, version: typed.version() });
    actions::save(cx, Changes { sessions, ..Changes::default() }).await
}

fn read(cx: &Cx, typed: &Fields) -> Result<ChosenLimits> {
    let config = &cx.config.sessions;
    let mut roles = BTreeMap::new();
    for role in BUILT_IN {
        // Nothing is configured for a role, so that every number counts.
        let limits = RoleLimits {
            idle_minutes: typed.number(&idle_of(role), "roles", &range::IDLE_MINUTES, 0)?,
            absolute_hours: typed.number(&absolute_of(role), "roles", &range::ABSOLUTE_HOURS, 0)?,
            per_user_max: typed.number(&per_user_of(role), "roles", &range::PER_USER, 0)?,
        };
        roles.insert(role.name().to_owned(), limits);
    }
    let days = &range::REMEMBER_DAYS;
    Ok(ChosenLimits {
        idle_minutes: typed.number(
            "idle_minutes",
            "idleMinutes",
            &range::IDLE_MINUTES,
            config.idle_minutes,
        )?,
        absolute_hours: typed.number(
            "absolute_hours",
            "absoluteHours",
            &range::ABSOLUTE_HOURS,
            config.absolute_hours,
        )?,
        remember_idle_days: typed.number(
            "remember_idle_days",
            "rememberIdleDays",
            days,
            config.remember_idle_days,
        )?,
        remember_absolute_days: typed.number(
            "remember_absolute_days",
            "rememberAbsoluteDays",
            days,
            config.remember_absolute_days,
        )?,
        per_user_max: typed.number("per_user_max", "perUserMax", &range::PER_USER, config.per_user_max)?,
        session_only_cookie: typed.is_on("session_only_cookie"),
        roles,
    })
}

fn idle_of(role: BaseRole) -> String {
    format!("role_{}_idle", role.name())
}

fn absolute_of(role: BaseRole) -> String {
    format!("role_{}_absolute", role.name())
}

fn per_user_of(role: BaseRole) -> String {
    format!("role_{}_per_user", role.name())
}

fn label(t: Text, name: &str) -> String {
    match name {
        "idle_minutes" => return t.security_idle_minutes(),
        "absolute_hours" => return t.security_absolute_hours(),
        "remember_idle_days" => return t.security_remember_idle_days(),
        "remember_absolute_days" => return t.security_remember_absolute_days(),
        "per_user_max" => return t.security_per_user_max(),
        "session_only_cookie" => return t.security_session_only_cookie(),
        _ => {}
    }
    for role in BUILT_IN {
        let role_name = || t.role_name(role.name(), role.display_name());
        if name == idle_of(role) {
            return t.security_role_idle(role_name());
        } else if name == absolute_of(role) {
            return t.security_role_absolute(role_name());
        } else if name == per_user_of(role) {
            return t.security_role_per_user(role_name());
        }
    }
    String::new()
}

fn fields(limits: &Limits) -> Fields {
    let mut fields = Fields::of([
        ("idle_minutes", limits.idle_minutes.to_string()),
        ("absolute_hours", limits.absolute_hours.to_string()),
        ("remember_idle_days", limits.remember_idle_days.to_string()),
        ("remember_absolute_days", limits.remember_absolute_days.to_string()),
        ("per_user_max", limits.per_user_max.to_string()),
        ("session_only_cookie", on(limits.session_only_cookie)),
    ]);
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    for role in BUILT_IN {
        let of_role = limits.roles.get(role.name()).copied().unwrap_or_default();
        fields.0.insert(idle_of(role), number(of_role.idle_minutes));
        fields.0.insert(absolute_of(role), number(of_role.absolute_hours));
        fields.0.insert(per_user_of(role), number(of_role.per_user_max));
    }
    fields
}

async fn page(cx: &Cx, answer: Answer<'_>) -> WebResult {
    let chosen = actions::read(cx).await?.sessions;
    let stored = fields(&chosen.value.over(&cx.config.sessions));
    let t = cx.text();
    let sheet = Sheet {
        tab: TAB,
        lead: t.security_sessions_lead(),
        label,
        stored,
        version: chosen.version,
        asks: Some(t.security_foresee()),
    };
    let number = |names| answer.number(&sheet, t, names);
    Ok(sheet.page(cx, answer, |shown| {
        html! {
            div.row { (number(("idle_minutes", "idleMinutes"))) (number(("absolute_hours", "absoluteHours"))) }
            (switch("session_only_cookie", label(t, "session_only_cookie")).checked(shown.is_on("session_only_cookie"))
                .hint(t.security_session_only_cookie_hint()))
            div.row {
                (number(("remember_idle_days", "rememberIdleDays")))
                (number(("remember_absolute_days", "rememberAbsoluteDays")))
            }
            (number(("per_user_max", "perUserMax")))
            (of_roles(t, shown, answer))
        }
    }))
}

/// What to say of a limit of a role that is higher than that of everybody; none if it is not.
fn above(t: Text, shown: &Fields, name: &str) -> Option<String> {
    let number = |name: &str| shown.get(name).trim().parse::<u32>().ok();
    let (usual, remembered) = if name.ends_with("_idle") {
        ("idle_minutes", number("remember_idle_days").map(|days| days.saturating_mul(24 * 60)))
    } else if name.ends_with("_absolute") {
        ("absolute_hours", number("remember_absolute_days").map(|days| days.saturating_mul(24)))
    } else {
        ("per_user_max", None)
    };
    let (own, usual) = (number(name)?, number(usual)?);
    let remembered = remembered.filter(|_| !shown.is_on("session_only_cookie"));
    if own <= usual {
        None
    } else if remembered.is_some_and(|remembered| own < remembered) {
        Some(t.security_role_above_remembered(usual))
    } else {
        Some(t.security_role_above(usual))
    }
}

fn of_roles(t: Text, shown: &Fields, answer: Answer<'_>) -> Markup {
    html! {
        div.aside id="field-roles" {
            h2 { (t.security_role_limits()) }
            p { (t.security_role_limits_hint()) }
            @if let Some(error) = field_error(t, answer.refusal, "roles") { p.error { (error) } }
            @for role in BUILT_IN {
                div.row.wide {
                    @for name in [idle_of(role), absolute_of(role), per_user_of(role)] {
                        @let limit = field(&name, label(t, &name)).number().value(shown.get(&name))
                            .error(answer.wrong.error(t, None, (&name, "")));
                        @match above(t, shown, &name) {
                            Some(said) => (limit.hint(said)),
                            None => (limit),
                        }
                    }
                }
            }
        }
    }
}
