//! Groups over API v1 (contract part 6.1).

use axum::{
    Router,
    extract::{Path, RawQuery, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::Result;
use serde_json::Value;

use super::{
    actions,
    bodies::{self, Shape, WRONG_TYPE},
    json_list,
    model::{Group, NAME_TAKEN, UNKNOWN},
};
use crate::{
    cx::{Cx, Permission},
    text::name_key,
    web::{Json, WebResult, body, legacy::Parameters, parse, tagged, tagged_with},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/groups", get(list).post(create))
        .route("/api/v1/groups/bulk", post(create_many))
        .route("/api/v1/groups/{group}", get(find).patch(update).delete(delete))
}

/// `GET /api/v1/groups`: all groups, or those with this `name` (whatever the case), `ids`, `roleId`; with `expand`
/// (`users`, `role`), `skip` and `limit`.
async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ReadGroups)?;
    let parameters = Parameters::read(query.as_deref());
    let shape = Shape::new(&cx, &parameters).await?;
    let expands_users = parameters.list("expand").iter().any(|name| name.starts_with("users"));
    let groups = bodies::cut(wanted(&cx, &parameters).await?, &parameters);
    if expands_users {
        let shown = groups.into_iter().map(|group| {
            let shown = shape.show(&group);
            (group, shown)
        });
        return Ok(json_list::answer(&cx, shown.collect()));
    }
    let shown: Vec<Value> = groups.iter().map(|group| shape.show(group)).collect();
    Ok(Json(shown).into_response())
}

async fn wanted(cx: &Cx, parameters: &Parameters) -> Result<Vec<Group>> {
    let mut groups: Vec<Group> = match parameters.get("name") {
        Some(name) => match actions::find(cx, name).await {
            Ok(group) if name_key(&group.name) == name_key(name) => vec![group],
            Ok(_) => Vec::new(),
            Err(error) if error.is(&UNKNOWN) => Vec::new(),
            Err(other) => return Err(other),
        },
        None => bodies::all(cx, "").await?.into_iter().map(|(group, _)| group).collect(),
    };
    let ids = parameters.list("ids");
    groups.retain(|group| {
        (ids.is_empty() || ids.contains(&group.id))
            && parameters.get("roleId").is_none_or(|id| group.role.as_ref().is_some_and(|role| role.id == id))
            && parameters.get("origin") != Some("ad")
    });
    if parameters.get("sort").is_some_and(|sort| sort.starts_with('-')) {
        groups.reverse();
    }
    Ok(groups)
}

/// `GET /api/v1/groups/{group}`: one group, by id or name; with an `ETag`, unless its members are asked for too.
async fn find(cx: Cx, Path(key): Path<String>, RawQuery(query): RawQuery) -> WebResult {
    let parameters = Parameters::read(query.as_deref());
    let group = actions::find(&cx, &key).await?;
    let shown = Shape::new(&cx, &parameters).await?.show(&group);
    if parameters.list("expand").iter().any(|name| name.starts_with("users")) {
        return Ok(json_list::one(&cx, group, shown));
    }
    Ok(tagged(group.version, &shown))
}

/// `POST /api/v1/groups`: makes a group. Answers 201 with it.
async fn create(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let change = bodies::change(&cx.request.legacy, &parse(&body(request).await?)?)?;
    let group = actions::create(&cx, vec![change]).await?.pop().ok_or(UNKNOWN)?;
    let shape = Shape::new(&cx, &Parameters::default()).await?;
    Ok(tagged_with(StatusCode::CREATED, group.version, &shape.show(&group)))
}

/// `POST /api/v1/groups/bulk`: makes a list of groups, all or none. Answers 201 with the list; if names are taken,
/// the error names them in `moreInfo.existingGroups`.
async fn create_many(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let given: Value = parse(&body(request).await?)?;
    let list = given.as_array().ok_or_else(|| WRONG_TYPE.with("name", "groups"))?;
    let changes: Vec<_> =
        list.iter().map(|one| bodies::change(&cx.request.legacy, one)).collect::<Result<_>>()?;
    let names: Vec<String> = changes.iter().filter_map(|change| change.name.clone()).collect();
    let created = match actions::create(&cx, changes).await {
        Err(error) if error.is(&NAME_TAKEN) => {
            let existing = actions::existing(&cx, &names).await?;
            return Err(NAME_TAKEN.with("existing", existing.join("\n")).into());
        }
        other => other?,
    };
    let shape = Shape::new(&cx, &Parameters::default()).await?;
    let shown: Vec<Value> = created.iter().map(|group| shape.show(group)).collect();
    Ok((StatusCode::CREATED, Json(shown)).into_response())
}

/// `PATCH /api/v1/groups/{group}`: changes what is sent. With `If-Match`, a change by somebody else since then is
/// refused with 412. Answers the group.
async fn update(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let change = bodies::change(&cx.request.legacy, &parse(&body(request).await?)?)?;
    let group = actions::update(&cx, &key, cx.request.if_version, &change).await?;
    Ok(tagged(group.version, &Shape::new(&cx, &Parameters::default()).await?.show(&group)))
}

/// `DELETE /api/v1/groups/{group}`: deletes a group; users stay. Answers 204.
async fn delete(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    actions::delete(&cx, &[key]).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
