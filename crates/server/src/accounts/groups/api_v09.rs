//! Groups over API v0.9 (contract part 6.2).

use axum::{
    Router,
    body::Bytes,
    extract::{Path, RawQuery, Request},
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::{Error, Result};
use serde_json::{Value, json};

use super::{
    actions,
    bodies::{self, MemberShape, NAMES, Shape, WRONG_TYPE},
    json_list,
    model::Group,
};
use crate::{
    cx::{Cx, Permission},
    text::{id_key, name_key},
    web::{Json, WebResult, blamed, body, legacy::Parameters, parse},
};

/// Routes of this room on v0.9.
pub fn router() -> Router {
    Router::new()
        .route("/api/groups", get(list).post(create).delete(delete_many))
        .route("/api/groups/allDirectories", get(list))
        .route("/api/groups/ad", get(nothing))
        .route("/api/groups/byIds", post(by_ids))
        .route("/api/groups/validateName", post(validate_name))
        .route("/api/groups/{group}", get(find).put(update).delete(delete))
        .route("/api/groups/{group}/users", get(members).post(add_members).delete(remove_members))
}

/// Groups, each with how many members it has if that is asked for (`usersCount`).
async fn shown(cx: &Cx, groups: &[Group], parameters: &Parameters) -> Result<Vec<Value>> {
    let shape = Shape::new(cx, parameters).await?;
    let mut shown: Vec<Value> = groups.iter().map(|group| shape.show(group)).collect();
    if parameters.is_on("usersCount") {
        let counts = actions::count_exactly(cx, groups).await?;
        for (one, group) in shown.iter_mut().zip(groups) {
            one["usersCount"] = json!(counts.get(&group.id).copied().unwrap_or_default());
        }
    }
    Ok(shown)
}

/// All groups, or those whose names have a part (`search`), or exactly that name (`exactMatch`), in the order of
/// `orderby`.
async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ReadGroups)?;
    let parameters = Parameters::read(query.as_deref());
    let search = parameters.get("search").unwrap_or_default();
    // No group comes from a directory, and has a place there.
    let is_ad = parameters.is_on("onlyAD") || parameters.get("dn").is_some();
    let mut groups = if is_ad { Vec::new() } else { bodies::all(&cx, search).await? };
    if parameters.is_on("exactMatch") && !search.is_empty() {
        groups.retain(|group| name_key(&group.name) == name_key(search));
    }
    bodies::sort(&mut groups, &parameters.list("orderby"), parameters.is_on("desc"))?;
    let groups = bodies::cut(groups, &parameters)?;
    Ok(Json(shown(&cx, &groups, &parameters).await?).into_response())
}

/// There is no directory, so nobody is in it.
async fn nothing(cx: Cx) -> WebResult {
    cx.require(Permission::ReadGroups)?;
    Ok(Json(json!([])).into_response())
}

async fn by_ids(cx: Cx, RawQuery(query): RawQuery, request: Request) -> WebResult {
    cx.require(Permission::ReadGroups)?;
    let ids = texts(&parse(&body(request).await?)?)?;
    let parameters = Parameters::read(query.as_deref());
    let mut groups = bodies::all(&cx, "").await?;
    groups.retain(|group| ids.iter().any(|id| id_key(id) == group.id));
    Ok(Json(shown(&cx, &groups, &parameters).await?).into_response())
}

/// Whether a name is still free (contract part 16, point 19).
async fn validate_name(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ReadGroups)?;
    let given: Value = parse(&body(request).await?)?;
    let name = given["name"].as_str().unwrap_or_default().to_owned();
    Ok(Json(json!(actions::existing(&cx, &[name]).await?.is_empty())).into_response())
}

async fn find(cx: Cx, Path(key): Path<String>, RawQuery(query): RawQuery) -> WebResult {
    let group = actions::find(&cx, &key).await?;
    let shape = Shape::new(&cx, &Parameters::read(query.as_deref())).await?;
    Ok(Json(shape.show(&group)).into_response())
}

/// Makes groups. The answer is a list whose elements are lists of one (contract part 16, point 1).
async fn create(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let given: Value = parse(&body(request).await?)?;
    let changes = match &given {
        Value::Array(list) => {
            list.iter().map(|one| bodies::new(&cx.request.legacy, one)).collect::<Result<_>>()?
        }
        one => vec![bodies::new(&cx.request.legacy, one)?],
    };
    let created = actions::create(&cx, changes).await.map_err(|error| blamed(error, &NAMES))?;
    let shape = Shape::new(&cx, &Parameters::default()).await?;
    let shown: Vec<[Value; 1]> = created.iter().map(|group| [shape.show(group)]).collect();
    Ok(Json(shown).into_response())
}

/// Changes a group. The answer has the form that the one client reads which was recorded.
async fn update(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let change = bodies::change(&cx.request.legacy, &parse(&body(request).await?)?)?;
    actions::update(&cx, &key, None, &change).await.map_err(|error| blamed(error, &NAMES))?;
    Ok(Json(json!([1, { "n": 1, "nModified": 1, "ok": 1 }])).into_response())
}

async fn delete(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    actions::delete(&cx, &[key]).await.map_err(Error::alone)?;
    Ok(Json(json!({})).into_response())
}

/// Deletes the groups of a body `{"groups": [id or name]}`. No user is ever deleted with one.
async fn delete_many(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let given: Value = parse(&body(request).await?)?;
    let deleted = actions::delete(&cx, &texts(&given["groups"])?).await?;
    Ok(Json(json!({ "deleted": deleted })).into_response())
}

/// The members of a group; those of Everyone are all users.
async fn members(cx: Cx, Path(key): Path<String>) -> WebResult {
    let group = actions::find(&cx, &key).await?;
    Ok(json_list::members(&cx, group, MemberShape::new(&cx).await?))
}

/// Puts users into a group, all or none. Answers the ids of all who were named: they are members now.
async fn add_members(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let who = texts(&parse(&body(request).await?)?)?;
    Ok(Json(actions::change_all_members(&cx, &key, &who, true).await?).into_response())
}

/// Takes users out of a group, all or none. Answers the ids of all who were named: they are no members now.
async fn remove_members(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let bytes: Bytes = body(request).await?;
    let who = texts(&parse(&bytes)?)?;
    Ok(Json(actions::change_all_members(&cx, &key, &who, false).await?).into_response())
}

/// A list of ids or names; an object in it counts by its id.
fn texts(value: &Value) -> Result<Vec<String>> {
    let wrong = || WRONG_TYPE.with("name", "ids");
    let list = value.as_array().ok_or_else(wrong)?;
    list.iter()
        .map(|item| {
            item.as_str().or_else(|| item["_id"].as_str()).map(str::to_owned).ok_or_else(|| wrong().into())
        })
        .collect()
}
