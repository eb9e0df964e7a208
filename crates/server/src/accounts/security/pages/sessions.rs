//! Sessions: how long they live, how many there are, and who is remembered.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use seatwarden_base::Result;

use super::{ASKS, Answer, Asked, Fields, Sheet, Tab, Wrong, done, on, refused};
use crate::{
    accounts::{
        security::{
            actions,
            model::{Change, Changes, Group, NO_ROLE_CHOSEN, Policies, range},
        },
        sessions::{self, ChosenLimits, Limits, RoleLimits},
    },
    cx::{BUILT_IN, BaseRole, Cx, Role},
    text::Text,
    web::{
        Form, WebResult, field_error,
        parts::{field, select, switch},
    },
};

const TAB: Tab = Tab::Sessions;
/// The field that names a custom role which is to get limits of its own.
const CHOSEN: &str = "one_more";
/// What stands in the names of the fields for its limits.
const ONE_MORE: &str = "more";

pub(super) fn router() -> Router {
    Router::new().route(TAB.path(), get(open).post(save))
}

async fn open(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    page(&cx, Answer { typed: None, refusal: None, wrong: &Wrong::default(), done: &asked.done, told: None })
        .await
}

/// What every number of the form may be, in the order in which they stand there.
fn numbers(typed: &Fields) -> Vec<(String, RangeInclusive<u32>)> {
    let of_all = [
        ("idle_minutes", range::IDLE_MINUTES),
        ("absolute_hours", range::ABSOLUTE_HOURS),
        ("remember_idle_days", range::REMEMBER_DAYS),
        ("remember_absolute_days", range::REMEMBER_DAYS),
        ("per_user_max", range::PER_USER),
    ];
    let of_custom = || typed.0.keys().filter_map(|name| Some(key_of(name)?.to_owned()));
    let keys: BTreeSet<String> = of_custom().collect();
    let built_in = BUILT_IN.into_iter().map(|role| role.name().to_owned());
    let others = keys.into_iter().filter(|key| BaseRole::named(key).is_none());
    let of_roles = built_in.chain(others).flat_map(|key| {
        [
            (idle_of(&key), range::IDLE_MINUTES),
            (absolute_of(&key), range::ABSOLUTE_HOURS),
            (per_user_of(&key), range::PER_USER),
        ]
    });
    of_all.into_iter().map(|(name, range)| (name.to_owned(), range)).chain(of_roles).collect()
}

async fn save(cx: Cx, Form(typed): Form<Fields>) -> WebResult {
    let wrong = Wrong::of(&typed, numbers(&typed));
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
    let roles = actions::read(cx).await?.roles;
    let wanted = read(cx, typed, &roles)?.checked(&cx.config, cx.is_secure())?;
    let ends = sessions::would_end(cx, &wanted.over(&cx.config.sessions)).await?;
    let t = cx.text();
    Ok(if ends.more { t.security_would_end_more(ends.known) } else { t.security_would_end(ends.known) })
}

async fn change(cx: &Cx, typed: &Fields) -> Result<()> {
    let value = if typed.act() == "reset" {
        ChosenLimits::default()
    } else {
        read(cx, typed, &actions::read(cx).await?.roles)?
    };
    let sessions = Some(Change { value, version: typed.version() });
    actions::save(cx, Changes { sessions, ..Changes::default() }).await
}

