//! Users over API v0.9 (contract part 4): list, search, add, change, delete, and who one is.

use axum::{
    Router,
    extract::{Path, RawQuery, Request},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use seatwarden_base::{Kind, Refusal, Result};
use serde_json::json;

use super::{
    actions::{self, Selection},
    bodies::{self, GroupName, UserBody, ids, new_users, patch},
    json_list,
    listing::{ListQuery, Order},
};
use crate::{
    cx::{Cx, Permission},
    web::{
        Json, WebResult, body,
        legacy::{Parameters, number},
    },
};

/// `skip` or `limit` is not a number (contract part 4: 400).
pub const BAD_NUMBER: Refusal = Refusal::new(Kind::Malformed, "users.bad_number");

/// Routes of this room on v0.9.
pub fn router() -> Router {
    Router::new()
        .route("/api/users", get(list).post(create))
        .route("/api/users/count", get(count))
        .route("/api/users/loggedin", get(logged_in))
        .route("/api/v1/users/loggedin", get(logged_in))
        .route("/api/users/delete", post(delete_many))
        .route("/api/users/{user}", get(find).put(update).patch(update).delete(delete))
}

async fn logged_in(cx: Cx) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    Ok(Json(UserBody::of_person(cx.person()?)).into_response())
}

/// Which users a query asks for.
pub(crate) fn selection(query: Option<&str>) -> Result<Selection> {
    let parameters = Parameters::read(query);
    let read = |name| match parameters.get(name) {
        None => Ok(None),
        Some(text) => number(text).map(Some).ok_or_else(|| BAD_NUMBER.on(name)),
    };
    let order = parameters.list("orderby").first().map_or(Order::UserName, |field| bodies::order(field));
    let is_down = parameters.is_on("desc");
    let search = parameters.get("search").unwrap_or_default().to_owned();
    Ok(Selection {
        query: ListQuery { search, order, is_down, ..ListQuery::default() },
        // Nobody comes from a directory.
        ids: parameters.is_on("onlyAD").then(Vec::new),
        groups: parameters.list("groups"),
        skip: read("skip")?.unwrap_or(0),
        limit: read("limit")?.filter(|limit| *limit > 0),
        ..Selection::default()
    })
}

async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let names = Parameters::read(query.as_deref()).is_on("groupsNames");
    let answer = json_list::answer(&cx, selection(query.as_deref())?, move |selected, bytes| {
        let mut body = UserBody::of_user(&selected.user);
        if names {
            body.groups_name = Some(selected.groups.iter().map(GroupName::of).collect());
        }
        // Writing plain data into memory cannot fail.
        let _ = serde_json::to_writer(bytes, &body);
    });
    Ok(answer.await?)
}

async fn count(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let parameters = Parameters::read(query.as_deref());
    let count = actions::count(&cx, parameters.get("search")).await?;
    Ok(Json(json!({ "collection": "users", "count": count })).into_response())
}

async fn find(cx: Cx, Path(key): Path<String>) -> WebResult {
    let user = actions::find(&cx, &key).await?;
    Ok(Json(UserBody::of_user(&user)).into_response())
}

async fn create(cx: Cx, request: Request) -> WebResult {
    cx.signed_in()?;
    let created = actions::create(&cx, new_users(&body(request).await?)?).await?;
    // A list whose elements are lists of one: what recent clients read (contract part 16, point 1).
    let answer: Vec<[UserBody<'_>; 1]> = created.iter().map(|user| [UserBody::of_user(user)]).collect();
    Ok(Json(answer).into_response())
}

async fn update(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.signed_in()?;
    let user = actions::update(&cx, &key, patch(&body(request).await?)?).await?;
    Ok(Json(UserBody::of_user(&user)).into_response())
}

async fn delete(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.signed_in()?;
    actions::delete(&cx, &[key]).await?;
    Ok(Json(json!({})).into_response())
}

async fn delete_many(cx: Cx, request: Request) -> WebResult {
    cx.signed_in()?;
    let deleted = actions::delete(&cx, &ids(&body(request).await?)?).await?;
    let answer: Response = Json(json!({ "deleted": deleted })).into_response();
    Ok(answer)
}
