//! Offering the Sys. Admin's role and accepting it, over API v1; each with the password given again.

use axum::{
    Router,
    extract::Request,
    http::StatusCode,
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::secret::Secret;
use serde::Deserialize;
use serde_json::json;

use super::{actions, model::Open};
use crate::{
    cx::{Cx, Permission, Person},
    text::rfc3339,
    web::{Json, WebResult, blamed, body, parse},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/sysadmin/offer", get(show).post(offer).delete(end))
        .route("/api/v1/sysadmin/offer/accept", post(accept))
}

/// The open offer, for the two who are in it: `{"offer": null}` if there is none.
async fn show(cx: Cx) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let open = actions::look(&cx).await?;
    Ok(Json(json!({ "offer": open.as_ref().map(shown) })).into_response())
}

fn shown(open: &Open) -> serde_json::Value {
    let one =
        |person: &Person| json!({ "id": person.id, "name": person.display_name(), "email": person.email });
    let expires = rfc3339(open.expires_at_ms);
    let can_be_accepted = open.can_be_accepted();
    json!({ "from": one(&open.from), "to": one(&open.to), "expires": expires, "canBeAccepted": can_be_accepted })
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Typed {
    to: String,
    current_password: Secret,
}

/// What the calls call the fields that a refusal blames.
const NAMES: [(&str, &str); 1] = [("current_password", "currentPassword")];

/// Takes `to` (id, user name or address of an Admin) and `currentPassword`. Answers 201 with the offer.
async fn offer(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSysAdmin)?;
    let typed: Typed = parse(&body(request).await?)?;
    actions::offer(&cx, &typed.to, &typed.current_password).await.map_err(|error| blamed(error, &NAMES))?;
    let open = actions::look(&cx).await?;
    Ok((StatusCode::CREATED, Json(json!({ "offer": open.as_ref().map(shown) }))).into_response())
}

/// Takes the offer back, or declines it. Answers 204.
async fn end(cx: Cx) -> WebResult {
    actions::end_offer(&cx).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes `currentPassword`: the caller is the Sys. Admin from now on. Answers 204; the sessions of both get new tokens, so
/// a browser that calls is signed in again at its next page.
async fn accept(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ChangeOwnAccount)?;
    let typed: Typed = parse(&body(request).await?)?;
    actions::accept(&cx, &typed.current_password).await.map_err(|error| blamed(error, &NAMES))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
