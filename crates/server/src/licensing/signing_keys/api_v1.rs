//! Signing keys over API v1, and the key set where programs look for one.

use axum::{
    Router,
    extract::Request,
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use super::actions::{self, Listed};
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
