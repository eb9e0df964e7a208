//! One's own account over API v1 (contract part 5).

use axum::{Router, extract::Request, http::StatusCode, response::IntoResponse, routing::post};
use seatwarden_base::secret::Secret;
use serde::Deserialize;

use crate::{
    accounts::passwords::{self, Change},
    cx::{Cx, Permission},
    web::{WebResult, body, parse},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new().route("/api/v1/account/change_password", post(change_password))
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Typed {
    current_password: Secret,
    new_password: Secret,
}

/// Changes the caller's own password; other sessions end. Answers 204.
async fn change_password(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ChangeOwnAccount)?;
    let typed: Typed = parse(&body(request).await?)?;
    let change = Change {
        current: typed.current_password,
        new: typed.new_password.clone(),
        repeat: typed.new_password,
        end_others: true,
        end_tokens: false,
    };
    passwords::change_own(&cx, &change).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
