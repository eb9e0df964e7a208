//! Activations over API v1: for installations and scripts (design D9), and for whoever sees to a package.

use axum::{
    Router,
    extract::{Path, Query, Request},
    http::{StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::{Error, Result, secret::Secret};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions, bodies,
    model::{LEGACY_MESSAGE, LIMIT},
};
use crate::{
    common::rate_limits,
    cx::Cx,
    text::rfc3339,
    web::{BAD_FORM, Json, WebError, WebResult, body, idempotency, parse},
};

/// Codes of the refusals that installations know by another name, and what to do about each; what to do about a full
/// license depends on who holds its slots.
const CODES: &[(&str, &str, &[&str])] = &[
    ("activations.limit", "LIMIT_ACTIVATIONS", &[]),
    ("activations.license_expired", "LICENSE_EXPIRED", &["renew_license"]),
    ("activations.license_suspended", "LICENSE_SUSPENDED", &["contact"]),
    ("activations.license_revoked", "LICENSE_REVOKED", &["contact"]),
    ("activations.not_yet_valid", "NOT_YET_VALID", &["wait"]),
    ("activations.device_mismatch", "DEVICE_MISMATCH", &["activate_again"]),
    ("activations.unknown_server", "NOT_ACTIVATED", &["activate_again"]),
    ("activations.clock_suspect", "CLOCK_SUSPECT", &["set_clock"]),
    ("activations.file_signature", "FILE_SIGNATURE", &["make_file_again"]),
    ("activations.file_kind", "FILE_KIND", &["make_file_again"]),
    ("activations.file_unreadable", "FILE_UNREADABLE", &["make_file_again"]),
    ("activations.file_replaced", "FILE_REPLACED", &["make_file_again"]),
    ("activations.counter_behind", "COUNTER_BEHIND", &["renew"]),
    ("activations.voucher_used", "VOUCHER_USED", &["make_code", "generate_offline_key"]),
    ("activations.wrong_code", "CREDENTIALS_INVALID", &["make_code"]),
    ("activations.code_void", "CODE_VOID", &["ask_owner"]),
    ("packages.no_license_user", "NO_PACKAGE", &["ask_owner"]),
    ("activations.choose_package", "CHOOSE_PACKAGE", &["name_package"]),
    ("activations.no_package", "NO_PACKAGE", &["ask_owner"]),
    ("activations.reset_too_soon", "RESET_TOO_SOON", &["release_server", "wait", "contact"]),
    ("activations.release_too_soon", "RELEASE_TOO_SOON", &["wait", "contact"]),
    ("activations.takeover_too_soon", "TAKEOVER_TOO_SOON", &["wait", "contact"]),
    ("signing_keys.no_signer", "NO_SIGNER", &["wait"]),
    ("activations.wrong_password", "CREDENTIALS_INVALID", &["forgot_password"]),
    ("activations.password_over", "CREDENTIALS_INVALID", &["forgot_password"]),
    ("activations.account_locked", "CREDENTIALS_INVALID", &["wait"]),
    ("rate_limits.too_many", "RATE_LIMITED", &["wait"]),
];

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/licensing/activate", post(activate))
        .route("/api/v1/licensing/renew", post(renew))
        .route("/api/v1/licensing/deactivate", post(give_back))
        .route("/api/v1/licensing/return", post(give_back))
        .route("/api/v1/licensing/offline-key", post(offline_key))
        .route("/api/v1/licensing/offline-request", post(offline_request))
        .route("/api/v1/licensing/status", get(status))
        .route("/api/v1/licensing/time", get(time).post(tell_time))
        .route("/api/v1/licensing/packages/{package}/servers", get(servers))
        .route("/api/v1/licensing/packages/{package}/servers/{server}/release", post(release))
        .route("/api/v1/licensing/packages/{package}/servers/{server}/destroyed", post(destroyed))
        .route("/api/v1/licensing/packages/{package}/servers/{server}/resolve-clone", post(resolve_clone))
        .route("/api/v1/licensing/packages/{package}/reset", post(reset))
        .route("/api/v1/licensing/packages/{package}/codes", post(make_code))
        .route("/api/v1/licensing/packages/{package}/offline-keys", get(offline_keys))
}

/// A refusal in the words of installations: its code, the sentence that people know, who holds the slots, and what can be
/// done.
fn told(error: Error) -> WebError {
    let Error::Refusal(refusal) = error else { return WebError(error) };
    let mut members = json!({});
    if let Some((own, word, actions)) = CODES.iter().find(|(code, ..)| *code == refusal.code) {
        members["code"] = json!(word);
        members["actions"] = json!(actions);
        if *own == LIMIT.code {
            members["legacy_message"] = json!(LEGACY_MESSAGE);
        }
    }
    for name in ["slots", "packages"] {
        let value = refusal.values.iter().find(|(known, _)| *known == name);
        if let Some(value) = value.and_then(|(_, text)| serde_json::from_str::<Value>(text).ok()) {
            members[name] = value;
        }
    }
    if refusal.code == LIMIT.code {
        members["actions"] = json!(ways_out(&members["slots"]));
    }
    WebError(refusal.with("members", members).into())
}

