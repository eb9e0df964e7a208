//! Signing keys over API v1, and the key set where programs look for one.

use axum::{
    Router,
    extract::{Path, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions::{self, Listed, Revoking},
    model::Asked,
};
use crate::{
    cx::{Cx, Permission},
    text::rfc3339,
    web::{Json, WebResult, body, parse},
};

/// Routes of this room.
pub fn router() -> Router {
    Router::new()
        .route("/.well-known/jwks.json", get(key_set))
        .route("/api/v1/licensing/bulletin", get(bulletin))
        .route("/api/v1/licensing/keys", get(list))
        .route("/api/v1/licensing/keys/import", post(import))
        .route("/api/v1/licensing/keys/prepare", post(prepare))
        .route("/api/v1/licensing/keys/{kid}/revoke", post(revoke))
}

/// `GET /.well-known/jwks.json`: the keys that sign license files, as a JSON Web Key Set (RFC 7517). A reader with
/// pinned roots needs none of it: every file carries what a root says about its signer.
async fn key_set(cx: Cx) -> WebResult {
    let keys = actions::keys(&cx).await?;
    let keys = keys.iter().map(|statement| {
        json!({
            "kty": "OKP", "crv": "Ed25519", "x": statement.key.to_string(), "kid": statement.key.kid(),
            "use": "sig", "alg": "EdDSA",
        })
    });
    Ok(Json(json!({ "keys": keys.collect::<Vec<_>>() })).into_response())
}

/// `GET …/bulletin`: the newest bulletin with its number, for whoever asks.
async fn bulletin(cx: Cx) -> WebResult {
    let (number, compact) = actions::bulletin(&cx).await?;
    Ok(Json(json!({ "number": number, "bulletin": compact })).into_response())
}

/// `GET …/keys`: roots and signers, and where each stands. For the vendor's staff.
async fn list(cx: Cx) -> WebResult {
    Ok(Json(items(&cx).await?).into_response())
}

async fn items(cx: &Cx) -> Result<Value> {
    let items: Vec<Value> = actions::list(cx).await?.iter().map(item).collect();
    Ok(json!({ "items": items }))
}

fn item(listed: &Listed) -> Value {
    json!({
        "kid": listed.key.kid,
        "role": listed.key.role.word(),
        "key": listed.key.public_key,
        "state": listed.standing.word(),
        "validFrom": listed.valid_ms.map(|(from_ms, _)| rfc3339(from_ms)),
        "validUntil": listed.valid_ms.map(|(_, until_ms)| rfc3339(until_ms)),
        "createdAt": rfc3339(listed.key.created_at_ms),
        "revokedAt": listed.key.revoked_at_ms.map(rfc3339),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    file: String,
}

/// `POST …/keys/import`: takes statements and bulletins that a root signed elsewhere. Answers the keys.
async fn import(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::LicensesApprove)?;
    let given: Given = parse(&body(request).await?)?;
    actions::import(&cx, &given.file).await?;
    list(cx).await
}

/// `POST …/keys/prepare`: makes the next signer, whose private half stays here. Answers 201 with what a root has to say
/// about it, as `seatwarden license keys vouch` takes it.
async fn prepare(cx: Cx) -> WebResult {
    let wish = actions::wish(&cx).await?;
    Ok((StatusCode::CREATED, Json(json!(wish))).into_response())
}

fn waiting(asked: &Asked) -> Value {
    json!({
        "kid": asked.kid, "keepNothing": asked.keeps_nothing, "author": asked.author,
        "createdAt": rfc3339(asked.created_at_ms),
    })
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
struct Wish {
    keep_nothing: bool,
}

/// `POST …/keys/{kid}/revoke`: revokes a signer by another one that has higher numbers, once two persons ask for it; a
/// root's word is for the host. Answers the bulletin, and how many files that were carried away stay good; or 202 with
/// who asked, until somebody else asks for the same.
async fn revoke(cx: Cx, Path(kid): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::LicensesApprove)?;
    let bytes = body(request).await?;
    let wish: Wish = if bytes.is_empty() { Wish::default() } else { parse(&bytes)? };
    let revoked = match actions::revoke(&cx, &kid, None, wish.keep_nothing).await? {
        Revoking::Done(revoked) => revoked,
        Revoking::Waits(asked) => return Ok((StatusCode::ACCEPTED, Json(waiting(&asked))).into_response()),
    };
    let (_, bulletin) = actions::bulletin(&cx).await?;
    Ok(Json(json!({
        "number": revoked.number, "bulletin": bulletin, "kept": revoked.kept, "notKept": revoked.not_kept,
    }))
    .into_response())
}
