//! The policies over API v1.

use axum::{
    Router,
    extract::Request,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use seatwarden_base::Result;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{
    actions::{self, value_of},
    model::{Change, Changes, Group, Policies, key_of_role, unknown_name},
};
use crate::{
    accounts::{
        api_v09,
        sessions::{ChosenLimits, RoleLimits},
        setup::Installed,
    },
    common::settings::{CHANGED_MEANWHILE, Versioned},
    cx::{Cx, Permission, Role},
    text::rfc3339,
    web::{Json, WebResult, bad_json_at, body, must_be, parse, pinned, tagged},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/security", get(show).patch(change))
        .route("/api/v1/security/api-key/rotate", post(rotate))
}

/// Answers `passwords`, `lockout`, `sessions`, `embedding` and `apiAccess`, each with its `version`, what was
/// `chosen` (null: as configured) and what is `effective`; beside `apiAccess`, when the key was made and last
/// used. Keys are never in it.
async fn show(cx: Cx) -> WebResult {
    answer(&cx).await
}

/// Takes some of the groups, each with what is to change: `{"lockout": {"attempts": 10, "version": 2}}`. A null
/// goes back to what is configured; what is not named stays, also of the `roles` of `sessions` (by API name or id, custom
/// ones too) and of each role's limits. With a `version`, which is optional, a change by somebody else since then is
/// refused with 409; `If-Match` looks at all groups and answers 412. All groups change, or none. Answers as reading does.
async fn change(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let wanted: Map<String, Value> = parse(&body(request).await?)?;
    if let Some(name) = wanted.keys().find(|name| !WORDS.contains(&name.as_str())) {
        return Err(unknown_name("", name).into());
    }
    let if_version = pinned(&cx, async { Ok(actions::read(&cx).await?.version()) }).await?;
    actions::change(&cx, |stored| {
        if if_version.is_some_and(|version| version != stored.version()) {
            return Err(CHANGED_MEANWHILE.into());
        }
        Ok(Changes {
            passwords: merged(&wanted, stored, &stored.passwords)?,
            lockout: merged(&wanted, stored, &stored.lockout)?,
            sessions: merged(&wanted, stored, &stored.sessions)?,
            embedding: merged(&wanted, stored, &stored.embedding)?,
            api_access: merged(&wanted, stored, &stored.api_access)?,
        })
    })
    .await?;
    answer(&cx).await
}

const WORDS: [&str; 5] = ["passwords", "lockout", "sessions", "embedding", "apiAccess"];

/// What a group becomes: as it stands, with what was named in its place.
fn merged<G: Group>(
    wanted: &Map<String, Value>,
    policies: &Policies,
    stored: &Versioned<G>,
) -> Result<Option<Change<G>>> {
    let Some(wanted) = wanted.get(G::WORD) else { return Ok(None) };
    let wanted = wanted.as_object().ok_or_else(|| must_be(G::WORD, "an object"))?;
    let mut value = value_of(&stored.value)?;
    let usual = value_of(&G::default())?;
    let mut version = stored.version;
    for (name, new) in wanted {
        if name == "version" {
            let wrong = || must_be(&format!("{}.version", G::WORD), "a whole number");
            version = new.as_i64().ok_or_else(wrong)?;
        } else if let Some(usual) = usual.get(name) {
            if new.is_null() {
                value[name] = usual.clone();
            } else if is_of_roles(G::WORD, name) {
                value[name] = with_roles(&value[name], new, &policies.roles)?;
            } else {
                set::<G>(&mut value, name, new)?;
            }
        } else {
            return Err(unknown_name(&format!("{}.", G::WORD), name).into());
        }
    }
    let value = serde_json::from_value(value).map_err(|cause| bad_json_at(G::WORD, &cause))?;
    Ok(Some(Change { value, version }))
}

/// Stands for what is no number that any setting takes: it is beyond every range, and refused in the words of that range.
const NO_NUMBER: u32 = u32::MAX;

/// Puts one value into a group. Where a number is needed, another thing is as wrong as one out of range.
fn set<G: Group>(value: &mut Value, name: &str, new: &Value) -> Result<()> {
    value[name] = new.clone();
    let Err(cause) = serde_json::from_value::<G>(value.clone()) else { return Ok(()) };
    value[name] = json!(NO_NUMBER);
    let is_number = serde_json::from_value::<G>(value.clone()).is_ok();
    if is_number { Ok(()) } else { Err(bad_json_at(&format!("{}.{name}", G::WORD), &cause).into()) }
}

fn is_of_roles(group: &str, name: &str) -> bool {
    group == ChosenLimits::WORD && name == "roles"
}

/// The limits of roles as they stand, with what was named in its place: roles and limits that are not named stay, and a
/// null takes away.
fn with_roles(stored: &Value, wanted: &Value, known: &[Role]) -> Result<Value> {
    let wanted = wanted.as_object().ok_or_else(|| must_be("sessions.roles", "an object"))?;
    let usual = value_of(&RoleLimits::default())?;
    let mut roles = stored.clone();
    for (named, limits) in wanted {
        let role = key_of_role(named, known)?;
        if limits.is_null() {
            roles[role] = usual.clone();
            continue;
        }
        let wrong = || must_be(&format!("sessions.roles.{named}"), "an object");
        let limits = limits.as_object().ok_or_else(wrong)?;
        if roles.get(role).is_none() {
            roles[role] = usual.clone();
        }
        for (name, limit) in limits {
            if usual.get(name).is_none() {
                return Err(unknown_name(&format!("sessions.roles.{named}."), name).into());
            }
            let is_number = limit.as_u64().is_some_and(|limit| u32::try_from(limit).is_ok());
            roles[role][name] = if limit.is_null() || is_number { limit.clone() } else { json!(NO_NUMBER) };
        }
    }
    Ok(roles)
}

async fn answer(cx: &Cx) -> WebResult {
    let policies = actions::read(cx).await?;
    let limits = policies.sessions.value.over(&cx.config.sessions);
    let mut shown = json!({
        "passwords": group(&policies, &policies.passwords, &passwords(cx, &policies))?,
        "lockout": group(&policies, &policies.lockout, &lockout(cx, &policies))?,
        "sessions": group(&policies, &policies.sessions, &value_of(&limits.effective(&policies.roles))?)?,
        "embedding": group(&policies, &policies.embedding, &value_of(&policies.embedding.value)?)?,
        "apiAccess": group(&policies, &policies.api_access, &api_access(cx, &policies))?,
    });
    let installed = Installed::read(cx).await?;
    let last_use = api_v09::last_use(cx).await?;
    let until = installed.previous_x_api_key.as_ref().map(|_| rfc3339(installed.previous_until_ms));
    shown["apiAccess"]["keyIsWeak"] = json!(installed.is_weak());
    shown["apiAccess"]["keyMade"] = json!(installed.made_at_ms.map(rfc3339));
    shown["apiAccess"]["previousKeyUntil"] = json!(until);
    shown["apiAccess"]["lastUse"] = json!(last_use.map(|last| {
        json!({ "at": rfc3339(last.at_ms), "userId": last.user_id, "address": last.ip, "userAgent": last.user_agent })
    }));
    Ok(tagged(policies.version(), &shown))
}

fn group<G: Group>(policies: &Policies, stored: &Versioned<G>, effective: &Value) -> Result<Value> {
    let chosen = value_of(&stored.value.told(&policies.roles))?;
    Ok(json!({ "version": stored.version, "chosen": chosen, "effective": effective }))
}

fn passwords(cx: &Cx, policies: &Policies) -> Value {
    let (chosen, config) = (&policies.passwords.value, &cx.config.passwords);
    let own = !chosen.organisation_regex.is_empty();
    json!({
        "minimumLength": chosen.minimum_length.unwrap_or(config.minimum_length.into()),
        "nistPreset": chosen.nist_preset.unwrap_or(config.nist_preset),
        "replaceGiven": chosen.replaces_given(config),
        "organisationRegex": if own { &chosen.organisation_regex } else { &config.organisation_regex },
        "organisationMessage": if own { &chosen.organisation_message } else { &config.organisation_message },
    })
}

fn lockout(cx: &Cx, policies: &Policies) -> Value {
    let (chosen, config) = (&policies.lockout.value, &cx.config.sign_in);
    json!({
        "enabled": chosen.enabled.unwrap_or(config.lockout_enabled),
        "attempts": chosen.attempts.unwrap_or(config.lockout_attempts),
        "minutes": chosen.minutes.unwrap_or(config.lockout_minutes),
        "periodMinutes": chosen.period(config.lockout_minutes),
    })
}

fn api_access(cx: &Cx, policies: &Policies) -> Value {
    let (chosen, config) = (&policies.api_access.value, &cx.config.x_api_key);
    json!({
        "enabled": chosen.is_enabled(config),
        "iatWindowSeconds": chosen.window_seconds(config),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Rotation {
    overlap_days: u32,
}

/// Takes `{"overlapDays": 7}`: how long the key before goes on working. Answers the new `key`, which is told
/// this once.
async fn rotate(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let rotation: Rotation = parse(&body(request).await?)?;
    let key = actions::rotate_key(&cx, rotation.overlap_days).await?;
    let answer: Response = Json(json!({ "key": key.reveal() })).into_response();
    Ok(answer)
}
