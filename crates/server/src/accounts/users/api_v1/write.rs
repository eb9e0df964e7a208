//! Adding, changing and deleting users (contract parts 3.1 and 3.3).

use axum::{
    Router,
    extract::{Path, RawQuery, Request},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, patch, post},
};
use seatwarden_base::{Error, Result};
use serde_json::{Value, json};

use super::{
    super::{
        actions::{self, Selected},
        bodies::{self, NOT_AN_ARRAY, WRONG_TYPE},
        model::{UNKNOWN, User},
    },
    deletion::ended,
    list::{Shape, blame, find, with_groups},
};
use crate::{
    cx::{Cx, Permission},
    web::{
        Json, WebResult, body, json_bytes,
        legacy::{Parameters, query_switch},
        parse, pinned, small_body, tagged, tagged_with,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/api/v1/users", post(create))
        .route("/api/v1/users/bulk", post(create_many).delete(delete_many))
        .route("/api/v1/users/uiSettings", patch(merge_settings))
        .route("/api/v1/users/{user}", get(find).patch(update).delete(delete))
}

pub(super) async fn shown(cx: &Cx, user: User) -> Result<Value> {
    let shape = Shape::plain(cx).await?;
    Ok(shape.show(&with_groups(cx, user).await?))
}

/// `POST /api/v1/users`: adds a user; without a password an invitation is mailed. Answers 201 with the user.
async fn create(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let given: Value = parse(&body(request).await?)?;
    if !given.is_object() {
        return Err(WRONG_TYPE.with("name", "user").into());
    }
    let new = bodies::new_users_v1(&cx.request.legacy, given)?;
    let user = actions::create(&cx, new).await.map_err(Error::alone)?.pop().ok_or(UNKNOWN)?;
    let version = user.tag();
    Ok(tagged_with(StatusCode::CREATED, version, &shown(&cx, user).await?))
}

/// `POST /api/v1/users/bulk`: adds a list of users, all or none. Answers 201 with the list.
async fn create_many(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let given: Value = parse(&body(request).await?)?;
    if !given.is_array() {
        return Err(NOT_AN_ARRAY.into());
    }
    let created = actions::create(&cx, bodies::new_users_v1(&cx.request.legacy, given)?).await?;
    let shape = Shape::plain(&cx).await?;
    let mut bytes = Vec::with_capacity(created.len() * 500);
    for user in created {
        bytes.push(if bytes.is_empty() { b'[' } else { b',' });
        // Groups are shown by their ids, which a user that was just made has already.
        shape.write(&Selected { user, groups: Vec::new() }, &mut bytes);
    }
    bytes.extend_from_slice(if bytes.is_empty() { b"[]" } else { b"]" });
    Ok((StatusCode::CREATED, json_bytes(bytes)).into_response())
}

/// `PATCH /api/v1/users/{id}`: changes what is sent; `groups` is the whole set. With `If-Match`, a change by somebody
/// else since then is refused with 412. Answers the user.
async fn update(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ChangeUsers)?;
    let mut patch = bodies::patch_v1(&cx.request.legacy, &body(request).await?)?;
    let tag = async { Ok(actions::find_in(&mut cx.db.read().await?, &key).await?.tag()) };
    patch.tag = pinned(&cx, tag).await.map_err(|error| blame(error, &key))?;
    let user = actions::update(&cx, &key, patch).await.map_err(|error| blame(error, &key))?;
    let version = user.tag();
    Ok(tagged(version, &shown(&cx, user).await?))
}

/// `DELETE /api/v1/users/{id}`: deletes a user; what they own stays, and for 30 days they can be brought back.
/// Answers 204.
async fn delete(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.require(Permission::DeleteUsers)?;
    let deleted: Result<Vec<String>> = actions::delete(&cx, std::slice::from_ref(&key)).await;
    deleted.map_err(|error| blame(error.alone(), &key))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `DELETE /api/v1/users/bulk?ids=a,b`: deletes users, all or none. Answers 204; with `dryRun=true` nobody is deleted, and
/// it answers `{"users": […]}`, each as the preview of deleting one.
async fn delete_many(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::DeleteUsers)?;
    let parameters = Parameters::read(query.as_deref());
    parameters.require_spelled("dryRun")?;
    let ids = parameters.list("ids");
    if ids.is_empty() {
        return Err(UNKNOWN.into());
    }
    if query_switch(&parameters, "dryRun")?.unwrap_or_default() {
        let leavers = actions::foresee_deleting(&cx, &ids).await?;
        let users: Vec<Value> = leavers.iter().map(ended).collect();
        return Ok(Json(json!({ "users": users })).into_response());
    }
    actions::delete(&cx, &ids).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `PATCH /api/v1/users/uiSettings`: merges an object into the caller's settings of the interface.
async fn merge_settings(cx: Cx, request: Request) -> WebResult {
    cx.signed_in()?;
    let Value::Object(given) = parse(&small_body(request).await?)? else {
        return Err(WRONG_TYPE.with("name", "uiSettings").into());
    };
    let settings = actions::merge_ui_settings(&cx, given).await?;
    let answer: Response = Json(json!(settings)).into_response();
    Ok(answer)
}
