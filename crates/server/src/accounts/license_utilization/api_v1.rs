//! The license over API v1: our own calls, and those of the platform (contract part 5).

use axum::{
    Router,
    extract::{Query, Request},
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_activate::{GivenSlot, doctor::Report};
use seatwarden_base::{Error, Kind, Refusal, Result, secret::Secret};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions::{self, Account},
    bodies, hand,
    model::NOTHING_GIVEN,
};
use crate::{
    cx::{Cx, Permission},
    web::{Json, WebResult, body, parse},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/license", get(look))
        .route("/api/v1/license/history", get(history))
        .route("/api/v1/license/simulation", get(simulate))
        .route("/api/v1/license/change", post(change))
        .route("/api/v1/license/install", post(install))
        .route("/api/v1/license/request", post(request))
        .route("/api/v1/license/renew", post(renew))
        .route("/api/v1/license/return", post(give_back))
        .route("/api/v1/license/diagnosis", post(diagnose))
        .route("/api/v1/account/get_license_info", get(of_platform))
        .route("/api/v1/account/set_new_license", post(set_new_license))
        .route("/api/v1/account/set_offline_license", post(set_offline_license))
}

/// Answers the license and what of it is used; the license itself to those who may manage it.
async fn look(cx: Cx) -> WebResult {
    shown(&cx).await
}

async fn shown(cx: &Cx) -> WebResult {
    let view = actions::look(cx).await?;
    Ok(Json(bodies::view(cx, &view)).into_response())
}

/// Answers every license that ever counted here, newest first.
async fn history(cx: Cx) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    let view = actions::look(&cx).await?;
    let items: Vec<Value> = view.history.iter().map(bodies::change).collect();
    Ok(Json(json!({ "items": items })).into_response())
}

/// What may be supposed, in the address of the page and of the call.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Supposition {
    pub(super) at: String,
    pub(super) administrators: String,
    pub(super) designers: String,
    pub(super) viewers: String,
    pub(super) unreached: String,
}

impl Supposition {
    pub(super) fn supposed(&self) -> actions::Supposed {
        actions::Supposed {
            at: self.at.clone(),
            seats: [self.administrators.clone(), self.designers.clone(), self.viewers.clone()],
            is_unreached: matches!(self.unreached.as_str(), "on" | "true" | "1"),
        }
    }
}

/// Takes a day (`at`), numbers of seats, and whether the license server is reached no more (`unreached`). Answers what
/// would work then; nothing is changed.
async fn simulate(cx: Cx, Query(asked): Query<Supposition>) -> WebResult {
    let seen = actions::simulate(&cx, &asked.supposed()).await?;
    Ok(Json(bodies::simulation(&seen)).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Credentials {
    email: String,
    password: Secret,
    code: Secret,
    package: String,
}

/// Takes `{"email", "password"}` of the license account or a `code`, and a `package` if it has several. Answers as the
/// look does.
async fn change(cx: Cx, request: Request) -> WebResult {
    set(&cx, request).await?;
    shown(&cx).await
}

async fn set(cx: &Cx, request: Request) -> WebResult<()> {
    cx.require(Permission::ManageLicense)?;
    let typed: Credentials = parse(&body(request).await?)?;
    let Credentials { email, password, code, package } = typed;
    actions::change(cx, &Account { email, password, code, package }).await?;
    Ok(())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Key {
    key: String,
}

/// Takes `{"key"}`: a key, the answer to a request, the next license. Answers as the look does.
async fn install(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    let typed: Key = parse(&body(request).await?)?;
    actions::install(&cx, &typed.key).await?;
    shown(&cx).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    package: String,
}

/// Takes nothing or `{"package"}`. Answers `{"request"}`: the text to be carried to the portal.
async fn request(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    let asked: Asked = optional(request).await?;
    let made = actions::request(&cx, &asked.package).await?;
    Ok(Json(json!({ "request": made.text })).into_response())
}

async fn optional<T: Default + serde::de::DeserializeOwned>(request: Request) -> Result<T> {
    let bytes = body(request).await?;
    if bytes.is_empty() { Ok(T::default()) } else { parse(&bytes) }
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Renewal {
    dry_run: bool,
}

/// Takes nothing or `{"dryRun": true}`: then it answers `{"differences"}` only, and nothing is changed.
async fn renew(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    let asked: Renewal = optional(request).await?;
    if asked.dry_run {
        let differences = actions::foresee(&cx).await?;
        return Ok(Json(json!({ "differences": bodies::differences(&differences) })).into_response());
    }
    actions::renew(&cx).await?;
    shown(&cx).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Return {
    offline: bool,
}

/// Takes nothing or `{"offline": true}`. Answers `{"package", "receipt", "free", "heldUntil"}`. A slot that is neither free
/// nor held until a time waits for the receipt, which is to be handed in at the portal.
async fn give_back(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    let asked: Return = optional(request).await?;
    let given = if asked.offline {
        actions::give_back(&cx, None).await?
    } else {
        actions::sign_out(&cx, None).await?
    };
    let held_until = if let GivenSlot::HeldUntil(at) = &given.slot { Some(at) } else { None };
    let body = json!({
        "package": given.package, "receipt": given.receipt, "free": given.slot == GivenSlot::Free,
        "heldUntil": held_until,
    });
    Ok(Json(body).into_response())
}

/// Takes nothing. Answers what stands between this machine and the license server.
async fn diagnose(cx: Cx) -> WebResult {
    let report = actions::diagnose(&cx).await?;
    Ok(Json(found(&cx, &report)).into_response())
}

fn found(cx: &Cx, report: &Report) -> Value {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            let (detail, next) = hand::finding(cx.language, finding);
            json!({ "code": finding.code, "level": finding.level, "detail": detail, "next": next })
        })
        .collect();
    json!({
        "level": report.level(), "findings": findings,
        "firewallRequest": hand::firewall_request(cx.language, report),
    })
}

/// How many seats there are and are used, and until when, in the words of the platform.
async fn of_platform(cx: Cx) -> WebResult {
    platform(&cx).await
}

async fn platform(cx: &Cx) -> WebResult {
    let view = actions::look(cx).await?;
    Ok(Json(bodies::of_platform(&view)).into_response())
}

/// Takes e-mail and password of the license account. What is missing is 400 there (contract part 5).
async fn set_new_license(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    let typed: Credentials = parse(&body(request).await?)?;
    let Credentials { email, password, code, package } = typed;
    let account = Account { email, password, code, package };
    actions::change(&cx, &account).await.map_err(|error| missing(error, &NOTHING_GIVEN))?;
    platform(&cx).await
}

/// Takes the key, under `key` as we call it.
async fn set_offline_license(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    let typed: Key = parse(&body(request).await?)?;
    actions::install(&cx, &typed.key).await.map_err(|error| match error {
        // A key that cannot be installed is 400 there, whatever is wrong with it (contract part 5).
        Error::Refusal(refusal) if matches!(refusal.kind, Kind::Conflict | Kind::Invalid) => {
            Refusal { kind: Kind::Malformed, ..*refusal }.into()
        }
        other => other,
    })?;
    platform(&cx).await
}

fn missing(error: Error, known: &Refusal) -> Error {
    match error {
        Error::Refusal(refusal) if refusal.code == known.code => {
            Refusal { kind: Kind::Malformed, ..*refusal }.into()
        }
        other => other,
    }
}