/// What frees a slot of a full license: what has no network cannot be told to go.
fn ways_out(slots: &Value) -> Vec<&'static str> {
    let modes = || slots.as_array().into_iter().flatten().map(|slot| slot["mode"] == "online");
    let mut ways = Vec::new();
    if modes().any(|is_online| is_online) {
        ways.extend(["release_server", "reset_activations"]);
    }
    if modes().any(|is_online| !is_online) {
        ways.extend(["return_license", "declare_destroyed"]);
    }
    ways.push("raise_limit");
    ways
}

/// What is sent to activate, and to make an offline key.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Sent {
    /// The file of the machine: a request, a renewal, a receipt; `license-request`, whatever it is called.
    request: String,
    renewal: String,
    receipt: String,
    email: String,
    password: Secret,
    code: Secret,
    package: Option<String>,
    label: String,
    challenge: String,
    dry_run: bool,
}

async fn sent(cx: &Cx, request: Request) -> Result<Sent> {
    let address = rate_limits::network(&cx.request.ip);
    let maximum = cx.config.license_server.address_calls_per_minute;
    cx.quota.take_of(("activations.address", &address), maximum, cx.now_ms)?;
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    let bytes = body(request).await?;
    if is_form { serde_urlencoded::from_bytes(&bytes).map_err(|_| BAD_FORM.into()) } else { parse(&bytes) }
}

/// Who asks: with e-mail address and password, else as whoever sent a token.
async fn who(cx: &Cx, sent: &Sent) -> Result<Cx> {
    if sent.email.is_empty() {
        cx.person()?;
        return Ok(cx.clone());
    }
    actions::identify(cx, &sent.email, &sent.password).await
}

/// `POST /api/v1/licensing/activate`: gives a server a slot and its license file. Takes `request` (the file that the
/// machine signed), and `email` and `password`, or `code`, or the token of the caller; `package` if there are several.
async fn activate(cx: Cx, request: Request) -> WebResult {
    let activated = async {
        let sent = sent(&cx, request).await?;
        if !sent.code.reveal().is_empty() {
            return actions::activate_by_code(&cx, &sent.code, &sent.request).await;
        }
        actions::require_file(&sent.request)?;
        let cx = who(&cx, &sent).await?;
        actions::activate(&cx, sent.package.as_deref(), &sent.request).await
    };
    let activated = activated.await.map_err(told)?;
    let status = if activated.is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(bodies::activated(&activated, cx.now_ms))).into_response())
}

/// `POST …/renew`: the next lease. Takes `renewal` (the file that the machine signed); its signature is the credential. With
/// `dry_run` it says what the renewal would lead to, and changes nothing.
async fn renew(cx: Cx, request: Request) -> WebResult {
    let sent = sent(&cx, request).await.map_err(told)?;
    if sent.dry_run {
        let foreseen = actions::foresee(&cx, &sent.renewal).await.map_err(told)?;
        return Ok(Json(bodies::foreseen(&foreseen, cx.now_ms)).into_response());
    }
    let renewed = actions::renew(&cx, &sent.renewal).await.map_err(told)?;
    Ok(Json(bodies::renewed(&cx, &renewed)).into_response())
}

/// `POST …/deactivate` and `…/return`: frees the slot of a machine that gave its license back. Takes `receipt` (the file
/// that the machine signed), from the machine itself or from whoever carries it.
async fn give_back(cx: Cx, request: Request) -> WebResult {
    let sent = sent(&cx, request).await.map_err(told)?;
    let server = actions::return_receipt(&cx, &sent.receipt).await.map_err(told)?;
    Ok(Json(json!({
        "server": server.id, "state": server.state.word(), "freesAt": server.frees_at_ms().map(rfc3339),
    }))
    .into_response())
}

/// `POST …/offline-key`: a key that any machine may install within 30 days. Takes `email` and `password` or a token,
/// `package` if there are several, and `label`; again for the same label it replaces the one before.
async fn offline_key(cx: Cx, request: Request) -> WebResult {
    let headers = request.headers().clone();
    let made = async {
        let sent = sent(&cx, request).await?;
        actions::check_label(&sent.label)?;
        let cx = who(&cx, &sent).await?;
        let package = sent.package.as_deref();
        let make = async {
            let key = actions::offline_key(&cx, package, &sent.label).await?;
            Ok((StatusCode::CREATED, Json(bodies::offline_key(&key))).into_response())
        };
        let asked = ["offline-key", &sent.email, package.unwrap_or_default(), &sent.label];
        // On the heap, because it is rare and large.
        Box::pin(idempotency::once(&cx, &headers, &asked, make)).await
    };
    made.await.map_err(told)
}

