//! Seats over API v1.

use axum::{
    Router,
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::{Kind, Refusal};
use serde_json::{Value, json};

use super::{Taken, actions};
use crate::{
    cx::{Cx, Permission},
    web::{Json, WebResult},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/seats", get(list))
        .route("/api/v1/account/get_license_info", get(license))
        .route("/api/v1/account/set_new_license", post(set_license))
        .route("/api/v1/account/set_offline_license", post(set_license))
}

/// How many seats there are is configured; a license is not set over the API.
const BY_CONFIGURATION: Refusal = Refusal::new(Kind::Conflict, "seats.by_configuration");

async fn set_license(cx: Cx) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    Err(BY_CONFIGURATION.into())
}

/// Takes nothing. Answers `{"items": [{"seat", "used", "limit", "left"}]}` for `administrators`, `designers`
/// and `viewers`; `limit` and `left` are null where there is no limit.
async fn list(cx: Cx) -> WebResult {
    let items = actions::list(&cx).await?.map(|taken| shown(&taken));
    Ok(Json(json!({ "items": items })).into_response())
}

fn shown(taken: &Taken) -> Value {
    let left = taken.limit.map(|limit| (limit - taken.used).max(0));
    json!({ "seat": taken.seat.word(), "used": taken.used, "limit": taken.limit, "left": left })
}

/// How many seats there are and are used, in the words of the platform (contract part 5); -1 where there is no limit.
async fn license(cx: Cx) -> WebResult {
    let [administrators, designers, viewers] = actions::list(&cx).await?;
    let most = |taken: &Taken| taken.limit.unwrap_or(-1);
    Ok(Json(json!({
        "inUseAdmins": administrators.used, "maxAdmins": most(&administrators),
        "inUseDesigners": designers.used, "maxDesigners": most(&designers),
        "inUseViewers": viewers.used, "maxViewers": most(&viewers),
        "trial": false, "bigData": false, "highAvailability": false, "expirationDate": "",
        // Spelt so by the original; clients may read either.
        "macine": "", "machine": "",
    }))
    .into_response())
}