fn read(cx: &Cx, typed: &Fields, known: &[Role]) -> Result<ChosenLimits> {
    let config = &cx.config.sessions;
    let mut roles = BTreeMap::new();
    for role in known {
        let key = ChosenLimits::key(role);
        roles.insert(key.to_owned(), limits_of(typed, key)?);
    }
    let (chosen, one_more) = (typed.get(CHOSEN), limits_of(typed, ONE_MORE)?);
    match roles.get_mut(chosen) {
        Some(limits) => *limits = one_more,
        None if one_more != RoleLimits::default() => return Err(NO_ROLE_CHOSEN.into()),
        None => {}
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

/// What was typed for a role.
fn limits_of(typed: &Fields, key: &str) -> Result<RoleLimits> {
    // Nothing is configured for a role, so that every number counts.
    Ok(RoleLimits {
        idle_minutes: typed.number(&idle_of(key), "roles", &range::IDLE_MINUTES, 0)?,
        absolute_hours: typed.number(&absolute_of(key), "roles", &range::ABSOLUTE_HOURS, 0)?,
        per_user_max: typed.number(&per_user_of(key), "roles", &range::PER_USER, 0)?,
    })
}

fn idle_of(key: &str) -> String {
    format!("role_{key}_idle")
}

fn absolute_of(key: &str) -> String {
    format!("role_{key}_absolute")
}

fn per_user_of(key: &str) -> String {
    format!("role_{key}_per_user")
}

/// Whose limit a field is.
fn key_of(name: &str) -> Option<&str> {
    let name = name.strip_prefix("role_")?;
    ["_idle", "_absolute", "_per_user"].into_iter().find_map(|end| name.strip_suffix(end))
}

fn label(t: Text, roles: &[Role], name: &str) -> String {
    match name {
        "idle_minutes" => return t.security_idle_minutes(),
        "absolute_hours" => return t.security_absolute_hours(),
        "remember_idle_days" => return t.security_remember_idle_days(),
        "remember_absolute_days" => return t.security_remember_absolute_days(),
        "per_user_max" => return t.security_per_user_max(),
        "session_only_cookie" => return t.security_session_only_cookie(),
        _ => {}
    }
    let Some(key) = key_of(name) else { return String::new() };
    let role = match roles.iter().find(|role| ChosenLimits::key(role) == key) {
        Some(role) => t.role_name(&role.name, &role.display_name),
        None => t.security_role_chosen(),
    };
    if name.ends_with("_idle") {
        t.security_role_idle(role)
    } else if name.ends_with("_absolute") {
        t.security_role_absolute(role)
    } else {
        t.security_role_per_user(role)
    }
}

/// What is shown of a role without limits: only the built-in ones always have fields.
fn usual(key: &str) -> Option<RoleLimits> {
    BaseRole::named(key).map(|_| RoleLimits::default())
}

fn fields(limits: &Limits, roles: &[Role]) -> Fields {
    let mut fields = Fields::of([
        ("idle_minutes", limits.idle_minutes.to_string()),
        ("absolute_hours", limits.absolute_hours.to_string()),
        ("remember_idle_days", limits.remember_idle_days.to_string()),
        ("remember_absolute_days", limits.remember_absolute_days.to_string()),
        ("per_user_max", limits.per_user_max.to_string()),
        ("session_only_cookie", on(limits.session_only_cookie)),
    ]);
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    for key in roles.iter().map(ChosenLimits::key) {
        let Some(of_role) = limits.roles.get(key).copied().or_else(|| usual(key)) else { continue };
        fields.0.insert(idle_of(key), number(of_role.idle_minutes));
        fields.0.insert(absolute_of(key), number(of_role.absolute_hours));
        fields.0.insert(per_user_of(key), number(of_role.per_user_max));
    }
    fields
}

async fn page(cx: &Cx, answer: Answer<'_>) -> WebResult {
    let Policies { sessions: chosen, roles, .. } = actions::read(cx).await?;
    let stored = fields(&chosen.value.over(&cx.config.sessions), &roles);
    let t = cx.text();
    let label = |t: Text, name: &str| label(t, &roles, name);
    let sheet = Sheet {
        tab: TAB,
        lead: t.security_sessions_lead(),
        label: &label,
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
            (of_roles(t, &roles, shown, answer))
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

fn of_roles(t: Text, roles: &[Role], shown: &Fields, answer: Answer<'_>) -> Markup {
    let numbers = |key: &str| {
        let named = [
            (idle_of(key), t.security_of_role_idle()),
            (absolute_of(key), t.security_of_role_absolute()),
            (per_user_of(key), t.security_of_role_per_user()),
        ];
        html! {
            div.row.wide {
                @for (name, label) in named {
                    @let limit = field(&name, label).number().value(shown.get(&name))
                        .error(answer.wrong.error(t, None, (&name, "")));
                    @match above(t, shown, &name) {
                        Some(said) => (limit.hint(said)),
                        None => (limit),
                    }
                }
            }
        }
    };
    let row = |role: &Role| {
        html! {
            div role="group" aria-labelledby={ "limits-" (ChosenLimits::key(role)) } {
                h3 id={ "limits-" (ChosenLimits::key(role)) } { bdi { (t.role_name(&role.name, &role.display_name)) } }
                (numbers(ChosenLimits::key(role)))
            }
        }
    };
    let has_row = |key: &str| usual(key).is_some() || shown.0.contains_key(&idle_of(key));
    let (with_row, others): (Vec<&Role>, Vec<&Role>) =
        roles.iter().partition(|role| has_row(ChosenLimits::key(role)));
    let mut one_more = select(CHOSEN, t.security_role_more())
        .hint(t.security_role_more_hint())
        .option("", t.security_role_none())
        .value(shown.get(CHOSEN))
        .error(field_error(t, answer.refusal, CHOSEN));
    for role in &others {
        one_more = one_more.option(&role.id, &role.display_name);
    }
    html! {
        div.aside id="field-roles" {
            h2 { (t.security_role_limits()) }
            p { (t.security_role_limits_hint()) }
            @if let Some(error) = field_error(t, answer.refusal, "roles") { p.error { (error) } }
            @for role in &with_row { (row(role)) }
            @if !others.is_empty() { (one_more) (numbers(ONE_MORE)) }
        }
    }
}