/// `POST …/offline-request`: answers the file of a machine without a network. Takes what [`activate`] takes.
async fn offline_request(cx: Cx, request: Request) -> WebResult {
    let answered = async {
        let sent = sent(&cx, request).await?;
        actions::require_file(&sent.request)?;
        let cx = who(&cx, &sent).await?;
        actions::submit_request(&cx, sent.package.as_deref(), &sent.request).await
    };
    let (server, answer) = answered.await.map_err(told)?;
    Ok(Json(json!({ "answer": answer, "server": bodies::server(&server, cx.now_ms) })).into_response())
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    license: String,
    after: String,
}

/// `GET …/status`: what a license file is worth now. Takes `license`, its id.
async fn status(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let (package, server) = actions::status(&cx, &asked.license).await.map_err(told)?;
    let standing = package.terms.standing(cx.now_ms);
    let body = json!({
        "state": server.state.word(), "counts": server.slot_no.is_some(), "standing": standing.word(),
        "leaseUntil": rfc3339(server.lease_until_ms), "revision": package.revision,
        "validUntil": package.terms.valid_until_ms.map(rfc3339),
    });
    Ok(Json(body).into_response())
}

/// `GET …/time`: the time here.
async fn time(cx: Cx) -> WebResult {
    Ok(Json(json!({ "time": rfc3339(cx.now_ms) })).into_response())
}

/// `POST …/time`: the time here, signed for the machine that asks. Takes `challenge` (the file that the machine signed).
async fn tell_time(cx: Cx, request: Request) -> WebResult {
    let sent = sent(&cx, request).await.map_err(told)?;
    let answer = actions::tell_time(&cx, &sent.challenge).await.map_err(told)?;
    Ok(Json(json!({ "time": rfc3339(cx.now_ms), "answer": answer })).into_response())
}

/// `GET …/packages/{package}/servers`: the servers of a package, and why each counts; with `after`. The
/// first page says too which machines count beside them because others took their places.
async fn servers(cx: Cx, Path(key): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    cx.person()?;
    let servers = actions::servers(&cx, &key, &asked.after).await.map_err(told)?;
    let usage = actions::usage(&cx, &key).await.map_err(told)?;
    let next = actions::next_after(&servers);
    let items: Vec<Value> = servers.iter().map(|server| bodies::server(server, cx.now_ms)).collect();
    let displaced =
        if asked.after.is_empty() { actions::displaced(&cx, &key).await.map_err(told)? } else { vec![] };
    let displaced: Vec<Value> = displaced.iter().map(bodies::displaced).collect();
    let answer =
        json!({ "items": items, "next": next, "usage": bodies::usage(&usage), "displaced": displaced });
    Ok(Json(answer).into_response())
}

/// `POST …/servers/{server}/release`: frees the slot of one server. Answers 204.
async fn release(cx: Cx, Path((key, server)): Path<(String, String)>) -> WebResult {
    cx.person()?;
    actions::release(&cx, &key, &server).await.map_err(told)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST …/servers/{server}/destroyed`: says that a machine is gone for good. Answers 204.
async fn destroyed(cx: Cx, Path((key, server)): Path<(String, String)>) -> WebResult {
    cx.person()?;
    actions::declare_destroyed(&cx, &key, &server).await.map_err(told)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST …/servers/{server}/resolve-clone`: says that it is one machine after all. Answers 204.
async fn resolve_clone(cx: Cx, Path((key, server)): Path<(String, String)>) -> WebResult {
    cx.person()?;
    actions::resolve_clone(&cx, &key, &server).await.map_err(told)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Anything else is refused: who misspells that nothing shall be changed must not change anything.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Wish {
    #[serde(alias = "dryRun")]
    dry_run: bool,
    #[serde(rename = "override")]
    overrides: bool,
}

/// `POST …/reset`: Reset Activations; with `dry_run` only what it would do. Answers what becomes of each server.
async fn reset(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.person()?;
    let bytes = body(request).await?;
    let wish: Wish = if bytes.is_empty() { Wish::default() } else { parse(&bytes)? };
    let done = if wish.dry_run {
        actions::preview(&cx, &key).await
    } else {
        actions::reset(&cx, &key, wish.overrides).await
    };
    Ok(Json(bodies::preview(&done.map_err(told)?, cx.now_ms)).into_response())
}

/// `POST …/codes`: makes a code that activates one server. Answers 201 with it; nobody can read it again.
async fn make_code(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.person()?;
    let code = actions::make_code(&cx, &key).await.map_err(told)?;
    let body = json!({ "code": code.code.reveal(), "expiresAt": rfc3339(code.expires_at_ms) });
    Ok((StatusCode::CREATED, Json(body)).into_response())
}

/// `GET …/offline-keys`: the offline keys that hold a slot.
async fn offline_keys(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.person()?;
    let keys = actions::offline_keys(&cx, &key).await.map_err(told)?;
    let items: Vec<Value> = keys.iter().map(bodies::voucher).collect();
    Ok(Json(json!({ "items": items })).into_response())
}
