//! How API v1 takes and shows tokens; the calls themselves are in My Profile and in Users.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{ApiToken, Created, NewToken, OVERLAP_HOURS};
use crate::{text::rfc3339, web::Json};

/// `{"name": "sync", "scope": "users:read", "days": 90}`; 0 days are no end.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WantedToken {
    name: String,
    scope: String,
    #[serde(default)]
    days: i64,
}

impl From<WantedToken> for NewToken {
    fn from(WantedToken { name, scope, days }: WantedToken) -> Self {
        Self { name, scope, days }
    }
}

/// `{"overlapHours": 24}`: for how long a token works on beside its successor, a week unless it is said.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rotation {
    /// For so many hours.
    #[serde(default = "usual_overlap")]
    pub overlap_hours: i64,
}

const fn usual_overlap() -> i64 {
    OVERLAP_HOURS
}

/// A token without its secret.
pub fn item(token: &ApiToken) -> Value {
    json!({
        "id": token.id,
        "kind": token.kind.word(),
        "name": token.name,
        "scope": token.scope.words(),
        "hint": token.hint,
        "created": rfc3339(token.created_at_ms),
        "expires": token.expires_at_ms.map(rfc3339),
        "replacedBy": token.replaced_by,
        "lastUsed": token.last_used_at_ms.map(rfc3339),
        "lastUsedAddress": token.last_used_ip,
        "lastUsedAgent": token.last_used_agent,
    })
}

/// The answer 201 that tells a new token's secret, this once.
pub fn told(created: &Created) -> Response {
    let shown = json!({ "id": created.id, "token": created.token.reveal() });
    (StatusCode::CREATED, Json(shown)).into_response()
}
